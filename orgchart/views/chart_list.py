"""The list of charts, and one chart as an outline in words."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from departments.models import Chart
from orgchart import storage
from orgchart.views.chart import PAGE_CARDS
from orgchart.views.chart_scene import chosen_root
from orgchart.views.chart_state import read_state
from orgchart.views.entries import entries
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart

MOST_LEVELS = 3


@fresh
def chart_list(request: HttpRequest) -> HttpResponse:
    """All charts that the visitor may read."""
    charts = Chart.objects.visible_to(request.user).annotate(
        department_count=Count("departments", distinct=True),
        role_count=Count("role_set", distinct=True),
    )
    return render(request, "chart_list.html", {"charts": charts, "here": "charts"})


@fresh
def outline(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """The whole chart as a nested list with duties and roles."""
    chart = visible_chart(request, chart_slug)
    root = chosen_root(chart, read_state(request.GET))
    small = root is None and chart.departments.count() <= PAGE_CARDS
    depth = None if small else MOST_LEVELS
    said = storage.load(chart, root=root, depth=depth, with_duties=True, with_roles=True)
    context = {"chart": chart, "here": "chart", "root": root, "entries": entries(said)}
    return render(request, "chart_outline.html", context)
