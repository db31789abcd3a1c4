"""Finding what an address names, among what the visitor may read."""

from django.http import Http404, HttpRequest

from departments.models import Chart


def visible_charts(request: HttpRequest) -> list[Chart]:
    """Return the charts that the visitor may read, in order, asked for once a request."""
    if not hasattr(request, "visible_charts"):
        request.visible_charts = list(Chart.objects.visible_to(request.user))
    return request.visible_charts


def visible_chart(request: HttpRequest, slug: str) -> Chart:
    """Return the chart at this address; 404 also when it is a draft of others."""
    for chart in visible_charts(request):
        if chart.slug == slug:
            return chart
    raise Http404
