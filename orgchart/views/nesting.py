"""From rows in tree order to nested lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from departments.models import Department


@dataclass
class Nested:
    """A row with the list that it opens and the lists that end after it.

    `is_continued` marks a superior repeated from the page before.
    """

    department: Department
    is_continued: bool
    opens: bool = False
    closes: range = range(0)


def nested(
    rows: Iterable[Department], above: Iterable[Department] = (), top: int = 0
) -> list[Nested]:
    """Nest the rows; `above` are the superiors of the first row, the highest first.

    `top` is the level of the highest of all.
    """
    lines = [
        *(Nested(department, is_continued=True) for department in above),
        *(Nested(department, is_continued=False) for department in rows),
    ]
    levels = chain((line.department.level for line in lines[1:]), [top])
    for line, following in zip(lines, levels, strict=False):
        line.opens = following > line.department.level
        line.closes = range(max(line.department.level - following, 0))
    return lines
