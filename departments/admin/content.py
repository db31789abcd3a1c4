"""The base of every admin page of our rooms; the one door for roles.admin."""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.core.exceptions import BadRequest, ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.http import HttpResponseRedirect, QueryDict
from django.urls import NoReverseMatch, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from departments.admin.choices import ChoicesView, InsideSelect, InsideSelectMultiple
from departments.admin.counts import (
    contents,
    count_column,
    count_for,
    count_link,
    with_counts,
)
from departments.admin.deletion import fingerprint, what_goes
from departments.admin.fields import FieldsMixin, chart_in_address
from departments.admin.gone import show_what_was_typed
from departments.admin.history import with_field_names
from departments.admin.inlines import MOST_ROWS, ContentInline, fitting, rows_sent
from departments.admin.order import place
from departments.admin.origin import ORIGIN
from departments.admin.rows import RowForm, RowFormSet
from departments.admin.sortable_list import SortableList
from departments.admin.words import ask_for_chart, in_one_line
from departments.forms import LAST_PLACE, ContentForm, is_id
from departments.models import writing

__all__ = [
    "LAST_PLACE",
    "ORIGIN",
    "ChosenFilter",
    "ContentAdmin",
    "ContentForm",
    "ContentInline",
    "ContentList",
    "InsideSelect",
    "InsideSelectMultiple",
    "RowForm",
    "RowFormSet",
    "SortableList",
    "ask_for_chart",
    "chart_in_address",
    "count_column",
    "count_link",
    "is_id",
]

REFUSALS = (ValidationError, ProtectedError, IntegrityError)
LONGEST_SEARCH = 200
LOOKUPS = ("__exact", "__isnull")
MOST_WORDS = 10  # SQLite gives up at about a thousand


class ChosenFilter(admin.RelatedFieldListFilter):
    """Shows the record that a link has chosen, not the thousands it was chosen from."""

    def field_choices(self, field, request, model_admin):
        chosen = [one for one in self.lookup_val or () if is_id(one)]
        rows = field.related_model._base_manager.filter(pk__in=chosen)
        return [(row.pk, str(row)) for row in rows]

    def has_output(self):
        return bool(self.lookup_val)


