"""Which lane of a corridor each arrow takes that runs round other cards.

The arrows of one card do not cross one another: the one that goes furthest runs
outermost, and leaves or meets the card uppermost. Lower rows of outside units are
reached through a channel before them all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from orgchart.layout.drawing import Tie
from orgchart.layout.routes import Routes
from orgchart.layout.spacing import ASIDE

LANES = len(ASIDE)


class Way(NamedTuple):
    """An arrow to be; in the order of these, the outermost comes first."""

    row: int
    nearness: float
    tie: Tie


def in_lanes(ties: list[Tie], routes: Routes) -> Iterator[tuple[Tie, int]]:
    """Yield the ties in the order in which they take their places, each with its lane.

    Lanes count from the outermost, 0, and are used by turns.
    """
    number = 0
    for ways in _by_hub(ties, routes):
        number = _first(number, len(ways))
        for way in sorted(ways):
            yield way.tie, number % LANES
            number += 1


def _by_hub(ties: list[Tie], routes: Routes) -> list[list[Way]]:
    """Part the ties by the card at which most of them meet, and by its side."""
    numbers = Counter(card for _kind, *pair in ties for card in pair)
    sides: dict[tuple[int, int], list[Way]] = defaultdict(list)
    for tie in ties:
        _kind, hub, other = tie
        if numbers[other] > numbers[hub]:
            hub, other = other, hub
        nearness = -abs(routes.places.across[other] - routes.places.across[hub])
        way = Way(routes.outside_row(other), nearness, tie)
        sides[hub, routes.side(hub, other)].append(way)
    return list(sides.values())


def _first(number: int, size: int) -> int:
    """Return from which number on so many lanes, or all of them, follow from the outside in."""
    rest = number % LANES
    return number if rest + min(size, LANES) <= LANES else number + LANES - rest
