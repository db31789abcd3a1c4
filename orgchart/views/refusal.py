"""The page that says why a drawing is too large for its file, and what to do instead."""

from urllib.parse import quote

from django.db.models import Count, F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import localize
from django.utils.translation import gettext

from departments.models import Chart, Department
from orgchart.documents.as_png import MOST_DOTS
from orgchart.views.chart_scene import depth_label
from orgchart.views.chart_state import ChartState, read_state
from orgchart.views.portion import SEEN, TooManyDepartments, is_seen

MOST_BRANCHES = 12
# As many departments as each kind of file holds.
MOST = {"svg": 5_000, "png": 500, "pdf": 1_000, "print": 1_000}
# As many have room in a picture in any arrangement; so many are offered.
SURE = MOST | {"png": 60}
MILLION = 1_000_000


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
    context = {
        "chart": chart,
        "kind": extension.upper(),
        "reason": reason,
        "most_million": MOST_DOTS // MILLION,
        "million": round(reason.width * reason.height / MILLION) if dots else 0,
        "smaller": smaller(request, chart, state, reason) if dots else [],
        "others": others(request, chart, state, extension, reason.number),
        "parts": parts(chart, state, extension),
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
    """Return links to the formats that hold so many departments."""
    said = range_of(request)
    found = [
        {"label": kind.upper(), "link": file_address(chart, kind, state, 范围=said)}
        for kind in ("svg", "pdf")
        if kind != extension and number <= MOST[kind]
    ]
    return [*found, {"label": gettext("Text outline"), "link": text_address(chart)}]


def parts(chart: Chart, state: ChartState, extension: str) -> list[dict]:
    """Return links to as many upper levels as fit into the same file, and to single branches."""
    most = SURE[extension]
    departments = Department.objects.filter(chart=chart)
    sizes = departments.order_by("level").values_list("level").annotate(number=Count("pk"))
    total = levels = 0
    for _level, number in sizes:
        if total + number > most:
            break
        total, levels = total + number, levels + 1
    whole = state.below("")
    found = [
        {
            "label": gettext("Upper levels: %(levels)s") % {"levels": depth_label(levels)},
            "link": file_address(chart, extension, whole.shown_at(levels), 范围=SEEN),
        }
    ]
    size = F("rght") - F("lft")
    branches = departments.annotate(size=size).filter(size__gt=1, size__lt=2 * most)
    found += [
        {
            "label": one.name,
            "link": file_address(chart, extension, whole.below(one.slug).shown_at(0), 范围=SEEN),
        }
        for one in branches.order_by("level", "-size", "pk")[:MOST_BRANCHES]
    ]
    return found if levels else found[1:]


def range_of(request: HttpRequest) -> str:
    return SEEN if is_seen(request) else ""


def text_address(chart: Chart) -> str:
    return reverse("download", args=[chart.slug, "大纲.txt"])


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
