"""The files of a chart, for the menu on its page."""

from dataclasses import replace

from django.utils.formats import localize
from django.utils.translation import gettext

from departments.models import Chart
from orgchart.views.chart_state import ChartState
from orgchart.views.drawn_files import SHARPNESS
from orgchart.views.portion import SEEN
from orgchart.views.refusal import file_address
from orgchart.views.text_files import text_files


def files(chart: Chart, state: ChartState) -> list[dict]:
    """Return what there is to save and to print: {group, label, link, hint, sizes} each.

    First what is visible, then the whole chart, then the text formats, which
    are whole too.
    """
    words = {"group": gettext("Whole chart in words")}
    seen = replace(state, chosen="", sought="")
    whole = seen.below("")
    return [
        *drawings(chart, seen, gettext("Visible part"), 范围=SEEN),
        *drawings(chart, whole, gettext("Whole chart")),
        *(words | one for one in text_files(chart)),
    ]


def drawings(chart: Chart, state: ChartState, what: str, **said: str) -> list[dict]:
    """Return the files and the print view of one drawing."""
    kinds = [
        (gettext("drawing"), "svg", "SVG"),
        (gettext("picture"), "png", "PNG"),
        (gettext("pages"), "pdf", "PDF"),
        (gettext("print view"), "print", "A4 · A3"),
    ]
    return [
        {
            "group": what,
            "label": kind,
            "link": file_address(chart, extension, state, **said),
            "hint": hint,
            "sizes": sizes(chart, state, **said) if extension == "png" else [],
        }
        for kind, extension, hint in kinds
    ]


def sizes(chart: Chart, state: ChartState, **said: str) -> list[dict]:
    """Return the sizes that a picture may have, the smallest first."""
    return [
        {
            "label": f"{localize(times)}×",
            "link": file_address(chart, "png", state, **said, 倍=str(times)),
        }
        for times in reversed(SHARPNESS)
    ]
