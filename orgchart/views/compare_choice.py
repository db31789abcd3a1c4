"""Choosing what to compare: up to three departments, each of any chart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from departments.models import Chart, Department
from orgchart.names import called
from orgchart.views.compare_sides import LETTERS, address_of
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart, visible_charts
from orgchart.views.namesakes import ADDRESS, MOST_CANDIDATES, department_labels, name_in
from orgchart.views.parameters import parameter

# Enough to offer; the fields find any other by its name.
MOST_SUGGESTIONS = 200
LONGEST_NAME = 200
FIELDS = ("甲", "乙", "丙")
COLON = re.compile("[:：]")


@dataclass(frozen=True)
class Candidate:
    """One of several departments of a name: what tells it apart, and the form with it chosen."""

    label: str
    address: str


@dataclass(frozen=True)
class Field:
    """A field of the form: what was typed, in which chart, and what that is.

    `candidates` are all that have the name, where that is more than one.
    """

    place: int
    name: str
    chart: Chart
    found: Department | None = None
    # What an address calls a chart that is none, or that this visitor cannot see.
    unknown_chart: str = ""
    candidates: tuple[Candidate, ...] = ()

    @property
    def parameter(self) -> str:
        return FIELDS[self.place]

    @property
    def sign(self) -> str:
        return str(LETTERS[self.place])

    @property
    def letter(self) -> str:
        return "abc"[self.place]

    @property
    def is_unknown(self) -> bool:
        return bool(self.name) and self.found is None and not self.candidates

    @property
    def is_open(self) -> bool:
        return bool(self.name) and self.found is None


@fresh
def choice(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """Ask for two or three departments, or go to the page that compares them."""
    chart = visible_chart(request, chart_slug)
    fields = [read_field(request, chart, place) for place in range(len(FIELDS))]
    found = [field.found for field in fields if field.found]
    if len(found) > 1 and len(set(found)) == len(found) and not any_open(fields):
        return redirect(address_of(chart, found))
    return ask(request, chart, fields)


@fresh
def begun(request: HttpRequest, chart_slug: str, first: str) -> HttpResponse:
    """Ask for the other department where an address names one only."""
    chart = visible_chart(request, chart_slug)
    query = urlencode({FIELDS[0]: by_address(first)})
    return redirect(f"{reverse('compare-choice', args=[chart.slug])}?{query}")


def ask(
    request: HttpRequest, chart: Chart, fields: Sequence[Field], status: int = 200
) -> HttpResponse:
    """Show the form with what was typed, and say what is wrong with it."""
    found = [field.found for field in fields if field.found]
    others = [one for one in visible_charts(request) if one != chart]
    context = {
        "chart": chart,
        "here": "compare",
        "fields": fields,
        "charts_to_choose": [chart, *others],
        "is_same": len(set(found)) < len(found),
        "is_alone": len([field for field in fields if field.name]) == len(found) == 1,
        "pairs": asked_pairs(chart),
        **suggestions(chart, others),
    }
    return render(request, "compare_choice.html", context, status=status)


def suggestions(chart: Chart, others: Sequence[Chart]) -> dict:
    """Return what the fields offer, each told apart from others of its name in its chart."""
    departments = list(chart.departments.all()[:MOST_SUGGESTIONS])
    elsewhere = list(
        Department.objects.filter(chart__in=others)
        .select_related("chart")
        .order_by("chart__position", "chart", "tree_id", "lft")[:MOST_SUGGESTIONS]
    )
    labels = department_labels([*departments, *elsewhere])
    return {
        "departments": [labels[one.pk] for one in departments],
        "elsewhere": [(one.chart, labels[one.pk]) for one in elsewhere],
    }


def any_open(fields: Sequence[Field]) -> bool:
    return any(field.is_open for field in fields)


def read_field(request: HttpRequest, chart: Chart, place: int) -> Field:
    """Return what the address says for a field; a name may name its chart: 方案：部门."""
    name = parameter(request, FIELDS[place]).strip()[:LONGEST_NAME]
    home = parameter(request, f"{FIELDS[place]}方案")
    charts = visible_charts(request)
    chosen = next((one for one in charts if one.slug == home), chart)
    before, colon, after = cut_at_colon(name)
    if colon:
        named_chart = next((one for one in charts if before in names_of(one)), None)
        chosen, name = (named_chart, after) if named_chart else (chosen, name)
    found = named(chosen, name) if name else []
    if len(found) == 1:
        return Field(place, shown_name(found[0], name), chosen, found[0])
    return Field(place, name, chosen, candidates=candidates(request, chosen, place, found))


def shown_name(found: Department, name: str) -> str:
    """Return what the field shows: a name also where an address was given."""
    if not name.startswith(ADDRESS):
        return name
    namesakes = Department.objects.filter(chart=found.chart, name=found.name)[:MOST_CANDIDATES]
    return department_labels(dict.fromkeys([found, *namesakes]))[found.pk]


def candidates(
    request: HttpRequest, chart: Chart, place: int, found: Sequence[Department]
) -> tuple[Candidate, ...]:
    """Return what a name may mean, each with the address of the form that has it chosen."""
    labels = department_labels(found)
    typed = {
        name: parameter(request, name)[:LONGEST_NAME]
        for field in FIELDS
        for name in (field, f"{field}方案")
        if parameter(request, name)
    }
    here = {f"{FIELDS[place]}方案": chart.slug}
    return tuple(
        Candidate(
            labels[one.pk],
            "?" + urlencode(typed | here | {FIELDS[place]: by_address(one.slug)}),
        )
        for one in found
    )


def by_address(word: str) -> str:
    """Return how a field names the department of an address: 方案:/部门."""
    home, colon, slug = word.rpartition(":")
    return f"{home}{colon}{ADDRESS}{slug}"


def cut_at_colon(name: str) -> tuple[str, bool, str]:
    before, *after = COLON.split(name, maxsplit=1)
    return before.strip(), bool(after), after[0].strip() if after else ""


def names_of(chart: Chart) -> tuple[str, ...]:
    return chart.slug, chart.name, chart.name_en or chart.name


def named(chart: Chart, name: str) -> list[Department]:
    """Return the departments of this name, address, English name, alias or label."""
    units = Department.objects.filter(chart=chart)
    found = (
        list(units.filter(slug=name.removeprefix(ADDRESS)))
        if name.startswith(ADDRESS)
        else list(units.filter(Q(name=name) | Q(name_en__iexact=name))[:MOST_CANDIDATES])
        or list(units.filter(slug=name))
        or [one for one in units.filter(aliases__contains=name) if name in one.alias_list]
        or labelled(units, name)
    )
    for one in found:
        # Its address needs the chart, which is at hand.
        one.chart = chart
    return found[:MOST_CANDIDATES]


def labelled(units: QuerySet[Department], label: str) -> list[Department]:
    """Return those whose name has this addition: 华东组（销售一部）."""
    name = name_in(label)
    if not name:
        return []
    rows = list(units.filter(Q(name=name) | Q(name_en__iexact=name))[:MOST_CANDIDATES])
    labels = department_labels(rows)
    return [one for one in rows if labels[one.pk] == label]


def wrong_pairs(charts: Sequence[Chart]) -> list[tuple[Department, Department]]:
    """Return the first two that each counter-example sets side by side."""
    examples = {one.pk: one for one in charts if one.kind == Chart.Kind.COUNTER_EXAMPLE}
    beside: dict[int, list[Department]] = {pk: [] for pk in examples}
    tops = Department.objects.filter(chart__in=examples, level=0).exclude(kind="outside")
    for unit in tops.order_by("tree_id")[:MOST_SUGGESTIONS]:
        unit.chart = examples[unit.chart_id]
        beside[unit.chart_id].append(unit)
    return [(units[0], units[1]) for units in beside.values() if len(units) > 1]


def asked_pairs(chart: Chart) -> list[tuple[Department, Department]]:
    """Return the pairs that people confuse: a department and those below, and siblings.

    Outside units and committees are seldom asked about; large families would
    flood the page, so only the first few of each are paired.
    """
    units = list(
        chart.departments.exclude(kind__in=["outside", "committee"])
        .filter(level__lte=2)
        .order_by("tree_id", "lft")[:24]
    )
    pairs = [(unit, other) for unit in units for other in units if unit.parent_id == other.pk]
    pairs += [
        (unit, other)
        for index, unit in enumerate(units)
        for other in units[index + 1 :]
        if unit.parent_id == other.parent_id
    ]
    return pairs[:24]


def field_of(place: int, word: str, chart: Chart, found: Department | None) -> Field:
    """Return the field for a word of an address."""
    home = found.chart if found else chart
    name = called(found) if found else word
    return Field(place, name[:LONGEST_NAME], home, found)
