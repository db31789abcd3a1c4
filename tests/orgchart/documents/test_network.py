from hypothesis import given

from orgchart.documents.network import Line, branches, identities, ties
from orgchart.outline import Relation
from tests.orgchart.strategies import tied_charts
from tests.outlines import chart_of, hand_off, unit


def test_departments_are_numbered_in_order_whatever_their_keys():
    chart = chart_of(unit("根", unit("甲", key='"]'), key="end"), unit("乙"))
    assert identities(chart) == {"end": "d1", '"]': "d2", "乙": "d3"}


def test_branches_tell_command_from_outside_units():
    chart = chart_of(unit("根", unit("甲"), unit("顾问", kind="outside")))
    assert branches(chart) == [Line("根", "甲", "command"), Line("根", "顾问", "outside")]


def test_hand_offs_are_counted_by_giver_and_receiver():
    exchanges = (hand_off("甲", "乙"), hand_off("乙", "甲"), hand_off("甲", "乙", "另一份"))
    chart = chart_of(unit("甲"), unit("乙"), hand_offs=exchanges)
    assert ties(chart) == [Line("甲", "乙", "hand_off", 2), Line("乙", "甲", "hand_off", 1)]


def test_relations_follow_hand_offs():
    relation = Relation(key="r", from_department="甲", to_department="乙", kind="guides")
    chart = chart_of(
        unit("甲"), unit("乙"), hand_offs=(hand_off("乙", "甲"),), relations=(relation,)
    )
    assert [line.kind for line in ties(chart)] == ["hand_off", "guides"]


def test_a_tie_to_a_department_left_out_is_left_out():
    relation = Relation(key="r", from_department="丙", to_department="甲", kind="guides")
    chart = chart_of(unit("甲"), hand_offs=(hand_off("甲", "乙"),), relations=(relation,))
    assert ties(chart) == []


@given(tied_charts())
def test_every_department_below_another_hangs_on_one_line(chart):
    below = [one.key for root in chart.departments for one in root.walk() if one is not root]
    assert sorted(line.end for line in branches(chart)) == sorted(below)


@given(tied_charts())
def test_no_hand_off_and_no_relation_is_lost(chart):
    found = ties(chart)
    assert sum(line.number for line in found) == len(chart.hand_offs)
    assert len([line for line in found if line.kind != "hand_off"]) == len(chart.relations)
