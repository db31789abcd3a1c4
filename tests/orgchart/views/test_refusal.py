"""A drawing that is too large for its file: why, and the ways out that are offered."""

import re
from urllib.parse import quote, unquote

import pytest

from tests.factories import add_departments, new_chart, new_department, new_forest
from tests.orgchart.views.test_drawn_files import html, links

pytestmark = pytest.mark.django_db


def test_a_picture_with_too_many_dots_says_how_many_and_what_to_do(client):
    add_departments(new_chart(name="方案", status="published"), 100)
    response = client.get("/方案/方案/下载/架构图.png?倍=3")
    assert response.status_code == 413
    assert re.search(r"PNG 会有 \d+ × \d+ 个像素，即 [\d.]+ [万亿]；最多 800 万。", html(response))
    smaller = client.get("/方案/方案/下载/架构图.png?倍=1")
    assert quote("倍") + "=1" in " ".join(links(response))
    assert smaller.status_code == 200


def test_every_way_out_that_is_offered_leads_to_a_file(client):
    chart = new_chart(name="方案", status="published")
    branch = new_department(chart=chart, name="营销部")
    for number in range(20):
        new_department(parent=branch, name=f"组{number}")
    add_departments(chart, 500)
    response = client.get("/方案/方案/下载/架构图.png")
    assert response.status_code == 413
    assert "这里要显示 521 个部门，而 PNG 文件最多放 500 个" in html(response)
    offered = links(response)
    # SVG and PDF, four texts, one branch: the upper levels are one card too many.
    assert len(offered) == 7
    assert [client.get(link).status_code for link in offered] == [200] * 7


def test_every_text_is_offered_whatever_the_size(client):
    add_departments(new_chart(name="方案", status="published"), 5_001)
    offered = [unquote(link) for link in links(client.get("/方案/方案/下载/架构图.svg"))]
    assert [link.removeprefix("/方案/方案/下载/") for link in offered] == [
        *("架构图.mmd", "架构图.dot", "架构图.csv", "大纲.txt")
    ]


def test_branches_that_are_not_listed_are_counted(client):
    shape = {f"部{n}": {f"组{n}-{m}": {} for m in range(40)} for n in range(14)}
    new_forest(chart=new_chart(name="方案", status="published"), 根=shape)
    page = html(client.get("/方案/方案/下载/架构图.png"))
    more = f'<a href="{quote("/方案/方案/部门/")}">'
    assert (">部11</a>" in page, ">部12</a>" in page) == (True, False)
    assert f"{more}还有 2 个分支</a>" in page
    english = html(client.get("/en/方案/方案/下载/架构图.png"))
    assert "and 2 more branches</a>" in english


def test_branches_that_are_all_listed_are_not_counted(client):
    shape = {f"部{n}": {f"组{n}-{m}": {} for m in range(50)} for n in range(12)}
    new_forest(chart=new_chart(name="方案", status="published"), 根=shape)
    assert "个分支</a>" not in html(client.get("/方案/方案/下载/架构图.png"))


def test_where_no_part_helps_the_page_says_what_does(client):
    new_forest(
        chart=new_chart(name="方案", status="published"), 根={f"部{n}": {} for n in range(500)}
    )
    page = html(client.get("/方案/方案/下载/架构图.png"))
    assert "没有合适的分支，也没有合适的上面几级：同一层级的部门太多。" in page
    assert "上面 1 级" not in page
    english = html(client.get("/en/方案/方案/下载/架构图.png"))
    assert "One of the text files holds all of them" in english


def test_a_branch_that_is_offered_is_named_in_english_below_en(client):
    chart = new_chart(name="方案", status="published")
    root = new_department(chart=chart, name="营销部", name_en="Marketing")
    new_department(parent=root, name="销售部")
    add_departments(chart, 500)
    assert ">Marketing</a></li>" in html(client.get("/en/方案/方案/下载/架构图.png"))


def test_a_refusal_is_also_in_english(client):
    add_departments(new_chart(name="方案", status="published"), 501)
    response = client.get("/en/方案/方案/下载/架构图.png")
    assert "This is to show 501 departments; a PNG file holds at most 500" in html(response)
