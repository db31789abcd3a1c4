"""What a layout is asked for, and what it says: cards, lines and arrows, in numbers.

The origin is the upper left corner; one unit is a CSS pixel at 100 %.
"""

from dataclasses import dataclass
from typing import NamedTuple

from orgchart import outline

Point = tuple[float, float]
# What goes from one card to another: a kind, and both by their indices.
Tie = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """How to draw.

    `sideways` puts superiors to the left of those below, not above them;
    `with_roles` lists the roles inside the cards; `vertical` writes the names
    of the last departments of a branch from the top down, in narrow boxes.
    """

    sideways: bool = False
    with_roles: bool = False
    vertical: bool = False


class Card(NamedTuple):
    """A department's box; the text is broken into lines that fit inside.

    `parent` is the index of the superior's card in the drawing, or -1.
    `hidden` counts the departments below a card that is closed; `role_lines`
    holds the names of its roles, each with the number of its duties.
    A `vertical` card has columns of text instead of lines, and its name only.
    """

    department: outline.Department
    parent: int
    x: float
    y: float
    width: float
    height: float
    name: tuple[str, ...]
    mission: tuple[str, ...]
    role_lines: tuple[tuple[str, int], ...]
    hidden: int
    vertical: bool

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height


class Line(NamedTuple):
    """A line of command to the card with this index; dashed to and from outside units."""

    subordinate: int
    dashed: bool
    points: tuple[Point, ...]


class Family(NamedTuple):
    """The lines from the card with the index `superior` to all below it."""

    superior: int
    lines: tuple[Line, ...]


class Arrow(NamedTuple):
    """Hand-offs or a relation from one card to another, by their indices.

    `kind` is "hand_off" or that of a relation; `number` says how many there
    are. `label` is the middle of the place for the number.
    """

    kind: str
    giver: int
    receiver: int
    number: int
    points: tuple[Point, ...]
    label: Point


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole picture; cards stand parents first, in the order of the chart.

    `undrawn` counts the arrows left out because there are too many to read.
    """

    style: Style
    width: float
    height: float
    cards: tuple[Card, ...]
    families: tuple[Family, ...]
    arrows: tuple[Arrow, ...]
    undrawn: int = 0
