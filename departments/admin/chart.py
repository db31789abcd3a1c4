"""Charts: what is in them, and who may see them."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from departments.admin.content import ContentAdmin, count_column
from departments.admin.origin import ORIGIN
from departments.admin.sortable_list import SortableList
from departments.admin.words import in_one_line
from departments.models import Chart


@admin.register(Chart)
class ChartAdmin(SortableList, ContentAdmin):
    """The list of charts, and a chart's page with what is in it."""

    list_display = (
        "name",
        "kind",
        "status",
        count_column("departments", _("departments")),
        count_column("role_set", _("roles")),
        count_column("handoff_set", _("hand-offs")),
    )
    list_filter = ("status", "kind", "basis")
    search_fields = ("name", "name_en", "summary", "source", "note")
    fieldsets = (
        (None, {"fields": ["name", "name_en", "summary", ("kind", "status"), "based_on"]}),
        (_("address and order"), {"classes": ["collapse"], "fields": [("slug", "position")]}),
        ORIGIN,
    )
    contained = {
        "departments": _("departments"),
        "departmentduty_set": _("department duties"),
        "role_set": _("roles"),
        "roleduty_set": _("role duties"),
        "handoff_set": _("hand-offs"),
        "relation_set": _("relations"),
        "trait_set": _("traits"),
        "emphasis_set": _("emphases"),
        "workingrelationship_set": _("working relationships"),
        "waivers": _("waivers"),
        "descendants": _("charts based on it"),
    }
    ordered_within = ()
    actions = ("publish", "withdraw", "archive")

    @admin.action(description=_("Publish: everybody may read them"), permissions=["change"])
    def publish(self, request, queryset):
        self.set_status(request, queryset, Chart.Status.PUBLISHED)

    @admin.action(description=_("Back to draft: only editors see them"), permissions=["change"])
    def withdraw(self, request, queryset):
        self.set_status(request, queryset, Chart.Status.DRAFT)

    @admin.action(description=_("Archive: keep them, out of sight"), permissions=["change"])
    def archive(self, request, queryset):
        self.set_status(request, queryset, Chart.Status.ARCHIVED)

    def set_status(self, request, queryset, status):
        """Give the charts a status, one by one, and say how many changed."""
        changed = 0
        for chart in Chart.objects.filter(pk__in=queryset.values("pk")).exclude(status=status):
            chart.status = status
            try:
                chart.save()
            except ValidationError as refusal:
                self.message_user(request, f"{chart}: {in_one_line(refusal)}", messages.ERROR)
                continue
            self.log_change(request, chart, [{"changed": {"fields": ["status"]}}])
            changed += 1
        message = ngettext(
            "%(number)d chart is now “%(status)s”.",
            "%(number)d charts are now “%(status)s”.",
            changed,
        )
        self.message_user(request, message % {"number": changed, "status": status.label})
