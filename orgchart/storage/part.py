"""The part of a chart that is read, and how its rows become records of the outline."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model, QuerySet

from departments.models import Chart

Row = dict[str, Any]
FACT = ("key", "source", "basis", "note")


class Part:
    """The departments that are read: all of a chart, or those with these ids."""

    def __init__(self, chart: Chart, ids: list[int] | None) -> None:
        self.chart = chart
        self.ids = ids

    def of(self, model: type[Model], path: str) -> QuerySet:
        """Rows of the model whose `path` leads to a department that is read."""
        rows = model.objects.filter(chart=self.chart)
        return rows if self.ids is None else rows.filter(**{f"{path}__in": self.ids})

    def inside(self, rows: Iterable[Row], end: str) -> Iterator[Row]:
        """Yield the rows whose other end is read too, which costs the database no second list."""
        ids = None if self.ids is None else set(self.ids)
        return (row for row in rows if ids is None or row[end] in ids)


def take(row: Row, names: Iterable[str]) -> Row:
    """Return the named columns of a row."""
    return {name: row[name] for name in names}
