"""Departments, or roles, of one name: told apart by what they stand below."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from departments.models import Department
from orgchart.names import called, is_english
from roles.models import Role

BELOW = " › "
# Before an address in a form's field: a name may be of several, an address is of one.
ADDRESS = "/"
# What somebody would look through to find the one that is meant.
MOST_CANDIDATES = 200
LABEL = re.compile(r"(?P<name>.+?)\s?[（(].+[）)]")
CHINESE, ENGLISH = "{}（{}）", "{} ({})"


@dataclass(frozen=True)
class Placed:
    """A name, the names of all above it, the highest first, and the chart where that matters."""

    name: str
    above: tuple[str, ...] = ()
    chart: str = ""


def told_apart(ones: Sequence[Placed], form: str) -> list[str]:
    """Return the names; those that several have with their chart or superiors, as it needs.

    `form` is how the addition is put behind a name.
    """
    by_name: dict[str, list[Placed]] = defaultdict(list)
    for one in ones:
        by_name[one.name].append(one)
    added = [(one.name, addition(one, by_name[one.name])) for one in ones]
    return [form.format(name, more) if name and more else name for name, more in added]


def addition(one: Placed, namesakes: Sequence[Placed]) -> str:
    """Return the chart, if others have another, and what is above, if others have the chart."""
    chart = [one.chart] if any(other.chart != one.chart for other in namesakes) else []
    beside = [other.above for other in namesakes if other.chart == one.chart]
    return " · ".join([*chart, *shortest(one.above, beside)])


def shortest(above: tuple[str, ...], beside: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the nearest superiors, as few as tell this one from those beside it."""
    if len(beside) < 2:
        return []
    for length in range(1, len(above)):
        if sum(other[-length:] == above[-length:] for other in beside) < 2:
            return [BELOW.join(above[-length:])]
    return [BELOW.join(above)] if above else []


def distinct_names(
    rows: Sequence[Department] | Sequence[Role], above: dict[int, tuple[Department, ...]]
) -> list[tuple[str, str]]:
    """Return the Chinese and the English name of each, no two of them alike."""
    chinese, english = [], []
    for row in rows:
        superiors = above.get(row.pk, ())
        chart = row.chart
        chinese.append(Placed(row.name, tuple(one.name for one in superiors), chart.name))
        names = tuple(one.name_en or one.name for one in superiors)
        english.append(Placed(row.name_en, names, chart.name_en or chart.name))
    return list(zip(told_apart(chinese, CHINESE), told_apart(english, ENGLISH), strict=True))


def department_labels(departments: Iterable[Department]) -> dict[int, str]:
    """Return what the page calls each department, so that no two of a chart are called alike.

    One query, and only where names recur.
    """
    by_chart: dict[int, list[Department]] = defaultdict(list)
    for one in departments:
        by_chart[one.chart_id].append(one)
    shared = [one for rows in by_chart.values() for one in recurring(rows)]
    above = superiors_of(shared)
    return {
        row.pk: label
        for rows in by_chart.values()
        for row, label in zip(rows, labels(rows, above), strict=True)
    }


def role_labels(roles: Sequence[Role]) -> dict[int, str]:
    """Return what the page calls each role of one chart, told apart by their departments."""
    above = places_of(recurring(roles))
    return {role.pk: label for role, label in zip(roles, labels(roles, above), strict=True)}


def places_of(roles: Sequence[Role]) -> dict[int, tuple[Department, ...]]:
    """Return for each role its department and all above that, the highest first."""
    above = superiors_of([role.department for role in roles])
    return {role.pk: (*above[role.department_id], role.department) for role in roles}


def labels(
    rows: Sequence[Department] | Sequence[Role], above: dict[int, tuple[Department, ...]]
) -> list[str]:
    placed = [
        Placed(called(row), tuple(called(one) for one in above.get(row.pk, ()))) for row in rows
    ]
    return told_apart(placed, ENGLISH if is_english() else CHINESE)


def name_in(label: str) -> str:
    """Return the name that a label of this page's making adds to; empty where it adds nothing."""
    found = LABEL.fullmatch(label)
    return found["name"] if found else ""


def recurring(rows):
    """Return those whose name several have."""
    by_name = defaultdict(list)
    for row in rows:
        by_name[called(row)].append(row)
    return [row for namesakes in by_name.values() if len(namesakes) > 1 for row in namesakes]


def superiors_of(departments: Sequence[Department]) -> dict[int, tuple[Department, ...]]:
    """Return for each department all above it, the highest first."""
    if not departments:
        return {}
    ancestors = list(Department.objects.above_any(dict.fromkeys(departments)))
    return {
        one.pk: tuple(
            other
            for other in ancestors
            if other.tree_id == one.tree_id and other.lft < one.lft and one.rght < other.rght
        )
        for one in departments
    }
