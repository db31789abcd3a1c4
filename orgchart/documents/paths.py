"""Lines and arrows as the path data of SVG."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from orgchart.layout.drawing import Line, Point

ELBOW = 8
TIP = 9


def number(value: float) -> str:
    """Return a coordinate without needless digits."""
    return f"{value:.9g}"


def rounded(points: Sequence[Point]) -> str:
    """Return path data through the points, each corner cut by a small curve."""
    x, y = points[0]
    data = f"M{x:.9g} {y:.9g}"
    for (turn_x, turn_y), (to_x, to_y) in pairwise(points[1:]):
        back, up = x - turn_x, y - turn_y
        ahead, down = to_x - turn_x, to_y - turn_y
        before, after = part_cut(back, up), part_cut(ahead, down)
        back, up, ahead, down = back * before, up * before, ahead * after, down * after
        data += stroke(x, y, turn_x + back, turn_y + up) + corner(back, up, ahead, down)
        x, y = turn_x, turn_y
    return data + stroke(x, y, *points[-1])


def stroke(x: float, y: float, to_x: float, to_y: float) -> str:
    """Return the path data of a straight line; most run across or down."""
    if x == to_x:
        return f"V{to_y:.9g}"
    return f"H{to_x:.9g}" if y == to_y else f"L{to_x:.9g} {to_y:.9g}"


@lru_cache(maxsize=256)
def corner(back: float, up: float, ahead: float, down: float) -> str:
    """Return the curve of a corner, from where it leaves one line; most are alike.

    It begins `back` and `up` from the corner, and ends `ahead` and `down` from it.
    """
    return f"q{0 - back:.9g} {0 - up:.9g} {ahead - back:.9g} {down - up:.9g}"


def part_cut(across: float, down: float) -> float:
    """Return which part of a stroke the curve at one of its ends takes, at most half."""
    length = max(abs(across), abs(down))
    if length > 2 * ELBOW:
        return ELBOW / length
    return 0.5 if length else 0


@lru_cache(maxsize=512)
def family_paths(lines: tuple[Line, ...]) -> tuple[str, str]:
    """Return the path data of the solid and of the dashed lines; each begins with its M.

    A page writes the same lines twice: into its picture, and for its script.
    """
    solid: list[str] = []
    dashed: list[str] = []
    for line in lines:
        (dashed if line.dashed else solid).append(rounded(line.points))
    return "".join(solid), "".join(dashed)


def arrow_paths(points: Sequence[Point]) -> tuple[str, str]:
    """Return the path data of an arrow's shaft and of its tip."""
    (x, y), (to_x, to_y) = points[-2:]
    length = max(abs(to_x - x), abs(to_y - y)) or 1
    ahead, down = (to_x - x) / length, (to_y - y) / length
    back_x, back_y = to_x - TIP * ahead, to_y - TIP * down
    side_x, side_y = -down * TIP / 2, ahead * TIP / 2
    tip = (
        f"M{to_x:.9g} {to_y:.9g}L{back_x + side_x:.9g} {back_y + side_y:.9g}"
        f"L{back_x - side_x:.9g} {back_y - side_y:.9g}z"
    )
    return rounded((*points[:-1], (back_x, back_y))), tip
