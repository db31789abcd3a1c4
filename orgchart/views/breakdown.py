"""职责分解: each duty of a department, the role duties that carry it, and what is left over."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from departments.models import Chart, Department
from orgchart import matrix, outline, storage
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart
from orgchart.views.matrix import frame
from orgchart.views.matrix_reading import MOST_DUTIES, duty_count, load, read
from orgchart.views.matrix_rows import Addresses, Row, duty_rows, figures

# As many duties as the page of a chart breaks down; each department has a page of its own.
MOST_ON_ONE_PAGE = 400


@dataclass(frozen=True)
class Breakdown:
    """One department: its duties, what stands out among them, and what its roles do besides."""

    table: matrix.DepartmentTable
    rows: list[Row]
    figures: list[dict]
    carried: int
    apart: list[tuple[outline.Role, list[matrix.Task]]]


@fresh
def breakdown(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """The departments of a chart, with how far the duties asked for are broken down to roles."""
    reading = read(request, visible_chart(request, chart_slug))
    asked, contents = reading.asked, reading.contents
    parts = broken_down(reading.chart, contents, asked.scope) if contents else []
    row_total = sum(len(part.rows) + len(part.table.apart) for part in parts)
    context = frame(reading) | {
        "kind": "breakdown",
        "address_name": "breakdown",
        "parts": parts,
        "shows_duties": row_total <= MOST_ON_ONE_PAGE,
        # A department's own page shows all of its duties: numbers of some lead down this page.
        "is_excerpt": bool(asked.function or asked.stage) and row_total <= MOST_ON_ONE_PAGE,
    }
    return render(request, "breakdown.html", context)


@fresh
def department_breakdown(request: HttpRequest, chart_slug: str, slug: str) -> HttpResponse:
    """The duties of one department, broken down to roles."""
    chart = visible_chart(request, chart_slug)
    unit = get_object_or_404(Department.objects.select_related("chart"), chart=chart, slug=slug)
    is_small = duty_count(chart) <= MOST_DUTIES
    said = load(chart, None) if is_small else around(chart, unit)
    contents = matrix.read(said)
    found = broken_down(chart, contents, matrix.Scope())
    parts = [one for one in found if one.table.department.key == unit.key]
    context = {
        "chart": chart,
        "here": "matrix",
        "kind": "breakdown",
        "department": unit,
        "ancestors": Department.objects.above(unit),
        "part": parts[0] if parts else None,
        "figures": parts[0].figures if parts else [],
        "alike": matrix.alike(contents, matrix.Scope(branch=unit.key)),
    }
    return render(request, "department_breakdown.html", context)


def around(chart: Chart, unit: Department) -> outline.Chart:
    """Return the department and those whose roles carry its duties."""
    carrying = Department.objects.in_chart(chart).filter(
        roles__duties__carryings__department_duty__department=unit
    )
    return storage.load(chart, only=[unit, *carrying.distinct()], with_duties=True, with_roles=True)


def broken_down(chart: Chart, contents: matrix.Contents, scope: matrix.Scope) -> list[Breakdown]:
    """Return the departments that have duties, or roles with duties that carry none."""
    addresses = Addresses(chart)
    return [
        one_of(table, duty_rows(table, addresses, is_raci=False))
        for table in matrix.by_duty(contents, scope)
    ]


def one_of(table: matrix.DepartmentTable, rows: list[Row]) -> Breakdown:
    """Return one department's part of the page."""
    return Breakdown(
        table,
        rows,
        figures(rows),
        sum(not row.tone for row in rows),
        by_role(table.apart),
    )


def by_role(tasks: Iterable[matrix.Task]) -> list[tuple[outline.Role, list[matrix.Task]]]:
    """Gather role duties, which come in the roles' order."""
    groups = ((list(found)) for _key, found in groupby(tasks, key=lambda one: one.role.key))
    return [(found[0].role, found) for found in groups]
