"""The distances of a drawing; "across" runs along siblings, "down" along the levels."""

from typing import NamedTuple

from orgchart.layout.drawing import Style

MARGIN = 32
# Where arrows between neighbours leave a card, counted from its upper edge.
FIRST_ARROW = 24
NEXT_ARROW = 22
# How far the lanes of arrows run beside a card, where half a sibling gap is free on each
# side, and above it, from the outermost to the innermost.
ASIDE = (9, 11, 12)
ABOVE = (18, 14, 10)
# Those beside a superior's line stand close, one pair below the other.
ABOVE_BESIDE = (14, 12, 10)
# Above all cards, and before outside units, there is room for signs between the lanes.
ABOVE_ALL = (34, 22, 10)
CHANNEL = (0, 12, 24)
# Above a drawing in which arrows run there.
ROOF = 48


class Spacing(NamedTuple):
    """The gaps of a drawing in pixels.

    `exchange` stands between neighbours with arrows between them, `aside`
    between a card and those beside its line, `row` between the rows of a grid,
    `stack` between leaves in a column, which is moved by `indent`; `trunk` is
    kept free beside the line to those below, `outside` before outside units.
    `shape` is how many times as broad as long a grid should be.
    """

    sibling: float
    exchange: float
    level: float
    aside: float
    row: float
    stack: float
    indent: float
    trunk: float
    outside: float
    shape: float


DOWNWARDS = Spacing(24, 76, 48, 32, 44, 16, 28, 24, 64, 1.6)
SIDEWAYS = Spacing(24, 64, 64, 32, 56, 16, 28, 24, 64, 0.625)


def spacing_of(style: Style) -> Spacing:
    """Return the distances for the direction of the drawing."""
    return SIDEWAYS if style.sideways else DOWNWARDS
