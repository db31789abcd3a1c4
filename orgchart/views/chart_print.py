"""The chart on paper, as a page that browsers print: one section for each sheet."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from departments.models import Chart
from orgchart.documents import as_page
from orgchart.documents.as_sheet import UNSPEAKABLE
from orgchart.documents.continuation import came_from, heading, page_words
from orgchart.documents.drawing_legend import flows_apart
from orgchart.layout.paging import Page, pages
from orgchart.layout.paper import PAPERS, Paper
from orgchart.views.chart_state import ChartState, read_state
from orgchart.views.drawn_files import is_by_branch, legends, paper_of
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart
from orgchart.views.portion import SEEN, Portion, TooManyDepartments, is_seen, portion
from orgchart.views.refusal import MOST, file_address, too_large
from orgchart.views.small_type import advice

ONE_PAGE = "一页"


@dataclass(frozen=True)
class Sheet:
    """One page as the template shows it."""

    title: str
    said: str
    svg: str
    legend: dict
    apart: str
    page: str


@fresh
def chart_print(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """The drawing that the address describes, on sheets of the 纸 that it names.

    范围=所见 limits it to what is visible; 分页=一页 puts all on one sheet.
    """
    chart = visible_chart(request, chart_slug)
    try:
        shown = portion(request, chart, MOST["print"])
    except TooManyDepartments as reason:
        return too_large(request, chart, "print", reason)
    paper = paper_of(request)
    found = pages(shown.said, shown.state.style, paper, by_branch=is_by_branch(request))
    context = {
        "chart": chart,
        "here": "chart",
        "paper": paper,
        "cover": shown.cover,
        "sheets": sheets(shown, found, paper),
        "advice": advice(found, paper),
        "lens": shown,
        "choices": choices(request, chart),
        "pdf": address(request, chart, "pdf"),
        "back": asked(request).query(),
    }
    return render(request, "chart_print.html", context)


def sheets(shown: Portion, found: tuple[Page, ...], paper: Paper) -> list[Sheet]:
    """Return the pages with what stands around their drawings."""
    cover = shown.cover
    return [
        Sheet(
            title=heading(page, cover),
            said=cover.extent if page.number == 1 else came_from(page),
            # Written by as_page, which escapes every text.
            svg=mark_safe(UNSPEAKABLE.sub("", drawn(shown, page))),
            legend=said,
            apart=flows_apart(said["apart"]) if said.get("apart") else "",
            page=page_words(page.number, page.total),
        )
        for page, said in zip(found, legends(shown, found, paper), strict=True)
    ]


def drawn(shown: Portion, page: Page) -> str:
    """Return the drawing of a page."""
    return as_page.write(page, title=heading(page, shown.cover), signs=shown.signs)


def choices(request: HttpRequest, chart: Chart) -> list[dict]:
    """Return links to the other papers, ways of paging and ranges; each names what is on."""
    paper, by_branch, seen = paper_of(request).name, is_by_branch(request), is_seen(request)
    found = [(name, {"纸": name}, name == paper) for name in PAPERS]
    found += [
        (gettext("By branch"), {"分页": ""}, by_branch),
        (gettext("On one page"), {"分页": ONE_PAGE}, not by_branch),
        (gettext("Whole chart"), {"范围": ""}, not seen),
        (gettext("What is visible"), {"范围": SEEN}, seen),
    ]
    return [
        {"label": label, "on": on, "link": address(request, chart, "print", **said)}
        for label, said, on in found
    ]


def address(request: HttpRequest, chart: Chart, extension: str, **changes: str) -> str:
    """Return the address of the same pages with something changed."""
    said = {
        "纸": "" if paper_of(request).name == "A4" else paper_of(request).name,
        "分页": "" if is_by_branch(request) else ONE_PAGE,
        "范围": SEEN if is_seen(request) else "",
    } | changes
    if said["纸"] == "A4":
        said["纸"] = ""
    return file_address(chart, extension, asked(request), **said)


def asked(request: HttpRequest) -> ChartState:
    """Return the state as the address says it, without what paper does not show."""
    return replace(read_state(request.GET), chosen="", sought="")
