"""The signs of arrows: on their line, and apart from each other."""

import itertools

import pytest

from orgchart import layout
from orgchart.layout.labels import APART, Labels
from orgchart.outline import HandOff, Relation
from tests.outlines import chart_of, unit

LINE = ((0, 0), (0, 40), (300, 40), (300, 0))


def apart(one, other):
    return abs(one[0] - other[0]) >= APART or abs(one[1] - other[1]) >= APART


def test_a_sign_stands_in_the_middle_of_the_longest_stretch_across():
    assert Labels().place(LINE) == (150, 40)


def test_signs_of_the_same_line_stand_apart():
    labels = Labels()
    found = [labels.place(LINE) for _arrow in range(12)]
    assert all(apart(*pair) for pair in itertools.combinations(found, 2))
    assert {y for _x, y in found} == {40}


def test_a_line_without_a_free_place_keeps_its_middle():
    labels = Labels()
    short = ((0, 0), (30, 0))
    assert [labels.place(short), labels.place(short)] == [(15, 0), (15, 0)]


@pytest.mark.parametrize("sideways", [False, True])
def test_no_sign_of_a_drawing_hides_another(sideways):
    below = [unit(f"部{number}", key=f"d{number}") for number in range(6)]
    ties = [
        Relation(key=f"r{n}{kind}", from_department="board", to_department=f"d{n}", kind=kind)
        for n in range(6)
        for kind in ("guides", "evaluates")
    ]
    given = [HandOff(key=f"h{n}", giver="d0", receiver=f"d{n}", text="报告") for n in range(1, 6)]
    chart = chart_of(
        unit("营销部", *below, key="top"),
        unit("委员会", key="board", kind="committee"),
        relations=tuple(ties),
        hand_offs=tuple(given),
    )
    labels = [arrow.label for arrow in layout.draw(chart, layout.Style(sideways=sideways)).arrows]
    assert len(labels) == 17
    assert [pair for pair in itertools.combinations(labels, 2) if not apart(*pair)] == []
