"""The duties of a chart with their numbers, who carries them, and who stands above whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from orgchart import outline


@dataclass(frozen=True, slots=True)
class Item:
    """A duty of a department, with its number in the department's list."""

    department: outline.Department
    number: int
    duty: outline.Duty


@dataclass(frozen=True, slots=True)
class Task:
    """A duty of a role, with its number in the role's list."""

    department: outline.Department
    role: outline.Role
    number: int
    duty: outline.RoleDuty


@dataclass(frozen=True, slots=True)
class Part:
    """A duty of a role that carries a duty of a department, and how much of it."""

    task: Task
    carrying: outline.Carrying


@dataclass(frozen=True, slots=True)
class Carrier:
    """A role and all by which it carries one duty of a department."""

    role: outline.Role
    department: outline.Department
    parts: tuple[Part, ...]

    @property
    def is_full(self) -> bool:
        """Whether the role carries the whole duty, by at least one of its own."""
        return any(part.carrying.extent == "full" for part in self.parts)

    @property
    def leads(self) -> bool:
        """Whether the role carries the whole duty and leads in it."""
        return any(
            part.carrying.extent == "full" and part.task.duty.involvement == "lead"
            for part in self.parts
        )


@dataclass(frozen=True, slots=True)
class Contents:
    """All that the matrices are made of.

    `carriers` goes by the key of a department's duty; `parents` leads from a
    department's key to the one above it, `superiors` from a role's to its superior's.
    """

    chart: outline.Chart
    departments: Mapping[str, outline.Department]
    items: tuple[Item, ...]
    tasks: tuple[Task, ...]
    carriers: Mapping[str, tuple[Carrier, ...]]
    parents: Mapping[str, str]
    superiors: Mapping[str, str]


def read(chart: outline.Chart) -> Contents:
    """Gather what the matrices need from an outline with duties, roles and emphases."""
    departments = {unit.key: unit for unit in chart.walk()}
    items = tuple(
        Item(unit, number, duty)
        for unit in departments.values()
        for number, duty in enumerate(unit.duties, start=1)
    )
    tasks = tuple(_tasks(departments.values()))
    return Contents(
        chart=chart,
        departments=departments,
        items=items,
        tasks=tasks,
        carriers=_carriers(tasks),
        parents={child.key: unit.key for unit in departments.values() for child in unit.children},
        superiors={
            role.key: role.reports_to
            for unit in departments.values()
            for role in unit.roles
            if role.reports_to
        },
    )


def _tasks(departments: Iterable[outline.Department]) -> Iterator[Task]:
    for unit in departments:
        for role in unit.roles:
            for number, duty in enumerate(role.duties, start=1):
                yield Task(unit, role, number, duty)


def _carriers(tasks: Iterable[Task]) -> dict[str, tuple[Carrier, ...]]:
    parts: dict[str, dict[str, list[Part]]] = defaultdict(lambda: defaultdict(list))
    for task in tasks:
        for carrying in task.duty.carries:
            parts[carrying.duty][task.role.key].append(Part(task, carrying))
    return {
        duty: tuple(
            Carrier(found[0].task.role, found[0].task.department, tuple(found))
            for found in by_role.values()
        )
        for duty, by_role in parts.items()
    }
