"""Lists on a record's page, as rows to put into order."""

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.forms.formsets import TOTAL_FORM_COUNT
from django.utils.text import capfirst

from departments.admin.fields import FieldsMixin
from departments.admin.rows import RowForm, RowFormSet
from departments.forms import is_id

# Fields of the page itself, and of rows that the editor adds.
RESERVE = 500
# Number, version, owner and the mark for deletion come with each row.
FIELDS_BESIDES = 4
# Rows of all lists of a page together. No row sends fewer than nine fields, and the server
# takes 5,000: nobody who fills in a page comes here, but a made-up number of rows does.
MOST_ROWS = 600


class ContentInline(FieldsMixin, admin.StackedInline):
    """Rows with a version each; put into order by number, button or drag."""

    form = RowForm
    formset = RowFormSet
    extra = 0
    show_change_link = True
    # Rows that share these fields are numbered together; None where there is no order.
    ordered_within: tuple[str, ...] | None = None
    # The relations that the rows show.
    shown_with: tuple[str, ...] = ()

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.shown_with)

    def get_formset(self, request, obj=None, **kwargs):
        request.owner = obj
        limits = {"max_num": MOST_ROWS, "absolute_max": MOST_ROWS}
        formset = super().get_formset(request, obj, **(limits | kwargs))
        formset.ordered_within = self.ordered_within
        return formset

    def get_extra(self, request, obj=None, **kwargs):
        return 0

    @classmethod
    def accessor(cls) -> str:
        """What the owner calls these rows; the names of their fields begin with it."""
        return cls.model._meta.get_field(cls.fk_name).remote_field.get_accessor_name()

    def count(self, owner) -> int:
        """How many rows the owner has."""
        return self.model._base_manager.filter(**{self.fk_name: owner}).count()


def rows_sent(data) -> int:
    """How many rows a browser says that it sends, in all lists together."""
    counts = (data[key] for key in data if key.endswith(f"-{TOTAL_FORM_COUNT}"))
    return sum(int(count) for count in counts if is_id(count))


def fitting(inlines, owner):
    """The lists that fit into one page, each with its number of rows in the title.

    A list that would send more fields than the server takes is left out; its
    number on the page leads to a list of its own.
    """
    owner.left_out = {}
    room = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS - RESERVE
    shown = []
    for inline in inlines:
        rows = inline.count(owner)
        fields = len(flatten_fieldsets(inline.fieldsets)) + FIELDS_BESIDES
        if rows * fields > room:
            owner.left_out[inline.accessor()] = inline.verbose_name_plural
            continue
        room -= rows * fields
        title = capfirst(inline.verbose_name_plural)
        inline.verbose_name_plural = f"{title} {rows}" if rows else title
        shown.append(inline)
    return shown
