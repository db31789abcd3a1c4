"""Reading what stands in an address after the question mark."""

from django.core.exceptions import BadRequest
from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from orgchart.views.errors import Missing


def parameter(request: HttpRequest, *names: str) -> str:
    """Return the value of a parameter that may have several names; empty if not given.

    Chinese and English pages name their parameters in their own language, and
    a link from one must work in the other. Two different values are refused:
    nobody could say which one was meant.
    """
    values = {value for name in names for value in request.GET.getlist(name)}
    if len(values) > 1:
        raise BadRequest(
            _("The address gives “%(name)s” more than once, and nobody can say which one counts.")
            % {"name": names[0]}
        )
    return values.pop() if values else ""


def page_number(request: HttpRequest) -> int:
    """Return the wanted page of a long list, 1 if none is named."""
    text = parameter(request, "页", "page") or "1"
    if not (text.isascii() and text.isdigit() and len(text) <= 7 and int(text)):
        raise BadRequest(_("The number of a page is a whole number from 1."))
    return int(text)


def page_of(request: HttpRequest, rows: QuerySet, size: int) -> Page:
    """Return the wanted page of the rows; there is always a first page."""
    try:
        return Paginator(rows, size).page(page_number(request))
    except EmptyPage as none:
        raise Missing(_("The list has no such page.")) from none
