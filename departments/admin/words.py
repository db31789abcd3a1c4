"""What the admin says when it cannot do at once what it was asked for."""

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from departments.admin.counts import with_counts
from departments.models import Chart


def in_one_line(refusal: Exception) -> str:
    """A refusal of the model or the database in words for the editor."""
    if isinstance(refusal, ValidationError):
        return " ".join(refusal.messages)
    if isinstance(refusal, ProtectedError):
        return _("It was not deleted: %(names)s still use it.") % {
            "names": "、".join(str(row) for row in list(refusal.protected_objects)[:20])
        }
    return _(
        "Nothing was saved: somebody else stored something of the same kind at the same moment. "
        "Please try again."
    )


def ask_for_chart(request, site, title, address, parameter):
    """A page that leads to the address with the chart that the editor chooses."""
    context = {
        **site.each_context(request),
        "title": title,
        "charts": with_counts(Chart.objects.all(), ["departments"]),
        "address": address,
        "parameter": parameter,
    }
    return TemplateResponse(request, "admin/choose_chart.html", context)
