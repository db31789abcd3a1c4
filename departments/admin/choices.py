"""Search-as-you-type for a record of the same chart, never a page of 10,000 options."""

from urllib.parse import urlencode

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.urls import reverse

from departments.forms import is_id

# What a search may be limited to, in the address: ?chart=3
LIMITS = ("chart", "department", "role")
# The relations that tell two records of one name apart.
OWNERS = ("department", "parent", "role")


class InsideMixin:
    """A field that searches inside one chart, or one department or role of it."""

    def __init__(self, field, admin_site, inside=None, **kwargs):
        super().__init__(field, admin_site, **kwargs)
        self.inside = inside or {}
        # Rows that were read together with the page need no query each.
        self.known: dict[str, object] = {}

    def get_url(self):
        options = self.field.remote_field.model._meta
        address = reverse(f"admin:{options.app_label}_{options.model_name}_choices")
        return f"{address}?{urlencode(self.inside)}" if self.inside else address

    def optgroups(self, name, value, attrs=None):
        chosen = [str(one) for one in value if is_id(one)]
        missing = [one for one in chosen if one not in self.known]
        found = dict(self.known)
        if missing:
            rows = with_owners(self.choices.queryset.filter(pk__in=missing))
            found |= {str(row.pk): row for row in rows}
        options = [
            self.create_option(name, one, label(found[one]), True, index)
            for index, one in enumerate(chosen)
            if one in found
        ]
        if not self.allow_multiple_selected and not self.is_required:
            options.insert(0, self.create_option(name, "", "", not chosen, 0))
        return [(None, options, 0)]


class InsideSelect(InsideMixin, AutocompleteSelect):
    """One record."""


class InsideSelectMultiple(InsideMixin, AutocompleteSelectMultiple):
    """Several records."""


class ChoicesView(AutocompleteJsonView):
    """Answers the search of an `InsideSelect`."""

    searched_admin = None

    def process_request(self, request):
        return request.GET.get("term", ""), self.searched_admin, None, "pk"

    def get_queryset(self):
        rows = inside(self.model_admin.get_queryset(self.request), self.request.GET)
        rows, repeats = self.model_admin.get_search_results(self.request, rows, self.term)
        return with_owners(rows.distinct() if repeats else rows)

    def serialize_result(self, obj, to_field_name):
        return {"id": str(obj.pk), "text": label(obj)}


def inside(rows, address):
    """The rows within the limits of the address; none where a chart is needed and missing."""
    names = {field.name for field in rows.model._meta.fields}
    limits = {
        f"{name}_id": int(address[name])
        for name in LIMITS
        if name in names and is_id(address.get(name, ""))
    }
    if "chart" in names and not limits:
        return rows.none()
    return rows.filter(**limits)


def with_owners(rows):
    """The rows, read together with what `label` shows."""
    names = {field.name for field in rows.model._meta.fields}
    return rows.select_related(*(name for name in OWNERS if name in names))


def label(row) -> str:
    """A record's name, with its owner's where it has one."""
    for name in OWNERS:
        owner = getattr(row, name, None)
        if owner is not None:
            return f"{row} · {owner}"
    return str(row)
