from html.parser import HTMLParser

from django.utils.translation import override
from hypothesis import given, settings

from orgchart.documents import as_nested_list
from tests.outlines import chart_of, charts, unit

HOSTILE = '</a><script>alert(1)</script>" onclick="x'


class Nesting(HTMLParser):
    """Counts what is open; every end tag must close the last one opened."""

    def __init__(self, text):
        super().__init__()
        self.open, self.items = [], 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.items += tag == "li"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def listed(chart, most=100):
    return as_nested_list.write(
        chart, address=lambda one: f"/{one.slug}", opening=lambda one: f"?{one.slug}", most=most
    )


def test_departments_stand_below_their_superiors_with_links():
    assert listed(chart_of(unit("营销部", unit("市场部", mission="制定策略")))) == (
        '<ul class="tree"><li><a href="/营销部"><bdi>营销部</bdi></a><ul>'
        '<li><a href="/市场部"><bdi>市场部</bdi></a><p>制定策略</p></li></ul></li></ul>'
    )


def test_what_is_closed_can_be_opened():
    with override("zh-hans"):
        text = listed(chart_of(unit("市场部", descendant_count=7)))
    assert '<a class="inline" href="?市场部">下级部门 7 个</a>' in text


def test_hostile_names_stay_text():
    assert "<script" not in listed(chart_of(unit(HOSTILE, mission=HOSTILE)))


@settings(max_examples=60, deadline=None)
@given(charts(most=30))
def test_any_outline_is_well_nested_and_whole(chart):
    nesting = Nesting(listed(chart))
    assert (nesting.open, nesting.items) == ([], len(list(chart.walk())))
    cut = Nesting(listed(chart, most=5))
    assert (cut.open, cut.items) == ([], min(5, nesting.items))


def test_a_remark_stands_behind_the_name():
    text = as_nested_list.write(
        chart_of(unit("市场部"), unit("销售部")),
        address=lambda one: "",
        opening=lambda one: "",
        most=9,
        remarks={"市场部": "★ <4>"},
    )
    assert text.count("chip remark") == 1
    assert '市场部</bdi></a> <span class="chip remark">★ &lt;4&gt;</span>' in text
