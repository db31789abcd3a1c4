"""The departments of an outline in one row, so that a layout can count with indices."""

from dataclasses import dataclass

from orgchart import outline


@dataclass(frozen=True, slots=True)
class Rows:
    """Departments, parents first; `parents` and `children` hold indices into the row.

    The parent of a first-level department is -1; `roots` are their indices.
    """

    departments: list[outline.Department]
    parents: list[int]
    children: list[list[int]]
    roots: list[int]


def rows_of(chart: outline.Chart) -> Rows:
    """Return the departments that the outline holds, in the chart's order."""
    departments: list[outline.Department] = []
    parents: list[int] = []
    children: list[list[int]] = []
    roots: list[int] = []
    waiting = [(one, -1) for one in reversed(chart.departments)]
    while waiting:
        department, parent = waiting.pop()
        index = len(departments)
        departments.append(department)
        parents.append(parent)
        children.append([])
        (children[parent] if parent >= 0 else roots).append(index)
        if department.children:
            waiting += [(child, index) for child in reversed(department.children)]
    return Rows(departments, parents, children, roots)
