"""A comparison as Word and Excel files that read like the page."""

from io import BytesIO
from urllib.parse import quote

import docx
import openpyxl
import pytest
from django.utils import timezone

from tests.factories import new_chart, new_department, new_forest, new_role

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/对比/"


def book(response):
    return openpyxl.load_workbook(BytesIO(response.content))


def word(response):
    return docx.Document(BytesIO(response.content))


def test_the_workbook_has_a_sheet_for_each_part_of_the_page(client, seed):
    response = client.get(f"{S1}市场部/销售部/对比.xlsx")
    sheets = book(response)
    assert sheets.sheetnames == ["部门", "逐项对照", "按职能对照职责", "相近，待确认", "相互协作"]
    first = sheets["按职能对照职责"]
    assert first["A1"].value == "市场部与销售部有什么区别？"
    page = client.get(f"{S1}市场部/销售部/")
    assert first["A2"].value == page.context["answer"]
    texts = [cell.value for row in first.iter_rows() for cell in row if cell.value]
    assert "双方都承担 · 1 项职能" in texts
    assert "拟定产品价格（主责）" in texts


def test_the_file_is_called_after_chart_sides_revision_and_day(client, seed):
    response = client.get(f"{S1}市场部/销售部/对比.docx")
    name = response["Content-Disposition"]
    assert quote("营销部统辖制-对比-市场部、销售部-v") in name
    assert timezone.localdate().isoformat() in name
    assert response["Content-Type"].endswith("wordprocessingml.document")


def test_the_document_has_the_tables_of_the_page(client, seed):
    document = word(client.get(f"{S1}市场部/营销部/对比.docx"))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert headings == ["部门", "逐项对照", "按职能对照职责", "营销部自留什么，与下级共担什么"]
    division = document.tables[3]
    assert [cell.text for cell in division.rows[0].cells] == ["职能", "营销部", "下级部门", "出处"]


def test_three_sides_have_three_columns(client, seed):
    sheet = book(client.get(f"{S1}市场部/销售部/营销部/对比.xlsx"))["按职能对照职责"]
    heading = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "职能")
    assert heading == ("职能", "甲 市场部", "乙 销售部", "丙 营销部", "出处")


def test_the_file_speaks_english_below_en(client, seed):
    sheets = book(client.get(f"/en{S1}市场部/销售部/对比.xlsx")).sheetnames
    assert sheets[:3] == ["Departments", "Side by side", "Duties by function"]


def test_departments_that_say_nothing_make_a_small_file(client):
    new_forest(chart=new_chart(name="空", status="published"), 甲={}, 乙={})
    assert book(client.get("/方案/空/对比/甲/乙/对比.xlsx")).sheetnames == ["部门"]
    assert len(word(client.get("/方案/空/对比/甲/乙/对比.docx")).tables) == 1


def test_a_draft_is_in_no_file_of_another_chart(client, seed):
    new_department(chart=new_chart(name="草案"), name="机密部")
    assert client.get(f"{S1}市场部/草案:机密部/对比.xlsx").status_code == 404


@pytest.mark.parametrize("rest", ["市场部/市场部/对比.xlsx", "市场部/销售部/对比.exe"])
def test_what_is_no_comparison_is_no_file(client, seed, rest):
    assert client.get(f"{S1}{rest}").status_code == 404


ROLES = "/方案/营销部统辖制/岗位对比/市场部经理/广告企划主管/"


def test_two_roles_have_a_workbook_like_their_page(client, seed):
    response = client.get(f"{ROLES}对比.xlsx")
    sheets = book(response)
    assert sheets.sheetnames == [
        *("岗位", "按职能对照职责", "所承担的部门职责", "相近，待确认", "工作关系")
    ]
    assert sheets["岗位"]["A2"].value == client.get(ROLES).context["answer"]
    assert (
        quote("营销部统辖制-对比两个岗位-市场部经理、广告企划主管-v")
        in response["Content-Disposition"]
    )


