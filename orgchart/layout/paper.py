"""Sheets of paper: how much room a drawing has on them."""

from dataclasses import dataclass

# A CSS pixel is 1/96 of an inch.
PIXELS = 96 / 25.4
POINTS = 72 / 96
# The smallest type on paper, in points.
SMALLEST_TYPE = 7
# The smallest type of a drawing, in pixels; the signs on arrows are set as large on paper.
SMALLEST_SIZE = 12
# What surrounds the drawing on each sheet, in millimetres.
MARGIN = 9
HEAD = 13
FOOT = 17
# So much of a drawing's own empty edge, in pixels, is cut off at each side where it
# runs downwards; the signs on arrows stand no further out.
EDGE = 12


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet lying on its long side; millimetres."""

    name: str
    across: float
    down: float

    @property
    def width(self) -> float:
        """The room for a drawing from left to right, in pixels."""
        return (self.across - 2 * MARGIN) * PIXELS

    @property
    def height(self) -> float:
        """The room for a drawing from the top down, in pixels."""
        return (self.down - 2 * MARGIN - HEAD - FOOT) * PIXELS


A4 = Paper("A4", 297, 210)
A3 = Paper("A3", 420, 297)
PAPERS = {paper.name: paper for paper in (A4, A3)}
