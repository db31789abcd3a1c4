"""Department duty × role."""

from orgchart import matrix
from tests.orgchart.matrix.charts import duty, role, tables, task, unit, verdict


def test_a_duty_that_one_role_carries_is_covered():
    found = verdict(role("主管", task("t", "a")))
    assert (found.kind, found.tone) == ("covered", "")


def test_a_duty_carried_only_in_part_is_a_gap():
    found = verdict(role("主管", task("t", "a", extent="partial")))
    assert (found.kind, found.tone) == ("partial", "gap")


def test_two_parts_do_not_make_a_whole():
    """Nothing says that the parts add up."""
    roles = (role(name, task(name, "a", extent="partial")) for name in ("主管", "专员"))
    assert verdict(*roles).kind == "partial"


def test_a_whole_and_a_part_are_covered():
    whole, part = role("主管", task("t", "a")), role("专员", task("u", "a", extent="partial"))
    assert verdict(whole, part).kind == "covered"


def test_several_who_lead_overlap():
    found = verdict(role("主管", task("t", "a")), role("专员", task("u", "a")))
    assert (found.kind, found.tone) == ("overlap", "overlap")
    assert [one.role.name for one in found.rivals] == ["主管", "专员"]


def test_a_superior_and_its_report_do_not_overlap():
    roles = role("经理", task("t", "a")), role("专员", task("u", "a"), reports_to="经理")
    assert verdict(*roles).kind == "covered"


def test_two_reports_overlap_whoever_leads_above_them():
    reports = (role(name, task(name, "a"), reports_to="经理") for name in ("主管", "专员"))
    found = verdict(role("经理", task("t", "a")), *reports)
    assert [one.role.name for one in found.rivals] == ["主管", "专员"]


def test_one_who_leads_and_one_who_takes_part_do_not_overlap():
    helper = role("专员", task("u", "a", involvement="take_part"))
    assert verdict(role("主管", task("t", "a")), helper).kind == "covered"


def test_several_of_whom_none_leads_overlap():
    roles = (role(name, task(name, "a", involvement="take_part")) for name in ("主管", "专员"))
    found = verdict(*roles)
    assert (found.kind, found.rivals) == ("overlap", ())


def test_one_who_does_not_lead_leaves_a_gap():
    found = verdict(role("专员", task("u", "a", involvement="take_part")))
    assert (found.kind, found.tone) == ("unled", "gap")


def test_a_duty_that_nobody_carries_is_a_gap_beside_one_that_somebody_does():
    table = tables(
        unit("甲", duties=(duty("a"), duty("b")), roles=(role("主管", task("t", "a")),))
    )["甲"]
    assert [row.verdict.kind for row in table.rows] == ["covered", "uncovered"]
    assert table.is_broken_down


def test_where_nobody_carries_anything_the_department_is_not_broken_down():
    table = tables(unit("甲", duties=(duty("a"), duty("b"))))["甲"]
    assert [row.verdict.kind for row in table.rows] == ["unbroken", "unbroken"]
    assert not table.is_broken_down


def test_a_role_of_another_department_may_carry():
    found = tables(
        unit("甲", duties=(duty("a"),)), unit("乙", roles=(role("主管", task("t", "a")),))
    )
    assert list(found) == ["甲"]
    assert [one.name for one in found["甲"].roles] == ["主管"]
    assert found["甲"].rows[0].verdict.kind == "covered"


def test_columns_are_the_roles_with_duties_in_their_order():
    roles = (role("一", task("t")), role("二"), role("三", task("u", "a")))
    table = tables(unit("甲", duties=(duty("a"),), roles=roles))["甲"]
    assert [one.name for one in table.roles] == ["一", "三"]


def test_role_duties_that_carry_nothing_are_left_over():
    roles = (role("一", task("t"), task("u", "a")), role("二", task("v")))
    table = tables(unit("甲", duties=(duty("a"),), roles=roles))["甲"]
    assert [(one.role.name, one.number) for one in table.apart] == [("一", 1), ("二", 1)]


def test_a_department_whose_roles_alone_have_duties_is_told_too():
    table = tables(unit("甲", roles=(role("一", task("t")),)))["甲"]
    assert (table.rows, len(table.apart)) == ((), 1)


def test_a_filter_leaves_the_roles_that_carry_what_is_shown():
    roles = (role("一", task("t", "a")), role("二", task("u", "b")))
    duties = (duty("a", "pricing"), duty("b", "brand"))
    scope = matrix.Scope(function="brand")
    table = tables(unit("甲", duties=duties, roles=roles), scope=scope)["甲"]
    assert [row.item.number for row in table.rows] == [2]
    assert [one.name for one in table.roles] == ["二"]


def test_duties_of_one_role_stand_together():
    helper = role("一", task("t", "a"), task("u", "a", extent="partial"))
    (carrier,) = tables(unit("甲", duties=(duty("a"),), roles=(helper,)))["甲"].rows[0].carriers
    assert [part.task.number for part in carrier.parts] == [1, 2]
    assert (carrier.is_full, carrier.leads) == (True, True)
