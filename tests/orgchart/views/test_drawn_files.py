"""The drawing as SVG, PNG and PDF: what the address asks for, and what is too much."""

import re
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import pytest

from departments.models import Chart
from tests.factories import add_departments, new_chart, new_department, new_forest
from tests.orgchart.documents.covers import read_pdf, read_png, text_of
from tests.orgchart.views.handbook import write_handbook
from tests.orgchart.views.test_download import HOSTILE, S1, today

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = ["架构图.svg", "架构图.png", "架构图.pdf"]


def texts(response):
    return [one.text for one in ElementTree.fromstring(response.content).iter(f"{SVG}text")]


def paper(response):
    return [text_of(page) for page in read_pdf(response.content).pages]


def links(response):
    """The files and prints that a page offers."""
    offered = re.findall(r'<li><a href="(/[^"]+)"', html(response))
    return [link for link in offered if "/下载/" in unquote(link) or "/打印/" in unquote(link)]


def html(response):
    return response.content.decode().replace("&amp;", "&")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("架构图.svg", "image/svg+xml; charset=utf-8"),
        ("架构图.png", "image/png"),
        ("架构图.pdf", "application/pdf"),
    ],
)
def test_a_drawing_has_its_type_its_name_and_its_safety(client, seed, name, media_type):
    response = client.get(f"{S1}{name}")
    revision = Chart.objects.get(key="s1").revision
    file = quote(f"营销部统辖制-架构图-v{revision}-{today()}.{name[-3:]}")
    assert response.status_code == 200
    assert response["Content-Type"] == media_type
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{file}"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_every_department_of_the_seed_is_in_its_drawing_and_on_its_paper(client, seed):
    for chart in Chart.objects.published():
        drawing = " ".join(filter(None, texts(client.get(f"/方案/{chart.slug}/下载/架构图.svg"))))
        printed = "".join(paper(client.get(f"/方案/{chart.slug}/下载/架构图.pdf")))
        names = [one.name for one in chart.departments.all()]
        assert [name for name in names if name not in drawing] == []
        assert [name for name in names if "".join(name.split()) not in printed] == []


def test_a_drawing_says_which_chart_and_how_much_of_it(client, seed):
    revision = Chart.objects.get(key="s1").revision
    said = texts(client.get(f"{S1}架构图.svg"))
    assert {"营销部统辖制", "整个方案：9 个部门", f"营销部统辖制 · 修订 {revision}"} <= set(said)
    assert today() in said


def test_a_drawing_obeys_the_address(client, seed):
    def svg(query):
        return client.get(f"{S1}架构图.svg?{query}").content.decode()

    assert ("市场调研主管" in svg(""), "市场调研主管" in svg("岗位=1")) == (False, True)
    assert ('class="arrow ' in svg(""), 'class="arrow ' in svg("图层=无")) == (True, False)
    assert svg("") != svg("方向=横向")
    assert "<tspan" in svg("竖排=1")


def test_what_is_visible_is_limited_to_top_and_levels(client):
    chart = new_chart(name="方案", status="published")
    new_forest(chart=chart, 根={"甲": {"丙": {}, "丁": {}}, "乙": {}})
    branch = texts(client.get("/方案/方案/下载/架构图.svg?范围=所见&顶层=甲"))
    levels = texts(client.get("/方案/方案/下载/架构图.svg?范围=所见&层级=2"))
    whole = texts(client.get("/方案/方案/下载/架构图.svg?层级=2&收起=甲"))
    assert "方案的一部分：甲及其下级，3 个部门（全方案 5 个）" in branch
    assert ("丙" in levels, "+2" in levels, "+4" in levels) == (False, True, False)
    assert ("丙" in whole, "整个方案：5 个部门" in whole) == (True, True)


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("range", ["所见", "全部", ""])
def test_a_department_of_another_chart_as_the_top_is_not_found(client, seed, name, range):
    response = client.get(f"{S1}{name}", {"顶层": "品牌中心", "范围": range})
    assert response.status_code == 404


def test_a_picture_is_as_sharp_as_asked_for_and_twice_as_large_unsaid(client):
    new_department(chart=new_chart(name="方案", status="published"), name="营销部")

    def size(query):
        width, _height, rows = read_png(client.get(f"/方案/方案/下载/架构图.png{query}").content)
        assert len(set(rows)) > 60
        return width

    assert [size(f"?倍={times}") for times in (1, 2, 3)] == [560, 1120, 1680]
    assert {size(query) for query in ("", "?倍=", "?倍=4", "?倍=x", "?倍=-1", "?倍=１")} == {1120}


def test_paper_is_a4_unless_the_address_says_a3(client, seed):
    def width(query):
        page = read_pdf(client.get(f"{S1}架构图.pdf{query}").content).pages[0]
        return round(page.mediabox.width)

    assert [width(query) for query in ("", "?纸=A4", "?纸=A3", "?纸=B5", "?纸=")] == [
        842,
        842,
        1191,
        842,
        842,
    ]


