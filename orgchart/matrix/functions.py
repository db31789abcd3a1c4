"""职能 × department: what part each department has in each function."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from orgchart import outline
from orgchart.matrix.contents import Contents, Item, Task
from orgchart.matrix.letters import distinct
from orgchart.matrix.scope import Chosen, Scope, chosen
from orgchart.matrix.verdicts import FunctionVerdict, of_function

Numbered = TypeVar("Numbered", Item, Task)


@dataclass(frozen=True, slots=True)
class Cell:
    """The duties of one department in one function.

    `tasks` are the duties of its roles, and only where the department itself
    has no duty in the function.
    """

    department: outline.Department
    items: tuple[Item, ...]
    tasks: tuple[Task, ...]

    @property
    def involvements(self) -> tuple[str, ...]:
        """The kinds of involvement of the department's own duties, the strongest first."""
        return distinct(item.duty.involvement for item in self.items)


@dataclass(frozen=True, slots=True)
class FunctionRow:
    """A function; `cells` holds only those that are not empty, by place of the column."""

    function: str
    cells: dict[int, Cell]
    verdict: FunctionVerdict


@dataclass(frozen=True, slots=True)
class FunctionMatrix:
    """The matrix; `unplaced` are the duties that name no function."""

    departments: tuple[outline.Department, ...]
    rows: tuple[FunctionRow, ...]
    unplaced: tuple[Item, ...]

    def cut(self, *, rows: int, columns: int) -> "FunctionMatrix":
        """Return the upper left part of so many rows and columns at most."""
        if len(self.rows) <= rows and len(self.departments) <= columns:
            return self
        return FunctionMatrix(
            self.departments[:columns],
            tuple(
                replace(
                    row,
                    cells={place: one for place, one in row.cells.items() if place < columns},
                )
                for row in self.rows[:rows]
            ),
            self.unplaced,
        )


def by_function(contents: Contents, scope: Scope, order: Sequence[str]) -> FunctionMatrix:
    """Return the part of the matrix that lies inside the scope.

    `order` holds the keys of the functions as they follow each other. Verdicts
    look at all of the chart, whatever is shown: a function may be led elsewhere.
    """
    shown = chosen(contents, scope)
    columns = _columns(contents, shown)
    cells = _cells(shown)
    everything = _by_function(contents.items), _by_function(contents.tasks)
    return FunctionMatrix(
        columns,
        tuple(
            FunctionRow(
                function,
                {
                    place: cells[function][unit.key]
                    for place, unit in enumerate(columns)
                    if unit.key in cells[function]
                },
                of_function(contents, everything[0][function], everything[1][function]),
            )
            for function in order
            if function in cells
        ),
        tuple(item for item in shown.items if not item.duty.function),
    )


def _columns(contents: Contents, shown: Chosen) -> tuple[outline.Department, ...]:
    """Return the departments with something to show, in the order of the tree."""
    duties: tuple[Item | Task, ...] = (*shown.items, *shown.tasks)
    found = {one.department.key for one in duties if one.duty.function}
    return tuple(unit for key, unit in contents.departments.items() if key in found)


def _cells(shown: Chosen) -> dict[str, dict[str, Cell]]:
    """Return the cells that are not empty, by function and department."""
    items = _by_place(shown.items)
    tasks = _by_place(shown.tasks)
    found: dict[str, dict[str, Cell]] = defaultdict(dict)
    for place in dict.fromkeys((*items, *tasks)):
        function, unit = place
        own, of_roles = items.get(place, ()), tasks.get(place, ())
        department = (*own, *of_roles)[0].department
        found[function][unit] = Cell(department, tuple(own), () if own else tuple(of_roles))
    return dict(found)


def _by_place(duties: Iterable[Numbered]) -> dict[tuple[str, str], list[Numbered]]:
    found: dict[tuple[str, str], list[Numbered]] = defaultdict(list)
    for one in duties:
        if one.duty.function:
            found[one.duty.function, one.department.key].append(one)
    return found


def _by_function(duties: Iterable[Numbered]) -> defaultdict[str, list[Numbered]]:
    found: defaultdict[str, list[Numbered]] = defaultdict(list)
    for one in duties:
        found[one.duty.function].append(one)
    return found
