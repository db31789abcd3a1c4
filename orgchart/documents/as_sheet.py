"""A drawing as a file of its own: a heading above, a legend and its origin below."""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from orgchart.documents import as_svg, drawing_legend
from orgchart.documents.cover import Cover
from orgchart.documents.drawing_style import (
    BOLD_FAMILY,
    REGULAR_FAMILY,
    drawing_style,
    light_values,
)
from orgchart.documents.paths import number
from orgchart.layout import Drawing
from orgchart.layout.measure import width, wrap

MARGIN = 32
NARROWEST = 560
TITLE, TITLE_LINE = 22, 30
TEXT, TEXT_LINE = 13, 20
GAP = 16
# What XML cannot hold, however it is written.
UNSPEAKABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(
    drawing: Drawing,
    said: Mapping[str, Any],
    cover: Cover,
    signs: Mapping[str, as_svg.Sign] | None = None,
) -> str:
    """Return an SVG document; `said` is the legend as `views.legend` says it.

    `signs` mark departments, by their key.
    """
    broad, _high = size_of(drawing, said, cover)
    room = broad - 2 * MARGIN
    y = float(MARGIN)
    parts = []
    day = cover.day.isoformat()
    parts.append(text(broad - MARGIN, y + TITLE, day, "day"))
    for words in title_lines(cover, room):
        parts.append(text(MARGIN, y + TITLE, words, "title"))
        y += TITLE_LINE
    parts.append(text(MARGIN, y + TEXT, cover.extent, "said"))
    y += TEXT_LINE
    if drawing.cards:
        inside = as_svg.write(drawing, title=cover.title, signs=signs)
        x = (broad - drawing.width) / 2
        parts.append(f'<g transform="translate({number(x)} {number(y)})">{inside}</g>')
        y += drawing.height
    else:
        parts.append(text(MARGIN, y + GAP + TEXT, cover.empty, "said"))
        y += GAP + 2 * TEXT_LINE
    legend, height = drawing_legend.write(said, room)
    parts.append(f'<g transform="translate({MARGIN} {number(y)})">{legend}</g>')
    y += height + GAP
    parts.append(f'<path class="end" d="M{MARGIN} {number(y)}H{number(broad - MARGIN)}"/>')
    parts.append(text(MARGIN, y + TEXT_LINE, cover.origin, "said"))
    return UNSPEAKABLE.sub("", framed("".join(parts), broad, y + TEXT_LINE + GAP, cover))


def size_of(drawing: Drawing, said: Mapping[str, Any], cover: Cover) -> tuple[float, float]:
    """Return the width and height of the whole document in pixels."""
    broad = max(drawing.width, NARROWEST)
    room = broad - 2 * MARGIN
    _legend, height = drawing_legend.write(said, room)
    head = MARGIN + len(title_lines(cover, room)) * TITLE_LINE + TEXT_LINE
    middle = drawing.height if drawing.cards else GAP + 2 * TEXT_LINE
    return broad, head + middle + height + GAP + TEXT_LINE + GAP


def title_lines(cover: Cover, room: float) -> tuple[str, ...]:
    """Return the title in lines that leave room for the day beside them."""
    return wrap(cover.title, TITLE, room - width(cover.day.isoformat(), TEXT) - GAP, 3)


def text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{number(x)}" y="{number(y)}">{escape(words)}</text>'


def framed(content: str, broad: float, high: float, cover: Cover) -> str:
    """Return the content on white paper, with a title, a description and a stylesheet."""
    size = f'width="{number(broad)}" height="{number(high)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(broad)} {number(high)}" '
        f'{size} role="group" class="file"><title>{escape(cover.title)}</title>'
        f"<desc>{escape(cover.description)}</desc><style>{drawing_style()}{own_style()}</style>"
        f'<rect class="ground" {size}/>{content}</svg>'
    )


def own_style() -> str:
    """Return the rules for what stands around the drawing."""
    values = light_values()
    return (
        f".file text{{font-family:{REGULAR_FAMILY}}}"
        f".file .ground{{fill:{values['--paper']}}}"
        f".file .title{{font-family:{BOLD_FAMILY};font-weight:700;font-size:{TITLE}px;"
        f"fill:{values['--ink']}}}"
        f".file .said,.file .day{{font-size:{TEXT}px;fill:{values['--ink-3']}}}"
        ".file .day{text-anchor:end}"
        f".file .end{{stroke:{values['--line']}}}"
        f".file .meaning text{{font-size:{drawing_legend.SIZE}px}}"
    )
