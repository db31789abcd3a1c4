"""Where cards stand: subtrees are placed from the leaves up, each as close as it can be.

All numbers are across (along siblings) and down (along levels); a block's own
card stands with the middle of its upper edge at (0, 0). Superiors stand over
the middle between the first and the last of those below. The depth of an
outline is limited, so recursion is safe, and the time grows with the cards.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from orgchart.layout.arrangement import GRID, MOST_ABREAST_BELOW, MOST_SIBLINGS, STACKED
from orgchart.layout.contour import Contour, clearance, continued, least, most, moved
from orgchart.layout.rows import Rows
from orgchart.layout.spacing import Spacing

Block = tuple[Contour, Contour]

# The grids of the first level: of the trees, and of the outside units beside them.
FOREST, OUTSIDE = -1, -2
# How much longer than the trees the columns beside them may be.
LONGER = 1.6


@dataclass(slots=True)
class Places:
    """Where each card stands: the middle of its upper edge, and what lines need to know.

    `grids` holds the rows below a superior that has them; `zones` how far down
    those beside a superior's line reach, counted from its card.
    """

    across: list[float]
    down: list[float]
    breadths: list[float]
    lengths: list[float]
    grids: dict[int, "Grid"] = field(default_factory=dict)
    zones: dict[int, float] = field(default_factory=dict)


@dataclass(slots=True)
class Grid:
    """Rows of blocks; `start` and `end` are its sides, `tops` where the rows begin.

    While subtrees are placed they count from the superior, afterwards from the origin.
    """

    start: float
    end: float
    tops: list[float]
    row_of: dict[int, int]


class Placing:
    """One run over one chart; `exchanging(one, other)` asks for room for arrows."""

    def __init__(
        self,
        rows: Rows,
        arrangements: Sequence[str],
        breadths: list[float],
        lengths: list[float],
        spacing: Spacing,
        exchanging: Callable[[int, int], bool] | None = None,
    ) -> None:
        self.rows = rows
        self.arrangements = arrangements
        self.spacing = spacing
        self.exchanging = exchanging
        size = len(breadths)
        self.places = Places([0.0] * size, [0.0] * size, breadths, lengths)

    def run(self) -> Places:
        """Return the places; those of subtrees are summed up from the roots."""
        units: list[int] = []
        trees: list[int] = []
        for root in self.rows.roots:
            (units if self._is_unit(root) else trees).append(root)
        _left, right = self._forest(trees or units)
        if trees and units:
            self._beside_forest(units, right)
        across, down, parents = self.places.across, self.places.down, self.rows.parents
        for index, parent in enumerate(parents):
            if parent >= 0:
                across[index] += across[parent]
                down[index] += down[parent]
        for parent, grid in self.places.grids.items():
            if parent >= 0:
                grid.start += across[parent]
                grid.end += across[parent]
                grid.tops = [top + down[parent] for top in grid.tops]
        return self.places

    def _is_unit(self, root: int) -> bool:
        return self.rows.departments[root].kind == "outside" and not self.rows.children[root]

    def _forest(self, roots: list[int]) -> Block:
        """Place the first level."""
        if len(roots) > MOST_SIBLINGS:
            return self._grid(FOREST, roots, 0)
        return self._abreast(roots, 0)

    def _beside_forest(self, units: list[int], right: Contour) -> None:
        """Place outside units in columns beside the trees, not much longer than these."""
        spacing, places = self.spacing, self.places
        breadth = max(places.breadths[unit] for unit in units) + spacing.sibling
        length = max(places.lengths[unit] for unit in units) + spacing.row
        fit = max(1, int((right[-1][0] * LONGER + spacing.row) // length))
        shapely = (len(units) * breadth * length * spacing.shape * 2) ** 0.5
        columns = min(-(-len(units) // fit), max(MOST_ABREAST_BELOW, int(shapely // breadth)))
        self._grid(OUTSIDE, units, 0, columns * breadth)
        grid = places.grids[OUTSIDE]
        shift = most(right) + spacing.outside - grid.start
        for unit in units:
            places.across[unit] += shift
        grid.start += shift
        grid.end += shift

    def _block(self, index: int) -> Block:
        """Place everything below a department; return the contours of it all."""
        length = self.places.lengths[index]
        half = self.places.breadths[index] / 2
        left, right = [(length, -half)], [(length, half)]
        children = self.rows.children[index]
        if not children:
            return left, right
        arrangement = self.arrangements[index]
        if arrangement == STACKED:
            return self._stack(children, half, length)
        departments = self.rows.departments
        beside = [one for one in children if departments[one].placement == "beside"]
        if beside:
            length, start, end = self._beside(index, beside, length)
            left, right = [*left, (length, start)], [*right, (length, end)]
            children = [one for one in children if departments[one].placement != "beside"]
            if not children:
                return left, right
        top = length + self.spacing.level
        if arrangement == GRID:
            below = self._grid(index, children, top)
        else:
            below = self._abreast(children, top)
        return _with_strip(left, below[0], top, min), _with_strip(right, below[1], top, max)

    def _abreast(self, children: list[int], top: float) -> Block:
        """Place children side by side under the middle; contours count from `top`."""
        blocks = [self._block(child) for child in children]
        across, down = self.places.across, self.places.down
        shift = 0.0
        left, right = blocks[0]
        shifts = [shift]
        for pair, (next_left, next_right) in zip(pairwise(children), blocks[1:], strict=True):
            shift = clearance(right, next_left, self._gap(*pair))
            shifts.append(shift)
            right = continued(moved(next_right, shift, 0), right)
            left = continued(left, moved(next_left, shift, 0))
        middle = (shifts[0] + shifts[-1]) / 2
        for child, place in zip(children, shifts, strict=True):
            across[child] = place - middle
            down[child] = top
        return moved(left, -middle, 0), moved(right, -middle, 0)

    def _gap(self, one: int, other: int) -> float:
        wanted = self.exchanging and self.exchanging(one, other)
        return self.spacing.exchange if wanted else self.spacing.sibling

    def _stack(self, children: list[int], half: float, length: float) -> Block:
        """Place leaves below each other, moved a little so that their line runs beside."""
        across, down = self.places.across, self.places.down
        breadths, lengths = self.places.breadths, self.places.lengths
        reach = half
        y = length
        for child in children:
            y += self.spacing.stack
            across[child] = self.spacing.indent - half + breadths[child] / 2
            down[child] = y
            y += lengths[child]
            reach = max(reach, self.spacing.indent - half + breadths[child])
        return [(y, -half)], [(length, half), (y, reach)]

    def _grid(
        self, parent: int, children: list[int], top: float, broad: float | None = None
    ) -> Block:
        """Place blocks in rows, their trunk on the left side; contours count from `top`."""
        spacing = self.spacing
        across, down = self.places.across, self.places.down
        boxes = []
        for child in children:
            left, right = self._block(child)
            boxes.append((child, least(left), most(right), max(left[-1][0], right[-1][0])))
        if broad is None:
            area = sum(
                (end - start + spacing.sibling) * (bottom + spacing.row)
                for _child, start, end, bottom in boxes
            )
            broad = (area * spacing.shape) ** 0.5
        grid = Grid(0, 0, [], {})
        x = y = deepest = 0.0
        for child, start, end, bottom in boxes:
            if not grid.tops or (x and x + (end - start) / 2 > broad):
                y += deepest + spacing.row if grid.tops else 0
                x = deepest = 0.0
                grid.tops.append(top + y)
            across[child] = x - start
            down[child] = top + y
            grid.row_of[child] = len(grid.tops) - 1
            x += end - start
            grid.end = max(grid.end, x)
            x += spacing.sibling
            deepest = max(deepest, bottom)
        middle = grid.end / 2
        for child in children:
            across[child] -= middle
        grid.start, grid.end = grid.start - middle - spacing.trunk, grid.end - middle
        self.places.grids[parent] = grid
        return [(y + deepest, grid.start)], [(y + deepest, grid.end)]

    def _beside(self, index: int, beside: list[int], length: float) -> tuple[float, float, float]:
        """Place assistants and staff right and left of their superior's line, in pairs.

        Returns how far down they reach, and how far to both sides.
        """
        across, down = self.places.across, self.places.down
        top = deepest = length + self.spacing.aside
        first = last = 0.0
        for number, child in enumerate(beside):
            left, right = self._block(child)
            start, end = least(left), most(right)
            if number % 2:
                across[child] = -self.spacing.trunk - end
            else:
                top = deepest + self.spacing.sibling if number else deepest
                across[child] = self.spacing.trunk - start
            down[child] = top
            first = min(first, across[child] + start)
            last = max(last, across[child] + end)
            deepest = max(deepest, top + left[-1][0], top + right[-1][0])
        self.places.zones[index] = deepest
        return deepest, first, last


def _with_strip(own: Contour, below: Contour, top: float, further: Callable[..., float]) -> Contour:
    """Return a contour with that of those below, which begins at `top`.

    Arrows turn in the strip between, as far out as the broader of both.
    """
    reach = own[-1][1]
    if further(reach, below[0][1]) == reach:
        own = [*own[:-1], (top, reach)]
    return own + moved(below, 0, top)
