"""What happens to every request before a view sees it."""

import logging
import time
import uuid

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from orgchart.logins import has_one_time_password

logger = logging.getLogger("orgchart.requests")

# A Chinese character takes nine signs of an address; with the path, the server reads 8,190.
LONGEST_QUERY = 6200


def log_request(get_response):
    """Say on standard output who asked for what, how it ended, and how long it took."""

    def middleware(request):
        started = time.perf_counter()
        request.id = uuid.uuid4().hex
        response = get_response(request)
        response["X-Request-ID"] = request.id
        # Only if a view asked for the user: a log line is no reason for a query.
        user = getattr(request, "_cached_user", None)
        facts = {
            "request": request.id,
            "user": user.pk if user else None,
            "method": request.method,
            "path": request.path,  # without the query, which may say what somebody looked for
            "status": response.status_code,
            "ms": round((time.perf_counter() - started) * 1000),
        }
        logger.info("request", extra={"facts": facts})
        return response

    return middleware


def refuse_malformed_addresses(get_response):
    """NUL bytes and endless queries make databases stumble: say 400 before they see them."""

    def middleware(request):
        query = request.META.get("QUERY_STRING", "")
        if "\0" in request.path_info or "\0" in query or "%00" in query:
            raise BadRequest(_("The address contains a character that no text has (a NUL byte)."))
        if len(query) > LONGEST_QUERY:
            raise BadRequest(
                _("What stands behind the question mark of the address is longer than %(limit)s.")
                % {"limit": LONGEST_QUERY}
            )
        return get_response(request)

    return middleware


def replace_one_time_password(get_response):
    """Lead whoever logged in with a one-time password to choosing one of their own."""

    def middleware(request):
        # Without a session there is no user, and no reason to look for one.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return get_response(request)
        choose, leave = reverse("admin:password_change"), reverse("admin:logout")
        user = request.user
        if request.path in (choose, leave) or user.is_anonymous or not has_one_time_password(user):
            return get_response(request)
        messages.warning(request, _("Please replace the one-time password by one of your own."))
        return redirect(choose)

    return middleware
