"""Badges on the edges of cards: none covers text, on the screen or on paper."""

import re
from itertools import product
from xml.etree import ElementTree

import pytest

from orgchart.documents import as_page, as_svg
from orgchart.layout import Style, draw
from orgchart.layout.measure import width
from orgchart.layout.paging import pages
from orgchart.layout.paper import A4
from tests.outlines import STYLES, chart_of, role, unit

SVG = "{http://www.w3.org/2000/svg}"
SIZES = {"name": 15, "mission": 12, "counts": 12, "role": 13, "role-count": 12}
# Of the size of type, above and below the line that it stands on.
ABOVE, BELOW = 0.9, 0.25
AIR = 2
LONG = "市场与渠道规划及品牌推广管理中心" * 3


def place(element):
    return tuple(map(float, re.findall(r"-?[\d.]+", element.get("transform", "0 0"))))


def boxes_of_text(card):
    """Left, top, right and bottom of each line of a card."""
    for text in card.iter(f"{SVG}text"):
        size = SIZES[text.get("class")]
        y = float(text.get("y"))
        if len(text):
            x = float(text[0].get("x"))
            end = y + sum(float(part.get("dy")) for part in text)
            yield x - size / 2, y, x + size / 2, end + BELOW * size
            continue
        broad = width(text.text, size)
        x = float(text.get("x")) - (broad if text.get("text-anchor") == "end" else 0)
        yield x, y - ABOVE * size, x + broad, y + BELOW * size


def moved(box, x, y):
    left, top, right, bottom = box
    return left + x, top + y, right + x, bottom + y


def boxes(svg):
    """The places of all lines of text on cards, and of all badges."""
    root = ElementTree.fromstring(svg)
    texts, badges = [], []
    for group in root.iter(f"{SVG}g"):
        if group.get("class", "").startswith("card "):
            texts += [moved(box, *place(group)) for box in boxes_of_text(group)]
    for badge in root.iter():
        if badge.get("class") == "toggle":
            rect = badge.find(f"{SVG}rect")
            half = float(rect.get("width")) / 2
            badges.append(moved((-half, -11, half, 11), *place(badge)))
    return texts, badges


def covered(svg):
    """The badges that touch a line of text or stand nearer than some air."""
    texts, badges = boxes(svg)
    assert badges
    return [
        (badge, text)
        for badge, text in product(badges, texts)
        if badge[0] - AIR < text[2]
        and badge[2] + AIR > text[0]
        and badge[1] - AIR < text[3]
        and badge[3] + AIR > text[1]
    ]


def kinds(below, *children):
    """Departments with every mixture of text, each with so many below."""
    roles = tuple(role(LONG, 12) for _number in range(3))
    return [
        unit(
            name + str(number),
            *children,
            key=f"{below}-{number}",
            descendant_count=below,
            mission=mission,
            duty_count=duties,
            roles=roles[:listed],
            role_count=listed,
        )
        for number, (name, mission, duties, listed) in enumerate(
            product(["部", LONG], ["", "监督", LONG], [0, 12], [0, 3])
        )
    ]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("below", [9, 16, 120, 3_000, 99_999])
@pytest.mark.parametrize("layout", ["wide", "stacked"])
def test_no_badge_of_a_closed_card_covers_text(style, below, layout):
    chart = chart_of(unit("根", *kinds(below), branch_layout=layout))
    assert covered(as_svg.write(draw(chart, style), title="图")) == []


@pytest.mark.parametrize("style", STYLES)
def test_no_badge_of_an_open_card_covers_text(style):
    chart = chart_of(unit("根", *kinds(1, unit("组"))))
    assert covered(as_svg.write(draw(chart, style), title="图", toggle=lambda _card: "?")) == []


@pytest.mark.parametrize("style", STYLES)
def test_no_badge_on_paper_covers_text(style):
    below = [unit(f"组{number}") for number in range(40)]
    found = pages(chart_of(unit("根", *kinds(40, *below))), style, A4)
    assert len(found) > 2
    covering = [covered(as_page.write(page, title="图")) for page in found if page.continued]
    assert covering == [[]] * len(covering)


def test_the_badge_of_a_card_whose_roles_stand_on_another_page_covers_no_text():
    roles = tuple(role(f"岗位{number}") for number in range(80))
    chart = chart_of(unit("根", unit("部", roles=roles, role_count=80, mission="监督")))
    page, *_rest = pages(chart, Style(with_roles=True), A4)
    assert covered(as_page.write(page, title="图")) == []


@pytest.mark.parametrize("below", [9, 3_000, 99_999])
def test_sideways_the_whole_badge_is_inside_the_drawing(below):
    drawing = draw(chart_of(unit("部", descendant_count=below)), Style(sideways=True))
    _texts, [badge] = boxes(as_svg.write(drawing, title="图"))
    assert badge[2] < drawing.width
