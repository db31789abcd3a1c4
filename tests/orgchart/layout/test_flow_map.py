import itertools

from hypothesis import example, given, settings
from hypothesis import strategies as some

from orgchart.layout.flow_map import (
    BOX_WIDTH,
    LABEL_HEIGHT,
    LABEL_SIZE,
    NAME_SIZE,
    PADDING,
    Stream,
    flow_map,
)
from orgchart.layout.measure import width
from tests.outlines import names

# An arrow's line, and half of its tip.
CLEAR = 4


def stream(giver, receiver, number=1, *, one_way=False, confirmed=True):
    return Stream(giver, receiver, number, one_way, confirmed)


@some.composite
def maps(draw):
    size = draw(some.integers(1, 9))
    ends = some.tuples(some.integers(0, size - 1), some.integers(0, size - 1))
    pairs = draw(some.sets(ends.filter(lambda pair: pair[0] != pair[1]), max_size=24))
    number = some.sampled_from([1, 9, 99, 12_345])
    streams = [stream(*pair, draw(number)) for pair in sorted(pairs)]
    return draw(some.lists(names, min_size=size, max_size=size)), streams


def box_of(box):
    return (box.x, box.y, box.x + box.width, box.y + box.height)


def label_of(strand):
    (x, y), half = strand.label, strand.label_width / 2
    return (x - half, y - LABEL_HEIGHT / 2, x + half, y + LABEL_HEIGHT / 2)


def stretches(strand):
    for (x, y), (to_x, to_y) in itertools.pairwise(strand.points):
        yield (min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))


def meet(one, other, clear=0.0):
    return (
        one[0] < other[2] + clear - 0.01
        and other[0] < one[2] + clear - 0.01
        and one[1] < other[3] + clear - 0.01
        and other[1] < one[3] + clear - 0.01
    )


def faults(drawn):
    """Boxes, labels and lines that lie upon each other or outside."""
    boxes = [box_of(box) for box in drawn.boxes]
    labels = [label_of(strand) for strand in drawn.strands]
    for one, other in itertools.combinations(boxes + labels, 2):
        if meet(one, other):
            yield ("overlap", one, other)
    for index, strand in enumerate(drawn.strands):
        for line in stretches(strand):
            yield from (("box", line, box) for box in boxes if meet(line, box))
            others = labels[:index] + labels[index + 1 :]
            yield from (("label", line, one) for one in others if meet(line, one, CLEAR))
    for left, top, right, bottom in (
        boxes + labels + [line for strand in drawn.strands for line in stretches(strand)]
    ):
        if left < 0 or top < 0 or right > drawn.width or bottom > drawn.height:
            yield ("outside", left, top, right, bottom)


def shared_lines(drawn):
    """Stretches of two arrows that run along the same line at the same place."""
    for one, other in itertools.combinations(drawn.strands, 2):
        for mine, yours in itertools.product(stretches(one), stretches(other)):
            along = (mine[0] == mine[2]) == (yours[0] == yours[2])
            if along and meet(mine, yours, CLEAR):
                yield mine, yours


@settings(max_examples=150, deadline=None)
@given(maps())
@example((["甲", "乙"], [stream(0, 1, 5), stream(1, 0, 9)]))
def test_nothing_lies_upon_anything_or_outside(said):
    drawn = flow_map(*said)
    assert list(faults(drawn)) == []
    assert list(shared_lines(drawn)) == []


@given(maps())
def test_names_and_numbers_stay_inside_their_boxes(said):
    drawn = flow_map(*said)
    room = BOX_WIDTH - 2 * PADDING
    assert [line for box in drawn.boxes for line in box.name if width(line, NAME_SIZE) > room] == []
    for strand in drawn.strands:
        assert width(str(strand.stream.number), LABEL_SIZE) < strand.label_width


@given(maps())
def test_every_stream_runs_from_its_giver_to_its_receiver(said):
    drawn = flow_map(*said)
    assert sorted(one.stream for one in drawn.strands) == sorted(said[1])
    for strand in drawn.strands:
        for end, index in ((0, strand.stream.giver), (-1, strand.stream.receiver)):
            x, y = strand.points[end]
            box = drawn.boxes[index]
            assert x in (box.x, box.x + box.width)
            assert box.y < y < box.y + box.height


def test_what_runs_down_goes_right_and_what_runs_up_goes_left():
    drawn = flow_map(["甲", "乙"], [stream(0, 1), stream(1, 0)])
    box = drawn.boxes[0]
    assert [strand.label[0] > box.x + box.width for strand in drawn.strands] == [True, False]


def test_arrows_apart_share_a_lane():
    drawn = flow_map(list("甲乙丙丁"), [stream(0, 1), stream(2, 3), stream(0, 3)])
    turns = [strand.points[1][0] for strand in drawn.strands]
    assert turns[0] == turns[1] < turns[2]


def test_no_department_is_an_empty_picture():
    assert flow_map([], []).boxes == ()
