"""The page that says why a drawing is too large for its file, and what to do instead."""

from urllib.parse import quote

from django.db.models import Count, F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import localize
from django.utils.translation import gettext

from departments.models import Chart, Department
from orgchart.documents.as_png import MOST_DOTS
from orgchart.names import called
from orgchart.views.chart_scene import depth_label
from orgchart.views.chart_state import ChartState, read_state
from orgchart.views.large_numbers import in_words
from orgchart.views.portion import SEEN, TooManyDepartments, is_seen
from orgchart.views.text_files import text_files

MOST_BRANCHES = 12
# As many departments as each kind of file holds.
MOST = {"svg": 5_000, "png": 500, "pdf": 1_000, "print": 1_000}
# As many have room in a picture in any arrangement; so many are offered.
SURE = MOST | {"png": 60}


class TooManyDots(Exception):
    """A picture larger than there is room for; `possible` are the sharpnesses that are not.

    `number` says how many departments it shows.
    """

    def __init__(
        self, number: int, size: tuple[float, float], times: float, possible: list[float]
    ) -> None:
        super().__init__(size, times)
        self.number = number
        self.width = int(size[0] * times)
        self.height = int(size[1] * times)
        self.times = times
        self.possible = possible


def too_large(
    request: HttpRequest, chart: Chart, extension: str, reason: TooManyDepartments | TooManyDots
) -> HttpResponse:
    """413: what is asked for would take too long or too much memory."""
    state = read_state(request.GET)
    dots = isinstance(reason, TooManyDots)
    found = branches(chart, extension)
    few = [branch(chart, state, extension, one) for one in found[:MOST_BRANCHES]]
    context = {
        "chart": chart,
        "kind": extension.upper(),
        "reason": reason,
        "most_dots": in_words(MOST_DOTS),
        "dots": in_words(reason.width * reason.height) if dots else "",
        "smaller": smaller(request, chart, state, reason) if dots else [],
        "others": others(request, chart, state, extension, reason.number),
        "parts": [*levels(chart, state, extension), *few],
        "more": found.count() - len(few),
    }
    return render(request, "413.html", context, status=413)


def smaller(
    request: HttpRequest, chart: Chart, state: ChartState, reason: TooManyDots
) -> list[dict]:
    """Return links to the same picture with fewer dots."""
    said = range_of(request)
    return [
        {
            "label": gettext("PNG at %(times)s times the size") % {"times": localize(times)},
            "link": file_address(chart, "png", state, 范围=said, 倍=str(times)),
        }
        for times in reason.possible
    ]


def others(
    request: HttpRequest, chart: Chart, state: ChartState, extension: str, number: int
) -> list[dict]:
    """Return links to the formats that hold so many departments; texts hold any number."""
    said = range_of(request)
    found = [
        {"label": kind.upper(), "link": file_address(chart, kind, state, 范围=said)}
        for kind in ("svg", "pdf")
        if kind != extension and number <= MOST[kind]
    ]
    return [*found, *text_files(chart)]


def levels(chart: Chart, state: ChartState, extension: str) -> list[dict]:
    """Return a link to as many upper levels as fit into the same file; none to a single card."""
    departments = Department.objects.filter(chart=chart)
    sizes = departments.order_by("level").values_list("level").annotate(number=Count("pk"))
    total = depth = 0
    for _level, number in sizes:
        if total + number > SURE[extension]:
            break
        total, depth = total + number, depth + 1
    if total < 2:
        return []
    return [
        {
            "label": gettext("Upper levels: %(levels)s") % {"levels": depth_label(depth)},
            "link": file_address(chart, extension, state.below("").shown_at(depth), 范围=SEEN),
        }
    ]


def branches(chart: Chart, extension: str) -> QuerySet[Department]:
    """Return the branches that fit into the same file, the highest and largest first."""
    # A department's two ends are one apart where nothing is below it.
    size = F("rght") - F("lft")
    departments = Department.objects.filter(chart=chart).annotate(size=size)
    fitting = departments.filter(size__gt=1, size__lt=2 * SURE[extension])
    return fitting.order_by("level", "-size", "pk")


def branch(chart: Chart, state: ChartState, extension: str, one: Department) -> dict:
    """Return a link to all levels of one branch."""
    alone = state.below(one.slug).shown_at(0)
    return {"label": called(one), "link": file_address(chart, extension, alone, 范围=SEEN)}


def range_of(request: HttpRequest) -> str:
    return SEEN if is_seen(request) else ""


def file_address(chart: Chart, extension: str, state: ChartState, **said: str) -> str:
    """Return the address of a drawing on file, or of the print view, in a state."""
    place = (
        reverse("chart-print", args=[chart.slug])
        if extension == "print"
        else reverse("download", args=[chart.slug, f"架构图.{extension}"])
    )
    more = "&".join(f"{quote(name)}={quote(value)}" for name, value in said.items() if value)
    query = "&".join(filter(None, [state.query().removeprefix("?"), more]))
    return f"{place}?{query}" if query else place
