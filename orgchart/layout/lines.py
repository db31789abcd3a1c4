"""The lines of command: from a superior's card to each one below, in right angles."""

from orgchart.layout.arrangement import GRID, STACKED
from orgchart.layout.drawing import Point
from orgchart.layout.places import Places
from orgchart.layout.spacing import Spacing

# How far inside a grid's left edge its trunk stands.
TRUNK_INSET = 10


def line(
    places: Places, spacing: Spacing, arrangement: str, superior: int, below: int, *, beside: bool
) -> tuple[Point, ...]:
    """Return the corners of the line between two cards, as (across, down)."""
    start = (places.across[superior], places.down[superior] + places.lengths[superior])
    end = (places.across[below], places.down[below])
    if beside:
        return _to_the_side(places, start, below)
    if arrangement == STACKED:
        return _down_the_column(places, spacing, superior, below)
    if arrangement == GRID:
        return _through_the_rows(places, spacing, superior, below)
    bus = end[1] - spacing.level / 2
    if start[0] == end[0]:
        return (start, end)
    return (start, (start[0], bus), (end[0], bus), end)


def _to_the_side(places: Places, start: Point, below: int) -> tuple[Point, ...]:
    level = places.down[below] + places.lengths[below] / 2
    half = places.breadths[below] / 2
    side = places.across[below]
    edge = side - half if side > start[0] else side + half
    return (start, (start[0], level), (edge, level))


def _down_the_column(
    places: Places, spacing: Spacing, superior: int, below: int
) -> tuple[Point, ...]:
    trunk = places.across[superior] - places.breadths[superior] / 2 + spacing.indent / 2
    bottom = places.down[superior] + places.lengths[superior]
    level = places.down[below] + places.lengths[below] / 2
    edge = places.across[below] - places.breadths[below] / 2
    return ((trunk, bottom), (trunk, level), (edge, level))


def _through_the_rows(
    places: Places, spacing: Spacing, superior: int, below: int
) -> tuple[Point, ...]:
    grid = places.grids[superior]
    start = (places.across[superior], places.down[superior] + places.lengths[superior])
    end = (places.across[below], places.down[below])
    row = grid.row_of[below]
    bus = grid.tops[0] - spacing.level / 2
    if row == 0:
        return (start, (start[0], bus), (end[0], bus), end)
    trunk = grid.start + TRUNK_INSET
    level = grid.tops[row] - spacing.row / 2
    return (start, (start[0], bus), (trunk, bus), (trunk, level), (end[0], level), end)
