"""Arrows of one card run side by side: none crosses another, and no sign lies on another's line."""

import itertools

import pytest

from orgchart.layout import Style, draw
from orgchart.layout.lanes import LANES
from tests.orgchart.layout.judge import LABEL, faults
from tests.orgchart.layout.test_arrows import tied
from tests.outlines import unit

STYLES = [Style(), Style(sideways=True)]


def outside(name):
    return unit(name, kind="outside")


def crossing(drawing):
    """The pairs of arrows that cross."""
    return [
        (one.receiver, other.receiver)
        for one, other in itertools.combinations(drawing.arrows, 2)
        for piece, another in itertools.product(pieces(one), pieces(other))
        if meets(piece, another)
    ]


def covered(drawing):
    """The arrows on which the sign of another one lies."""
    return [
        (one.receiver, other.receiver)
        for one, other in itertools.permutations(drawing.arrows, 2)
        for piece in pieces(other)
        if meets(around(one.label), piece)
    ]


def pieces(arrow):
    """The straight parts of an arrow, as (left, top, right, bottom)."""
    for (x, y), (to_x, to_y) in itertools.pairwise(arrow.points):
        yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def around(label):
    x, y = label
    return x - LABEL, y - LABEL, x + LABEL, y + LABEL


def meets(one, other):
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", range(1, LANES + 1))
@pytest.mark.parametrize("first", range(3))
def test_what_one_card_gives_to_outside_units_crosses_nothing(style, number, first):
    units = [f"外{index}" for index in range(6)]
    ties = [("hand_off", "甲", name) for name in units[first : first + number]]
    chart = tied(unit("甲", unit("丙")), unit("乙"), *map(outside, units), ties=ties)
    drawing = draw(chart, style)
    assert len(drawing.arrows) == number
    assert crossing(drawing) == []
    assert covered(drawing) == []
    assert faults(drawing) == []


@pytest.mark.parametrize("style", STYLES)
def test_what_one_card_gets_from_many_crosses_nothing(style):
    ties = [("hand_off", name, "甲") for name in ("丙", "丁", "戊")]
    chart = tied(unit("根", *map(unit, "甲乙丙丁戊")), ties=ties)
    drawing = draw(chart, style)
    assert crossing(drawing) == []
    assert faults(drawing) == []


def test_lanes_are_used_by_turns():
    ties = [("hand_off", f"外{index}", "甲") for index in range(5)]
    chart = tied(unit("甲"), unit("乙"), *(outside(f"外{index}") for index in range(5)), ties=ties)
    heights = [min(y for _x, y in arrow.points) for arrow in draw(chart).arrows]
    assert len(set(heights)) == LANES
