"""The site's mark where browsers look for it on pages that name none, such as the admin's."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control


@cache_control(max_age=24 * 60 * 60)
def icon(request: HttpRequest) -> HttpResponse:
    """Lead to the mark, whatever its hashed name is today."""
    return redirect(static("img/mark.svg"))
