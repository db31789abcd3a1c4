"""Hand-offs between many departments: boxes in a column, arrows around them.

What runs down the column goes round its right side, what runs up its left. Every
arrow leaves and arrives at a height of its own and turns in a lane that it shares
with no other arrow beside it, so that nothing lies upon anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from orgchart.layout.drawing import Point
from orgchart.layout.measure import width, wrap

BOX_WIDTH = 200
PADDING = 12
NAME_SIZE = 14
NAME_LINE = 20
NAME_LINES = 2
GAP = 20
# From one arrow's height at a box to the next.
PITCH = 26
LABEL_SIZE = 12
LABEL_HEIGHT = 20
LABEL_ROOM = 12
# Between a box and the label of an arrow, and behind the label.
BEFORE_LABEL = 8
AFTER_LABEL = 8
LANE = 14
MARGIN = 8


class Stream(NamedTuple):
    """A flow between the boxes with these indices."""

    giver: int
    receiver: int
    number: int
    is_one_way: bool
    is_confirmed: bool

    @property
    def runs_down(self) -> bool:
        """Whether it runs to a box further down."""
        return self.giver < self.receiver

    @property
    def span(self) -> int:
        """How many boxes further it ends."""
        return abs(self.giver - self.receiver)


class Box(NamedTuple):
    """A department, its name in lines that fit inside."""

    name: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


class Strand(NamedTuple):
    """A stream as it is drawn; `label` is the middle of its number, `label_width` wide."""

    stream: Stream
    points: tuple[Point, ...]
    label: Point
    label_width: float


class FlowMap(NamedTuple):
    """The whole picture, in numbers."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    strands: tuple[Strand, ...]


class Lane(NamedTuple):
    """A stream with its heights at both boxes and the lane that it turns in."""

    stream: Stream
    start: float
    end: float
    lane: int


def flow_map(names: Sequence[str], streams: Iterable[Stream]) -> FlowMap:
    """Return boxes with these names and an arrow for each stream between two of them."""
    streams = tuple(streams)
    sides = [[one for one in streams if one.runs_down == down] for down in (True, False)]
    ports = [ports_of(side) for side in sides]
    wrapped = [wrap(name, NAME_SIZE, BOX_WIDTH - 2 * PADDING, NAME_LINES) for name in names]
    tops, heights = stacked(wrapped, ports)
    lanes = [
        lanes_of(side, heights_of(of_side, tops, heights))
        for side, of_side in zip(sides, ports, strict=True)
    ]
    stub = BEFORE_LABEL + AFTER_LABEL + max((label_width(one) for one in streams), default=0)
    right, left = (
        stub + LANE * (1 + max(lane.lane for lane in side)) if side else 0 for side in lanes
    )
    x = MARGIN + left
    boxes = tuple(
        Box(name, x, top, BOX_WIDTH, height)
        for name, top, height in zip(wrapped, tops, heights, strict=True)
    )
    strands = [strand(lane, x + BOX_WIDTH, 1, stub) for lane in lanes[0]]
    strands += [strand(lane, x, -1, stub) for lane in lanes[1]]
    bottom = boxes[-1].y + boxes[-1].height if boxes else 0
    return FlowMap(x + BOX_WIDTH + right + MARGIN, bottom + MARGIN, boxes, tuple(strands))


def label_width(stream: Stream) -> float:
    """Return how wide the label with the stream's number is."""
    return max(LABEL_HEIGHT + 2, width(str(stream.number), LABEL_SIZE) + LABEL_ROOM)


def ports_of(side: Iterable[Stream]) -> dict[int, list[Stream]]:
    """Return for each box the streams at one side, from the top down.

    Shorter ones stand nearer to where they come from or go to, and turn further
    inside, so that few cross.
    """
    found: dict[int, list[Stream]] = defaultdict(list)
    for stream in side:
        found[stream.giver].append(stream)
        found[stream.receiver].append(stream)
    for index, here in found.items():
        above = [one for one in here if min(one.giver, one.receiver) < index]
        below = [one for one in here if one not in above]
        above.sort(key=lambda one: one.span)
        below.sort(key=lambda one: -one.span)
        found[index] = above + below
    return found


def stacked(
    wrapped: Sequence[tuple[str, ...]], ports: Sequence[dict[int, list[Stream]]]
) -> tuple[list[float], list[float]]:
    """Return the top and the height of each box: room for its name and all its arrows."""
    tops: list[float] = []
    heights: list[float] = []
    y: float = MARGIN
    for index, name in enumerate(wrapped):
        most = max(len(side.get(index, ())) for side in ports)
        height = max(len(name) * NAME_LINE + 2 * PADDING, most * PITCH + PADDING)
        tops.append(y)
        heights.append(height)
        y += height + GAP
    return tops, heights


def heights_of(
    ports: dict[int, list[Stream]], tops: Sequence[float], heights: Sequence[float]
) -> dict[tuple[int, Stream], float]:
    """Return at which height each stream meets each of its boxes."""
    found = {}
    for index, here in ports.items():
        first = tops[index] + heights[index] / 2 - (len(here) - 1) * PITCH / 2
        for place, stream in enumerate(here):
            found[index, stream] = first + place * PITCH
    return found


def lanes_of(side: Iterable[Stream], level: dict[tuple[int, Stream], float]) -> list[Lane]:
    """Give each stream the innermost lane that is free where it runs; shorter ones first."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for stream in sorted(side, key=lambda one: (one.span, one)):
        start, end = level[stream.giver, stream], level[stream.receiver, stream]
        top, bottom = min(start, end), max(start, end)
        lane = next(
            (
                number
                for number, runs in enumerate(taken)
                if all(bottom + PITCH <= upper or lower + PITCH <= top for upper, lower in runs)
            ),
            len(taken),
        )
        if lane == len(taken):
            taken.append([])
        taken[lane].append((top, bottom))
        found.append(Lane(stream, start, end, lane))
    return found


def strand(lane: Lane, edge: float, ahead: int, stub: float) -> Strand:
    """Return the arrow out of the giver's edge, along its lane, and into the receiver's edge."""
    turn = edge + ahead * (stub + LANE * (lane.lane + 0.5))
    room = label_width(lane.stream)
    return Strand(
        lane.stream,
        ((edge, lane.start), (turn, lane.start), (turn, lane.end), (edge, lane.end)),
        (edge + ahead * (BEFORE_LABEL + room / 2), lane.start),
        room,
    )
