"""A matrix too large for a page, for a table, or to be read at all."""

import re

import pytest

from orgchart import storage
from orgchart.outline import Library, Term
from orgchart.views import matrix as view
from orgchart.views import matrix_reading, matrix_rows
from tests.orgchart.matrix.charts import duty, unit
from tests.orgchart.views.matrix_pages import S1, page_of, signs, text_of
from tests.outlines import chart_of

pytestmark = pytest.mark.django_db


def test_five_hundred_functions_and_two_hundred_departments_fit_a_page(client):
    functions = [f"f{number}" for number in range(500)]
    terms = tuple(Term(key=name, name=f"职能{name}") for name in functions)
    storage.store_library(Library(functions=terms))
    departments = (
        unit(
            f"第{place}部",
            duties=tuple(duty(f"d{place}.{name}", name) for name in functions[place % 50 :: 50]),
        )
        for place in range(200)
    )
    storage.store(chart_of(*departments, slug="w", status="published"))
    page = client.get("/方案/w/职责矩阵/")
    assert (len(page.context["rows"]), len(page.context["matrix"].departments)) == (500, 200)
    assert not page.context["is_cut"]
    assert len(page.content) < 1_500_000


def test_a_sentence_names_the_first_of_many(client):
    names = [f"第{place}部" for place in range(20)]
    storage.store_library(Library(functions=(Term(key="f", name="定价"),)))
    departments = (unit(name, duties=(duty(name, "f"),)) for name in names)
    storage.store(chart_of(*departments, slug="w", status="published"))
    sentence = f"同时主责：{'、'.join(names[:12])}，另有 8 个。它们互不隶属"
    assert sentence in text_of(client.get("/方案/w/职责矩阵/"))


def test_a_large_matrix_links_to_the_duties_of_each_cell(client, monkeypatch, seed):
    monkeypatch.setattr(matrix_rows, "MOST_OPENING", 3)
    page = page_of(client, S1, 阶段="成长期", 记号="RACI")
    links = [mark.link for row in page.context["rows"] for mark in row.marks if mark.link]
    assert links == []
    whole = page_of(client, S1, 记号="RACI")
    mark = whole.context["rows"][0].marks[1]
    assert mark.duties == []
    narrow = client.get(S1 + mark.link)
    assert signs(narrow) == {"市场调研与信息": ("上下共担", {"市场部": ("A/R", 4)})}


def test_a_table_too_large_to_survey_is_cut_with_a_sentence(client, monkeypatch, seed):
    monkeypatch.setattr(view, "MOST_ROWS", 5)
    monkeypatch.setattr(view, "MOST_COLUMNS", 2)
    monkeypatch.setattr(view, "MOST_DUTY_ROWS", 20)
    page = page_of(client, S1)
    assert "列出 24 项职能中的 5 项、3 个部门中的 2 个" in text_of(page)
    assert len(page.context["rows"]) == 5
    page = page_of(client, f"{S1}岗位/")
    assert "列出 3 个部门中的 1 个" in text_of(page)


def test_a_chart_too_large_to_read_offers_its_branches(client, monkeypatch, seed):
    monkeypatch.setattr(matrix_reading, "MOST_DUTIES", 100)
    for address in (S1, f"{S1}岗位/"):
        page = page_of(client, address)
        assert "一张表放不下：部门与岗位共有 109 项职责，一次最多排列 100 项" in text_of(page)
        assert [one.name for one in page.context["tops"]][:2] == ["营销部", "市场部"]
        branch = page_of(client, address, 部门="市场部")
        assert "这里只读了“市场部”及其下级" in text_of(branch)
        assert branch.context["reading"].contents is not None
    assert page_of(client, S1, 部门="火箭部").status_code == 200


def test_a_branch_too_large_to_read_offers_what_is_below(client, monkeypatch, seed):
    monkeypatch.setattr(matrix_reading, "MOST_DUTIES", 20)
    page = page_of(client, S1, 部门="营销部")
    assert page.context["asked"].unknown == []
    assert [one.name for one in page.context["tops"]] == ["市场部", "销售部"]


def test_a_typed_department_replaces_a_list_too_long_to_choose_from(client, monkeypatch, seed):
    monkeypatch.setattr(view, "MOST_CHOICES", 3)
    page = page_of(client, S1, 部门="市场部").content.decode()
    assert re.search(r'<input name="部门"\s+value="市场部"', page)
