"""The site's mark for the browser's own surface, as a small picture.

A picture of dots: browsers draw an icon anew with every address, and an SVG
costs them as much each time as a chart's frame.
"""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from orgchart.documents import as_png

# The mark is 24 dots wide, its picture 96.
TIMES = 4
CLEAR = "#0000"


@cache
def picture() -> bytes:
    """Return the mark as PNG on nothing; it changes with the program only."""
    mark = Path(settings.BASE_DIR) / "static" / "img" / "mark.svg"
    return as_png.write(mark.read_text(encoding="utf-8"), TIMES, background=CLEAR)


@require_safe
@cache_control(max_age=24 * 60 * 60)
def icon(request: HttpRequest) -> HttpResponse:
    """Answer with the mark."""
    return HttpResponse(picture(), content_type="image/png")
