"""Where the signs of arrows stand: each on its own line, and not on another sign."""

import itertools
from collections.abc import Iterator

from orgchart.layout.drawing import Point

# A sign is a circle of 16 pixels and a line around it; so far the middles of two stay apart, so
# that some air is between them.
APART = 20
# Places are tried in steps of so many pixels, and so many on a stretch to each side.
STEP = 4
MOST_STEPS = 90
# From the corners of a line, where it turns or meets a card.
MARGIN = 14
# From the ends of a line, where its cards are.
CLEAR = 9

Stretch = tuple[Point, Point]


class Labels:
    """The signs placed so far."""

    def __init__(self) -> None:
        self.placed: list[Point] = []

    def take(self, place: Point) -> Point:
        """Remember a sign whose place is given, and return it."""
        self.placed.append(place)
        return place

    def place(self, points: tuple[Point, ...]) -> Point:
        """Return a free place on the line, the nearest to the middle of its longest stretch.

        Where none is free, the first of them that is on no card.
        """
        tried = list(clear_places(points)) or list(places(points))
        return self.take(next(filter(self.is_free, tried), tried[0]))

    def is_free(self, place: Point) -> bool:
        """Say whether a sign would stand apart from all others."""
        return all(abs(place[0] - x) >= APART or abs(place[1] - y) >= APART for x, y in self.placed)


def clear_places(points: tuple[Point, ...]) -> Iterator[Point]:
    """Yield where a line's sign may stand without covering a card at one of its ends."""
    ends = (points[0], points[-1])
    for place in places(points):
        if all(length((place, end)) >= CLEAR for end in ends):
            yield place


def places(points: tuple[Point, ...]) -> Iterator[Point]:
    """Yield where a line's sign may stand, the best place first.

    Stretches across come before others, inner ones, and longer ones.
    """
    stretches = list(itertools.pairwise(points))
    inner = [one for one in stretches[1:-1] if one[0][1] == one[1][1]]
    rest = [one for one in stretches if one not in inner]
    for group in (inner, rest):
        for stretch in sorted(group, key=length, reverse=True):
            yield from along(stretch)


def along(stretch: Stretch) -> Iterator[Point]:
    """Yield places on a stretch, from its middle to both ends."""
    (x, y), (to_x, to_y) = stretch
    whole = length(stretch) or 1
    yield (x + to_x) / 2, (y + to_y) / 2
    for step in range(1, MOST_STEPS):
        aside = step * STEP
        if whole / 2 - aside < MARGIN:
            return
        for part in (0.5 - aside / whole, 0.5 + aside / whole):
            yield x + (to_x - x) * part, y + (to_y - y) * part


def length(stretch: Stretch) -> float:
    """Return how long a stretch is, counted across and down."""
    (x, y), (to_x, to_y) = stretch
    return abs(x - to_x) + abs(y - to_y)
