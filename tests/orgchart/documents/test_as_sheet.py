"""The drawing as a file: what it shows is in it as text, and around it what it is."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from django.utils.translation import override
from hypothesis import given, settings

from orgchart.documents import as_sheet
from orgchart.layout import draw
from orgchart.views.legend import legend
from tests.orgchart.documents.covers import COVER
from tests.outlines import chart_of, charts, hand_off, unit

SVG = "{http://www.w3.org/2000/svg}"
PAIR = chart_of(
    unit("营销部", unit("市场部"), unit("代理商", kind="outside")),
    hand_offs=(hand_off("市场部", "代理商"),),
)


@pytest.fixture(autouse=True, scope="module")
def _in_chinese():
    with override("zh-hans"):
        yield


def sheet(chart, cover=COVER):
    drawing = draw(chart)
    return as_sheet.write(drawing, legend(drawing), cover)


def texts(svg):
    return [one.text for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_file_says_what_it_shows():
    root = ElementTree.fromstring(sheet(PAIR))
    assert root.find(f"{SVG}title").text == "方案"
    assert root.find(f"{SVG}desc").text == "方案 · 修订 12 · 2026-11-23 · 整个方案"
    assert {"方案", "2026-11-23", "整个方案", "方案 · 修订 12"} <= set(texts(sheet(PAIR)))


def test_the_legend_names_what_is_drawn():
    said = texts(sheet(PAIR))
    assert said[-8:-1] == [
        "代理商",
        "外部单位",
        "部门",
        "外部单位",
        "隶属关系",
        "通向外部单位",
        "市场部提供给代理商 1 项",
    ]


def test_an_empty_chart_says_so():
    assert "还没有部门。" in texts(sheet(chart_of()))


def test_the_size_is_known_before_it_is_written():
    for chart in (chart_of(), chart_of(unit("营销部")), PAIR):
        drawing = draw(chart)
        root = ElementTree.fromstring(as_sheet.write(drawing, legend(drawing), COVER))
        width, height = as_sheet.size_of(drawing, legend(drawing), COVER)
        assert (float(root.get("width")), float(root.get("height"))) == (width, height)


@pytest.mark.parametrize(
    "name", ["</text><script>alert(1)</script>", '" onload="x', "]]>&amp;", "a\x0bb\ufffe"]
)
def test_any_name_stays_text(name):
    svg = sheet(chart_of(unit(name, mission=name)), replace(COVER, title=name, origin=name))
    root = ElementTree.fromstring(svg)
    assert {one.tag for one in root.iter()} == {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "style", "rect", "text", "g", "path")
    }
    assert [one.attrib for one in root.iter() if "onload" in one.attrib] == []


def test_there_are_no_links():
    assert "<a" not in sheet(PAIR)


@settings(max_examples=30, deadline=None)
@given(charts(most=25))
def test_every_department_and_every_line_is_in_the_file(chart):
    root = ElementTree.fromstring(sheet(chart))
    cards = [one for one in root.iter(f"{SVG}g") if "translate" in one.get("transform", "")]
    titles = [one.find(f"{SVG}title").text for one in cards if one.get("class", "")[:4] == "card"]
    assert titles == [one.name for one in chart.walk()]
    lines = [
        one
        for one in root.iter(f"{SVG}path")
        if one.get("class", "").startswith("line") and one.get("d") != "M0 6H28"
    ]
    below = sum(len(one.children) for one in chart.walk())
    assert sum(line.get("d").count("M") for line in lines) == below
