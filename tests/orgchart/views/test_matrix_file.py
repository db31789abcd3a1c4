"""The matrix as an Excel file, opened again as its readers would."""

from io import BytesIO
from urllib.parse import unquote

import openpyxl
import pytest
from django.utils import timezone

from departments.models import Chart
from orgchart.views import matrix_reading, matrix_report
from tests.factories import new_chart, new_department, new_duty, new_function

pytestmark = pytest.mark.django_db

FILE = "/方案/营销部统辖制/职责矩阵/职责矩阵.xlsx"


def book(client, address=FILE, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return openpyxl.load_workbook(BytesIO(response.content))


def lines(sheet):
    """The rows of the table, each without its empty cells at the end."""
    rows = [[cell.value or "" for cell in line] for line in sheet.iter_rows()]
    start = next(place for place, line in enumerate(rows) if not any(line)) + 1
    return rows[start:]


def test_the_file_says_which_chart_in_which_revision(client, seed):
    response = client.get(FILE)
    name = unquote(response["Content-Disposition"].partition("''")[2])
    revision = Chart.objects.get(slug="营销部统辖制").revision
    assert name == f"营销部统辖制-职责矩阵-v{revision}-{timezone.localdate().isoformat()}.xlsx"
    sheet = book(client).worksheets[0]
    assert sheet["A1"].value == "职责矩阵"
    assert sheet["A2"].value.startswith("营销部统辖制 · ")


def test_the_sheets_are_the_matrices_the_findings_the_details_and_the_legend(client, seed):
    assert book(client).sheetnames == [
        *("职能 × 部门", "营销部", "市场部", "销售部"),
        *("空白与交叉", "格中的职责", "职责分解", "图例"),
    ]


def test_the_first_sheet_reads_like_the_page(client, seed):
    rows = lines(book(client)["职能 × 部门"])
    assert rows[0] == ["职能", "结论", "营销部", "市场部", "销售部"]
    assert rows[1] == ["市场调研与信息", "上下共担", "主", "主 4", "供"]
    assert ["终端与理货", "交叉", "", "岗 4", "主·参 2"] in rows
    assert len(rows) == 25


def test_each_department_has_its_duties_and_roles(client, seed):
    rows = lines(book(client)["市场部"])
    assert rows[0][:4] == ["职责", "结论", "市场部经理", "市场调研主管"]
    assert rows[1][:4] == ["1 编制年度营销目标与计划", "覆盖", "主", "参 部分"]
    assert rows[14][:2] == ["14 推进品牌规划与品牌形象建设", "空白"]


def test_findings_are_explained(client, seed):
    rows = lines(book(client)["空白与交叉"])
    assert ["空白", "市场部第 14 项“推进品牌规划与品牌形象建设”没有任何岗位承接。"] in rows
    assert len(rows) == 1 + 6 + 1 + 3 + 5 + 1 + 2 + 14 + 2 + 5


def test_facts_keep_their_sources(client, seed):
    workbook = book(client)
    assert lines(workbook["格中的职责"])[1] == [
        *("市场调研与信息", "营销部", 1, "组织市场调查", "主责", "A0 营销部 第 1 项 · 明示")
    ]
    assert [
        "市场部",
        12,
        "选择并管理广告媒体与广告代理商",
        "广告企划主管",
        3,
        "选择广告公司",
        "部分 只有代理商",
        "10.1 · 派生",
    ] in lines(workbook["职责分解"])


def test_a_duty_without_a_role_is_called_in_the_breakdown_as_on_the_page(client, seed):
    rows = lines(book(client)["职责分解"])[1:]
    words = {(line[0], line[6]) for line in rows if not line[3]}
    assert words == {("营销部", "未分解"), ("市场部", "空白"), ("销售部", "空白")}


def test_filters_and_notation_hold_in_the_file_too(client, seed):
    workbook = book(client, 部门="市场部", 阶段="成熟期", 记号="RACI")
    sheet = workbook["职能 × 部门"]
    said = [sheet.cell(line, 1).value for line in range(1, 6)]
    assert said[2:4] == ["部门（含下级）：市场部", "生命周期阶段侧重：成熟期"]
    assert lines(sheet)[0] == ["职能", "结论", "市场部"]
    assert {line[2] for line in lines(sheet)[1:]} == {"A/R"}
    assert ["A/R", "主责"] in [line[:2] for line in lines(workbook["图例"])]
    name = unquote(client.get(FILE, {"部门": "市场部"})["Content-Disposition"])
    assert "职责矩阵-部分" in name


def test_a_filter_that_names_nothing_is_told_in_the_file(client, seed):
    sheet = book(client, 部门="无此", 记号="密码").worksheets[0]
    said = [sheet.cell(line, 1).value for line in range(3, 6)]
    assert said == [
        "本方案没有名为“无此”的部门。此项未作筛选。",
        "没有名为“密码”的记号。此项未作筛选。",
        "由数据派生",
    ]


def test_the_file_is_there_in_english(client, seed):
    assert lines(book(client, f"/en{FILE}").worksheets[0])[0][:2] == ["Function", "Result"]


def test_text_that_looks_like_a_formula_stays_text(client):
    unit = new_department(chart=new_chart(slug="x", status="published"), name="=1+1")
    new_duty(department=unit, text="=HYPERLINK(1)", function=new_function(name="@sum"))
    workbook = book(client, "/方案/x/职责矩阵/职责矩阵.xlsx")
    values = {cell.value: cell.data_type for line in workbook.worksheets[0] for cell in line}
    assert (values["=1+1"], values["@sum"]) == ("s", "s")


def test_an_empty_chart_has_a_file_too(client):
    new_chart(slug="x", status="published")
    assert book(client, "/方案/x/职责矩阵/职责矩阵.xlsx").sheetnames[-1] == "图例"


def test_many_departments_share_the_sheet_of_details(client, monkeypatch, seed):
    monkeypatch.setattr(matrix_report, "MOST_SHEETS", 1)
    workbook = book(client)
    assert "市场部" not in workbook.sheetnames
    assert {line[0] for line in lines(workbook["职责分解"])[1:]} == {"营销部", "市场部", "销售部"}


def test_what_is_too_large_to_read_leads_to_the_page_that_says_so(client, monkeypatch, seed):
    monkeypatch.setattr(matrix_reading, "MOST_DUTIES", 20)
    response = client.get(FILE, {"记号": "RACI"}, follow=True)
    assert "一张表放不下" in response.content.decode()
    assert response.redirect_chain[0][0].endswith("?%E8%AE%B0%E5%8F%B7=RACI")
