"""What every address of the API does: it reads, in words, and says when nothing changed."""

import hashlib
from functools import wraps

from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound

from departments.models import Chart
from orgchart.api import parameters
from orgchart.api.language import wanted_language
from orgchart.views.freshness import RELEASE


class Reading:
    """For API views: language, parameters, headers; for everybody the same.

    There is no authentication, so a draft stays unseen here even by those who
    may edit it, and any answer may be kept by a shared cache.
    """

    http_method_names = ["get", "head"]
    parameter_names: tuple[str, ...] = ()

    def initial(self, request, *args, **kwargs):
        translation.activate(wanted_language(request))
        if request.method not in self.allowed_methods:
            self.http_method_not_allowed(request)
        super().initial(request, *args, **kwargs)
        parameters.check(request.query_params, self.known_parameters())

    def known_parameters(self) -> list[str]:
        return ["format", *self.parameter_names]

    @property
    def default_response_headers(self):
        return super().default_response_headers | {
            "Cache-Control": "public, no-cache",
            "Vary": "Accept, Accept-Language",
        }


def revisions(chart_key: str | None) -> list[tuple[int, int]]:
    """Return the published charts, or one of them, with their revisions; one query."""
    charts = Chart.objects.published().order_by("pk")
    if chart_key is not None:
        charts = charts.filter(key=chart_key)
    state = list(charts.values_list("pk", "revision"))
    if chart_key is not None and not state:
        raise NotFound(_("There is no published chart with this key."))
    return state


def revalidated(view):
    """Decorate a view method: 304 after one query when the reader has this answer already.

    The method's class says in `state()` what the answer is made from.
    """

    @wraps(view)
    def answer(self, request, *args, **kwargs):
        state = self.state(**kwargs)
        # Without a published chart no revision tells when the library changed.
        tag = entity_tag(request, state) if state else None
        response = get_conditional_response(request, etag=tag)
        if response is None:
            response = view(self, request, *args, **kwargs)
        if tag:
            response["ETag"] = tag
        return response

    return answer


def entity_tag(request, state: list) -> str:
    """Return the name of one answer: made from what, to what, in which form and language."""
    form = (request.accepted_media_type, translation.get_language(), RELEASE)
    parts = (state, request.get_full_path(), form)
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'
