import pytest
from django.utils.translation import override

from orgchart.documents.drawing_legend import LINE, MOST_LINES, entries, shortened, write
from orgchart.layout import Style, draw
from orgchart.views.legend import legend
from tests.outlines import chart_of, hand_off, role, unit

NAMES = [name * 12 for name in "甲乙丙丁"]


@pytest.fixture(autouse=True, scope="module")
def _in_chinese():
    with override("zh-hans"):
        yield


def said(*flows):
    ties = tuple(hand_off(NAMES[one], NAMES[other]) for one, other in flows)
    return legend(draw(chart_of(unit("根", *map(unit, NAMES)), hand_offs=ties)))


def labels(found):
    return [entry.label for entry in entries(found)]


def test_nothing_but_what_is_drawn_is_named():
    assert labels(legend(draw(chart_of(unit("根"))))) == ["部门"]
    assert write(legend(draw(chart_of())), 500) == ('<g class="drawing meaning"></g>', 0)


def test_the_numbers_of_roles_are_named_where_there_are_any():
    def found(number, with_roles=True):
        chart = chart_of(unit("根", roles=(role("经理", number),)))
        return labels(legend(draw(chart, Style(with_roles=with_roles))))

    assert found(3) == ["部门", "岗位后的数字：职责项数"]
    assert found(0) == found(3, with_roles=False) == ["部门"]


def test_of_many_arrows_both_looks_are_named_where_they_are_drawn():
    there = [(one, other) for one in range(4) for other in range(one + 1, 4)]
    assert labels(said(*there)) == ["部门", "隶属关系", "协作，附项数"]
    back = [(other, one) for one, other in there]
    assert labels(said(*back))[2:] == ["反方向的协作，附项数"]
    found = entries(said(*there, *back))[2:]
    assert [entry.label for entry in found] == ["协作，附项数", "反方向的协作，附项数"]
    assert ["arrow there" in entry.sign for entry in found] == [True, False]
    assert "arrow back" in found[1].sign


def test_a_legend_is_as_high_as_its_lines():
    assert write(said((0, 1)), 5000)[1] == LINE
    assert write(said((0, 1), (1, 2), (2, 3)), 500)[1] == 4 * LINE


def test_a_legend_with_too_many_names_is_shortened():
    long = said((0, 1), (1, 2), (2, 3), (3, 2))
    assert labels(shortened(long, 800)) == [
        *("部门", "隶属关系", "协作，附项数", "反方向的协作，附项数")
    ]
    assert write(shortened(long, 800), 800)[1] <= MOST_LINES * LINE
    assert shortened(long, 8000) == long
