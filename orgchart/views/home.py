"""The start: the question, its answer, and where to go from here."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from departments.models import Article, Chart, Function
from orgchart import layout, storage
from orgchart.documents import as_svg
from orgchart.views.compare import compared
from orgchart.views.compare_answer import answer
from orgchart.views.compare_choice import asked_pairs, wrong_pairs
from orgchart.views.freshness import fresh

MOST_LEVELS = 2
MOST_CARDS = 60
MOST_QUESTIONS = 4


@fresh
def home(request: HttpRequest) -> HttpResponse:
    """Put the question that the recommended chart raises, and answer it."""
    charts = list(
        Chart.objects.visible_to(request.user).annotate(
            department_count=Count("departments", distinct=True),
            role_count=Count("role_set", distinct=True),
        )
    )
    first = next((one for one in charts if one.kind == Chart.Kind.RECOMMENDED), None)
    first = first or next(iter(charts), None)
    context = {
        "charts": charts,
        "chart": first,
        "here": "home",
        "function_count": Function.objects.count(),
        "articles": Article.objects.all(),
    }
    if first:
        context |= question(first) | picture(first)
        context["questions"] = [*context.get("questions", ()), *wrong_pairs(charts)]
    return render(request, "home.html", context)


def question(chart: Chart) -> dict:
    """Return the first pair that people confuse in this chart, with the answer."""
    pairs = asked_pairs(chart)
    if not pairs:
        return {}
    return {
        "asked": pairs[0],
        "answer": answer(*compared(pairs[0])),
        "questions": pairs[1 : 1 + MOST_QUESTIONS],
    }


def picture(chart: Chart) -> dict:
    """Return the first levels of the chart as a drawing."""
    drawing = layout.draw(
        storage.load(chart, depth=MOST_LEVELS, most=MOST_CARDS, ties=["hand_offs"])
    )
    if not drawing.cards:
        return {}
    svg = as_svg.write(
        drawing,
        title=gettext("Org chart: %(name)s") % {"name": chart.name},
        address=lambda one: reverse("department", args=[chart.slug, one.slug]),
    )
    # Written by as_svg, which escapes every text.
    return {"svg": mark_safe(svg)}
