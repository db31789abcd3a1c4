"""What is to be said of a function or a duty: is it led, is it carried, does it overlap?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from orgchart import outline
from orgchart.matrix.contents import Carrier, Contents, Item, Task
from orgchart.matrix.lines import ends, in_one_line

Tone = Literal["", "gap", "overlap", "shared"]
FunctionKind = Literal["led", "shared", "overlap", "elsewhere", "no_lead", "no_department"]
DutyKind = Literal["covered", "overlap", "unled", "partial", "uncovered", "unbroken"]
TONES: dict[str, Tone] = {
    "no_lead": "gap",
    "no_department": "gap",
    "uncovered": "gap",
    "unbroken": "gap",
    "partial": "gap",
    "unled": "gap",
    "overlap": "overlap",
    "elsewhere": "overlap",
    "shared": "shared",
}


@dataclass(frozen=True, slots=True)
class FunctionVerdict:
    """How a function is led.

    `items` are the duties of departments that lead, or where none does, those by
    which departments take any part. `tasks` are duties of roles: those that lead
    although another branch or no department does, or those that alone name the
    function.
    """

    kind: FunctionKind
    items: tuple[Item, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def departments(self) -> tuple[outline.Department, ...]:
        """The departments whose duties these are."""
        return tuple({item.department.key: item.department for item in self.items}.values())

    @property
    def tone(self) -> Tone:
        return TONES.get(self.kind, "")


@dataclass(frozen=True, slots=True)
class DutyVerdict:
    """How a department's duty is carried.

    `rivals` are the roles that carry the whole of it and lead, each at the end
    of a line of its own.
    """

    kind: DutyKind
    rivals: tuple[Carrier, ...] = ()

    @property
    def tone(self) -> Tone:
        return TONES.get(self.kind, "")


def of_function(
    contents: Contents, items: Sequence[Item], tasks: Sequence[Task]
) -> FunctionVerdict:
    """Judge a function by all duties of departments and of roles in it."""
    if not items:
        return FunctionVerdict("no_department", tasks=tuple(tasks))
    leads = FunctionVerdict("led", tuple(item for item in items if item.duty.involvement == "lead"))
    if not leads.items:
        leading = tuple(task for task in tasks if task.duty.involvement == "lead")
        return FunctionVerdict("no_lead", tuple(items), leading)
    if len(ends([one.key for one in leads.departments], contents.parents)) > 1:
        return replace(leads, kind="overlap")
    abroad = _abroad(contents, leads.departments, tasks)
    if abroad:
        return replace(leads, kind="elsewhere", tasks=abroad)
    return replace(leads, kind="shared") if len(leads.departments) > 1 else leads


def of_duty(contents: Contents, carriers: Sequence[Carrier], is_broken_down: bool) -> DutyVerdict:
    """Judge a duty by the roles that carry it.

    Where nobody carries any duty of a department, its duties have not been
    broken down to roles at all, which is one thing to say and not many.
    """
    if not carriers:
        return DutyVerdict("uncovered" if is_broken_down else "unbroken")
    if not any(carrier.is_full for carrier in carriers):
        return DutyVerdict("partial")
    leads = {carrier.role.key: carrier for carrier in carriers if carrier.leads}
    if not leads:
        return DutyVerdict("overlap" if len(carriers) > 1 else "unled")
    rivals = ends(leads, contents.superiors)
    if len(rivals) > 1:
        return DutyVerdict("overlap", tuple(leads[key] for key in rivals))
    return DutyVerdict("covered")


def _abroad(
    contents: Contents, leads: Iterable[outline.Department], tasks: Iterable[Task]
) -> tuple[Task, ...]:
    """Return the duties by which roles lead in a function that quite another branch leads."""
    return tuple(
        task
        for task in tasks
        if task.duty.involvement == "lead"
        and not any(in_one_line(task.department.key, lead.key, contents.parents) for lead in leads)
    )
