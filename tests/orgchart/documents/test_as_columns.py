from hypothesis import given, settings

from orgchart.documents import as_columns
from orgchart.layout import Style, draw
from tests.outlines import chart_of, charts, hand_off, role, unit


def test_the_nth_entry_of_each_column_is_the_nth_card():
    closed = unit("销售部", kind="outside", mission="卖", duty_count=14, descendant_count=3)
    columns = as_columns.write(draw(chart_of(unit("营销部", unit("市场部"), closed))))
    assert columns["title"] == ["营销部", "市场部", "销售部"]
    assert columns["parent"] == [-1, 0, 0]
    assert columns["branch"] == [as_columns.OPEN, as_columns.LEAF, as_columns.CLOSED]
    assert columns["hidden"] == [0, 0, 3]
    assert columns["kind"] == ["department", "department", "outside"]
    assert columns["mission"] == ["", "", "卖"]


def test_a_family_has_its_edges_and_its_solid_and_dashed_lines():
    chart = chart_of(unit("营销部", unit("市场部"), unit("代理商", kind="outside")))
    ((left, top, right, bottom, solid, dashed),) = as_columns.write(draw(chart))["families"]
    assert left < right
    assert top < bottom
    assert (solid.count("M"), dashed.count("M")) == (1, 1)


def test_roles_are_sent_when_they_are_drawn():
    chart = chart_of(unit("市场部", roles=(role("经理", 13),)))
    assert as_columns.write(draw(chart))["roles"] == []
    assert as_columns.write(draw(chart, Style(with_roles=True)))["roles"] == [(("经理", 13),)]


def test_arrows_come_as_they_are_drawn():
    chart = chart_of(unit("根", unit("甲"), unit("乙")), hand_offs=(hand_off("甲", "乙"),))
    (arrow,) = as_columns.write(draw(chart))["arrows"]
    assert arrow.startswith('<g class="arrow there">')


@settings(max_examples=40, deadline=None)
@given(charts(most=30))
def test_no_card_and_no_line_is_lost(chart):
    columns = as_columns.write(draw(chart))
    units = list(chart.walk())
    assert {len(columns[name]) for name in ("x", "y", "w", "h", "parent", "slug", "name")} == {
        len(units)
    }
    lines = sum(family[4].count("M") + family[5].count("M") for family in columns["families"])
    assert lines == sum(len(one.children) for one in units)
