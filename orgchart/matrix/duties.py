"""Department duty × role: which role carries which duty, and what nobody carries."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from orgchart import outline
from orgchart.matrix.contents import Carrier, Contents, Item, Task
from orgchart.matrix.scope import Scope, chosen
from orgchart.matrix.verdicts import DutyVerdict, of_duty


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty of a department, who carries it, and what is to be said of that."""

    item: Item
    carriers: tuple[Carrier, ...]
    verdict: DutyVerdict


@dataclass(frozen=True, slots=True)
class DepartmentTable:
    """The duties of one department, the roles that could carry them, and what is left over.

    `roles` are the columns: those of the department that have duties, then those
    of other departments that carry one of its duties; where only some duties are
    shown, those alone that carry one of them. `apart` are the duties of its
    roles that carry no duty of any department.
    """

    department: outline.Department
    rows: tuple[DutyRow, ...]
    roles: tuple[outline.Role, ...]
    apart: tuple[Task, ...]

    @property
    def is_broken_down(self) -> bool:
        """Whether any role carries any duty of the department, shown or not."""
        return any(row.verdict.kind != "unbroken" for row in self.rows)


def by_duty(contents: Contents, scope: Scope) -> tuple[DepartmentTable, ...]:
    """Return a table for each department that has a duty inside the scope.

    Carriers are looked for in all of the chart: a role elsewhere may carry it.
    """
    shown = chosen(contents, scope)
    loose = {} if scope.stage else _loose(shown.tasks)
    groups = {
        key: list(items)
        for key, items in groupby(shown.items, key=lambda item: item.department.key)
    }
    return tuple(
        _table(contents, scope, unit, groups.get(key, ()), loose.get(key, ()))
        for key, unit in contents.departments.items()
        if key in groups or key in loose
    )


def _table(
    contents: Contents,
    scope: Scope,
    unit: outline.Department,
    items: Sequence[Item],
    apart: Sequence[Task],
) -> DepartmentTable:
    is_broken_down = any(duty.key in contents.carriers for duty in unit.duties)
    rows = tuple(_row(contents, item, is_broken_down) for item in items)
    carriers = (carrier.role for row in rows for carrier in row.carriers)
    is_whole = not (scope.function or scope.stage)
    own = (role for role in unit.roles if role.duties and is_whole)
    roles = {role.key: role for role in (*own, *carriers)}
    return DepartmentTable(unit, rows, tuple(roles.values()), tuple(apart))


def _row(contents: Contents, item: Item, is_broken_down: bool) -> DutyRow:
    carriers = contents.carriers.get(item.duty.key, ())
    return DutyRow(item, carriers, of_duty(contents, carriers, is_broken_down))


def _loose(tasks: Sequence[Task]) -> dict[str, list[Task]]:
    """Return the role duties that carry nothing, by department."""
    free = [task for task in tasks if not task.duty.carries]
    return {key: list(found) for key, found in groupby(free, key=lambda one: one.department.key)}
