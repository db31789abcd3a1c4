"""The menu of files: each entry leads to what it says."""

import re

import pytest
from django.utils.translation import override

from orgchart.views.chart_files import files
from orgchart.views.chart_state import ChartState
from tests.factories import new_chart, new_forest

pytestmark = pytest.mark.django_db


def test_the_menu_offers_what_is_visible_then_the_whole_chart_then_text(client):
    chart = new_chart(name="方案", status="published")
    with override("zh-hans"):
        found = files(chart, ChartState())
    drawn = [("矢量图", "SVG"), ("图片", "PNG"), ("分页文件", "PDF"), ("打印页", "A4 · A3")]
    assert [(one["group"], one["label"], one["hint"]) for one in found] == [
        *(("所见部分", *one) for one in drawn),
        *(("整个方案", *one) for one in drawn),
        ("整个方案的文字", "Mermaid 图形文本", "MMD"),
        ("整个方案的文字", "Graphviz 图形文本", "DOT"),
        ("整个方案的文字", "draw.io 导入表", "CSV"),
        ("整个方案的文字", "文字大纲", "TXT"),
    ]


def test_every_entry_leads_somewhere(client):
    chart = new_chart(name="方案", status="published")
    new_forest(chart=chart, 根={"甲": {}})
    state = ChartState(root="甲", chosen="甲", sought="甲")
    links = [one["link"] for one in files(chart, state)]
    assert [client.get(link).status_code for link in links] == [200] * 12


def test_the_visible_part_keeps_the_state_and_the_whole_chart_its_style(client):
    chart = new_chart(name="方案", status="published")
    state = ChartState(root="甲", depth=2, chosen="乙", sought="丙").with_style(sideways=True)
    seen, whole = (files(chart, state)[place]["link"].partition("?")[2] for place in (0, 4))
    expected = ChartState(root="甲", depth=2).with_style(sideways=True).query()[1:]
    assert seen.startswith(expected)
    assert whole == ChartState().with_style(sideways=True).query()[1:]


def test_a_picture_is_offered_in_each_size(client):
    chart = new_chart(name="方案", status="published")
    new_forest(chart=chart, 根={"甲": {}})
    seen, whole = (one["sizes"] for one in files(chart, ChartState()) if one.get("sizes"))
    assert [size["label"] for size in seen] == ["0.5×", "1×", "2×", "3×"]
    for sizes in (seen, whole):
        # The width stands in bytes 16 to 20 of a PNG.
        widths = [int.from_bytes(client.get(one["link"]).content[16:20]) for one in sizes]
        assert [width / widths[1] for width in widths] == [0.5, 1, 2, 3]


def test_the_menu_is_on_the_page_of_the_chart(client, seed):
    page = client.get("/方案/营销部统辖制/").content.decode()
    groups = re.findall('<li class="group">(.*?)</li>', page)
    assert groups == ["所见部分", "整个方案", "整个方案的文字"]
