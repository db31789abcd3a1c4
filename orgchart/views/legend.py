"""What is drawn and needs explaining, and nothing else."""

from departments.models import Department, Relation
from orgchart import layout
from orgchart.documents.as_svg import arrow_class
from orgchart.documents.drawing_words import sign

# Few arrows are named one by one.
FEW = 4
WAYS = ("there", "back")


def legend(drawing: layout.Drawing) -> dict:
    """Return the kinds of cards, lines and arrows of a drawing."""
    kinds = {card.department.kind for card in drawing.cards}
    lines = [line for family in drawing.families for line in family.lines]
    hand_offs = [arrow for arrow in drawing.arrows if arrow.kind == "hand_off"]
    relations = {arrow.kind: sign(arrow) for arrow in drawing.arrows if arrow.kind != "hand_off"}
    return {
        "kinds": [(kind, label) for kind, label in Department.Kind.choices if kind in kinds],
        "solid": any(not line.dashed for line in lines),
        "dashed": any(line.dashed for line in lines),
        "role_counts": any(duties for card in drawing.cards for _role, duties in card.role_lines),
        "hidden": any(card.hidden for card in drawing.cards),
        "arrows": [named(drawing, arrow) for arrow in hand_offs] if len(hand_offs) <= FEW else [],
        "hand_offs": ways(hand_offs) if len(hand_offs) > FEW else [],
        "relations": [
            (kind, relations[kind], label)
            for kind, label in Relation.Kind.choices
            if kind in relations
        ],
        "undrawn": drawing.undrawn,
    }


def ways(hand_offs: list[layout.Arrow]) -> list[str]:
    """Return which of the two looks of hand-offs are drawn."""
    drawn = {arrow_class(arrow) for arrow in hand_offs}
    return [way for way in WAYS if way in drawn]


def named(drawing: layout.Drawing, arrow: layout.Arrow) -> dict:
    """Return a flow of hand-offs with the names of both ends."""
    return {
        "way": arrow_class(arrow),
        "giver": drawing.cards[arrow.giver].department.name,
        "receiver": drawing.cards[arrow.receiver].department.name,
        "number": arrow.number,
    }
