"""Which part of a chart a matrix shows."""

from dataclasses import dataclass

from orgchart import outline
from orgchart.matrix.contents import Contents, Item, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The keys of a department with all below it, a function and a stage; empty is all."""

    branch: str = ""
    function: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a scope leaves of the duties of departments and of roles."""

    items: tuple[Item, ...]
    tasks: tuple[Task, ...]


def chosen(contents: Contents, scope: Scope) -> Chosen:
    """Return the duties inside the scope.

    A stage leaves the department duties that it stresses, and the role duties
    that carry one of these.
    """
    units = branch_keys(contents, scope.branch)
    stressed = {one.duty for one in stresses(contents, scope) if one.duty}

    def fits(duty: outline.Duty, unit: outline.Department) -> bool:
        return unit.key in units and scope.function in ("", duty.function)

    return Chosen(
        tuple(
            item
            for item in contents.items
            if fits(item.duty, item.department) and (not scope.stage or item.duty.key in stressed)
        ),
        tuple(
            task
            for task in contents.tasks
            if fits(task.duty, task.department)
            and (not scope.stage or any(one.duty in stressed for one in task.duty.carries))
        ),
    )


def branch_keys(contents: Contents, branch: str) -> set[str]:
    """Return the keys of a department and all below it; of all without one."""
    if not branch:
        return set(contents.departments)
    return {unit.key for unit in contents.departments[branch].walk()}


def stresses(contents: Contents, scope: Scope) -> tuple[outline.Emphasis, ...]:
    """Return what the scope's stage stresses in its branch, in the source's order."""
    units = branch_keys(contents, scope.branch)
    return tuple(
        one
        for one in contents.chart.emphases
        if one.stage == scope.stage and one.department in units
    )
