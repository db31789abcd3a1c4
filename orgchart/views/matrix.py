"""职责矩阵: who does what, by function and department or by duty and role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from departments.models import Department
from orgchart import matrix as matrices
from orgchart.matrix.scope import stresses
from orgchart.views import matrix_words
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart
from orgchart.views.matrix_reading import Reading, read
from orgchart.views.matrix_rows import (
    Addresses,
    duty_rows,
    figures,
    function_rows,
    without_duties,
)

# A wider or longer table is cut; filters and the workbook have the rest.
MOST_COLUMNS, MOST_ROWS = 200, 500
# As many duties as the tables of duty × role show on one page.
MOST_DUTY_ROWS = 1_000
# As many departments as a list to choose from offers; beyond, one types the name.
MOST_CHOICES = 500


@fresh
def matrix(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """职能 × department."""
    reading = read(request, visible_chart(request, chart_slug))
    context = frame(reading) | {"kind": "functions", "address_name": "matrix"}
    if reading.contents:
        context |= functions_of(reading)
    return render(request, "matrix.html", context)


@fresh
def matrix_roles(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """Department duty × role, a table for each department."""
    reading = read(request, visible_chart(request, chart_slug))
    context = frame(reading) | {"kind": "duties", "address_name": "matrix-roles"}
    if reading.contents:
        context |= duties_of(reading)
    return render(request, "matrix.html", context)


def frame(reading: Reading) -> dict:
    """Return what both pages have: filters, legend, and what cannot be shown."""
    asked, contents = reading.asked, reading.contents
    units = list(contents.departments.values()) if contents else []
    used = {one.duty.function for one in (*contents.items, *contents.tasks)} if contents else ()
    stressed = {one.stage for one in contents.chart.emphases} if contents else ()
    return {
        "chart": reading.chart,
        "here": "matrix",
        "reading": reading,
        "asked": asked,
        "choices": indented(units) if len(units) <= MOST_CHOICES else [],
        "is_typed": reading.is_part or len(units) > MOST_CHOICES or not contents,
        "functions": [one for one in reading.functions if one.key in used or one == asked.function],
        "stages": [one for one in reading.stages if one.key in stressed or one == asked.stage],
        "legend": matrix_words.legend(asked.is_raci),
        "of_roles": matrix_words.of_roles(),
        "in_part": matrix_words.in_part(),
        "meaning": matrix_words.meaning() if asked.is_raci else [],
        "filters": asked.query(),
        "other_notation": asked.query(记号="" if asked.is_raci else "RACI"),
        "stresses": stresses(contents, asked.scope) if contents and asked.stage else (),
        "tops": [] if contents else top_departments(reading),
        "without_duties": without_duties(contents, asked.branch) if contents else [],
    }


def functions_of(reading: Reading) -> dict:
    """Return the matrix of functions, cut where it is larger than a page."""
    names = {one.key: one for one in reading.functions}
    found = matrices.by_function(reading.contents, reading.asked.scope, list(names))
    shown = found.cut(rows=MOST_ROWS, columns=MOST_COLUMNS)
    rows = function_rows(shown, names, Addresses(reading.chart), reading.asked)
    used = {one.duty.function for one in (*reading.contents.items, *reading.contents.tasks)}
    return {
        "matrix": shown,
        "rows": rows,
        "figures": figures(rows),
        "results": matrix_words.results_of_functions(),
        "is_linked": any(mark.link for row in rows for mark in row.marks),
        "row_total": len(found.rows),
        "column_total": len(found.departments),
        "is_cut": shown is not found,
        "unused": unused(reading, used) if rows and is_whole(reading) else [],
        "unplaced": found.unplaced,
    }


def is_whole(reading: Reading) -> bool:
    """Say whether the page shows all of the chart."""
    return not (reading.asked.narrows or reading.is_part)


def unused(reading: Reading, used: set[str]) -> list:
    """Return the functions of the library that no duty of the chart names."""
    return [one for one in reading.functions if one.key not in used]


def duties_of(reading: Reading) -> dict:
    """Return the tables of duties, as many as a page holds."""
    addresses = Addresses(reading.chart)
    found = [one for one in matrices.by_duty(reading.contents, reading.asked.scope) if one.rows]
    shown = fitting(found, MOST_DUTY_ROWS)
    tables = [
        {"table": table, "rows": duty_rows(table, addresses, reading.asked.is_raci)}
        for table in shown
    ]
    return {
        "tables": tables,
        "figures": figures(row for table in tables for row in table["rows"]),
        "results": matrix_words.results_of_duties(),
        "alike": matrices.alike(reading.contents, reading.asked.scope),
        "table_total": len(found),
        "is_cut": len(shown) < len(found),
    }


def fitting(tables: list, most: int) -> list:
    """Return the first tables, with so many rows in all, but at least one."""
    shown, rows = [], 0
    for table in tables:
        rows += len(table.rows)
        if shown and rows > most:
            break
        shown.append(table)
    return shown


def indented(units: list) -> list[tuple]:
    """Return each department with its depth in spaces, for a list to choose from."""
    depth: dict[str, int] = {}
    for unit in units:
        depth.setdefault(unit.key, 0)
        depth |= {child.key: depth[unit.key] + 1 for child in unit.children}
    return [(unit, "\u3000" * depth[unit.key]) for unit in units]


def top_departments(reading: Reading) -> list[Department]:
    """Return where to begin in a chart that is too large to be shown at once."""
    above = reading.asked.branch
    rows = Department.objects.in_chart(reading.chart)
    return list(rows.filter(parent__key=above.key) if above else rows.filter(level__lte=1))[:50]
