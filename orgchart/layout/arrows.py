"""The arrows of a drawing: straight between neighbours, else through the free corridors."""

import itertools
from collections import Counter

from orgchart.layout.arrangement import WIDE
from orgchart.layout.drawing import Arrow, Point
from orgchart.layout.labels import Labels
from orgchart.layout.places import FOREST, OUTSIDE, Places
from orgchart.layout.routes import Routes
from orgchart.layout.rows import Rows
from orgchart.layout.spacing import FIRST_ARROW, NEXT_ARROW, Spacing

# More than a reader can follow.
MOST_ARROWS = 60

Tie = tuple[str, int, int]


def arrows(
    rows: Rows,
    arrangements: list[str],
    places: Places,
    spacing: Spacing,
    ties: Counter[Tie],
) -> tuple[tuple[Arrow, ...], int]:
    """Return an arrow for each (kind, giver, receiver), and how many were left out.

    Points are (across, down). Where there are too many, none is drawn.
    """
    if not ties:
        return (), 0
    if len(ties) > MOST_ARROWS:
        return (), len(ties)
    neighbours = _neighbours(rows, arrangements, places)
    routes = Routes(rows, arrangements, places, spacing)
    between: Counter[frozenset[int]] = Counter()
    labels = Labels()
    found = []
    for number, ((kind, giver, receiver), amount) in enumerate(sorted(ties.items(), key=_order)):
        pair = frozenset((giver, receiver))
        level = FIRST_ARROW + NEXT_ARROW * between[pair]
        room = min(places.lengths[giver], places.lengths[receiver])
        if pair in neighbours and level < room:
            between[pair] += 1
            points = _straight(places, giver, receiver, level)
            label = labels.take(_middle(points))
        else:
            points = routes.between(giver, receiver, number)
            label = labels.place(points)
        found.append(Arrow(kind, giver, receiver, amount, points, label))
    return tuple(found), 0


def _order(tie: tuple[Tie, int]) -> tuple[int, int, bool, str]:
    """Sort by pair, from left to right first, so that there and back stand together."""
    (kind, giver, receiver), _amount = tie
    return (min(giver, receiver), max(giver, receiver), giver > receiver, kind)


def _neighbours(rows: Rows, arrangements: list[str], places: Places) -> set[frozenset[int]]:
    """Return the pairs that stand side by side with nothing between them."""
    outside = places.grids.get(OUTSIDE)
    first = [root for root in rows.roots if not (outside and root in outside.row_of)]
    families = [first] if FOREST not in places.grids else []
    families += [
        [one for one in family if rows.departments[one].placement != "beside"]
        for index, family in enumerate(rows.children)
        if arrangements[index] == WIDE
    ]
    return {frozenset(pair) for line in families for pair in itertools.pairwise(line)}


def _straight(places: Places, giver: int, receiver: int, level: float) -> tuple[Point, ...]:
    ahead = 1 if places.across[receiver] > places.across[giver] else -1
    down = places.down[giver] + level
    start = places.across[giver] + ahead * places.breadths[giver] / 2
    end = places.across[receiver] - ahead * places.breadths[receiver] / 2
    return ((start, down), (end, down))


def _middle(points: tuple[Point, ...]) -> Point:
    (start, down), (end, _down) = points
    return ((start + end) / 2, down)
