"""Where arrows end on the sides of cards: a one-way arrow never looks as if it went both ways."""

import pytest
from hypothesis import given, settings, strategies

from orgchart.layout import Style, draw
from orgchart.outline import HandOff, Relation
from tests.orgchart.layout.judge import faults
from tests.outlines import chart_of, unit

STYLES = [Style(), Style(vertical=True), Style(sideways=True)]
KINDS = ("hand_off", "guides", "evaluates", "collaborates")


def tied(*departments, ties):
    """A chart with these ties: (kind, from, to)."""
    given = [tie for tie in ties if tie[0] == "hand_off"]
    others = [tie for tie in ties if tie[0] != "hand_off"]
    return chart_of(
        *departments,
        hand_offs=tuple(
            HandOff(key="".join(tie), giver=tie[1], receiver=tie[2], text="资料") for tie in given
        ),
        relations=tuple(
            Relation(key="".join(tie), from_department=tie[1], to_department=tie[2], kind=tie[0])
            for tie in others
        ),
    )


def heights(drawing, name):
    """How far down a card its arrows end."""
    return [
        (y - drawing.cards[index].y, len(arrow.points) == 2)
        for arrow in drawing.arrows
        for index, (_x, y) in ((arrow.giver, arrow.points[0]), (arrow.receiver, arrow.points[-1]))
        if drawing.cards[index].department.name == name
    ]


def test_an_arrow_round_a_neighbour_ends_beside_the_straight_ones():
    ties = [("guides", "甲", "乙"), ("evaluates", "丙", "甲")]
    drawing = draw(tied(unit("根", unit("甲"), unit("乙"), unit("丙")), ties=ties))
    assert heights(drawing, "甲") == [(24, True), (13, False)]


def test_starts_and_ends_of_arrows_round_others_stand_apart():
    ties = [("guides", "甲", "丙"), ("evaluates", "丙", "甲")]
    drawing = draw(tied(unit("根", unit("甲"), unit("乙"), unit("丙")), ties=ties))
    assert len({height for height, _is_straight in heights(drawing, "甲")}) == 2


def test_more_arrows_than_a_side_has_heights_share_them_by_direction():
    names = [f"部{n}" for n in range(20)]
    ties = [("hand_off", "甲", name) for name in names[1:]]
    ties += [("hand_off", name, "甲") for name in names[1:6]]
    drawing = draw(tied(unit("根", unit("甲"), *map(unit, names)), ties=ties))
    assert len(drawing.arrows) == len(ties)
    assert faults(drawing) == []


def test_sideways_an_arrow_to_a_superior_ends_on_its_card():
    chart = tied(unit("根", unit("甲"), unit("乙")), ties=[("hand_off", "乙", "根")])
    drawing = draw(chart, Style(sideways=True))
    (arrow,), (top, *_below) = drawing.arrows, drawing.cards
    assert arrow.points[-1][0] == top.right
    assert top.y < arrow.points[-1][1] < top.bottom


def test_the_sign_on_a_short_arrow_covers_no_card():
    ties = [("collaborates", "甲", "根"), ("evaluates", "甲", "根")]
    chart = tied(unit("根", unit("甲", placement="beside")), ties=ties)
    assert [faults(draw(chart, style)) for style in STYLES] == [[], [], []]


@pytest.mark.parametrize("name", "甲乙丙丁")
def test_the_sign_of_an_arrow_to_staff_covers_no_card(name):
    staff = [unit(one, placement="beside") for one in "甲乙丙"]
    staff.append(unit("丁", unit("一组"), unit("二组"), placement="beside"))
    chart = tied(unit("根", *staff), ties=[("hand_off", "根", name)])
    assert [faults(draw(chart, style)) for style in STYLES] == [[], [], []]


def test_the_strip_below_a_broad_card_is_free_for_its_arrows():
    staff = [unit(name, placement="beside") for name in ("丙", "丁")]
    chart = tied(unit("根", unit("甲")), unit("乙", *staff), ties=[("guides", "甲", "乙")])
    assert faults(draw(chart, Style(vertical=True))) == []


@strategies.composite
def tied_charts(draw):
    """A small tree with many ties of every kind."""
    size = draw(strategies.integers(2, 9))
    below = {index: [] for index in range(-1, size)}
    for index in range(size - 1, -1, -1):
        parent = draw(strategies.integers(-1, index - 1))
        placement = draw(strategies.sampled_from(["below", "below", "beside"]))
        mission = draw(strategies.sampled_from(["", "对各环节行使管理、监督。"]))
        one = unit(f"部{index}", *below[index], placement=placement, mission=mission)
        below[parent].insert(0, one)
    ends = strategies.sampled_from([f"部{index}" for index in range(size)])
    ties = strategies.tuples(strategies.sampled_from(KINDS), ends, ends)
    return tied(*below[-1], ties=draw(strategies.lists(ties, max_size=12, unique=True)))


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=60, deadline=None)
@given(chart=tied_charts())
def test_many_ties_stay_apart(chart, style):
    assert faults(draw(chart, style)) == []
