"""A report as a Word document on A4: a title, what it shows, and its tables."""

from io import BytesIO

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from orgchart.documents import report
from orgchart.documents.as_xlsx import FILLS, plain

LATIN, CHINESE = "Arial", "Microsoft YaHei"
SHORT_SIDE, LONG_SIDE, MARGIN = Mm(210), Mm(297), Mm(18)
# Tables with more columns than this lie across the page.
UPRIGHT_COLUMNS = 5


def write(document: report.Report) -> bytes:
    """Return the document; every table repeats its headings on each page."""
    word = Document()
    prepare(word, document)
    room = (LONG_SIDE if lies_across(document) else SHORT_SIDE) - 2 * MARGIN
    word.add_heading(plain(document.title), level=1)
    for line in document.lines:
        word.add_paragraph(plain(line))
    for table in document.tables:
        word.add_heading(plain(table.name), level=2)
        for note in table.notes:
            word.add_paragraph(plain(note))
        write_table(word, table, room)
    written = BytesIO()
    word.save(written)
    return written.getvalue()


def prepare(word: Word, document: report.Report) -> None:
    """Set paper, type, language and the footer with page numbers."""
    word.core_properties.title = plain(document.title)[:255]
    word.core_properties.author = ""
    word.core_properties.language = tag(document.language)
    section = word.sections[0]
    section.page_width, section.page_height = SHORT_SIDE, LONG_SIDE
    if lies_across(document):
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = LONG_SIDE, SHORT_SIDE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    for name, size in (("Normal", 10), ("Heading 1", 18), ("Heading 2", 13)):
        style = word.styles[name]
        style.font.name, style.font.size = LATIN, Pt(size)
        style.font.color.rgb = RGBColor(0x1B, 0x27, 0x33)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for old in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{old}"), None)
        fonts.set(qn("w:eastAsia"), CHINESE)
        speak(style.element.get_or_add_rPr(), document.language)
    number_pages(section.footer.paragraphs[0])


def tag(language: str) -> str:
    """Return the language as Word names it."""
    return "zh-CN" if language.startswith("zh") else "en-US"


def speak(properties: BaseOxmlElement, language: str) -> None:
    """Say in which language text of this style is."""
    said = OxmlElement("w:lang")
    said.set(qn("w:val"), tag(language))
    said.set(qn("w:eastAsia"), "zh-CN")
    properties.append(said)


def number_pages(paragraph: Paragraph) -> None:
    """Write page x / y, which Word counts."""
    for part in ("PAGE", " / ", "NUMPAGES"):
        run = paragraph.add_run()
        if part.isupper():
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), part)
            run._r.append(field)
        else:
            run.text = part


def lies_across(document: report.Report) -> bool:
    """Say whether a table is too wide for upright paper."""
    return any(len(table.columns) > UPRIGHT_COLUMNS for table in document.tables)


def write_table(word: Word, table: report.Table, room: int) -> None:
    """Write the headings and the rows; together the columns are as wide as the room."""
    grid = word.add_table(rows=1, cols=len(table.columns))
    grid.style = "Table Grid"
    grid.autofit = False
    parts = table.widths or (1,) * len(table.columns)
    widths = [Length(room * part // sum(parts)) for part in parts]
    write_row(grid, 0, [report.Cell(text, "head") for text in table.columns], widths)
    repeat(grid)
    for number, cells in enumerate(table.rows, start=1):
        grid.add_row()
        write_row(grid, number, list(cells), widths)


def repeat(grid: Table) -> None:
    """Let Word repeat the headings on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    grid.rows[0]._tr.get_or_add_trPr().append(mark)


def write_row(grid: Table, number: int, cells: list[report.Cell], widths: list[Length]) -> None:
    for place, cell, width in zip(grid.rows[number].cells, cells, widths, strict=True):
        place.width = width
        run = place.paragraphs[0].add_run(plain(str(cell.value)))
        run.bold = cell.tone == "head" or None
        run.font.size = Pt(9)
        if cell.tone in FILLS:
            shade(place, FILLS[cell.tone])


def shade(place: _Cell, color: str) -> None:
    """Fill a cell."""
    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:fill"), color)
    place._tc.get_or_add_tcPr().append(fill)
