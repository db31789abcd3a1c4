"""How much a whole chart holds."""

from django.db import connection

from departments.models import Chart, Department, HandOff, Relation
from roles.models import Role

COUNTED = {"role_total": Role, "hand_off_total": HandOff, "relation_total": Relation}
NAMES = ("department_total", *COUNTED)
# Roots know how many departments are below them, so that these need not be counted. Written
# as SQL, which is answered before Django's queries for the same are compiled.
TOTALS = "SELECT {departments}, {others}".format(
    departments=(
        "(SELECT COALESCE(SUM((rght - lft + 1) / 2), 0)"
        f" FROM {Department._meta.db_table} WHERE chart_id = %s AND parent_id IS NULL)"
    ),
    others=", ".join(
        f"(SELECT COUNT(*) FROM {model._meta.db_table} WHERE chart_id = %s)"
        for model in COUNTED.values()
    ),
)


def totals_of(chart: Chart) -> dict[str, int]:
    """Return the numbers of departments, roles, hand-offs and relations, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(TOTALS, [chart.pk] * len(NAMES))
        return dict(zip(NAMES, cursor.fetchone(), strict=True))
