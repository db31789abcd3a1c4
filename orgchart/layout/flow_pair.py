"""Hand-offs between two departments: two boxes, and what each gives the other in between.

The boxes stand at the top with a line down from each; every item is an arrow from
line to line with its text above, first those of one direction, then those back.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from orgchart.layout.measure import width, wrap

WIDTH = 380
MARGIN = 8
BOX_WIDTH = 128
PADDING = 10
NAME_SIZE = 15
NAME_LINE = 21
NAME_LINES = 2
TEXT_SIZE = 13
TEXT_LINE = 19
TEXT_LINES = 3
# Beside a text, so that it stays clear of the lines down.
TEXT_ROOM = 10
BEFORE_LANE = 14
AFTER_TEXT = 6
AFTER_LAST = 20

# A "rest" is what there is no room for, "nothing" that nothing runs this way.
Kind = Literal["confirmed", "unconfirmed", "rest", "nothing"]


class Message(NamedTuple):
    """What runs one way, in words."""

    text: str
    kind: Kind


class Post(NamedTuple):
    """A department: its box, and the line down from its middle."""

    name: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The x of its line down."""
        return self.x + self.width / 2


class Step(NamedTuple):
    """A message as it is drawn: lines of text above an arrow at the height `y`."""

    kind: Kind
    forward: bool
    text: tuple[str, ...]
    top: float
    y: float


class FlowPair(NamedTuple):
    """The whole picture, in numbers."""

    width: float
    height: float
    posts: tuple[Post, Post]
    steps: tuple[Step, ...]


def flow_pair(
    first: str, second: str, there: Sequence[Message], back: Sequence[Message]
) -> FlowPair:
    """Return the picture of what the first gives the second, and of what comes back."""
    wrapped = [name_lines(name) for name in (first, second)]
    height = max(len(name) for name in wrapped) * NAME_LINE + 2 * PADDING
    left = Post(wrapped[0], MARGIN, MARGIN, BOX_WIDTH, height)
    right = Post(wrapped[1], WIDTH - MARGIN - BOX_WIDTH, MARGIN, BOX_WIDTH, height)
    room = right.middle - left.middle - 2 * TEXT_ROOM
    y = MARGIN + height
    steps = []
    for forward, messages in ((True, there), (False, back)):
        for message in messages:
            text = wrap(message.text, TEXT_SIZE, room, TEXT_LINES)
            top = y + BEFORE_LANE
            y = top + len(text) * TEXT_LINE + AFTER_TEXT
            steps.append(Step(message.kind, forward, text, top, y))
    return FlowPair(WIDTH, y + AFTER_LAST, (left, right), tuple(steps))


def name_lines(name: str) -> tuple[str, ...]:
    """Return a name in lines that fit into a box, of whole words where they fit."""
    room = BOX_WIDTH - 2 * PADDING
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if width(longer, NAME_SIZE) <= room else [*lines, word]
    found = tuple(filter(None, lines))
    if len(found) <= NAME_LINES and all(width(line, NAME_SIZE) <= room for line in found):
        return found
    return wrap(name, NAME_SIZE, room, NAME_LINES)
