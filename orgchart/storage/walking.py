"""The departments that a state opens, walked from the top down.

Written as SQL: Django's queries know no WITH RECURSIVE, and one for each level takes
longer to compile than the database takes to answer it.
"""

from typing import Any

from django.db import connection

from departments import models
from departments.models.department import DEEPEST_LEVEL
from orgchart.storage.opening import Opening
from orgchart.storage.part import FACT
from roles.models import Role

DEPARTMENT = (
    *FACT,
    *("name", "slug", "name_en", "kind", "aliases", "mission", "summary", "headcount"),
    *("branch_layout", "placement"),
)
PLACE = ("id", "parent_id", "lft", "rght", "level")
# What is counted inside a department, with the column that leads to the department.
COUNTED = {
    "duty_count": (models.DepartmentDuty, "department_id"),
    "role_count": (Role, "department_id"),
    "child_count": (models.Department, "parent_id"),
}
COLUMNS = (*PLACE, *COUNTED, *DEPARTMENT)

TABLE = models.Department._meta.db_table
WALKED = (*PLACE, "position", *DEPARTMENT)
# All columns go along, so that no planner has to guess how to find them again.
WALK = """
    WITH RECURSIVE shown (step, {names}) AS (
        SELECT 0, {names} FROM {table} WHERE chart_id = %s AND {top}
        UNION ALL
        SELECT shown.step + 1, {below}
        FROM shown JOIN {table} below ON below.parent_id = shown.id
        WHERE shown.step + 1 < %s AND ({is_open})
        {within}
    )
    SELECT step, {columns}
    FROM (SELECT * FROM shown {outside}) here
    ORDER BY step, position, id
"""
# One row more than is wanted tells that there are more; the first level is always whole.
LIMIT = """
    LIMIT (
        SELECT CASE WHEN COUNT(*) > {most} THEN COUNT(*) ELSE {most} END + 1
        FROM {table} WHERE chart_id = %s AND {top}
    )
"""
NAMES = ", ".join(WALKED)
BELOW = ", ".join(f"below.{name}" for name in WALKED)
COUNTS = [
    f"(SELECT COUNT(*) FROM {model._meta.db_table} one WHERE one.{owner} = here.id)"
    for model, owner in COUNTED.values()
]
WRITTEN = ", ".join([*PLACE, *COUNTS, *DEPARTMENT])


def walk(
    chart: models.Chart,
    root: models.Department | None,
    opening: Opening,
    most: int | None = None,
) -> list[dict[str, Any]]:
    """Return the rows of what is open below the root, or below all roots, level by level.

    One query, whatever is open. Levels end before the one that would bring more
    than `most` rows, but the first is always whole.
    """
    top, values = ("id = %s", [chart.pk, root.pk]) if root else ("parent_id IS NULL", [chart.pk])
    is_open, opened = _open(opening)
    limit = LIMIT.format(most=most, table=TABLE, top=top) if most else ""
    # PostgreSQL walks level by level and stops when nobody asks for more; SQLite must be told.
    is_sqlite = connection.vendor == "sqlite"
    statement = WALK.format(
        table=TABLE,
        names=NAMES,
        below=BELOW,
        top=top,
        is_open=is_open,
        within=f"ORDER BY 1 {limit}" if is_sqlite else "",
        outside="" if is_sqlite else limit,
        columns=WRITTEN,
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, DEEPEST_LEVEL, *opened, *(values if most else ())])
        found = cursor.fetchall()
    if most and len(found) > most:
        lowest = found[-1][0]
        found = [row for row in found if row[0] < lowest or not lowest]
    return [dict(zip(COLUMNS, row[1:], strict=True)) for row in found]


def _open(opening: Opening) -> tuple[str, list[Any]]:
    """Return the condition under which one goes on below a department, with its values.

    The same as Opening.shows_below says of one department.
    """
    within, values = ["1 = 1"], list[Any]()
    if opening.depth is not None:
        within.append("shown.step + 1 < %s")
        values.append(opening.depth)
    if opening.closed:
        within.append(f"shown.slug NOT IN ({_places(opening.closed)})")
        values += sorted(opening.closed)
    condition = " AND ".join(within)
    if opening.opened:
        condition += f" OR shown.slug IN ({_places(opening.opened)})"
        values += sorted(opening.opened)
    return condition, values


def _places(values: frozenset[str]) -> str:
    return ", ".join(["%s"] * len(values))
