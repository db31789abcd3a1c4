import re

from django.utils.translation import override

from orgchart.documents import as_page
from orgchart.documents.continuation import badges, came_from, heading
from orgchart.layout import Style
from orgchart.layout.paging import pages
from orgchart.layout.paper import A4
from tests.orgchart.documents.covers import COVER
from tests.outlines import chart_of, unit

BRANCHES = [unit(f"部{n}", *(unit(f"组{n}{m}") for m in range(12))) for n in range(2)]


def words(page):
    with override("zh-hans"):
        return re.findall(r"<text[^>]*>([^<]+)</text>", badges(page))


def test_a_cut_card_and_the_top_of_its_page_name_each_other():
    first, second, third = pages(chart_of(unit("根", *BRANCHES)), Style(), A4)
    assert words(first) == ["续第 2 页", "续第 3 页"]
    assert (words(second), words(third)) == (["接第 1 页"], ["接第 1 页"])
    with override("en"):
        assert (came_from(first), came_from(second)) == ("", "from page 1")
    assert [heading(page, COVER) for page in (first, second)] == ["方案", "方案 · 部0"]


def test_pages_that_share_a_superior_are_counted():
    found = pages(chart_of(unit("根", *(unit(f"部{n}") for n in range(60)))), Style(), A4)
    assert [words(page) for page in found] == [
        [f"{number}/{len(found)}"] for number in range(1, len(found) + 1)
    ]


def test_a_page_that_stands_alone_has_no_badge():
    (page,) = pages(chart_of(unit("根", unit("部"))), Style(), A4)
    assert words(page) == []


def test_a_page_is_drawn_in_the_size_it_is_printed_in():
    (page,) = pages(chart_of(unit("根", *(unit(f"部{n}") for n in range(5)))), Style(), A4)
    svg = as_page.write(page, title="方案")
    width, height = re.search(r' width="([\d.]+)" height="([\d.]+)"', svg).groups()
    assert abs(float(width) - A4.width) < 0.01
    assert abs(float(height) - page.drawing.height * page.scale) < 0.01
