"""The chart on paper as a page of the site."""

import re
from urllib.parse import quote

import pytest

from departments.models import Chart
from tests.factories import add_departments, new_chart, new_department, new_forest, new_hand_off
from tests.orgchart.views.handbook import write_handbook
from tests.orgchart.views.test_download import HOSTILE, today

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/打印/"


# Too many for A4, few enough for A3.
SEVERAL = {f"{name}部": {f"{name}组{n}": {} for n in range(5)} for name in "甲乙丙丁戊己"}


def html(response):
    return response.content.decode().replace("&amp;", "&")


def large(name="方案"):
    """A chart whose three branches do not fit on one sheet."""
    chart = new_chart(name=name, status="published")
    shape = {f"{name}部": {f"{name}组{n}": {} for n in range(12)} for name in "甲乙丙"}
    return chart, new_forest(chart=chart, 总部=shape)


def test_every_department_of_the_seed_is_on_paper(client, seed):
    for chart in Chart.objects.published():
        page = html(client.get(f"/方案/{chart.slug}/打印/"))
        assert [one.name for one in chart.departments.all() if one.name not in page] == []


def test_a_sheet_has_title_day_legend_origin_and_number(client, seed):
    page = html(client.get(S1))
    revision = Chart.objects.get(key="s1").revision
    for words in (
        '<h1 id="sheet-1">营销部统辖制</h1>',
        "整个方案：9 个部门",
        f'<time datetime="{today()}">',
        "隶属关系",
        f"营销部统辖制 · 修订 {revision}",
        "第 1 页，共 1 页",
    ):
        assert words in page


def test_a_large_chart_has_a_section_for_each_page(client):
    large()
    page = html(client.get("/方案/方案/打印/"))
    assert page.count('<section class="sheet a4"') == 4
    assert re.findall(r">(续第 \d 页|接第 \d 页)</text>", page) == [
        *("续第 2 页", "续第 3 页", "续第 4 页"),
        *["接第 1 页"] * 3,
    ]
    assert re.findall(r'<h2 id="sheet-\d">([^<]+)</h2>', page) == [
        "方案 · 甲部",
        "方案 · 乙部",
        "方案 · 丙部",
    ]


def test_flows_between_pages_are_counted_on_the_first(client):
    _chart, made = large()
    new_hand_off(giver=made["甲组1"], receiver=made["乙组1"])
    assert html(client.get("/方案/方案/打印/")).count("有 1 条往来跨页，没有画出") == 1


def test_all_on_one_page_says_how_small_the_type_is(client):
    large()
    page = html(client.get("/方案/方案/打印/?分页=一页"))
    assert page.count('<section class="sheet') == 1
    assert re.search(r"最小的字只有 [\d.]+ 磅；7 磅起才便于阅读", page)
    assert "磅起才便于阅读" not in html(client.get("/方案/方案/打印/"))


def test_larger_paper_is_advised_where_it_is_enough(client):
    new_forest(chart=new_chart(name="方案", status="published"), 总部=SEVERAL)
    page = html(client.get("/方案/方案/打印/?分页=一页"))
    size = re.search(r"换用 A3 则为 ([\d.]+) 磅；按部门分页，A4 也能看清。", page)
    assert float(size[1]) >= 7
    assert "磅起才便于阅读" not in html(client.get("/方案/方案/打印/?分页=一页&纸=A3"))


def test_larger_paper_is_not_advised_where_it_is_not_enough(client):
    add_departments(new_chart(name="方案", status="published"), 1_000)
    page = html(client.get("/方案/方案/打印/?分页=一页"))
    size = re.search(r"换用 A3 也只有 ([\d.]+) 磅，请按部门分页，或减少层级。", page)
    assert float(size[1]) < 7
    on_a3 = html(client.get("/方案/方案/打印/?分页=一页&纸=A3"))
    assert f"最小的字只有 {size[1]} 磅；7 磅起才便于阅读。可按部门分页，或减少层级。" in on_a3
    english = html(client.get("/en/方案/方案/打印/?分页=一页"))
    assert f"A3 is not enough either, with {size[1]} pt: by branch it is larger" in english


@pytest.mark.parametrize(("query", "paper"), [("?纸=A3", "a3"), ("?纸=B5", "a4"), ("", "a4")])
def test_the_paper_is_the_one_of_the_address(client, seed, query, paper):
    assert f'<section class="sheet {paper}"' in html(client.get(S1 + query))


def test_what_is_on_is_marked_and_every_choice_keeps_the_rest(client, seed):
    page = html(client.get(f"{S1}?方向=横向&纸=A3&范围=所见"))
    on = re.findall(r'aria-current="true">([^<]+)</a>', page)
    assert on == ["A3", "按部门分页", "所见部分"]
    choices = re.findall(rf'class="button[^"]*"\s+href="({quote(S1)}\?[^"]+)"', page)
    assert len(choices) == 6
    assert [quote("方向=横向", safe="=") in link for link in choices] == [True] * 6
    assert [client.get(link).status_code for link in choices] == [200] * 6


def test_what_is_visible_is_limited_as_on_the_page_of_the_chart(client):
    _chart, _made = large()
    page = html(client.get("/方案/方案/打印/?范围=所见&顶层=甲部&选中=甲组1"))
    assert "方案的一部分：甲部及其下级，13 个部门（全方案 40 个）" in page
    assert "乙组1" not in page
    assert quote("选中") not in page.partition('<div class="actions">')[2]


def test_nothing_on_it_moves_without_a_script(client, seed):
    page = html(client.get(S1))
    assert '<button class="button primary" type="button" data-print hidden>' in page
    assert re.findall(r"<[^>]+ style=|<style", page) == []


def test_an_empty_chart_says_so(client):
    new_chart(name="方案", status="published")
    page = html(client.get("/方案/方案/打印/"))
    assert "这个方案还没有部门。" in page
    assert "<section" not in page


def test_a_foreign_top_and_a_draft_are_not_found(client, seed):
    new_department(chart=new_chart(name="草案"), name="机密部")
    assert client.get("/方案/草案/打印/").status_code == 404
    assert client.get(S1, {"顶层": "品牌中心", "范围": "所见"}).status_code == 404


def test_too_many_departments_are_refused_with_other_ways(client):
    add_departments(new_chart(name="方案", status="published"), 1_001)
    response = client.get("/方案/方案/打印/")
    assert response.status_code == 413
    assert "这里要显示 1001 个部门，而打印页最多放 1000 个" in html(response)
    assert f'{quote("架构图")}.svg">SVG</a>' in html(response)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_stays_text(client, name):
    chart = new_chart(name=name, status="published")
    new_department(chart=chart, name=name, mission=name)
    page = html(client.get(f"/方案/{chart.slug}/打印/"))
    assert "<script>alert" not in page


@pytest.mark.parametrize("size", [1, 3, 300])
def test_it_costs_the_same_at_any_size(client, size, django_assert_num_queries):
    write_handbook(size)
    with django_assert_num_queries(5):
        assert client.get("/方案/g/打印/").status_code == 200
    with django_assert_num_queries(6):
        assert client.get("/方案/g/打印/?范围=所见&层级=1&顶层=a").status_code == 200


def test_it_exists_in_english_below_en(client, seed):
    page = html(client.get(f"/en{S1}"))
    assert "page 1 of 1" in page
    assert ">On one page</a>" in page
