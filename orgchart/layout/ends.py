"""How far down the side of a card its arrows end.

Straight arrows come first, a fixed step apart. Those that run round other cards
get what is left: halfway between, and where no straight one is. Those that
arrive share no place with those that leave, or two would look like one that
goes both ways.
"""

from collections import Counter
from typing import NamedTuple

from orgchart.layout.spacing import FIRST_ARROW, NEXT_ARROW

# So far from the corners of a card, which are round.
CORNER = 10
STEP = NEXT_ARROW / 2
FIRST = FIRST_ARROW - STEP


class Side(NamedTuple):
    """The side of a card, by its index; 1 is the side of growing numbers, -1 the other one."""

    card: int
    ahead: int


class Ends:
    """The ends of all arrows of one drawing: first all are counted, then each gets its place."""

    def __init__(self, lengths: list[float]) -> None:
        self.lengths = lengths
        self.straight: Counter[Side] = Counter()
        self.round: Counter[tuple[Side, bool]] = Counter()
        self.placed: Counter[tuple[Side, bool]] = Counter()

    def straight_level(self, one: Side, other: Side) -> float | None:
        """Return where the next straight arrow between two sides runs, if there is room."""
        level = FIRST_ARROW + NEXT_ARROW * self.straight[one]
        if level > min(self.lengths[one.card], self.lengths[other.card]) - CORNER:
            return None
        self.straight[one] += 1
        self.straight[other] += 1
        return level

    def expect(self, side: Side, *, arrives: bool) -> None:
        """Count an arrow that runs round other cards and ends on this side."""
        self.round[side, arrives] += 1

    def round_level(self, side: Side, *, arrives: bool) -> float:
        """Return where the next of the arrows counted before ends."""
        levels = self._share(side, arrives=arrives)
        number = self.placed[side, arrives]
        self.placed[side, arrives] += 1
        return levels[number % len(levels)]

    def _share(self, side: Side, *, arrives: bool) -> list[float]:
        """Return the places of one direction: the upper ones for arrows that arrive."""
        levels = self._free(side)
        arriving, leaving = self.round[side, True], self.round[side, False]
        if not arriving or not leaving:
            return levels
        upper = arriving
        if arriving + leaving > len(levels):
            upper = round(len(levels) * arriving / (arriving + leaving))
            upper = min(max(upper, 1), len(levels) - 1)
        return levels[:upper] if arrives else levels[upper:]

    def _free(self, side: Side) -> list[float]:
        """Return the places that no straight arrow takes; any card has room for two."""
        places = int((self.lengths[side.card] - CORNER - FIRST) // STEP) + 1
        taken = range(1, 2 * self.straight[side], 2)
        return [FIRST + STEP * place for place in range(places) if place not in taken]
