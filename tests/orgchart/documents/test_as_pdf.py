"""The chart on paper, read again: text, pages, fonts, language."""

from django.utils.translation import override
from pypdf.generic import IndirectObject

from orgchart.documents import as_pdf
from orgchart.layout import Style
from orgchart.layout.paging import pages
from orgchart.layout.paper import A3, A4
from tests.orgchart.documents.covers import COVER, legends, read_pdf, text_of
from tests.outlines import chart_of, unit

BRANCHES = [unit(f"{name}部", *(unit(f"{name}组{n}") for n in range(12))) for name in "甲乙丙"]
LARGE = chart_of(unit("总部", *BRANCHES))


def document(chart, paper=A4):
    found = pages(chart, Style(), paper)
    with override("zh-hans"):
        return read_pdf(as_pdf.write(found, legends(found), COVER, paper))


def fonts_of(page):
    """Every font that a page and the pictures on it use, and whether it is in the file."""
    found = {}
    waiting = [page["/Resources"]]
    while waiting:
        resources = waiting.pop()
        for font in resources.get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            found[inner["/BaseFont"]] = "/FontFile2" in descriptor or "/FontFile3" in descriptor
        for form in resources.get("/XObject", {}).values():
            form = form.get_object() if isinstance(form, IndirectObject) else form
            waiting += [form["/Resources"]] if "/Resources" in form else []
    return found


def test_every_department_is_text_on_some_page():
    read = "".join(text_of(page) for page in document(LARGE).pages)
    assert [one.name for one in LARGE.walk() if one.name not in read] == []


def test_pages_say_what_they_are():
    file = document(LARGE)
    first, second = text_of(file.pages[0]), text_of(file.pages[1])
    for words in ("方案", "2026-11-23", "整个方案", "方案·修订12", "第1页，共4页", "续第2页"):
        assert words in first
    for words in ("方案·甲部", "接第1页", "第2页，共4页", "甲组11"):
        assert words in second


def test_the_file_has_title_language_tags_and_bookmarks():
    file = document(LARGE)
    root = file.trailer["/Root"]
    assert file.metadata.title == "方案"
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("zh", True)
    assert [one.title for one in file.outline[0:1]] == ["方案"]


def test_the_paper_lies_on_its_long_side():
    for paper in (A4, A3):
        box = document(chart_of(unit("营销部")), paper).pages[0].mediabox
        points = (paper.across / 25.4 * 72, paper.down / 25.4 * 72)
        assert (round(box.width), round(box.height)) == (round(points[0]), round(points[1]))


def test_all_fonts_are_in_the_file():
    fonts = fonts_of(document(LARGE).pages[0])
    assert {"NotoSansSC" in name or "NotoSansCJK" in name for name in fonts} == {True}
    assert set(fonts.values()) == {True}


def test_an_empty_chart_is_a_page_that_says_so():
    file = document(chart_of())
    assert len(file.pages) == 1
    assert "还没有部门。" in text_of(file.pages[0])


def test_a_long_legend_needs_no_page_of_its_own():
    chart = chart_of(unit("营销部"))
    found = pages(chart, Style(), A4)
    said = [legends(found)[0] | {"relations": [("guides", "导", "指导" * 60)] * 3}]
    assert len(read_pdf(as_pdf.write(found, said, COVER, A4)).pages) == 1


def test_names_are_never_markup():
    name = '#panic("x")*a*$x$<b>'
    assert name in text_of(document(chart_of(unit(name))).pages[0])


def test_emoji_and_other_scripts_have_fonts_of_their_own():
    names = ("市场部 📈", "قسم التسويق", "מחלקת שיווק")
    chart = chart_of(*(unit(name, key=f"d{n}") for n, name in enumerate(names)))
    embedded = fonts_of(document(chart).pages[0])
    families = {name.split("+")[1].split("-")[0] for name in embedded}
    assert {"NotoEmoji", "NotoSansArabic", "NotoSansHebrew"} - families == set()
    assert set(embedded.values()) == {True}
