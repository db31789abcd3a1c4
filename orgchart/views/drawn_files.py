"""A chart's drawing as a file: SVG, PNG and PDF."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse

from departments.models import Chart
from orgchart import layout
from orgchart.documents import as_pdf, as_png, as_sheet
from orgchart.documents.drawing_legend import shortened
from orgchart.documents.file_name import file_name
from orgchart.layout.paging import Page, pages, ties_lost, with_badges
from orgchart.layout.paper import A4, PAPERS, Paper
from orgchart.views.file_words import part_name, saved
from orgchart.views.legend import legend
from orgchart.views.portion import Portion, TooManyDepartments, portion
from orgchart.views.refusal import MOST, TooManyDots, too_large
from orgchart.views.small_type import warning

SHARPNESS: tuple[float, ...] = (3, 2, 1, 0.5)
USUAL_SHARPNESS = 2
# A file may carry style, but nothing that runs and nothing from elsewhere.
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True)
class DrawnFormat:
    """How a drawing is written."""

    extension: str
    media_type: str
    write: Callable[[HttpRequest, Portion], str | bytes]


def drawn(request: HttpRequest, chart: Chart, name: str) -> HttpResponse:
    """The drawing that the address describes, or a page that says why it is too large.

    范围=所见 limits it to what is visible, else it is the whole chart; 倍 says
    how many times larger a PNG is drawn, 纸 on which paper a PDF is.
    """
    form = DRAWN[name]
    try:
        shown = portion(request, chart, MOST[form.extension])
        content = form.write(request, shown)
    except (TooManyDepartments, TooManyDots) as reason:
        return too_large(request, chart, form.extension, reason)
    part = part_name(shown.root) if shown.number < shown.total else ""
    response = saved(content, form.media_type, file_name(shown.said, form.extension, part))
    response["Content-Security-Policy"] = SANDBOX
    return response


def drawing_of(shown: Portion) -> layout.Drawing:
    """Return the drawing in one piece; closed cards say how many are below."""
    return with_badges(layout.draw(shown.said, shown.state.style))


def legend_of(shown: Portion, drawing: layout.Drawing) -> dict:
    """Return what is drawn and needs explaining, the signs of a stage among it."""
    leads = any(card.department.key in shown.signs for card in drawing.cards)
    return legend(drawing) | {"leads": leads, "is_mixed": leads and shown.is_mixed}


def svg(_request: HttpRequest, shown: Portion) -> str:
    """Return the drawing with its heading and legend."""
    drawing = drawing_of(shown)
    return as_sheet.write(drawing, legend_of(shown, drawing), shown.cover, shown.signs)


def png(request: HttpRequest, shown: Portion) -> bytes:
    """Return the same as dots, as sharp as asked for or else as is usual and possible."""
    drawing = drawing_of(shown)
    said, cover = legend_of(shown, drawing), shown.cover
    size = as_sheet.size_of(drawing, said, cover)
    possible = [one for one in SHARPNESS if as_png.dots(size, one) <= as_png.MOST_DOTS]
    asked = asked_sharpness(request)
    times = asked or min(USUAL_SHARPNESS, max(possible, default=1))
    if times not in possible:
        raise TooManyDots(shown.number, size, times, possible)
    return as_png.write(as_sheet.write(drawing, said, cover, shown.signs), times)


def asked_sharpness(request: HttpRequest) -> float:
    """Return the 倍 of the address, 0 where it says none that there is."""
    text = request.GET.get("倍", "")
    return next((one for one in SHARPNESS if str(one) == text), 0)


def pdf(request: HttpRequest, shown: Portion) -> bytes:
    """Return the drawing on as many sheets as it needs.

    Whoever wants all on one gets it; its head says where the type is too small.
    """
    paper = paper_of(request)
    sheets = pages(shown.said, shown.state.style, paper, by_branch=is_by_branch(request))
    said, cover = legends(shown, sheets, paper), shown.cover
    extent = " · ".join(filter(None, [cover.extent, warning(sheets)]))
    return as_pdf.write(sheets, said, replace(cover, extent=extent), paper, shown.signs)


def paper_of(request: HttpRequest) -> Paper:
    """Return the 纸 of the address, A4 where it says none that there is."""
    return PAPERS.get(request.GET.get("纸", ""), A4)


def is_by_branch(request: HttpRequest) -> bool:
    """Say whether a large chart is broken into pages; 分页=一页 puts all on one."""
    return request.GET.get("分页") != "一页"


def legends(shown: Portion, sheets: tuple[Page, ...], paper: Paper) -> list[dict]:
    """Return the legend of each sheet; the first one says what none can draw."""
    found = [shortened(legend_of(shown, sheet.drawing), paper.width) for sheet in sheets]
    if found:
        found[0]["apart"] = ties_lost(shown.said, sheets) if len(sheets) > 1 else 0
    return found


DRAWN = {
    "架构图.svg": DrawnFormat("svg", "image/svg+xml; charset=utf-8", svg),
    "架构图.png": DrawnFormat("png", "image/png", png),
    "架构图.pdf": DrawnFormat("pdf", "application/pdf", pdf),
}
