"""Where arrows end on the sides of cards: a one-way arrow never looks as if it went both ways."""

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


def test_the_strip_below_a_broad_card_is_free_for_its_arrows():
    staff = [unit(name, placement="beside") for name in ("丙", "丁")]
    chart = tied(unit("根", unit("甲")), unit("乙", *staff), ties=[("guides", "甲", "乙")])
    assert faults(draw(chart, Style(vertical=True))) == []
