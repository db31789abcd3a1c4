"""Finding a department in its chart: by its names, its roles, or what it does."""

from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.utils.translation import gettext

from departments.models import Chart, Department
from orgchart import search
from orgchart.documents.as_svg import MARKED
from orgchart.views.chart_state import ChartState

MOST_HITS = 12


def hits(chart: Chart, state: ChartState) -> list[dict]:
    """Return departments that match, each with the state that opens and marks it."""
    query = search.read_query(state.sought)
    if not query.words:
        return []
    found: dict[int, tuple[Department, str]] = {}
    for department, reason in matches(query, chart):
        found.setdefault(department.pk, (department, reason))
        if len(found) == MOST_HITS:
            break
    above = superiors([department for department, _reason in found.values()])
    return [
        {
            "department": department,
            "reason": reason,
            "link": f"{state.showing(department.slug, above[department.pk]).query()}#{MARKED}",
        }
        for department, reason in found.values()
    ]


def matches(query: search.Query, chart: Chart) -> Iterator[tuple[Department, str]]:
    """Yield departments with the reason: by name first, then by roles, then by duties."""
    found = search.find(query, [chart], ("departments", "roles", "department_duties"), MOST_HITS)
    for department in found["departments"].rows(MOST_HITS):
        yield department, department.mission
    for role in found["roles"].rows(MOST_HITS):
        yield role.department, gettext("role: %(name)s") % {"name": role.name}
    for duty in found["department_duties"].rows(MOST_HITS):
        yield duty.department, duty.text


def superiors(departments: Iterable[Department]) -> dict[int, list[str]]:
    """Return the slugs of everything above each department, in one query."""
    departments = list(departments)
    ranges = Q(pk=None)
    for one in departments:
        ranges |= Q(tree_id=one.tree_id, lft__lt=one.lft, rght__gt=one.rght)
    rows = list(Department.objects.filter(ranges).order_by("tree_id", "lft"))
    return {
        one.pk: [
            row.slug
            for row in rows
            if row.tree_id == one.tree_id and row.lft < one.lft and row.rght > one.rght
        ]
        for one in departments
    }
