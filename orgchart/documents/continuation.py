"""How the pages of a chart name each other: headings, and badges on cards.

A badge says where a branch goes on, and where the top of a page came from.
"""

from html import escape

from django.utils.translation import gettext

from orgchart.documents.cover import Cover
from orgchart.documents.paths import number
from orgchart.layout import Card
from orgchart.layout.measure import width, wrap
from orgchart.layout.paging import Page

SIZE = 12
# In widths of a Chinese character; more does not fit beside the date.
LONGEST_HEADING = 40


def badges(page: Page) -> str:
    """Return the badges of a page as SVG, to stand above its cards."""
    cards = page.drawing.cards
    first = [index for index, card in enumerate(cards) if card.parent < 0]
    share = f"{page.part}/{page.parts}" if page.parts > 1 and len(first) == 1 else ""
    parts = []
    for index in first:
        came = page.continues.get(index, 0)
        words = " · ".join(filter(None, [from_page(came) if came else "", share]))
        if words:
            parts.append(badge(cards[index], cards[index].y, words))
    for index, other in page.continued.items():
        words = gettext("continued on page %(number)s") % {"number": other}
        parts.append(badge(cards[index], cards[index].bottom, words))
    return "".join(parts)


def from_page(number: int) -> str:
    """Return where a page's top stood before."""
    return str(gettext("from page %(number)s") % {"number": number})


def came_from(page: Page) -> str:
    """Return where a page's tops stood before, and which of several pages below one it is."""
    words = [from_page(number) for number in sorted(set(page.continues.values()))]
    if page.parts > 1:
        words.append(f"{page.part}/{page.parts}")
    return " · ".join(words)


def heading(page: Page, cover: Cover) -> str:
    """Return a page's heading: the chart, and further on the branches that it shows."""
    first = [card.department.name for card in page.drawing.cards if card.parent < 0]
    if page.number == 1 or not page.continues:
        return cover.title
    return wrap(f"{cover.title} · {' / '.join(first)}", 1, LONGEST_HEADING, 1)[0]


def page_words(page: int, last: int) -> str:
    """Return which page of how many this is."""
    return str(gettext("page %(number)s of %(last)s") % {"number": page, "last": last})


def badge(card: Card, y: float, text: str) -> str:
    """Return words in a pill on the middle of a card's edge at this height."""
    half = width(text, SIZE) / 2 + 9
    x = card.x + card.width / 2
    return (
        f'<g class="toggle" transform="translate({number(x)} {number(y)})">'
        f'<rect x="{number(-half)}" y="-11" width="{number(2 * half)}" height="22" rx="11"/>'
        f'<text text-anchor="middle" y="4">{escape(text)}</text></g>'
    )
