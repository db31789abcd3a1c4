"""Lines and arrows as the path data of SVG."""

from collections.abc import Iterable, Sequence

from orgchart.layout.drawing import Line, Point

ELBOW = 8
TIP = 9


def number(value: float) -> str:
    """Return a coordinate without needless digits."""
    return f"{value:.9g}"


def rounded(points: Sequence[Point]) -> str:
    """Return path data through the points, each corner cut by a small curve."""
    data = [f"M{points[0][0]:.9g} {points[0][1]:.9g}"]
    for (x, y), (turn_x, turn_y), (to_x, to_y) in zip(points, points[1:], points[2:], strict=False):
        back, up = x - turn_x, y - turn_y
        ahead, down = to_x - turn_x, to_y - turn_y
        before, after = part_cut(back, up), part_cut(ahead, down)
        data.append(
            f"L{turn_x + back * before:.9g} {turn_y + up * before:.9g}Q{turn_x:.9g} {turn_y:.9g}"
            f" {turn_x + ahead * after:.9g} {turn_y + down * after:.9g}"
        )
    data.append(f"L{points[-1][0]:.9g} {points[-1][1]:.9g}")
    return "".join(data)


def part_cut(across: float, down: float) -> float:
    """Return which part of a stroke the curve at one of its ends takes, at most half."""
    length = max(abs(across), abs(down))
    if length > 2 * ELBOW:
        return ELBOW / length
    return 0.5 if length else 0


def family_paths(lines: Iterable[Line]) -> tuple[str, str]:
    """Return the path data of the solid and of the dashed lines; each begins with its M."""
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
