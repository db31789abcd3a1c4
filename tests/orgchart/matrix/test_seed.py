"""The gaps and overlaps that facts.md 10 lists by hand, found in the seed by the program."""

from collections import Counter, defaultdict

import pytest

from departments.models import Chart, Function
from orgchart import matrix, storage

pytestmark = pytest.mark.django_db

# Number of the duty: the roles that carry it by their duties, and what comes of it.
COVERAGE_OF_MARKETING = {
    1: ({"市场部经理": [2], "市场调研主管": [4]}, "covered"),
    2: ({"市场调研主管": [2]}, "covered"),
    3: ({"市场调研主管": [7]}, "covered"),
    4: ({"市场调研主管": [9], "营业企划主管": [2], "理货员": [6]}, "overlap"),
    5: ({"市场调研主管": [9]}, "partial"),
    6: ({"市场部经理": [10], "促销企划主管": [5]}, "covered"),
    7: ({"产品企划主管": [1, 3]}, "covered"),
    8: ({"产品企划主管": [3]}, "covered"),
    9: ({"市场部经理": [12], "产品企划主管": [2]}, "covered"),
    10: ({"营业企划主管": [1, 3, 4, 5]}, "covered"),
    11: ({"市场部经理": [8], "促销企划主管": [1, 2]}, "covered"),
    12: ({"广告企划主管": [3, 4]}, "partial"),
    13: ({"市场部经理": [8, 9], "广告企划主管": [2], "推广制作主管": [3, 5]}, "overlap"),
    14: ({}, "uncovered"),
    15: ({"营业企划主管": [6, 7]}, "covered"),
}


@pytest.fixture
def contents(seed):
    said = storage.load(
        Chart.objects.get(slug="营销部统辖制"),
        with_duties=True,
        with_roles=True,
        ties=("emphases",),
    )
    return matrix.read(said)


def tables(contents, **scope):
    return {
        table.department.name: table for table in matrix.by_duty(contents, matrix.Scope(**scope))
    }


def functions(contents, **scope):
    order = list(Function.objects.values_list("key", flat=True))
    return matrix.by_function(contents, matrix.Scope(**scope), order)


def numbers(carriers):
    return {one.role.name: [part.task.number for part in one.parts] for one in carriers}


def test_the_roles_cover_the_fifteen_duties_of_marketing_as_facts_say(contents):
    assert {
        row.item.number: (numbers(row.carriers), row.verdict.kind)
        for row in tables(contents)["市场部"].rows
    } == COVERAGE_OF_MARKETING


def test_no_other_department_of_the_chart_is_broken_down_as_far(contents):
    assert {
        name: Counter(row.verdict.kind for row in table.rows)
        for name, table in tables(contents).items()
    } == {
        "营销部": {"unbroken": 16},
        "市场部": {"covered": 10, "overlap": 2, "partial": 2, "uncovered": 1},
        "销售部": {"uncovered": 13, "covered": 1},
    }


def test_functions_without_a_lead_and_functions_of_several_are_found(contents):
    found = defaultdict(list)
    for row in functions(contents).rows:
        found[row.verdict.kind].append(row.function)
    assert found == {
        "shared": [
            "market-research",
            "annual-planning",
            "market-planning",
            "brand",
            "revenue-and-expenses",
        ],
        "led": [
            "sales-forecast",
            "pricing",
            "media-and-agencies",
            "production-coordination",
            "sales-execution",
            "contracts-and-orders",
            "customers-and-credit",
            "after-sales",
            "team-building",
        ],
        "elsewhere": ["customer-visits", "channel-and-logistics", "merchandising"],
        "no_lead": [
            "product-development",
            "technology-and-research",
            "annual-report",
            "network-information",
            "corporate-culture",
            "assigned-tasks",
        ],
        "no_department": ["department-management"],
    }


def test_shelves_and_logistics_are_claimed_by_roles_of_another_branch(contents):
    """As facts.md 10.2 and 10.3 say: 理货 and 物流 stand in two departments."""
    verdicts = {row.function: row.verdict for row in functions(contents).rows}
    assert {
        name: [(task.role.name, task.number) for task in verdicts[name].tasks]
        for name in ("merchandising", "channel-and-logistics")
    } == {
        "merchandising": [("推广制作主管", 2), ("理货员", 3), ("理货员", 4), ("理货员", 5)],
        "channel-and-logistics": [("营业企划主管", 8)],
    }
    assert [unit.name for unit in verdicts["merchandising"].departments] == ["销售部"]


def test_two_roles_overlap_where_neither_is_above_the_other(contents):
    """As facts.md 10.2 says: 推广方案 2.8/8.3, 公关计划 2.8/6.2, 竞品信息 3.9/4.2/9.6."""
    rows = {row.item.number: row for row in tables(contents)["市场部"].rows}
    assert {
        number: [one.role.name for one in rows[number].verdict.rivals] for number in (4, 11, 13)
    } == {
        4: ["市场调研主管", "营业企划主管", "理货员"],
        11: [],
        13: ["广告企划主管", "推广制作主管"],
    }


@pytest.mark.parametrize(
    ("stage", "numbers_of_duties"),
    [("introduction", [7, 8, 9, 10, 3]), ("growth", [1, 2, 15]), ("maturity", [5, 6, 7, 14])],
)
def test_a_stage_leaves_the_duties_that_it_stresses(contents, stage, numbers_of_duties):
    table = tables(contents, stage=stage)["市场部"]
    assert [row.item.number for row in table.rows] == sorted(numbers_of_duties)
    assert table.apart == ()


def test_of_63_role_duties_those_that_carry_nothing_are_told(contents):
    table = tables(contents)["市场部"]
    carrying = {
        part.task.duty.key for row in table.rows for one in row.carriers for part in one.parts
    }
    assert len(table.apart) + len(carrying) == 63


def test_roles_that_speak_of_the_same_are_found_by_their_words(contents):
    """As facts.md 10.2 says: 广告策略 2.9/6.5, 促销计划 2.8 and 7.3, 调研计划 2.11/3.1."""
    assert {
        one.words: [(task.role.name, task.number) for task in one.tasks]
        for one in matrix.alike(contents, matrix.Scope())
    } == {
        "促销计划": [("市场部经理", 8), ("营业企划主管", 8), ("促销企划主管", 3)],
        "广告策略": [("市场部经理", 9), ("广告企划主管", 5)],
        "产品开发": [("市场部经理", 10), ("市场调研主管", 10), ("产品企划主管", 2)],
        "调研计划": [("市场部经理", 11), ("市场调研主管", 1)],
        "产品广告": [("产品企划主管", 4), ("广告企划主管", 5)],
    }
