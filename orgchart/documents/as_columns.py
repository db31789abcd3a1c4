"""A drawing as columns of numbers and words, for a script that draws what is in view."""

from typing import Any

from django.utils.translation import get_language

from orgchart.documents.as_svg import arrow_part
from orgchart.documents.drawing_words import counts
from orgchart.documents.paths import family_paths
from orgchart.layout import Drawing, Family

# What a card's branch looks like: nothing below, drawn below, hidden below.
LEAF, OPEN, CLOSED = range(3)
REACH = 2


def write(drawing: Drawing) -> dict[str, Any]:
    """Return the drawing as JSON values; the n-th entry of each column is the n-th card.

    `families` are the left, upper, right and lower edge of lines that belong
    together, their solid and their dashed path; `arrows` are SVG.
    """
    cards = drawing.cards
    language = get_language() or ""
    below = {family.superior for family in drawing.families}
    return {
        "width": drawing.width,
        "height": drawing.height,
        "sideways": drawing.style.sideways,
        "x": [card.x for card in cards],
        "y": [card.y for card in cards],
        "w": [card.width for card in cards],
        "h": [card.height for card in cards],
        "parent": [card.parent for card in cards],
        "branch": [
            CLOSED if card.hidden else OPEN if index in below else LEAF
            for index, card in enumerate(cards)
        ],
        "hidden": [card.hidden for card in cards],
        "kind": [card.department.kind for card in cards],
        "slug": [card.department.slug for card in cards],
        "title": [card.department.name for card in cards],
        "name": ["\n".join(card.name) for card in cards],
        "mission": ["\n".join(card.mission) for card in cards],
        "counts": [counts(card.department, language) for card in cards],
        "roles": [card.role_lines for card in cards] if drawing.style.with_roles else [],
        "vertical": [index for index, card in enumerate(cards) if card.vertical],
        "families": [family_row(family) for family in drawing.families],
        "arrows": [arrow_part(arrow, drawing) for arrow in drawing.arrows],
    }


def family_row(family: Family) -> list[Any]:
    """Return the edges of a family's lines, and their paths."""
    across = [x for line in family.lines for x, _y in line.points]
    down = [y for line in family.lines for _x, y in line.points]
    edges = [min(across) - REACH, min(down) - REACH, max(across) + REACH, max(down) + REACH]
    return [*edges, *family_paths(family.lines)]
