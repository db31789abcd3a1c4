"""Small drawings for the cards of charts."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString, mark_safe

from departments.models import Chart
from orgchart import storage
from orgchart.documents import as_thumbnail

register = template.Library()


@register.simple_tag
def thumbnails(charts: Iterable[Chart]) -> dict[int, SafeString]:
    """Return the drawing of each chart by primary key; one query for all of them."""
    shapes = storage.load_shapes(
        charts, depth=as_thumbnail.MOST_LEVELS, most=as_thumbnail.MOST_BOXES
    )
    # Numbers and kinds only: nothing that anybody typed is in it.
    return {number: mark_safe(as_thumbnail.write(shape)) for number, shape in shapes.items()}
