"""What people see when something went wrong: what happened, and what to do next.

400, 500 and 503 are drawn without the request: whatever broke the request could
break a page that looks at it again.
"""

import logging
import sys
from subprocess import TimeoutExpired

from django.conf import settings
from django.core.exceptions import BadRequest, DisallowedHost
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from departments.models import Chart
from orgchart.views.lookup import visible_charts

logger = logging.getLogger("orgchart.failures")

BUSY_SECONDS = 10
IN_SHORT = {
    400: _("The request cannot be understood"),
    500: _("Something went wrong here"),
    503: _("Busy just now"),
}


class Missing(Http404):
    """What an address names is not there; the sentence, for readers, says what and why.

    Only this kind is shown: the resolver's and the framework's own reasons repeat
    the path, and are not written for readers.
    """


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or the data sent cannot be understood; says why where this site knows."""
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    # Under a host that is not ours, the start page would be refused too.
    home = "" if isinstance(exception, DisallowedHost) else reverse("home")
    return standalone("400.html", request, 400, reason=reason, home=home)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: logged in or not, this page is not for the visitor."""
    return render(request, "403.html", status=403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's token is missing or old."""
    return render(request, "403.html", {"form_expired": True}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing has this address, or what it names is gone; leads back to the chart."""
    sentence = str(exception) if isinstance(exception, Missing) else ""
    context = {"sentence": sentence, "chart": chart_around(request)}
    return render(request, "404.html", context, status=404)


def chart_around(request: HttpRequest) -> Chart | None:
    """Return the chart inside which the address lies, if the visitor may read it."""
    match = request.resolver_match
    slug = match.kwargs.get("chart_slug") if match else None
    return (
        next((one for one in visible_charts(request) if one.slug == slug), None) if slug else None
    )


def too_many_logins(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict | None = None
) -> HttpResponse:
    """429: too many wrong passwords; django-axes calls this."""
    pause = settings.AXES_COOLOFF_TIME
    context = {"minutes": int(pause.total_seconds() // 60)}
    refusal = render(request, "429.html", context, status=429)
    refusal["Retry-After"] = str(int(pause.total_seconds()))
    return refusal


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 when only the database or the setting of a page did not answer in time."""
    logger.exception("request failed", extra={"facts": {"request": getattr(request, "id", "")}})
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError | TimeoutExpired):
        return unavailable(request)
    return standalone("500.html", request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: the database is down, locked or full; nothing was changed."""
    response = standalone("503.html", request, 503)
    response["Retry-After"] = str(BUSY_SECONDS)
    return response


def standalone(template: str, request: HttpRequest, status: int, **said: str) -> HttpResponse:
    """A page, or the API's JSON, that needs neither a database nor a context processor."""
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": IN_SHORT[status]}, status=status)
    context = {"stylesheet": stylesheet(), "request_id": getattr(request, "id", "")} | said
    return HttpResponse(render_to_string(template, context), status=status)


def stylesheet() -> str:
    """The address of the page's stylesheet, or nothing when collectstatic has not run."""
    try:
        return static("css/failure.css")
    except ValueError:
        return ""
