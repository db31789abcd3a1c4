"""A chart on paper: one sheet for each page of the paging, with text to select."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from orgchart.documents import as_page, as_svg, drawing_legend
from orgchart.documents.as_sheet import UNSPEAKABLE, own_style
from orgchart.documents.continuation import came_from, heading, page_words
from orgchart.documents.cover import Cover
from orgchart.documents.drawing_style import drawing_style
from orgchart.documents.fonts import BOLD, FOLDERS, REGULAR
from orgchart.documents.paths import number
from orgchart.layout.fitting import edge_of
from orgchart.layout.paging import Page
from orgchart.layout.paper import FOOT, HEAD, MARGIN, PIXELS, Paper

# Typesetting needs memory that its library keeps for later, so a process of its own does it.
SETTER = Path(__file__).with_name("typesetting.py")
LONGEST = 20
SOURCE = Path(__file__).with_name("sheets.typ")
Legend = Mapping[str, Any]
Signs = Mapping[str, as_svg.Sign]


def write(
    pages: Sequence[Page],
    legends: Sequence[Legend],
    cover: Cover,
    paper: Paper,
    signs: Signs | None = None,
) -> bytes:
    """Return a tagged PDF; `legends` holds that of each page as `views.legend` says it.

    `signs` mark departments, by their key.
    """
    both = zip(pages, legends, strict=True)
    sheets = [sheet(page, said, cover, paper, signs) for page, said in both]
    data = {
        "title": cover.title,
        "day": cover.day.isoformat(),
        "origin": cover.origin,
        "empty": cover.empty,
        "language": (get_language() or "zh")[:2],
        "regular": REGULAR,
        "bold": BOLD,
        "width": paper.across,
        "height": paper.down,
        "margin": MARGIN,
        "head": HEAD,
        "foot": FOOT,
        "pages": sheets or [empty_sheet(cover)],
    }
    order = {"source": str(SOURCE), "fonts": FOLDERS, "data": data}
    return subprocess.run(
        [sys.executable, str(SETTER)],
        input=UNSPEAKABLE.sub("", json.dumps(order, ensure_ascii=False)).encode(),
        capture_output=True,
        check=True,
        timeout=LONGEST,
    ).stdout


def sheet(
    page: Page, said: Legend, cover: Cover, paper: Paper, signs: Signs | None
) -> dict[str, Any]:
    """Return what stands on one sheet."""
    drawing = page.drawing
    legend, height = drawing_legend.write(said, paper.width)
    return {
        "title": heading(page, cover),
        "said": cover.extent if page.number == 1 else came_from(page),
        "svg": as_page.write(
            page, title=cover.title, style=drawing_style(on_paper=True), signs=signs
        ),
        "alt": ", ".join(card.department.name for card in drawing.cards),
        "width": (drawing.width - 2 * edge_of(drawing)) * page.scale / PIXELS,
        # More lines than there is room for are printed smaller.
        "shrunk": min(1, drawing_legend.MOST_LINES * drawing_legend.LINE / height) if height else 1,
        "legend": legend_svg(legend, paper.width, height) if height else "",
        "meaning": ", ".join(entry.label for entry in drawing_legend.entries(said)),
        "page": page_words(page.number, page.total),
    }


def empty_sheet(cover: Cover) -> dict[str, Any]:
    """Return the sheet of a chart without departments."""
    return {
        "title": cover.title,
        "said": cover.extent,
        "svg": "",
        "legend": "",
        "page": page_words(1, 1),
    }


def legend_svg(legend: str, width: float, height: float) -> str:
    """Return a legend as a picture of its own."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="file" '
        f'viewBox="0 0 {number(width)} {number(height)}">'
        f"<style>{drawing_style(on_paper=True)}{own_style()}</style>{legend}</svg>"
    )
