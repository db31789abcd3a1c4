"""A drawing as SVG with real text, for a page to embed or a file to keep."""

from collections.abc import Callable, Iterator, Mapping
from html import escape

from django.utils.translation import get_language

from orgchart import outline
from orgchart.documents.drawing_words import counts, sign, toggle_label, told
from orgchart.documents.paths import arrow_paths, family_paths, number
from orgchart.layout import Arrow, Card, Drawing, badge
from orgchart.layout.face import (
    COLUMN_PADDING,
    COLUMN_WIDTH,
    COUNT_LINE,
    MISSION_LINE,
    NAME_LINE,
    PADDING,
    ROLE_GAP,
    ROLE_LINE,
)
from orgchart.layout.measure import clusters

Address = Callable[[outline.Department], str]
Toggle = Callable[[Card], str]
# What marks a card, and the same in words.
Sign = tuple[str, str]
SMALLEST = 1
# The card that is set off can be linked to.
MARKED = "marked"


def write(
    drawing: Drawing,
    *,
    title: str,
    description: str = "",
    address: Address | None = None,
    toggle: Toggle | None = None,
    marked: str = "",
    signs: Mapping[str, Sign] | None = None,
    style: str = "",
) -> str:
    """Return the drawing as an SVG element.

    `title` and `description` tell what it shows; `address` gives each card's
    link and `toggle` the link that opens or closes it; `marked` is the key of
    a department to set off; with `signs`, by department key, those that have
    none stand back. Colours come from classes, so that a page's
    stylesheet decides them; `style` is a stylesheet for a file of its own.
    """
    width, height = number(max(drawing.width, SMALLEST)), number(max(drawing.height, SMALLEST))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{"drawing lens" if signs else "drawing"}" '
        'role="group" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(description)}</desc>" if description else "",
        f"<style>{style}</style>" if style else "",
        '<g class="lines">',
        *line_parts(drawing),
        '</g><g class="arrows">',
        *(arrow_part(arrow, drawing) for arrow in drawing.arrows),
        '</g><g class="cards">',
    ]
    below = {family.superior for family in drawing.families}
    sideways = drawing.style.sideways
    language = get_language() or ""
    for index, card in enumerate(drawing.cards):
        sign = signs.get(card.department.key) if signs else None
        parts.append(card_part(card, address, language, card.department.key == marked, sign))
        if card.hidden or (toggle and index in below):
            parts.append(toggle_part(card, toggle(card) if toggle else "", language, sideways))
    parts.append("</g></svg>")
    return "".join(parts)


def line_parts(drawing: Drawing) -> Iterator[str]:
    """Yield the lines of each family as one path, the dashed ones as another."""
    for family in drawing.families:
        solid, dashed = family_paths(family.lines)
        if solid:
            yield f'<path class="line" d="{solid}"/>'
        if dashed:
            yield f'<path class="line dashed" d="{dashed}"/>'


def arrow_part(arrow: Arrow, drawing: Drawing) -> str:
    """Return an arrow with its sign; there and back differ in colour and line."""
    shaft, tip = arrow_paths(arrow.points)
    x, y = arrow.label
    giver = drawing.cards[arrow.giver].department.name
    receiver = drawing.cards[arrow.receiver].department.name
    return (
        f'<g class="arrow {arrow_class(arrow)}"><title>{escape(told(arrow, giver, receiver))}'
        f'</title><path d="{shaft}"/><path class="tip" d="{tip}"/>'
        f'<rect x="{number(x - 8)}" y="{number(y - 8)}" width="16" height="16" rx="8"/>'
        f'<text x="{number(x)}" y="{number(y + 4)}" text-anchor="middle">{sign(arrow)}</text></g>'
    )


def arrow_class(arrow: Arrow) -> str:
    """Return how an arrow looks: hand-offs there and back, or the kind of relation."""
    if arrow.kind == "hand_off":
        return "there" if arrow.giver < arrow.receiver else "back"
    return f"tie {arrow.kind}"


