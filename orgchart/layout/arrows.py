"""The arrows of a drawing: straight between neighbours, else through the free corridors."""

import itertools
from collections import Counter

from orgchart.layout.arrangement import WIDE
from orgchart.layout.drawing import Arrow, Point, Tie
from orgchart.layout.ends import Ends, Side
from orgchart.layout.labels import Labels
from orgchart.layout.lanes import in_lanes
from orgchart.layout.places import FOREST, OUTSIDE, Places
from orgchart.layout.routes import Routes
from orgchart.layout.rows import Rows
from orgchart.layout.spacing import Spacing

# More than a reader can follow.
MOST_ARROWS = 60


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
    ordered = sorted(ties, key=_order)
    ends = Ends(places.lengths)
    routes = Routes(rows, arrangements, places, spacing, ends)
    levels = _levels(ordered, _neighbours(rows, arrangements, places), routes)
    ways = {
        (kind, giver, receiver): routes.between(giver, receiver, lane)
        for (kind, giver, receiver), lane in in_lanes(
            [tie for tie in ordered if tie not in levels], routes
        )
    }
    labels = Labels()
    found = []
    for tie in ordered:
        if tie in levels:
            points = _straight(places, *tie[1:], levels[tie])
            label = labels.take(_middle(points))
        else:
            points = ways[tie]
            label = labels.place(points)
        found.append(Arrow(*tie, ties[tie], points, label))
    return tuple(found), 0


def _levels(
    ordered: list[Tie], neighbours: set[frozenset[int]], routes: Routes
) -> dict[Tie, float]:
    """Return how far down each straight arrow runs; count the ends of the others."""
    found = {}
    for tie in ordered:
        _kind, giver, receiver = tie
        level = None
        if frozenset((giver, receiver)) in neighbours:
            ahead = _ahead(routes.places, giver, receiver)
            level = routes.ends.straight_level(Side(giver, ahead), Side(receiver, -ahead))
        if level is None:
            routes.expect(giver, receiver)
        else:
            found[tie] = level
    return found


def _order(tie: Tie) -> tuple[int, int, bool, str]:
    """Sort by pair, from left to right first, so that there and back stand together."""
    kind, giver, receiver = tie
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
    ahead = _ahead(places, giver, receiver)
    down = places.down[giver] + level
    start = places.across[giver] + ahead * places.breadths[giver] / 2
    end = places.across[receiver] - ahead * places.breadths[receiver] / 2
    return ((start, down), (end, down))


def _ahead(places: Places, giver: int, receiver: int) -> int:
    """Return 1 where the receiver stands on the side of growing numbers, else -1."""
    return 1 if places.across[receiver] > places.across[giver] else -1


def _middle(points: tuple[Point, ...]) -> Point:
    (start, down), (end, _down) = points
    return ((start + end) / 2, down)
