"""From an outline to the entries of a nested list."""

from collections.abc import Iterator
from itertools import islice

from orgchart import outline as outlines


def entries(said: outlines.Chart, most: int | None = None) -> list[dict]:
    """Return the departments in order with what opens and closes in a nested list.

    Of a long outline only the first `most` are returned.
    """
    found: list[dict] = []
    for department, level in islice(levelled(said), most):
        if found:
            found[-1]["closes"] = range(max(found[-1]["level"] - level, 0))
            found[-1]["opens"] = level > found[-1]["level"]
        found.append({"department": department, "level": level, "opens": False, "closes": range(0)})
    if found:
        found[-1]["closes"] = range(found[-1]["level"] - 1)
    return found


def levelled(said: outlines.Chart) -> Iterator[tuple[outlines.Department, int]]:
    """Yield the departments, parents first, with their levels from 1."""
    waiting = [(one, 1) for one in reversed(said.departments)]
    while waiting:
        department, level = waiting.pop()
        yield department, level
        waiting += [(child, level + 1) for child in reversed(department.children)]