def card_part(
    card: Card, address: Address | None, language: str, marked: bool, sign: Sign | None = None
) -> str:
    """Return a card: its box, its edge, its text, inside a link where it has one."""
    department = card.department
    link = address(department) if address else ""
    leads = ' class="leads"' if sign else ""
    place = f' id="{MARKED}"' if marked else ""
    opening = f'<a{leads}{place} href="{escape(link)}">' if link else f"<g{leads}{place}>"
    kinds = f"card {department.kind}{' marked' if marked else ''}"
    text = vertical_text(card) if card.vertical else text_of(card, language)
    edge = min(card.height - 24, 48)
    return (
        f'{opening}<g class="{kinds}" transform="translate({card.x:.9g} {card.y:.9g})">'
        f"<title>{escape(department.name)}</title>"
        f'<rect class="box" width="{card.width:.9g}" height="{card.height:.9g}" rx="8"/>'
        f'<rect class="edge" y="12" width="4" height="{edge:.9g}" rx="2"/>'
        f"{text}{sign_part(card, *sign) if sign else ''}</g>{'</a>' if link else '</g>'}"
    )


def sign_part(card: Card, text: str, words: str) -> str:
    """Return the sign on the upper right corner of a card."""
    half = 4 * len(text) + 6
    return (
        f'<g class="sign" transform="translate({card.width - half:.9g} 0)">'
        f"<title>{escape(words)}</title>"
        f'<rect x="{-half}" y="-10" width="{2 * half}" height="20" rx="10"/>'
        f'<text text-anchor="middle" y="4">{escape(text)}</text></g>'
    )


def text_of(card: Card, language: str) -> str:
    """Return the lines of a card from the top down."""
    y = PADDING - 2
    parts = ""
    for text in card.name:
        y += NAME_LINE
        parts += f'<text class="name" x="{PADDING}" y="{y - 5}">{escape(text)}</text>'
    for text in card.mission:
        y += MISSION_LINE
        parts += f'<text class="mission" x="{PADDING}" y="{y - 5}">{escape(text)}</text>'
    said = counts(card.department, language)
    if said:
        y += COUNT_LINE
        parts += f'<text class="counts" x="{PADDING}" y="{y - 4}">{said}</text>'
    return parts + "".join(role_parts(card, y)) if card.role_lines else parts


def role_parts(card: Card, y: float) -> Iterator[str]:
    """Yield the list of roles with the number of duties of each that has any."""
    right = number(card.width - PADDING)
    y += ROLE_GAP
    yield f'<path class="rule" d="M{PADDING} {y - 2}H{right}"/>'
    for name, duties in card.role_lines:
        y += ROLE_LINE
        yield f'<text class="role" x="{PADDING}" y="{y - 8}">{escape(name)}</text>'
        if duties:
            place = f'x="{right}" y="{y - 8}"'
            yield f'<text class="role-count" {place} text-anchor="end">{duties}</text>'


def vertical_text(card: Card) -> str:
    """Return a name written from the top down, its columns from the right to the left."""
    parts = []
    for column, text in enumerate(card.name):
        x = number(card.width - COLUMN_PADDING - COLUMN_WIDTH * (column + 0.5))
        parts.append(f'<text class="name" text-anchor="middle" y="{PADDING - 4}">')
        parts += (
            f'<tspan x="{x}" dy="{number(COLUMN_WIDTH * 0.75)}">{escape(part)}</tspan>'
            for part in clusters(text)
        )
        parts.append("</text>")
    return "".join(parts)


def toggle_part(card: Card, link: str, language: str, sideways: bool) -> str:
    """Return the badge that opens a card, with the number below that is not drawn, or closes it."""
    x, y = badge.middle(card, sideways=sideways)
    text = badge.sign_of(card)
    half = badge.half_width(text)
    label = escape(toggle_label(card, language))
    inside = (
        f"<title>{label}</title>"
        f'<rect x="{number(-half)}" y="-11" width="{number(2 * half)}" height="22" rx="11"/>'
        f'<text text-anchor="middle" y="4">{text}</text>'
    )
    place = f'class="toggle" transform="translate({number(x)} {number(y)})"'
    if not link:
        return f"<g {place}>{inside}</g>"
    return f'<a {place} href="{escape(link)}" aria-label="{label}">{inside}</a>'
