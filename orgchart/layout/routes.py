"""Ways through a drawing that cross no card.

Two corridors are free by construction: half the sibling gap beside every card,
and the strip between a superior and those below, its gate. A way climbs from
gate to gate to the nearest common superior and comes down on the other side.
All points are (across, down).
"""

from orgchart.layout.arrangement import GRID, STACKED
from orgchart.layout.drawing import Point
from orgchart.layout.ends import Ends, Side
from orgchart.layout.places import FOREST, OUTSIDE, Grid, Places
from orgchart.layout.rows import Rows
from orgchart.layout.spacing import ABOVE, ABOVE_ALL, ABOVE_BESIDE, ASIDE, CHANNEL, Spacing

# Where a way to a superior's own card ends, beside the trunk.
BESIDE_TRUNK = 12
FROM_MIDDLE = 34
# Sideways, cards are hardly broader than that.
FROM_CORNER = 6


class Routes:
    """The ways between the cards of one drawing."""

    def __init__(
        self,
        rows: Rows,
        arrangements: list[str],
        places: Places,
        spacing: Spacing,
        ends: Ends,
    ) -> None:
        self.rows = rows
        self.arrangements = arrangements
        self.places = places
        self.spacing = spacing
        self.ends = ends

    def expect(self, giver: int, receiver: int) -> None:
        """Count the ends of a way before any is drawn; those on a lower edge are apart."""
        top = self._common_superior(giver, receiver)
        if giver != top:
            self.ends.expect(Side(giver, self.side(giver, receiver)), arrives=False)
        if receiver != top:
            self.ends.expect(Side(receiver, self.side(receiver, giver)), arrives=True)

    def between(self, giver: int, receiver: int, lane: int) -> tuple[Point, ...]:
        """Return the corners of an expected way, in one of the lanes of every corridor."""
        top = self._common_superior(giver, receiver)
        start = self._way(giver, top, receiver, lane, arrives=False)
        end = self._way(receiver, top, giver, lane, arrives=True)
        return simplified((*start, *reversed(end)))

    def _common_superior(self, one: int, other: int) -> int:
        """Return the nearest card that is above both, or one of the two, or -1."""
        above = set()
        while one >= 0:
            above.add(one)
            one = self.rows.parents[one]
        while other >= 0 and other not in above:
            other = self.rows.parents[other]
        return other

    def _way(self, index: int, top: int, goal: int, lane: int, *, arrives: bool) -> list[Point]:
        """Return the way from a card up to the gate of `top`; the arrow may come the other way."""
        places, parents = self.places, self.rows.parents
        if index == top:
            return self._own_gate(index, goal, lane)
        side = self.side(index, goal)
        across = places.across[index] + side * (places.breadths[index] / 2 + ASIDE[lane])
        end = self.ends.round_level(Side(index, side), arrives=arrives)
        level = places.down[index] + end
        points = [
            (places.across[index] + side * places.breadths[index] / 2, level),
            (across, level),
        ]
        while True:
            points += self._to_gate(index, across, lane)
            index = parents[index]
            if index == top:
                return points
            side = self.side(index, goal)
            across = places.across[index] + side * (places.breadths[index] / 2 + ASIDE[lane])
            points.append((across, points[-1][1]))

    def outside_row(self, index: int) -> int:
        """Return in which row of outside units a card stands; 0 for all other cards."""
        return self._outside().get(index, 0)

    def side(self, index: int, goal: int) -> int:
        """Return the side a way takes: 1 is that of growing numbers, -1 the other one."""
        parent = self.rows.parents[index]
        if parent >= 0:
            if self._is_beside(index):
                return 1 if self.places.across[index] < self.places.across[parent] else -1
            if self.arrangements[parent] == STACKED:
                return 1
        return 1 if self.places.across[goal] >= self.places.across[index] else -1

    def _own_gate(self, index: int, goal: int, lane: int) -> list[Point]:
        """Return the way from a superior's lower edge into its own gate."""
        ahead = 1 if self.places.across[goal] >= self.places.across[index] else -1
        aside: float = FROM_MIDDLE + 6 * (len(ABOVE) - 1 - lane)
        if index in self.places.zones:
            aside = BESIDE_TRUNK
        aside = min(aside, self.places.breadths[index] / 2 - FROM_CORNER)
        across = self.places.across[index] + ahead * aside
        bottom = self.places.down[index] + self.places.lengths[index]
        return [(across, bottom), (across, self._gate(index, lane))]

    def _is_beside(self, index: int) -> bool:
        return self.rows.departments[index].placement == "beside"

    def _gate(self, parent: int, lane: int) -> float:
        """Return how far down the free strip below a superior runs."""
        places = self.places
        if parent in places.zones:
            bottom = places.down[parent] + places.lengths[parent]
            return bottom + self.spacing.level / 4
        if parent < 0:
            return min(places.down[root] for root in self.rows.roots) - ABOVE_ALL[lane]
        first = places.down[self.rows.children[parent][0]]
        if self.arrangements[parent] == STACKED:
            return first - self.spacing.stack / 2
        return first - ABOVE[lane]

    def _to_gate(self, index: int, across: float, lane: int) -> list[Point]:
        """Return the way from beside a card into the gate of its superior."""
        parent = self.rows.parents[index]
        gate = self._gate(parent, lane)
        if parent >= 0 and self.arrangements[parent] == STACKED:
            return [(across, gate)]
        above = self._above(index)[lane]
        grid = self._grid_of(index, parent)
        if grid is not None and grid.row_of[index]:
            is_outside = parent < 0 and index in self._outside()
            channel = grid.start - CHANNEL[lane] if is_outside else grid.end + ASIDE[lane]
            strip = self.places.down[index] - ABOVE[lane]
            points = [(across, strip), (channel, strip), (channel, grid.tops[0] - above)]
        else:
            points = [(across, self.places.down[index] - above)]
        if parent in self.places.zones:
            trunk = self.places.across[parent]
            beside = trunk + (BESIDE_TRUNK if across >= trunk else -BESIDE_TRUNK)
            points += [(beside, points[-1][1]), (beside, gate)]
        return points

    def _above(self, index: int) -> tuple[int, int, int]:
        """Return how far above a card the lanes run that lead to it."""
        if self.rows.parents[index] < 0:
            return ABOVE_ALL
        return ABOVE_BESIDE if self._is_beside(index) else ABOVE

    def _grid_of(self, index: int, parent: int) -> Grid | None:
        if parent >= 0:
            is_in_rows = self.arrangements[parent] == GRID and not self._is_beside(index)
            return self.places.grids[parent] if is_in_rows else None
        return self.places.grids.get(OUTSIDE if index in self._outside() else FOREST)

    def _outside(self) -> dict[int, int]:
        grid = self.places.grids.get(OUTSIDE)
        return grid.row_of if grid else {}


def simplified(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the way without doubled points and without points amid a straight stretch."""
    found: list[Point] = []
    for point in points:
        if found and found[-1] == point:
            continue
        while len(found) > 1 and _in_line(found[-2], found[-1], point):
            found.pop()
        if not found or found[-1] != point:
            found.append(point)
    return tuple(found)


def _in_line(one: Point, middle: Point, other: Point) -> bool:
    return one[0] == middle[0] == other[0] or one[1] == middle[1] == other[1]
