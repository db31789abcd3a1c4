"""A chart as a small drawing of boxes: its first levels in rows, no words."""

from collections.abc import Iterable
from itertools import islice

from orgchart.outline import Chart, Department

WIDTH, ROW, BOX, GAP = 240, 22, 16, 4
WIDEST = 56
MOST_LEVELS, MOST_BOXES = 3, 12
# Alike for all, so that the cards of a list line up.
HEIGHT = (MOST_LEVELS - 1) * ROW + BOX


def write(chart: Chart) -> str:
    """Return SVG with at most twelve boxes, each above what is below it; empty for none."""
    shown = {one.key for one in islice(by_level(chart.departments), MOST_BOXES)}
    boxes = list(placed(chart.departments, shown, 0, WIDTH + GAP, 0))
    if not boxes:
        return ""
    above = (HEIGHT - BOX - max(top for _left, top, _width, _kind in boxes)) // 2
    # Its own size as attributes: without a stylesheet it would fill the page.
    return (
        f'<svg class="thumbnail" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">'
        + "".join(
            f'<rect class="{kind}" x="{left:g}" y="{above + top}"'
            f' width="{width:g}" height="{BOX}" rx="2"/>'
            for left, top, width, kind in boxes
        )
        + "</svg>"
    )


def by_level(departments: Iterable[Department]) -> Iterable[Department]:
    """Yield the departments of the first levels, a level at a time."""
    level = list(departments)
    for _step in range(MOST_LEVELS):
        yield from level
        level = [child for one in level for child in one.children]


def placed(
    family: Iterable[Department], shown: set[str], left: float, width: float, depth: int
) -> Iterable[tuple[float, int, float, str]]:
    """Yield (left, top, width, kind) of the shown ones; they share the width by their leaves."""
    members = [(one, leaves(one, shown)) for one in family if one.key in shown]
    total = sum(number for _one, number in members)
    for one, number in members:
        share = round(width * number / total, 1)
        room = share - GAP
        box = min(room, WIDEST)
        yield round(left + (room - box) / 2, 1), depth * ROW, round(box, 1), one.kind
        yield from placed(one.children, shown, left, share, depth + 1)
        left += share


def leaves(department: Department, shown: set[str]) -> int:
    """Count the shown departments at the bottom of this branch, itself if it is one."""
    below = [leaves(child, shown) for child in department.children if child.key in shown]
    return sum(below) or 1
