"""The first boxes of many charts at once."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from departments import models
from orgchart import outline


def load_shapes(
    charts: Iterable[models.Chart], *, depth: int, most: int
) -> dict[int, outline.Chart]:
    """Return each chart's first departments, by primary key: names, kinds and nesting only.

    So many at most of each chart, upper levels first; one query for all charts.
    """
    charts = list(charts)
    order = [F("level"), F("tree_id"), F("lft")]
    place = Window(RowNumber(), partition_by=F("chart_id"), order_by=order)
    rows = (
        models.Department.objects.filter(chart__in=charts, level__lt=depth)
        .annotate(place=place)
        .filter(place__lte=most)
        .order_by("chart_id", "place")
        .values("id", "parent_id", "chart_id", "key", "name", "kind")
    )
    rows_of = defaultdict(list)
    for row in rows:
        rows_of[row["chart_id"]].append(row)
    return {
        chart.pk: outline.Chart(
            key=chart.key, name=chart.name, departments=_forest(rows_of[chart.pk])
        )
        for chart in charts
    }


def _forest(rows: list[dict[str, Any]]) -> tuple[outline.Department, ...]:
    """Grow the trees from the leaves: rows come parents first."""
    children: dict[int | None, list[outline.Department]] = defaultdict(list)
    for row in reversed(rows):
        department = outline.Department(
            key=row["key"],
            name=row["name"],
            kind=row["kind"],
            children=tuple(reversed(children.pop(row["id"], []))),
        )
        children[row["parent_id"]].append(department)
    return tuple(reversed(children[None]))
