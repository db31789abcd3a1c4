"""A report as an Excel workbook: a sheet for each table, laid out to be read and printed."""

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any, get_args

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from orgchart.documents import report

FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
LONGEST_SHEET = 31
LONGEST_CELL = 32_767
FONT = "Microsoft YaHei"
# Characters that a column of relative width 1 holds, and the widest one.
UNIT, WIDEST = 14, 60
FILLS: dict[report.Tone, str] = {
    "head": "E8EDF3",
    "first": "E3EEFB",
    "second": "FCEBDC",
    "third": "EFE7F8",
    "both": "DDF2EE",
    "gap": "FBE3E4",
    "overlap": "FFF3CD",
}
EDGE = Side(style="thin", color="C9D2DC")
BORDER = Border(top=EDGE, bottom=EDGE, left=EDGE, right=EDGE)
WRAP = Alignment(wrap_text=True, vertical="top")
Looks = dict[str, Any]
TITLE, LINE = "title of the page", "line below the title"


def write(document: report.Report) -> bytes:
    """Return the workbook; text that looks like a formula stays text."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = plain(document.title)
    book.properties.language = document.language
    looks = shared_looks(book)
    used: set[str] = set()
    for table in document.tables:
        title = sheet_title(table.name, used)
        used.add(title.casefold())
        write_sheet(book.create_sheet(title), document, table, looks)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def styles() -> Iterator[NamedStyle]:
    """Yield the styles of a book; a large table is written fast because cells share them."""
    yield NamedStyle(TITLE, font=Font(name=FONT, bold=True, size=14))
    yield NamedStyle(LINE, font=Font(name=FONT, size=10, color="566473"))
    for tone in get_args(report.Tone):
        color = "8A97A6" if tone == "quiet" else "1B2733"
        style = NamedStyle(style_of(tone), border=BORDER, alignment=WRAP)
        style.font = Font(name=FONT, size=10, bold=tone == "head", color=color)
        if tone in FILLS:
            style.fill = PatternFill("solid", fgColor=FILLS[tone])
        yield style


def shared_looks(book: Workbook) -> Looks:
    """Return what cells of each style point to, which openpyxl would look up for every cell."""
    scratch = book.create_sheet("-")
    looks = {}
    for number, style in enumerate(styles(), start=1):
        book.add_named_style(style)
        cell = scratch.cell(number, 1)
        cell.style = style.name
        looks[style.name] = cell._style
    book.remove(scratch)
    return looks


def style_of(tone: report.Tone) -> str:
    return f"cell {tone}".strip()


def sheet_title(name: str, used: set[str]) -> str:
    """Return a title that Excel takes and no other sheet has; `used` is folded."""
    clean = " ".join(FORBIDDEN.sub(" ", plain(name)).split()).strip("'")[:LONGEST_SHEET] or "-"
    title, number = clean, 2
    while title.casefold() in used:
        end = f" {number}"
        title, number = clean[: LONGEST_SHEET - len(end)] + end, number + 1
    return title


def write_sheet(
    sheet: Worksheet, document: report.Report, table: report.Table, looks: Looks
) -> None:
    """Write the heading, the table, and how the sheet is printed."""
    put = partial(put_into, sheet, looks)
    put(1, 1, document.title, TITLE)
    line = 1
    for line, text in enumerate((*document.lines, *table.notes), start=2):
        put(line, 1, text, LINE)
    first = line + 2
    for column, heading in enumerate(table.columns, start=1):
        put(first, column, heading, style_of("head"))
    for number, cells in enumerate(table.rows, start=first + 1):
        for column, cell in enumerate(cells, start=1):
            put(number, column, cell.value, style_of(cell.tone))
    for column, width in enumerate(table.widths or (1,) * len(table.columns), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = min(width * UNIT, WIDEST)
    sheet.freeze_panes = sheet.cell(first + 1, table.heads + 1)
    set_page(sheet, first)


def set_page(sheet: Worksheet, heading: int) -> None:
    """Let the sheet print on A4 across, as wide as the page, its headings on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{heading}:{heading}"
    sheet.oddFooter.center.text = "&P / &N"


def put_into(
    sheet: Worksheet, looks: Looks, line: int, column: int, value: str | int, style: str
) -> None:
    """Write a value; a text is never a formula."""
    place = sheet.cell(line, column)
    place._style = looks[style]
    if isinstance(value, int):
        place.value = value
    elif value:
        place.value = plain(value)[:LONGEST_CELL]
        place.data_type = "s"


def plain(text: str) -> str:
    """Return the text without the signs that no workbook holds."""
    return str(ILLEGAL_CHARACTERS_RE.sub("", text)).replace("\ufffe", "").replace("\uffff", "")
