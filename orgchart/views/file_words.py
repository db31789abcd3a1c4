"""What files say of themselves: which chart, how much of it, as of when."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext, ngettext

from departments.models import Department
from orgchart import outline
from orgchart.documents.words import number_of_departments
from orgchart.names import called


def saved(content: str | bytes, media_type: str, name: str) -> HttpResponse:
    """Return a file that browsers save under this name and never run."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def part_name(root: Department | None) -> str:
    """Return what the file's name says of a part: its top, or that it is one."""
    return root.name if root else gettext("part")


def chart_line(said: outline.Chart) -> str:
    """Return which chart the file shows, in which state, as of which day."""
    return gettext("%(chart)s · revision %(revision)s · %(day)s") % {
        "chart": called(said),
        "revision": said.revision,
        "day": timezone.localdate().isoformat(),
    }


def extent(number: int, total: int, root: Department | None) -> str:
    """Return how much of the chart the file shows."""
    if number == total:
        return gettext("Whole chart: %(number)s") % {"number": number_of_departments(number)}
    words = (
        ngettext(
            "Part of the chart, from %(top)s down: %(number)s of %(total)s department",
            "Part of the chart, from %(top)s down: %(number)s of %(total)s departments",
            total,
        )
        if root
        else ngettext(
            "Part of the chart, its upper levels: %(number)s of %(total)s department",
            "Part of the chart, its upper levels: %(number)s of %(total)s departments",
            total,
        )
    )
    return words % {"number": number, "total": total, "top": called(root) if root else ""}
