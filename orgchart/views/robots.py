"""What search machines may look at, and where they find all of it."""

from django.conf import settings
from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from orgchart.sitemaps import SECTIONS
from orgchart.views.freshness import fresh

CLOSED = ("admin:index", "search")


@require_safe
@cache_control(max_age=24 * 60 * 60)
def robots(request: HttpRequest) -> HttpResponse:
    """Keep robots out of the admin and the endless searches, and name the sitemap."""
    closed = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            closed += [reverse(name) for name in CLOSED]
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in closed)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@fresh
def sitemap(request: HttpRequest) -> HttpResponse:
    """The files that the sitemap has."""
    return views.index(request, SECTIONS, sitemap_url_name="sitemap-section")


@fresh
def section(request: HttpRequest, section: str) -> HttpResponse:
    """The addresses of one kind of page."""
    return views.sitemap(request, SECTIONS, section=section)