def test_a_chart_on_one_page_of_paper_says_how_small_its_type_is(client):
    add_departments(new_chart(name="方案", status="published"), 300)

    def said(query):
        return paper(client.get(f"/方案/方案/下载/架构图.pdf{query}"))

    (only,) = said("?分页=一页")
    assert re.search(r"整个方案：300个部门·缩到一页，最小的字只有[\d.]+磅；7磅起才便于阅读", only)
    assert not any("磅起才便于阅读" in page for page in said(""))


@pytest.mark.parametrize("name", DRAWN)
def test_an_empty_chart_is_a_file_that_says_so(client, name):
    new_chart(name="方案", status="published")
    response = client.get(f"/方案/方案/下载/{name}")
    assert response.status_code == 200
    if name.endswith("svg"):
        assert "这个方案还没有部门。" in texts(response)
    elif name.endswith("pdf"):
        assert "这个方案还没有部门。" in paper(response)[0]
    else:
        assert len(set(read_png(response.content)[2])) > 20


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_makes_a_file(client, name):
    chart = new_chart(name=name, status="published")
    new_department(chart=chart, name=name, mission=name)
    for address in DRAWN:
        response = client.get(f"/方案/{chart.slug}/下载/{address}")
        assert response.status_code == 200
        assert ".." not in response["Content-Disposition"]
    svg = ElementTree.fromstring(client.get(f"/方案/{chart.slug}/下载/架构图.svg").content)
    assert [one for one in svg.iter() if one.tag in (f"{SVG}script", f"{SVG}a")] == []


def test_a_draft_is_found_by_nobody_but_people_with_permission(client, admin_client):
    new_department(chart=new_chart(name="草案"), name="机密部")
    for name in DRAWN:
        assert client.get(f"/方案/草案/下载/{name}").status_code == 404
        response = admin_client.get(f"/方案/草案/下载/{name}")
        assert (response.status_code, "private" in response["Cache-Control"]) == (200, True)


@pytest.mark.parametrize("name", DRAWN)
def test_ten_thousand_departments_are_refused_before_any_is_drawn(client, monkeypatch, name):
    add_departments(new_chart(name="方案", status="published"), 10_000)
    monkeypatch.setattr("orgchart.layout.picture._Picture", None)
    responses = [client.get(f"/方案/方案/下载/{name}?{query}") for query in ("", "范围=所见")]
    assert [response.status_code for response in responses] == [413, 413]
    assert "10000 个部门" in html(responses[0])


def test_what_is_visible_of_a_large_chart_is_drawn(client):
    chart = new_chart(name="方案", status="published")
    add_departments(chart, 600)
    parent = new_department(chart=chart, name="营销部")
    new_department(parent=parent, name="市场部")
    said = texts(client.get(f"/方案/方案/下载/架构图.svg?范围=所见&顶层={parent.slug}"))
    assert "方案的一部分：营销部及其下级，2 个部门（全方案 602 个）" in said
    assert client.get("/方案/方案/下载/架构图.png?范围=所见&层级=1").status_code == 413


# The visible charts, the total, departments, hand-offs, relations; then the top or
# roles with the numbers of their duties.
@pytest.mark.parametrize("size", [1, 3, 300])
def test_a_drawing_costs_the_same_at_any_size(client, size, django_assert_num_queries):
    write_handbook(size)
    for address, number in COSTS.items():
        with django_assert_num_queries(number):
            response = client.get(f"/方案/g/下载/{address}")
        assert response.status_code == 200


COSTS = {
    "架构图.svg": 5,
    "架构图.pdf": 5,
    "架构图.svg?岗位=1": 7,
    "架构图.svg?范围=所见&层级=1": 5,
    "架构图.svg?范围=所见&层级=1&顶层=a": 6,
}


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_can_be_sent_to_it(client, seed, name):
    assert client.post(f"{S1}{name}").status_code == 405


def test_a_life_cycle_stage_is_in_the_files_of_its_chart(client, seed):
    plain, lens = (
        texts(client.get(f"{S1}架构图.svg{query}")) for query in ("", "?阶段=成熟期&范围=所见")
    )
    assert [text for text in lens if text not in plain] == [
        "整个方案：9 个部门 · 生命周期：成熟期",
        "★ 4+1",
        "★ n",
        "本阶段侧重的部门和职责数",
        "+n",
        "不在职责清单内的侧重",
    ]
    printed = "".join(paper(client.get(f"{S1}架构图.pdf?阶段=成熟期")))
    assert ("★4+1" in printed, "生命周期：成熟期" in printed) == (True, True)
    assert client.get(f"{S1}架构图.png?阶段=成熟期").status_code == 200


def test_a_stage_that_there_is_not_changes_no_file(client, seed):
    assert texts(client.get(f"{S1}架构图.svg?阶段=无")) == texts(client.get(f"{S1}架构图.svg"))


def test_the_files_that_a_chart_offers_are_in_the_stage_of_its_page(client, seed):
    offered = links(client.get("/方案/营销部统辖制/?阶段=成熟期"))
    # Texts draw nothing: eight drawings, four texts.
    assert ["阶段=成熟期" in unquote(link) for link in offered] == [True] * 8 + [False] * 4
