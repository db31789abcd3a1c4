"""A comparison of two roles as a Word or Excel file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext, pgettext

from orgchart import storage
from orgchart.documents.file_name import file_name
from orgchart.names import called
from orgchart.views.compare_answer import question
from orgchart.views.compare_file import WRITERS
from orgchart.views.file_words import saved
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart
from orgchart.views.role_compare import compared, find_roles, shown
from orgchart.views.role_compare_report import report


@fresh
def role_compare_file(
    request: HttpRequest, chart_slug: str, first: str, second: str, kind: str
) -> HttpResponse:
    """The comparison that the address names, as the kind of file that it names."""
    chart = visible_chart(request, chart_slug)
    roles = [one for one in find_roles(chart, first, second) if one]
    if kind not in WRITERS or len(set(roles)) < 2:
        raise Http404
    write, media_type = WRITERS[kind]
    said = storage.load(chart, only=[])
    page = shown(compared(chart, roles), chart, roles)
    names = [called(side) for side in page["sides"]]
    content = write(report(page, said, question(names)))
    part = pgettext("list", ", ").join(names)
    return saved(
        content, media_type, file_name(said, kind, part, content=gettext("Compare two roles"))
    )
