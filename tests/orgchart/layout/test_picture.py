"""Drawings of whole charts: where cards stand, and that nothing is ever wrong with them."""

import pytest
from hypothesis import given, settings, strategies

from orgchart.layout import Style, draw
from tests.orgchart.layout.judge import faults
from tests.outlines import STYLES, big_chart, chart_of, charts, hand_off, role, unit


def places(drawing):
    return {card.department.name: (card.x, card.y) for card in drawing.cards}


def lines(drawing):
    return [line for family in drawing.families for line in family.lines]


def test_a_superior_stands_above_the_middle_of_those_below():
    drawing = draw(chart_of(unit("营销部", unit("市场部"), unit("销售部"))))
    found = places(drawing)
    assert found["营销部"][0] == (found["市场部"][0] + found["销售部"][0]) / 2
    assert found["市场部"][1] == found["销售部"][1] > found["营销部"][1]


def test_departments_stand_in_the_order_of_the_source():
    drawing = draw(chart_of(unit("根", unit("甲"), unit("乙"), unit("丙"))))
    assert sorted(["甲", "乙", "丙"], key=places(drawing).get) == ["甲", "乙", "丙"]


def test_many_leaves_stand_in_one_column():
    many = unit("部", *(unit(f"组{n}") for n in range(6)))
    drawing = draw(chart_of(unit("根", many)))
    columns = {card.x for card in drawing.cards if card.department.name.startswith("组")}
    assert len(columns) == 1


def test_more_than_twenty_siblings_stand_in_rows():
    drawing = draw(chart_of(unit("根", *(unit(f"部{n}") for n in range(30)))))
    rows = {card.y for card in drawing.cards[1:]}
    assert (len(rows), len({card.x for card in drawing.cards[1:]})) == (8, 4)


def test_assistants_stand_beside_the_line_above_those_below():
    staff = unit("秘书处", placement="beside")
    drawing = draw(chart_of(unit("总部", staff, unit("市场部"), unit("销售部"))))
    found = places(drawing)
    assert found["总部"][1] < found["秘书处"][1] < found["市场部"][1] == found["销售部"][1]
    assert faults(drawing) == []


def test_sideways_a_superior_stands_left_of_the_middle_of_those_below():
    drawing = draw(chart_of(unit("营销部", unit("市场部"), unit("销售部"))), Style(sideways=True))
    top, *below = drawing.cards
    assert top.x < below[0].x == below[1].x
    middle, first, last = (card.y + card.height / 2 for card in drawing.cards)
    assert middle == (first + last) / 2


def test_vertical_names_make_the_last_boxes_narrow():
    chart = chart_of(unit("营销部", unit("市场部"), unit("很长很长很长很长的部门名称")))
    _root, short, long = draw(chart, Style(vertical=True)).cards
    assert (short.name, short.vertical) == (("市场部",), True)
    assert long.name == ("很长很长很长很长的", "部门名称")
    assert short.width < long.width < 100


def test_a_branch_that_says_so_is_wide_or_stacked():
    leaves = [unit(f"部{n}") for n in range(6)]
    wide = draw(chart_of(unit("根", *leaves, branch_layout="wide")))
    stacked = draw(chart_of(unit("根", *leaves[:2], branch_layout="stacked")))
    assert len({card.y for card in wide.cards}) == 2
    assert len({card.y for card in stacked.cards}) == 3


def test_those_who_have_somebody_below_stand_side_by_side_all_the_same():
    # The help text in the admin says so.
    branches = (unit("甲", unit("丙")), unit("乙"))
    top, first, _below, second = draw(
        chart_of(unit("根", *branches, branch_layout="stacked"))
    ).cards
    assert top.y < first.y == second.y


def test_outside_units_of_the_first_level_share_a_column_without_lines():
    units = [unit(name, kind="outside") for name in ("财务部", "技术中心", "综合办")]
    tree = unit("委员会", unit("营销部", unit("市场部", unit("策划组"))))
    drawing = draw(chart_of(tree, *units))
    assert len({card.x for card in drawing.cards}) == 2
    assert len(lines(drawing)) == 3


def test_outside_units_beside_a_short_tree_stand_in_a_row():
    units = [unit(name, kind="outside") for name in ("财务部", "技术中心", "综合办")]
    drawing = draw(chart_of(unit("营销部"), *units))
    assert len({card.y for card in drawing.cards}) == 1


def test_the_line_to_an_outside_unit_is_dashed():
    drawing = draw(chart_of(unit("营销部", unit("市场部"), unit("代理商", kind="outside"))))
    assert {
        drawing.cards[line.subordinate].department.name: line.dashed for line in lines(drawing)
    } == {"市场部": False, "代理商": True}


def test_neighbours_that_hand_over_get_an_arrow_each_way_with_its_number():
    exchanges = (hand_off("甲", "乙", "一"), hand_off("甲", "乙", "二"), hand_off("乙", "甲"))
    drawing = draw(chart_of(unit("根", unit("甲"), unit("乙")), hand_offs=exchanges))
    assert [(one.giver, one.receiver, one.number) for one in drawing.arrows] == [
        (1, 2, 2),
        (2, 1, 1),
    ]


def test_the_name_of_a_role_has_all_the_room_that_its_number_leaves():
    roles = (role("Marketing Manager", 13), role("Promotion Supervisor", 0))
    chart = chart_of(unit("市场部", roles=roles, role_count=2))
    (card,) = draw(chart, Style(with_roles=True)).cards
    assert card.role_lines == (("Marketing Manager", 13), ("Promotion Supervisor", 0))


def test_roles_are_listed_only_when_asked_for_and_make_the_card_taller():
    chart = chart_of(unit("市场部", roles=(role("经理", 13),), role_count=1))
    (plain,), (listed,) = draw(chart).cards, draw(chart, Style(with_roles=True)).cards
    assert plain.role_lines == ()
    assert listed.role_lines == (("经理", 13),)
    assert listed.height > plain.height


def test_a_card_says_how_many_departments_below_are_not_drawn():
    (card,) = draw(chart_of(unit("根", descendant_count=7))).cards
    assert card.hidden == 7


def test_an_empty_chart_is_an_empty_drawing():
    assert draw(chart_of()).cards == ()


def test_thirty_levels_are_drawn():
    tower = unit("底")
    for _level in range(29):
        tower = unit("", tower)
    assert len(draw(chart_of(tower)).cards) == 30


@settings(max_examples=60, deadline=None)
@given(charts(), strategies.sampled_from(STYLES))
def test_nothing_overlaps_overflows_or_crosses_a_card(chart, style):
    assert faults(draw(chart, style)) == []


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=4, deadline=None)
@given(size=strategies.sampled_from([1, 30, 1_000, 10_000]), seed=strategies.integers(0, 999))
def test_large_charts_are_as_sound(style, size, seed):
    assert faults(draw(big_chart(size, seed), style)) == []


@settings(max_examples=60, deadline=None)
@given(charts(), strategies.sampled_from(STYLES))
def test_every_department_and_every_line_of_command_is_drawn(chart, style):
    drawing = draw(chart, style)
    units = list(chart.walk())
    assert [card.department.key for card in drawing.cards] == [one.key for one in units]
    keys = [card.department.key for card in drawing.cards]
    assert sorted(
        (keys[family.superior], keys[line.subordinate])
        for family in drawing.families
        for line in family.lines
    ) == sorted((one.key, below.key) for one in units for below in one.children)