def test_two_roles_have_a_document(client, seed):
    document = word(client.get(f"{ROLES}对比.docx"))
    assert document.paragraphs[0].text == "市场部经理与广告企划主管有什么区别？"
    assert len(document.tables) == 5


def test_the_files_of_two_roles_say_what_decides_as_their_page_does(client, seed):
    sheet = book(client.get(f"{ROLES}对比.xlsx"))["相近，待确认"]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [text for text in texts if "编辑" in str(text)]
    note = "对。只是措辞相近。给两项职责指定同一职能，即为相同。"
    assert len([text for text in texts if str(text).endswith(note)]) == 1


def test_the_files_of_two_roles_say_why_no_superior_is_named(client):
    home = new_department(chart=new_chart(name="方案", status="published"))
    chief = new_role(department=home, name="甲", source="手册")
    new_role(department=home, name="乙")
    new_role(department=home, name="丙", reports_to=chief)
    found = []
    for pair in ("甲/乙", "丙/乙"):
        document = word(client.get(f"/方案/方案/岗位对比/{pair}/对比.docx"))
        found += [row.cells[2].text for row in document.tables[0].rows[1:]]
    assert found == ["来源未说明", "未填写", "甲", "未填写"]


@pytest.mark.parametrize("rest", ["对比.exe", "../市场部经理/对比.xlsx", "../无/对比.docx"])
def test_what_is_no_comparison_of_roles_is_no_file(client, seed, rest):
    assert client.get(f"{ROLES}{rest}".replace("广告企划主管/../", "")).status_code == 404


def test_columns_are_called_as_everywhere(client, seed):
    sheet = book(client.get(f"{S1}市场部/销售部/对比.xlsx"))["部门"]
    headings = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "部门")
    assert headings[:5] == ("部门", "方案", "隶属", "使命", "职责")


def test_english_files_call_the_chart_by_its_english_name(client, seed):
    sheet = book(client.get(f"/en{S1}市场部/销售部/对比.xlsx"))["Departments"]
    lines = [row[0] for row in sheet.iter_rows(values_only=True)]
    name = client.get(f"{S1}市场部/销售部/").context["chart"].name_en
    assert [line for line in lines if line and line.startswith(f"{name} · revision ")] != []
    headings = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "Department")
    assert headings[1] == "Chart"


def rows_of(sheet):
    """Each row below the headings, by the headings' names."""
    lines = [line for line in sheet.iter_rows(values_only=True) if any(line)]
    start = next(place for place, line in enumerate(lines) if "出处" in line)
    return [dict(zip(lines[start], line, strict=True)) for line in lines[start + 1 :]]


def test_every_entry_says_where_it_is_from(client, seed):
    sheets = book(client.get(f"{S1}市场部/销售部/对比.xlsx"))
    assert [sheet.title for sheet in sheets if "出处" not in str([*sheet.values])] == []
    pricing = next(row for row in rows_of(sheets["按职能对照职责"]) if row["职能"] == "定价")
    assert pricing["出处"].splitlines()[0].startswith("甲 A")
    assert pricing["出处"].splitlines()[0].endswith(" · 明示")
    assert [row["出处"] for row in rows_of(sheets["相互协作"]) if " · " not in row["出处"]] == []


def test_only_the_answer_is_called_derived(client, seed):
    for address in (f"{S1}市场部/销售部/", ROLES):
        lines = [one.text for one in word(client.get(f"{address}对比.docx")).paragraphs]
        assert lines[2] == "答案由数据派生；表中各项注明出处。"
        assert "全部由数据派生。" not in lines


def test_two_roles_have_the_sources_of_their_duties(client, seed):
    sheets = book(client.get(f"{ROLES}对比.xlsx"))
    assert [sheet.title for sheet in sheets if "出处" not in str([*sheet.values])] == []


def test_files_of_a_counter_example_say_that_it_is_one(client, seed):
    response = client.get("/方案/营销部与销售部并列/对比/营销部/销售部/对比.docx")
    text = "\n".join(one.text for one in word(response).paragraphs)
    assert "反例：营销部与销售部并列：错误：此“营销部”实为市场部。" in text
