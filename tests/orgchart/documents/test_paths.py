"""Path data: where the pen goes must be the line that was laid out."""

import re
from itertools import pairwise

from hypothesis import given, strategies

from orgchart.documents.paths import ELBOW, rounded

NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "q": 4}
places = strategies.integers(-5000, 5000).map(lambda number: number / 2)


@strategies.composite
def lines(draw):
    """Points that lie across or down from one another by turns, as those of a layout do."""
    points = [(draw(places), draw(places))]
    runs_across = draw(strategies.booleans())
    for _stretch in range(draw(strategies.integers(1, 8))):
        x, y = points[-1]
        points.append((draw(places), y) if runs_across else (x, draw(places)))
        runs_across = not runs_across
    return points


def pen(data):
    """Yield each stroke and curve: where it begins and ends, and what a curve bends towards."""
    x = y = 0.0
    for command, text in re.findall(r"([A-Za-z])([^A-Za-z]*)", data):
        numbers = [float(number) for number in text.split()]
        assert len(numbers) == NUMBERS[command]
        start = (x, y)
        if command == "q":
            x, y = x + numbers[2], y + numbers[3]
            yield start, (x, y), (start[0] + numbers[0], start[1] + numbers[1])
            continue
        x = numbers[0] if command in "MLH" else x
        y = numbers[-1] if command in "MLV" else y
        if command != "M":
            yield start, (x, y), None


def lies_on(point, one, other):
    return all(
        min(pair) - 1e-6 <= place <= max(pair) + 1e-6
        for place, pair in zip(point, zip(one, other, strict=True), strict=True)
    )


@given(lines())
def test_the_pen_follows_the_points_and_cuts_only_their_corners(points):
    strokes = list(pen(rounded(points)))
    assert strokes[0][0] == points[0]
    assert strokes[-1][1] == points[-1]
    assert [turn for _start, _end, turn in strokes if turn] == points[1:-1]
    corners = [(start, end) for start, end, turn in strokes if turn]
    for (start, end), before, turn, after in zip(
        corners, points, points[1:], points[2:], strict=False
    ):
        assert lies_on(start, before, turn)
        assert lies_on(end, turn, after)
        assert max(map(abs, (start[0] - turn[0], start[1] - turn[1]))) <= ELBOW
    assert all(end == start for (_one, end, _), (start, _other, _) in pairwise(strokes))


def test_a_line_that_turns_twice_is_short_to_write():
    points = [(100.5, 24.0), (100.5, 48.0), (40.25, 48.0), (40.25, 72.0)]
    assert rounded(points) == "M100.5 24V40q0 8 -8 8H48.25q-8 0 -8 8V72"


def test_a_line_may_run_askew():
    assert rounded([(0, 0), (30, 40)]) == "M0 0L30 40"
