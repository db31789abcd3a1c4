"""One chart in words: its departments with all duties and roles, page by page."""

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from departments.models import Chart, Department
from orgchart import storage
from orgchart.views.chart import PAGE_CARDS
from orgchart.views.chart_scene import chosen_root
from orgchart.views.chart_state import parameter, read_state
from orgchart.views.department import superiors
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart
from orgchart.views.nesting import nested
from orgchart.views.outline_list import OutlineList
from orgchart.views.parameters import page_of

# What is drawn whole is told whole, on one page; a page of more would make everybody wait.
PAGE_SIZE = PAGE_CARDS
MOST_LEVELS = 3


@fresh
def chart_outline(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """The chart as nested lists with duties and roles; of what is large the first levels."""
    chart = visible_chart(request, chart_slug)
    root = chosen_root(chart, read_state(request.GET))
    units = Department.objects.in_chart(chart)
    branch = units.under(root) if root else units
    total = branch.count()
    top = root.level if root else 0
    lowest = None if total <= PAGE_SIZE else top + MOST_LEVELS - 1
    page = page_of(request, down_to(lowest, branch).order_by("tree_id", "lft"), PAGE_SIZE)
    narrowed = parameter("顶层", root.slug) if root else ""
    context = {
        "chart": chart,
        "here": "chart",
        "root": root,
        "narrowed": narrowed,
        "kept": f"{narrowed}&" if root else "",
        "page": page,
        "total": total,
        "most_levels": MOST_LEVELS,
        "list": written(chart, page, top, lowest),
    }
    return render(request, "chart_outline.html", context)


def down_to(lowest: int | None, units: QuerySet) -> QuerySet:
    """Return the departments down to a level, or all."""
    return units if lowest is None else units.filter(level__lte=lowest)


def written(chart: Chart, page: Page, top: int, lowest: int | None) -> SafeString:
    """Return the departments of the page as lists in lists, below those they belong to."""
    read = storage.load(chart, only=list(page), with_duties=True, with_roles=True)
    said = {one.key: one for one in read.departments}
    # Somebody may have deleted one in between.
    rows = [row for row in page if row.key in said]
    above = [one for one in superiors(page) if one.level >= top]
    return OutlineList(chart, lowest).write(nested(rows, above, top), said)
