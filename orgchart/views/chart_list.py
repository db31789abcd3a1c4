"""The list of charts."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from departments.models import Chart
from orgchart.views.freshness import fresh


@fresh
def chart_list(request: HttpRequest) -> HttpResponse:
    """All charts that the visitor may read."""
    charts = Chart.objects.visible_to(request.user).annotate(
        department_count=Count("departments", distinct=True),
        role_count=Count("role_set", distinct=True),
    )
    return render(request, "chart_list.html", {"charts": charts, "here": "charts"})
