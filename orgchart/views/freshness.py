"""Answering "unchanged" with one query."""

import hashlib
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import condition, require_safe

from orgchart.views.keeping import keep_page, kept_page
from orgchart.views.lookup import visible_charts


def newest_change() -> int:
    """Return when the program itself last changed, so that an update shows at once."""
    folders = ("orgchart", "departments", "roles", "templates", "static")
    files = (path for name in folders for path in (Path(settings.BASE_DIR) / name).rglob("*.*"))
    return max(path.stat().st_mtime_ns for path in files)


RELEASE = newest_change()


def page_version(request: HttpRequest, *args, **kwargs) -> str | None:
    """Return the ETag of a public page; None for people who are logged in.

    It is made of what the page can depend on: the published charts and their
    revisions, the address, the language, the day and the program's release. It
    is weak, as a page may be sent compressed or not.
    """
    if request.user.is_authenticated:
        return None
    state = [(chart.pk, chart.revision) for chart in visible_charts(request)]
    parts = (state, request.build_absolute_uri(), get_language(), timezone.localdate(), RELEASE)
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'


def fresh(view):
    """Decorate a public page: read only, revalidated, 304 when unchanged, else kept ready."""

    @wraps(view)
    def with_cache_rules(request, *args, **kwargs):
        version = page_version(request)
        response = kept_page(request, version) if version else None
        if response is None:
            response = view(request, *args, **kwargs)
            if version:
                response = keep_page(request, version, response)
        shared = {"private": True} if request.user.is_authenticated else {"public": True}
        patch_cache_control(response, no_cache=True, **shared)
        return response

    return require_safe(condition(etag_func=page_version)(with_cache_rules))