class ContentList(ChangeList):
    """A list; its title says what of."""

    def __init__(self, request, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        if not self.is_popup:
            self.title = capfirst(self.opts.verbose_name_plural)

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        if self.is_whole():
            self.full_result_count = self.result_count  # else it would offer to show all
        if ORDER_VAR not in request.GET:
            count_for(self.result_list, self.model_admin.counted())

    def is_whole(self) -> bool:
        """Whether nothing was searched for or filtered out; a chart is a list of its own."""
        return not self.query and set(self.get_filters_params()) <= {"chart__id__exact"}


class ContentAdmin(FieldsMixin, admin.ModelAdmin):
    """Pages whose every write happens inside `writing()`, from the first reading on."""

    form = ContentForm
    list_per_page = 100
    show_full_result_count = False
    save_on_top = False
    change_form_template = "admin/content_form.html"
    # The relations counted in one line on the record's page, in words.
    contained: dict[str, str] = {}
    # Relations that a list shows without having a column for each.
    shown_with: tuple[str, ...] = ()
    # Rows that share these fields are numbered together; None where there is no order.
    ordered_within: tuple[str, ...] | None = None
    # Whether the index and the sidebar name it.
    in_menu = True
    # Whether it can only be added inside a chart, which the address names.
    needs_chart = False

    # Reading

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        # Counting all rows to show a hundred is slow: only where they are sorted by it.
        return with_counts(rows, self.counted()) if ORDER_VAR in request.GET else rows

    def counted(self) -> list[str]:
        """The relations that the list has a column of numbers for."""
        return [column.relation for column in self.list_display if hasattr(column, "relation")]

    def get_object(self, request, object_id, from_field=None):
        # Without the list's counts; and one record has one address only.
        rows = self.model._default_manager
        return rows.filter(pk=object_id).first() if is_id(object_id) else None

    def get_search_results(self, request, queryset, search_term):
        match = request.resolver_match
        if match is not None and match.url_name == "autocomplete":
            # Django's own search of choices knows no charts; ours is `ChoicesView`.
            return queryset.none(), False
        words = search_term.replace("\0", " ")[:LONGEST_SEARCH].split()[:MOST_WORDS]
        return super().get_search_results(request, queryset, " ".join(words))

    def lookup_allowed(self, lookup, value, request):
        # Others, as `id__in` or `name__regex`, fail in the database with odd values.
        is_plain = "__" not in lookup or lookup.endswith(LOOKUPS)
        return is_plain and super().lookup_allowed(lookup, value, request)

    def get_list_select_related(self, request):
        """Every related record that a column shows, also where there may be none."""
        shown = {*self.list_display, *self.shown_with}
        return [
            field.name for field in self.opts.fields if field.name in shown and field.is_relation
        ]

    def get_changelist(self, request, **kwargs):
        return ContentList

    def get_model_perms(self, request):
        return super().get_model_perms(request) if self.in_menu else {}

    def get_view_on_site_url(self, obj=None):
        if obj is None or not hasattr(obj, "get_absolute_url"):
            return None
        try:
            return obj.get_absolute_url()
        except NoReverseMatch:
            # What was typed as its address is none; the form says so.
            return None

    # The page of one record

    @admin.display(description=_("what is in it"))
    def contents(self, row):
        """How many of what, with links to them."""
        return contents(row, {**self.contained, **getattr(row, "left_out", {})})

    def get_inline_instances(self, request, obj=None):
        # What is not stored yet has no lists; it is stored first, then they appear.
        return [] if obj is None else fitting(super().get_inline_instances(request, obj), obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        request.chart = self.chart_of(request, obj)
        form = super().get_form(request, obj, change, **kwargs)
        form.chart = request.chart
        form.refusal = getattr(request, "refusal", None)
        return form

    def chart_of(self, request, obj):
        """The chart of a record, or the one that the address names for a new record."""
        return chart_in_address(request) if obj is None else getattr(obj, "chart", None)

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_choices"
        view = ChoicesView.as_view(admin_site=self.admin_site, searched_admin=self)
        return [path("choices/", self.admin_site.admin_view(view), name=name), *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        if self.needs_chart and chart_in_address(request) is None:
            if not self.has_add_permission(request):
                return super().add_view(request, form_url, extra_context)
            title = _("In which chart?")
            return ask_for_chart(request, self.admin_site, title, request.path, "chart")
        return super().add_view(request, form_url, extra_context)

    def response_add(self, request, obj, post_url_continue=None):
        # The new record's lists wait on its page.
        if self.inlines and not {"_addanother", "_popup"} & set(request.POST):
            request.POST = request.POST.copy()
            request.POST["_continue"] = "1"
        return super().response_add(request, obj, post_url_continue)

    # Writing

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if self.ordered_within is not None:
            place(obj, self.ordered_within, obj.position)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        forms = [form, *(row for formset in formsets for row in formset.forms)]
        if any(one.taken_over for one in forms) or any(one.dropped for one in formsets):
            self.message_user(
                request,
                _("Somebody else saved here after you opened the page. Their changes stay."),
                messages.INFO,
            )

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        view = partial(super().changeform_view, request, object_id, form_url, extra_context)
        if request.method != "POST":
            return view()
        if rows_sent(request.POST) > MOST_ROWS:
            text = _("Nothing was saved: more than %(number)d rows were sent. Send fewer at once.")
            self.message_user(request, text % {"number": MOST_ROWS}, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        try:
            with writing():
                return view()
        except REFUSALS as refusal:
            # Shown in the form, which keeps what was typed.
            request.refusal = in_one_line(refusal)
        with writing():
            return view()

    def construct_change_message(self, request, form, formsets, add=False):
        message = super().construct_change_message(request, form, formsets, add)
        models = [self.model, *(formset.model for formset in formsets or ())]
        return with_field_names(message, models)

    def delete_view(self, request, object_id, extra_context=None):
        view = partial(super().delete_view, request, object_id, extra_context)
        return self.written(request, view, request.path)

    def changelist_view(self, request, extra_context=None):
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if any(not is_id(one) for one in chosen):
            raise BadRequest(gettext("A row was chosen that cannot be."))
        view = partial(super().changelist_view, request, extra_context)
        return self.written(request, view, request.get_full_path())

    def written(self, request, view, address):
        """Run a view inside `writing()` if it writes; a refusal becomes a message."""
        if request.method != "POST":
            return view()
        try:
            with writing():
                return view()
        except REFUSALS as refusal:
            self.message_user(request, in_one_line(refusal), messages.ERROR)
            return HttpResponseRedirect(address)

    def get_deleted_objects(self, objs, request):
        found = what_goes(objs, request)
        seen = request.POST.get("seen")
        if request.method == "POST" and seen is not None and seen != fingerprint(found[1]):
            request.POST = QueryDict()  # as if nothing had been confirmed
            self.message_user(
                request,
                _("Meanwhile something else was added or deleted here. Look again at what goes."),
                messages.WARNING,
            )
        return found

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        if request.method == "POST" and request.path.endswith("/change/"):
            return show_what_was_typed(self, request)
        self.message_user(
            request,
            _("There is no %(kind)s with the number “%(number)s”. Perhaps it was deleted.")
            % {"kind": opts.verbose_name, "number": str(object_id)[:20]},
            messages.WARNING,
        )
        name = f"admin:{opts.app_label}_{opts.model_name}_changelist"
        return HttpResponseRedirect(reverse(name))
