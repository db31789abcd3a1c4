"""What is the difference? Two or three departments side by side."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from departments.models import Chart, Department
from orgchart import compare as comparing
from orgchart import storage
from orgchart.compare import Comparison
from orgchart.names import called
from orgchart.views.compare_answer import answer, question
from orgchart.views.compare_choice import FIELDS, LONGEST_NAME, Field, ask, by_address
from orgchart.views.compare_division import divisions
from orgchart.views.compare_shown import shown
from orgchart.views.compare_sides import Shown, address_of, find_sides, read_sides, words_of
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart, visible_charts


@fresh
def compare(request: HttpRequest, chart_slug: str, **words: str) -> HttpResponse:
    """The answer, then aspects, duties by function, similar wording, and hand-offs."""
    chart = visible_chart(request, chart_slug)
    named = list(words.values())
    found = find_sides(request, chart, named)
    departments = [one for one in found if one]
    if len(departments) < len(named):
        return ask(request, chart, typed(request, chart, named, found), status=404)
    if len(set(departments)) < len(departments):
        query = urlencode(list(zip(FIELDS, map(by_address, named), strict=False)))
        return redirect(f"{reverse('compare-choice', args=[chart.slug])}?{query}")
    return render(request, "compare.html", page(chart, departments))


def page(chart: Chart, departments: Sequence[Department]) -> dict:
    """Return what the template shows of the departments' comparison."""
    comparison, sides = compared(departments)
    return {
        "chart": chart,
        "here": "compare",
        "sides": sides,
        "question": question([called(side) for side in sides]),
        "comparison": comparison,
        "answer": answer(comparison, sides),
        "divisions": divisions(comparison, sides),
        **shown(comparison, sides),
        **ways_on(chart, departments),
    }


def compared(departments: Sequence[Department]) -> tuple[Comparison, tuple[Shown, ...]]:
    """Read the departments and what editors decided of their duties, and compare them."""
    sides = read_sides(departments)
    verdicts = storage.load_verdicts(departments)
    return comparing.compare(tuple(one.side for one in sides), verdicts), sides


def ways_on(chart: Chart, departments: Sequence[Department]) -> dict:
    """Return the addresses of the same comparison in other forms, and of fewer sides."""
    turned = [*departments[1:], departments[0]]
    return {
        "is_private": not all(one.chart.is_published for one in departments),
        "address": address_of(chart, departments),
        "swapped": address_of(chart, turned),
        "decide": address_of(chart, departments, "compare-decide"),
        "as_docx": address_of(chart, departments, "compare-file", "docx"),
        "as_xlsx": address_of(chart, departments, "compare-file", "xlsx"),
        "words": list(zip(FIELDS, map(by_address, words_of(chart, departments)), strict=False)),
        "without": {
            left_out.pk: address_of(chart, [one for one in departments if one != left_out])
            for left_out in departments
            if len(departments) > 2
        },
    }


def typed(
    request: HttpRequest, chart: Chart, named: Sequence[str], found: Sequence[Department | None]
) -> list[Field]:
    """Return the form's fields as the address fills them."""
    fields = [
        Field(place, one.name, one.chart, one) if one else unknown(request, chart, place, word)
        for place, (word, one) in enumerate(zip(named, found, strict=True))
    ]
    return fields + [Field(place, "", chart) for place in range(len(fields), len(FIELDS))]


def unknown(request: HttpRequest, chart: Chart, place: int, word: str) -> Field:
    """Return the field for a word that names nobody: its chart, or only its department."""
    home, colon, slug = word.rpartition(":")
    named = next((one for one in visible_charts(request) if one.slug == home), None)
    if not colon or named:
        return Field(place, slug[:LONGEST_NAME], named or chart)
    return Field(place, slug[:LONGEST_NAME], chart, unknown_chart=home[:LONGEST_NAME])
