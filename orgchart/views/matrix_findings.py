"""What a matrix finds, each in a sentence that says why.

A sentence is told with its subject, so that a page can make a link of it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from orgchart import matrix
from orgchart.names import called
from orgchart.views.matrix_words import (
    carriers_in_words,
    in_brackets,
    listed,
    names,
    tasks_in_words,
)


@dataclass(frozen=True)
class Finding:
    """A sentence, and the part of it that names what it is about."""

    sentence: str
    subject: str

    @property
    def parts(self) -> tuple[str, str, str]:
        """What stands before the subject, the subject, and what stands after it."""
        return self.sentence.partition(self.subject)


def of_function(row: matrix.FunctionRow, name: str) -> Finding | None:
    """Return what is to be said of a function's row; nothing where one department leads."""
    say = FUNCTIONS.get(row.verdict.kind)
    return Finding(say(row, name), f"“{name}”") if say else None


def of_duty(row: matrix.DutyRow) -> Finding | None:
    """Return what is to be said of a duty's row; nothing where it is carried."""
    verdict = row.verdict
    is_leaderless = verdict.kind == "overlap" and not verdict.rivals
    say = leaderless if is_leaderless else DUTIES.get(verdict.kind)
    if say is None:
        return None
    subject = gettext("item %(number)s of %(department)s “%(text)s”") % {
        "department": called(row.item.department),
        "number": row.item.number,
        "text": row.item.duty.text,
    }
    roles = carriers_in_words(verdict.rivals or row.carriers)
    return Finding(say() % {"duty": subject, "roles": roles}, subject)


def of_table(table: matrix.DepartmentTable) -> Finding:
    """Say that the duties of a department have not been broken down to roles."""
    number, name = len(table.rows), called(table.department)
    said = ngettext(
        "The %(number)s duty of %(department)s is not broken down: no role carries it.",
        "The %(number)s duties of %(department)s are not broken down: no role carries any of them.",
        number,
    ) % {"number": number, "department": name}
    if not any(role.duty_count for role in table.department.roles):
        said = after_each_other(said, gettext("This chart describes no role with duties there."))
    return Finding(said, name)


def after_each_other(before: str, after: str) -> str:
    """Join two sentences; Chinese puts no space between."""
    return gettext("%(before)s %(after)s") % {"before": before, "after": after}


def no_lead(row: matrix.FunctionRow, name: str) -> str:
    said = gettext("No department leads “%(function)s”: %(departments)s.") % {
        "function": name,
        "departments": listed(
            called(unit)
            + in_brackets(
                item.duty.involvement
                for item in row.verdict.items
                if item.department.key == unit.key
            )
            for unit in row.verdict.departments
        ),
    }
    if not row.verdict.tasks:
        return said
    roles = gettext("Of the roles, these lead something in it: %(roles)s.")
    return after_each_other(said, roles % {"roles": tasks_in_words(row.verdict.tasks)})


def no_department(row: matrix.FunctionRow, name: str) -> str:
    return gettext(
        "No department has “%(function)s” among its duties; only roles do it: %(roles)s."
    ) % {
        "function": name,
        "roles": tasks_in_words(row.verdict.tasks),
    }


def several(row: matrix.FunctionRow, name: str) -> str:
    return gettext(
        "“%(function)s” is led by departments of different branches: %(departments)s. None of them "
        "is above the other, and nothing says which one leads."
    ) % {"function": name, "departments": names(row.verdict.departments)}


def elsewhere(row: matrix.FunctionRow, name: str) -> str:
    return gettext(
        "“%(function)s” is led by %(departments)s, yet roles of another branch lead in it too: "
        "%(roles)s."
    ) % {
        "function": name,
        "departments": names(row.verdict.departments),
        "roles": tasks_in_words(row.verdict.tasks),
    }


def shared(row: matrix.FunctionRow, name: str) -> str:
    return gettext(
        "“%(function)s” is shared by %(departments)s: one is above the other, so that the upper "
        "one answers for it and the lower one does it. This is no overlap."
    ) % {"function": name, "departments": names(row.verdict.departments)}


def uncovered() -> str:
    return gettext("No role carries %(duty)s.")


def partial() -> str:
    return gettext("Roles carry only a part of %(duty)s: %(roles)s; no role carries the rest.")


def rivals() -> str:
    return gettext(
        "Several roles each carry the whole of %(duty)s and lead: %(roles)s. None of them is above "
        "the other, and nothing says which one leads."
    )


def leaderless() -> str:
    return gettext("Several roles carry %(duty)s, but none of them leads: %(roles)s.")


def unled() -> str:
    return gettext(
        "The role that carries %(duty)s does not lead in it: %(roles)s. No role answers for the "
        "whole."
    )


FUNCTIONS: dict[str, Callable] = {
    "no_lead": no_lead,
    "no_department": no_department,
    "overlap": several,
    "elsewhere": elsewhere,
    "shared": shared,
}
DUTIES: dict[str, Callable] = {
    "uncovered": uncovered,
    "partial": partial,
    "overlap": rivals,
    "unled": unled,
}
