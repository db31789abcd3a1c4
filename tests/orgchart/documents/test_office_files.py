"""Reports as Excel and Word files, opened again as their readers would."""

from io import BytesIO

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from orgchart.documents import as_docx, as_xlsx
from orgchart.documents.report import Cell, Report, Table, row

MATRIX = Table(
    name="职能 × 部门",
    columns=("职能", "市场部", "销售部"),
    rows=(row(Cell("定价", "head"), "主责", Cell("空白", "gap")), row("渠道", 2, "")),
    notes=("主责：做决定的部门",),
    widths=(2, 1, 1),
)
MATRIX_PAGE = Report(title="职责矩阵", lines=("营销部统辖制",), tables=(MATRIX,))


def book(report):
    return openpyxl.load_workbook(BytesIO(as_xlsx.write(report)))


def values(sheet):
    return [[cell.value for cell in line] for line in sheet.iter_rows()]


def test_a_sheet_reads_like_the_page():
    sheet = book(MATRIX_PAGE).worksheets[0]
    assert sheet.title == "职能 × 部门"
    assert values(sheet) == [
        ["职责矩阵", None, None],
        ["营销部统辖制", None, None],
        ["主责：做决定的部门", None, None],
        [None, None, None],
        ["职能", "市场部", "销售部"],
        ["定价", "主责", "空白"],
        ["渠道", 2, None],
    ]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B6", "$5:$5")


@pytest.mark.parametrize("text", ["=1+1", "+1", "@sum", "=HYPERLINK(1)"])
def test_text_that_looks_like_a_formula_stays_text(text):
    table = Table(name="表", columns=("一",), rows=(row(text),))
    cell = book(Report(title="题", tables=(table,))).worksheets[0]["A4"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_sheets_get_names_that_excel_takes():
    names = ["a/b[1]", "A B 1", "长" * 40, "长" * 40, "'引'", "?"]
    tables = tuple(Table(name=name, columns=("一",), rows=()) for name in names)
    assert book(Report(title="题", tables=tables)).sheetnames == [
        *("a b 1", "A B 1 2", "长" * 31, "长" * 29 + " 2", "引", "-")
    ]


@settings(max_examples=30, deadline=None)
@given(some.text(some.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_written_and_opened(text):
    report = Report(title=text, lines=(text,), tables=(Table(name=text, columns=(text,), rows=()),))
    assert len(book(report).sheetnames) == 1
    docx.Document(BytesIO(as_docx.write(report)))


def test_a_word_document_holds_the_same_tables():
    word = docx.Document(BytesIO(as_docx.write(MATRIX_PAGE)))
    assert [one.text for one in word.paragraphs] == [
        *("职责矩阵", "营销部统辖制", "职能 × 部门", "主责：做决定的部门")
    ]
    cells = [[cell.text for cell in line.cells] for line in word.tables[0].rows]
    assert cells == [["职能", "市场部", "销售部"], ["定价", "主责", "空白"], ["渠道", "2", ""]]
    assert word.core_properties.language == "zh-CN"


def test_a_wide_table_lies_across_the_paper():
    table = Table(name="表", columns=tuple("一二三四五六"), rows=())
    section = docx.Document(BytesIO(as_docx.write(Report(title="题", tables=(table,))))).sections[0]
    assert section.page_width > section.page_height
