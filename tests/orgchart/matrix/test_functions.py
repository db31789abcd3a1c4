"""职能 × department."""

from orgchart import matrix
from orgchart.outline import Emphasis
from tests.orgchart.matrix.charts import duty, functions, judged, role, task, unit


def shape(found):
    """What the matrix shows: involvements and numbers by function and department."""
    return {
        row.function: {
            cell.department.name: (cell.involvements, len(cell.items), len(cell.tasks))
            for cell in row.cells.values()
        }
        for row in found.rows
    }


def test_a_cell_gathers_the_duties_of_a_department_in_a_function():
    found = functions(
        unit("甲", duties=(duty("a", "pricing"), duty("b", "pricing", "supply"), duty("c"))),
        unit("乙", duties=(duty("d", "brand"),)),
    )
    assert [one.name for one in found.departments] == ["甲", "乙"]
    assert shape(found) == {
        "pricing": {"甲": (("lead", "supply"), 2, 0)},
        "brand": {"乙": (("lead",), 1, 0)},
    }
    assert [row.cells.keys() for row in found.rows] == [{0}, {1}]
    assert [item.duty.key for item in found.unplaced] == ["c"]


def test_functions_stand_in_the_order_of_the_library():
    unit_with_both = unit("甲", duties=(duty("a", "pricing"), duty("b", "brand")))
    found = functions(unit_with_both, order=("brand", "channels", "pricing"))
    assert [row.function for row in found.rows] == ["brand", "pricing"]


def test_roles_stand_for_a_department_that_has_no_duty_of_its_own():
    clerk = role("专员", task("t", function="brand"), task("u", function="pricing"))
    found = functions(unit("甲", duties=(duty("a", "pricing"),), roles=(clerk,)))
    assert shape(found) == {"pricing": {"甲": (("lead",), 1, 0)}, "brand": {"甲": ((), 0, 1)}}


def test_one_department_leads():
    verdict = judged(
        unit("甲", duties=(duty("a", "pricing"),)),
        unit("乙", duties=(duty("b", "pricing", "take_part"),)),
    )
    assert (verdict.kind, verdict.tone) == ("led", "")


def test_nobody_leads():
    verdict = judged(unit("甲", duties=(duty("a", "pricing", "supply"),)))
    assert (verdict.kind, verdict.tone) == ("no_lead", "gap")
    assert [one.name for one in verdict.departments] == ["甲"]


def test_only_roles_do_it():
    clerk = role("专员", task("t", function="pricing"))
    verdict = judged(unit("甲", roles=(clerk,)))
    assert (verdict.kind, verdict.tone) == ("no_department", "gap")
    assert [one.role.name for one in verdict.tasks] == ["专员"]


def test_a_parent_and_its_child_share():
    child = unit("乙", duties=(duty("b", "pricing"),))
    verdict = judged(unit("甲", child, duties=(duty("a", "pricing"),)))
    assert (verdict.kind, verdict.tone) == ("shared", "shared")
    assert [one.name for one in verdict.departments] == ["甲", "乙"]


def test_two_children_overlap_even_below_a_parent_that_leads_too():
    children = (unit(name, duties=(duty(name, "pricing"),)) for name in ("乙", "丙"))
    verdict = judged(unit("甲", *children, duties=(duty("a", "pricing"),)))
    assert (verdict.kind, verdict.tone) == ("overlap", "overlap")
    assert [one.name for one in verdict.departments] == ["甲", "乙", "丙"]


def test_a_role_of_another_branch_overlaps_where_it_leads():
    clerk = role("专员", task("t", function="pricing"))
    verdict = judged(unit("甲", duties=(duty("a", "pricing"),)), unit("乙", roles=(clerk,)))
    assert (verdict.kind, verdict.tone) == ("elsewhere", "overlap")
    assert [(one.department.name, one.number) for one in verdict.tasks] == [("乙", 1)]


def test_a_role_below_the_leading_department_is_no_overlap():
    clerk = role("专员", task("t", function="pricing"))
    below = unit("乙", roles=(clerk,))
    assert judged(unit("甲", below, duties=(duty("a", "pricing"),))).kind == "led"


def test_a_role_elsewhere_that_only_takes_part_is_no_overlap():
    clerk = role("专员", task("t", function="pricing", involvement="take_part"))
    assert (
        judged(unit("甲", duties=(duty("a", "pricing"),)), unit("乙", roles=(clerk,))).kind == "led"
    )


def test_a_branch_leaves_its_departments_but_the_verdict_sees_all():
    found = functions(
        unit("甲", unit("乙", duties=(duty("b", "pricing", "supply"),))),
        unit("丙", duties=(duty("c", "pricing"), duty("d", "brand"))),
        scope=matrix.Scope(branch="甲"),
    )
    assert [one.name for one in found.departments] == ["乙"]
    assert [(row.function, row.verdict.kind) for row in found.rows] == [("pricing", "led")]


def test_a_function_leaves_its_row():
    both = unit("甲", duties=(duty("a", "pricing"), duty("b", "brand")))
    found = functions(both, scope=matrix.Scope(function="brand"))
    assert shape(found) == {"brand": {"甲": (("lead",), 1, 0)}}


def test_a_stage_leaves_what_it_stresses_and_the_roles_that_carry_it():
    clerk = role("专员", task("t", "a", function="channels"), task("u", function="pricing"))
    stressed = Emphasis(key="e", stage="growth", department="甲", text="定价", duty="a")
    outside = Emphasis(key="f", stage="growth", department="甲", text="广告")
    found = functions(
        unit("甲", duties=(duty("a", "pricing"), duty("b", "brand")), roles=(clerk,)),
        scope=matrix.Scope(stage="growth"),
        emphases=(stressed, outside),
    )
    assert shape(found) == {"pricing": {"甲": (("lead",), 1, 0)}, "channels": {"甲": ((), 0, 1)}}


def test_filters_work_together():
    stressed = Emphasis(key="e", stage="growth", department="甲", text="定价", duty="a")
    found = functions(
        unit("甲", duties=(duty("a", "pricing"), duty("b", "brand"))),
        unit("乙", duties=(duty("c", "pricing"),)),
        scope=matrix.Scope(stage="growth", branch="甲", function="brand"),
        emphases=(stressed,),
    )
    assert (found.rows, found.departments) == ((), ())


def test_a_cut_matrix_keeps_its_upper_left_part():
    whole = functions(
        unit("甲", duties=(duty("a", "pricing"),)),
        unit("乙", duties=(duty("b", "pricing"), duty("c", "brand"))),
    )
    cut = whole.cut(rows=1, columns=1)
    assert shape(cut) == {"pricing": {"甲": (("lead",), 1, 0)}}
    assert [one.name for one in cut.departments] == ["甲"]
    assert whole.cut(rows=2, columns=2) is whole


def test_an_empty_chart_has_an_empty_matrix():
    found = functions()
    assert (found.rows, found.departments, found.unplaced) == ((), (), ())
