"""What every public page may show: the charts to switch to, and the one in view."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from departments.models import Chart
from orgchart.views.lookup import visible_charts


def charts(request: HttpRequest) -> dict:
    """Offer the visible charts and the one in view, read only if the template shows them."""
    if not hasattr(request, "user"):
        return {}
    return {
        "charts": SimpleLazyObject(lambda: visible_charts(request)),
        "chart_in_view": SimpleLazyObject(lambda: chart_in_view(request)),
    }


def chart_in_view(request: HttpRequest) -> Chart | None:
    """Return the chart that the address names, else the published one to follow first.

    Pages that all charts share have no chart of their own; the menu leads back
    to this one.
    """
    slug = request.GET.get("方案", "")
    visible = visible_charts(request)
    named = [chart for chart in visible if slug and chart.slug == slug]
    published = [chart for chart in visible if chart.is_published]
    recommended = [chart for chart in published if chart.kind == Chart.Kind.RECOMMENDED]
    return next(iter((*named, *recommended, *published)), None)
