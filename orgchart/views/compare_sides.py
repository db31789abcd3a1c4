"""The departments of a comparison: from the words of an address, and back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from departments.models import Chart, Department
from orgchart import storage
from orgchart.compare import Side
from orgchart.views.lookup import visible_charts
from orgchart.views.namesakes import distinct_names, superiors_of

# What a comparison needs of what ties departments.
TIES = ("hand_offs", "traits")
LETTERS = (
    pgettext_lazy("side", "A"),
    pgettext_lazy("side", "B"),
    pgettext_lazy("side", "C"),
)


@dataclass(frozen=True)
class Lettered:
    """A side on the page: its sign, and its names."""

    place: int
    name: str
    name_en: str

    @property
    def letter(self) -> str:
        """What style sheets call the side: a, b or c."""
        return "abc"[self.place]

    @property
    def sign(self) -> str:
        """What readers call it: 甲, 乙 or 丙."""
        return str(LETTERS[self.place])


@dataclass(frozen=True)
class Shown(Lettered):
    """A department on the page; its names are those of no other side.

    They say the chart, or the superiors, where two sides would be called the same.
    """

    record: Department
    side: Side
    above: tuple[Department, ...]


def find_sides(request: HttpRequest, chart: Chart, words: Sequence[str]) -> list[Department | None]:
    """Return the department that each word names; None where the visitor can see none.

    A word is a department's slug, or "chart:department" for another chart.
    """
    charts = {one.slug: one for one in visible_charts(request)}
    wanted = []
    for word in words:
        home, colon, slug = word.rpartition(":")
        wanted.append((charts.get(home) if colon else chart, slug))
    known = [Q(chart=home, slug=slug) for home, slug in wanted if home]
    rows = Department.objects.filter(reduce(or_, known, Q(pk=None)))
    found = {(row.chart_id, row.slug): row for row in rows.select_related("parent")}
    for row in found.values():
        row.chart = next(one for one in charts.values() if one.pk == row.chart_id)
    return [found.get((home.pk, slug)) if home else None for home, slug in wanted]


def words_of(chart: Chart, departments: Sequence[Department]) -> list[str]:
    """Return how an address inside the chart names the departments."""
    return [
        one.slug if one.chart_id == chart.pk else f"{one.chart.slug}:{one.slug}"
        for one in departments
    ]


def address_of(
    chart: Chart, departments: Sequence[Department], name: str = "compare", *more: str
) -> str:
    """Return the address of a comparison seen from a chart; `name` is the kind of page."""
    three = "-three" if len(departments) > 2 else ""
    return reverse(f"{name}{three}", args=[chart.slug, *words_of(chart, departments), *more])


def read_sides(departments: Sequence[Department]) -> tuple[Shown, ...]:
    """Read what a comparison needs of the departments, a few queries for each chart."""
    by_chart: dict[int, list[Department]] = defaultdict(list)
    for one in departments:
        by_chart[one.chart_id].append(one)
    said = {
        pk: storage.load(members[0].chart, only=members, with_duties=True, ties=TIES)
        for pk, members in by_chart.items()
    }
    units = {(pk, unit.key): unit for pk, chart in said.items() for unit in chart.walk()}
    superiors = superiors_of(departments)
    names = distinct_names(departments, superiors)
    shown = []
    for place, one in enumerate(departments):
        above = superiors[one.pk]
        side = Side(
            chart=said[one.chart_id],
            department=units[one.chart_id, one.key],
            above=tuple(other.key for other in reversed(above)),
        )
        shown.append(Shown(place, *names[place], one, side, above))
    return tuple(shown)
