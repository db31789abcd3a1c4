"""Finished pages of visitors who are not logged in, kept under their version.

Another version is another page, so nothing that is kept can be out of date.
"""

import gzip

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils.cache import patch_vary_headers

# Larger pages are rare, and a few of them would fill the memory.
LARGEST = 500_000
SMALLEST_COMPRESSED = 1_000
# Text shrinks to a fifth at little cost; higher levels cost more than they save.
LEVEL = 4


def keep_page(request: HttpRequest, version: str, response: HttpResponse) -> HttpResponse:
    """Keep a finished page, and return it as this visitor takes it."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return response
    if isinstance(response, SimpleTemplateResponse):
        response.render()
    headers = dict(response.items())
    page = (headers, response.content, compressed(response))
    if len(response.content) <= LARGEST:
        caches["pages"].set(version, page)
    return answer(request, *page)


def kept_page(request: HttpRequest, version: str) -> HttpResponse | None:
    """Return the page that is kept under a version, or None."""
    page = caches["pages"].get(version)
    return answer(request, *page) if page else None


def compressed(response: HttpResponse) -> bytes:
    """Return the page's text compressed; empty for what does not shrink."""
    kind = response.headers["Content-Type"]
    is_text = kind.startswith(("text/", "application/json", "image/svg"))
    if not is_text or len(response.content) < SMALLEST_COMPRESSED:
        return b""
    return gzip.compress(response.content, compresslevel=LEVEL, mtime=0)


def answer(
    request: HttpRequest, headers: dict[str, str], content: bytes, short: bytes
) -> HttpResponse:
    """Return a page, compressed for those who take it so."""
    takes = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(short if short and takes else content, headers=headers)
    if short:
        patch_vary_headers(response, ["Accept-Encoding"])
        if takes:
            response.headers["Content-Encoding"] = "gzip"
    return response
