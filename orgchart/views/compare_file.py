"""A comparison as a Word or Excel file."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext, pgettext

from orgchart.documents import as_docx, as_xlsx
from orgchart.documents.file_name import file_name
from orgchart.documents.report import Report
from orgchart.names import called
from orgchart.views.compare import compared
from orgchart.views.compare_report import report
from orgchart.views.compare_sides import find_sides
from orgchart.views.file_words import saved
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart

OFFICE = "application/vnd.openxmlformats-officedocument"
WRITERS: dict[str, tuple[Callable[[Report], bytes], str]] = {
    "docx": (as_docx.write, f"{OFFICE}.wordprocessingml.document"),
    "xlsx": (as_xlsx.write, f"{OFFICE}.spreadsheetml.sheet"),
}


@fresh
def compare_file(request: HttpRequest, chart_slug: str, kind: str, **words: str) -> HttpResponse:
    """The comparison that the address names, as the kind of file that it names."""
    chart = visible_chart(request, chart_slug)
    found = find_sides(request, chart, list(words.values()))
    departments = [one for one in found if one]
    if kind not in WRITERS or len(set(departments)) < len(found):
        raise Http404
    write, media_type = WRITERS[kind]
    comparison, sides = compared(departments)
    names = pgettext("list", ", ").join(called(side) for side in sides)
    name = file_name(sides[0].side.chart, kind, names, content=gettext("Compare"))
    return saved(write(report(comparison, sides)), media_type, name)
