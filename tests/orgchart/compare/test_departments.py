"""Two or three departments, also across charts, and what a superior keeps for itself."""

from dataclasses import replace

import pytest

from orgchart.compare import compare, divide
from tests.orgchart.compare.sides import different, rows_of, same, sides_of, texts
from tests.outlines import chart_of, duty, hand_off, trait, unit

CHART = chart_of(
    unit(
        "市场部",
        duties=(
            duty("调查消费者", "research"),
            duty("分析竞品", "research"),
            duty("拟定价格", "pricing"),
            duty("策划促销活动", "promotion"),
        ),
    ),
    unit(
        "营销部", duties=(duty("组织调查", "research"), duty("评审合同", "contracts"), duty("其他"))
    ),
    unit("销售部", duties=(duty("拜访客户", "visits"), duty("配合促销活动", "display"))),
    unit("空部"),
    hand_offs=(hand_off("市场部", "营销部", "计划"), hand_off("空部", "市场部")),
    traits=(
        trait("层次", "市场部", "战略"),
        trait("层次", "营销部", "管理"),
        trait("比喻", "市场部", "头脑"),
        trait("比喻", "空部", "眼睛"),
    ),
)
OTHER = replace(CHART, key="other", hand_offs=())


@pytest.fixture
def comparison():
    return compare(sides_of(CHART, "市场部", "营销部"))


def test_functions_of_both_line_up_with_the_duties_of_each(comparison):
    assert rows_of(comparison.shared) == [
        ("research", [["调查消费者", "分析竞品"], ["组织调查"]]),
    ]


def test_functions_of_one_side_stand_apart(comparison):
    assert [row.function for row in comparison.group(0).rows] == ["pricing", "promotion"]
    assert [row.function for row in comparison.group(1).rows] == ["contracts", ""]


def test_duties_without_a_function_are_shown_but_are_none(comparison):
    assert (len(comparison.group(1).rows), comparison.group(1).function_count) == (2, 1)


def test_aspects_of_others_are_left_out_and_a_missing_side_is_none(comparison):
    assert [row.aspect for row in comparison.aspects] == ["层次", "比喻"]
    assert [row.number for row in comparison.aspects] == [2, 1]
    assert comparison.aspects[1].traits[1] is None


def test_hand_offs_are_told_each_way(comparison):
    assert [(one.giver, one.receiver, texts(one.items)) for one in comparison.exchanges] == [
        (0, 1, ["计划"]),
        (1, 0, []),
    ]


def test_swapping_the_sides_swaps_the_answer():
    swapped = compare(sides_of(CHART, "营销部", "市场部"))
    assert [row.function for row in swapped.group(0).rows] == ["contracts", ""]
    assert texts(swapped.exchanges[1].items) == ["计划"]


def test_three_departments_have_groups_of_three_of_two_and_of_one():
    comparison = compare(sides_of(CHART, "市场部", "营销部", "销售部"))
    assert [(group.who, group.function_count) for group in comparison.groups] == [
        ((0, 1, 2), 0),
        ((0, 1), 1),
        ((0, 2), 0),
        ((1, 2), 0),
        ((0,), 2),
        ((1,), 1),
        ((2,), 2),
    ]


def test_a_department_without_duties_shares_nothing():
    comparison = compare(sides_of(CHART, "空部", "销售部"))
    assert (comparison.shared.rows, comparison.group(0).rows) == ((), ())
    assert comparison.group(1).function_count == 2


def test_similar_wording_is_a_question_and_not_shared():
    comparison = compare(sides_of(CHART, "市场部", "销售部"))
    assert [texts(pair.duties) for pair in comparison.similar] == [["策划促销活动", "配合促销活动"]]
    assert comparison.shared.rows == ()


def test_what_an_editor_calls_the_same_is_shared_and_no_question_any_more():
    verdicts = same(("chart", "策划促销活动"), ("chart", "配合促销活动"))
    comparison = compare(sides_of(CHART, "市场部", "销售部"), verdicts)
    assert rows_of(comparison.shared) == [("promotion", [["策划促销活动"], ["配合促销活动"]])]
    assert comparison.shared.settled_count == 1
    assert comparison.shared.function_count == 0
    assert comparison.similar == ()
    assert [row.function for row in comparison.group(1).rows] == ["visits"]


def test_what_an_editor_calls_different_is_no_question_any_more():
    verdicts = different(("chart", "配合促销活动"), ("chart", "策划促销活动"))
    comparison = compare(sides_of(CHART, "市场部", "销售部"), verdicts)
    assert (comparison.similar, comparison.shared.rows) == ((), ())


def test_a_verdict_on_the_same_keys_in_another_chart_says_nothing_here():
    verdicts = same(("other", "策划促销活动"), ("other", "配合促销活动"))
    assert len(compare(sides_of(CHART, "市场部", "销售部"), verdicts).similar) == 1


def test_the_same_duty_of_two_charts_is_shared_by_its_key():
    chart = chart_of(unit("甲", duties=(duty("一件事", key="d"),)))
    reworded = replace(
        chart_of(unit("甲", duties=(duty("另一说法", "pricing", key="d"),))), key="other"
    )
    comparison = compare((*sides_of(chart, "甲"), *sides_of(reworded, "甲")))
    assert rows_of(comparison.shared) == [("pricing", [["一件事"], ["另一说法"]])]


def test_charts_hand_each_other_nothing():
    comparison = compare((*sides_of(CHART, "市场部"), *sides_of(OTHER, "营销部")))
    assert comparison.exchanges == ()
    assert comparison.standing.is_across_charts


def test_a_superior_keeps_some_functions_and_shares_others_with_those_below():
    division = divide(sides_of(CHART, "营销部", "市场部", "销售部"))
    assert [row.function for row in division.own] == ["contracts", ""]
    assert [(row.function, row.who) for row in division.shared] == [("research", (0, 1))]


def test_what_is_the_same_by_decision_is_shared_with_those_below():
    verdicts = same(("chart", "评审合同"), ("chart", "拜访客户"))
    division = divide(sides_of(CHART, "营销部", "市场部", "销售部"), verdicts)
    assert [row.who for row in division.shared] == [(0, 1), (0, 2)]
    assert [row.function for row in division.own] == [""]


def test_a_superior_of_nobody_keeps_all():
    division = divide(sides_of(CHART, "营销部"))
    assert (len(division.own), division.shared) == (3, ())
