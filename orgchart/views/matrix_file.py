"""The matrix as an Excel file that reads like the page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from orgchart.documents import as_xlsx
from orgchart.documents.file_name import file_name
from orgchart.views.file_words import saved
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart
from orgchart.views.matrix_reading import read
from orgchart.views.matrix_report import report_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@fresh
def matrix_file(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """Both matrices with the filters of the address, what stands out, and the legend."""
    reading = read(request, visible_chart(request, chart_slug))
    if reading.contents is None:
        # The page says what is too large, and what to do.
        return redirect(reverse("matrix", args=[chart_slug]) + reading.asked.query())
    name = file_name(
        reading.contents.chart,
        "xlsx",
        gettext("part") if reading.asked.narrows else "",
        content=gettext("Matrix of duties"),
    )
    return saved(as_xlsx.write(report_of(reading)), MEDIA_TYPE, name)
