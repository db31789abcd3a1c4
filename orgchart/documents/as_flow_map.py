"""Hand-offs between many departments as SVG with real text."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from orgchart.documents.paths import arrow_paths, number
from orgchart.layout.flow_map import LABEL_HEIGHT, NAME_LINE, Box, FlowMap, Strand

# A wider picture would be too small to be read in a phone's width.
WIDEST_TO_SHRINK = 400


class Link(NamedTuple):
    """Where a part of the picture leads, and what it is in words."""

    address: str
    words: str


def write(
    drawn: FlowMap,
    *,
    title: str,
    description: str,
    boxes: Sequence[Link],
    strands: Sequence[Link],
    language: Callable[[str], str],
) -> str:
    """Return the picture as an SVG element; `boxes` and `strands` lead from its parts.

    `language` gives the language of a name that is not in the page's, else nothing.
    Colours and dashes come from classes, so that a page's stylesheet decides them.
    """
    width, height = number(drawn.width), number(drawn.height)
    look = "flow-map wide" if drawn.width > WIDEST_TO_SHRINK else "flow-map"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{look}" role="group" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>",
        *(shaft(strand) for strand in drawn.strands),
        *box_parts(drawn.boxes, boxes, language),
        *(label(strand, link) for strand, link in zip(drawn.strands, strands, strict=True)),
        "</svg>",
    ]
    return "".join(parts)


def classes(strand: Strand) -> str:
    """Return how an arrow looks: one way or answered, confirmed or not."""
    way = "one-way" if strand.stream.is_one_way else "answered"
    return f"strand {way} {'confirmed' if strand.stream.is_confirmed else 'unconfirmed'}"


def shaft(strand: Strand) -> str:
    """Return an arrow's line and tip."""
    line, tip = arrow_paths(strand.points)
    return (
        f'<g class="{classes(strand)}"><path class="shaft" d="{line}"/>'
        f'<path class="tip" d="{tip}"/></g>'
    )


def box_parts(
    boxes: Sequence[Box], links: Sequence[Link], language: Callable[[str], str]
) -> Iterator[str]:
    """Yield each department's box with its name in the middle."""
    for box, link in zip(boxes, links, strict=True):
        x = number(box.x + box.width / 2)
        top = box.y + (box.height - len(box.name) * NAME_LINE) / 2
        lines = "".join(
            f'<text x="{x}" y="{number(top + place * NAME_LINE - 6)}" text-anchor="middle">'
            f"{escape(line)}</text>"
            for place, line in enumerate(box.name, start=1)
        )
        lang = f' lang="{found}"' if (found := language(link.words)) else ""
        yield (
            f'<a class="box" href="{escape(link.address)}"{lang}>'
            f"<title>{escape(link.words)}</title>"
            f'<rect x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" '
            f'height="{number(box.height)}" rx="8"/>{lines}</a>'
        )


def label(strand: Strand, link: Link) -> str:
    """Return an arrow's number; one way only has corners, so that colour is not alone."""
    x, y = strand.label
    half = strand.label_width / 2
    radius = 3 if strand.stream.is_one_way else LABEL_HEIGHT / 2
    return (
        f'<a class="{classes(strand)}" href="{escape(link.address)}" '
        f'aria-label="{escape(link.words)}"><title>{escape(link.words)}</title>'
        f'<rect x="{number(x - half)}" y="{number(y - LABEL_HEIGHT / 2)}" '
        f'width="{number(2 * half)}" height="{LABEL_HEIGHT}" rx="{number(radius)}"/>'
        f'<text x="{number(x)}" y="{number(y + 4)}" text-anchor="middle">'
        f"{strand.stream.number}</text></a>"
    )
