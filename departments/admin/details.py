"""What stands on departments' pages, as lists to search through.

New rows are added on the page of the department that they belong to.
"""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from departments.admin.confirmation import ConfirmationFilter, Confirming
from departments.admin.content import ChosenFilter, ContentAdmin
from departments.admin.origin import ORIGIN
from departments.models import DepartmentDuty, Emphasis, HandOff, Likeness, Relation, Trait, Waiver


class DetailAdmin(ContentAdmin):
    """A list across departments."""

    in_menu = False
    readonly_fields = ("chart",)

    def has_add_permission(self, request):
        return False


@admin.register(DepartmentDuty)
class DepartmentDutyAdmin(DetailAdmin):
    """Duties of all departments."""

    list_display = ("__str__", "department", "function", "involvement", "chart")
    list_filter = (
        "chart",
        ("department", ChosenFilter),
        ("function", ChosenFilter),
        "involvement",
        "basis",
    )
    search_fields = ("text", "heading", "department__name")
    ordering = ("department", "position", "pk")
    ordered_within = ("department",)
    contained = {"carryings": _("role duties that carry it"), "emphases": _("emphases")}
    fieldsets = (
        (
            None,
            {
                "fields": [
                    "chart",
                    "department",
                    "position",
                    "heading",
                    "text",
                    ("function", "involvement"),
                ]
            },
        ),
        ORIGIN,
    )


@admin.register(HandOff)
class HandOffAdmin(Confirming, DetailAdmin):
    """What departments give each other."""

    in_menu = True
    list_display = (
        "__str__",
        "giver",
        "receiver",
        "chart",
        "confirmed_by_giver",
        "confirmed_by_receiver",
    )
    list_filter = (
        "chart",
        ("giver", ChosenFilter),
        ("receiver", ChosenFilter),
        ("function", ChosenFilter),
        ConfirmationFilter,
        "basis",
    )
    search_fields = ("text", "deliverables", "medium", "giver__name", "receiver__name")
    ordering = ("giver", "receiver", "position", "pk")
    ordered_within = ("giver", "receiver")

    class Media:
        css = {"all": ["css/admin_confirmation.css"]}

    fieldsets = (
        (
            None,
            {
                "fields": [
                    "chart",
                    ("giver", "receiver"),
                    "position",
                    "text",
                    "deliverables",
                    ("medium", "frequency", "deadline"),
                    "function",
                    ("confirmed_by_giver", "confirmed_by_receiver"),
                ]
            },
        ),
        ORIGIN,
    )


@admin.register(Relation)
class RelationAdmin(DetailAdmin):
    """Ties between departments."""

    list_display = ("from_department", "kind", "to_department", "chart")
    list_filter = (
        "chart",
        "kind",
        ("from_department", ChosenFilter),
        ("to_department", ChosenFilter),
        "basis",
    )
    search_fields = ("from_department__name", "to_department__name", "note")
    ordering = ("from_department", "position", "pk")
    ordered_within = ("from_department",)
    fieldsets = (
        (None, {"fields": ["chart", ("from_department", "kind", "to_department"), "position"]}),
        ORIGIN,
    )


@admin.register(Trait)
class TraitAdmin(DetailAdmin):
    """What departments are like."""

    list_display = ("__str__", "aspect", "department", "chart")
    list_filter = ("chart", "aspect", ("department", ChosenFilter), "basis")
    search_fields = ("text", "aspect__name", "department__name")
    ordering = ("aspect__position", "department", "pk")
    fieldsets = ((None, {"fields": ["chart", ("department", "aspect"), "text"]}), ORIGIN)


@admin.register(Emphasis)
class EmphasisAdmin(DetailAdmin):
    """What departments stress in stages."""

    list_display = ("__str__", "stage", "department", "duty", "chart")
    list_filter = ("chart", "stage", ("department", ChosenFilter), "basis")
    search_fields = ("text", "stage__name", "department__name")
    ordering = ("stage__position", "department", "position", "pk")
    ordered_within = ("stage", "department")
    narrowed = {"duty": "department"}
    fieldsets = (
        (None, {"fields": ["chart", ("stage", "department"), "position", "text", "duty"]}),
        ORIGIN,
    )


@admin.register(Waiver)
class WaiverAdmin(DetailAdmin):
    """Findings that somebody accepts."""

    list_display = ("code", "object_key", "reason", "accepted_by", "accepted_at", "chart")
    list_filter = ("chart", "code")
    search_fields = ("code", "object_key", "reason")
    readonly_fields = ("chart", "code", "object_key", "accepted_by", "accepted_at")
    fieldsets = (
        (
            None,
            {"fields": ["chart", ("code", "object_key"), "reason", ("accepted_by", "accepted_at")]},
        ),
        ORIGIN,
    )


@admin.register(Likeness)
class LikenessAdmin(DetailAdmin):
    """Decisions on similar duties; deleting one opens the question again."""

    in_menu = True
    list_display = ("one_duty", "other_duty", "verdict", "decided_by", "decided_at", "chart")
    list_filter = ("chart", "verdict")
    search_fields = (
        *("first__text", "second__text"),
        *("first__department__name", "second__department__name"),
    )
    readonly_fields = ("chart", "first", "second", "decided_by", "decided_at")
    fieldsets = (
        (
            None,
            {"fields": ["chart", "first", "second", "verdict", ("decided_by", "decided_at")]},
        ),
        ORIGIN,
    )

    def get_list_select_related(self, request):
        related = super().get_list_select_related(request)
        return [*related, "first__department", "second__department", "second__chart"]

    @admin.display(description=_("duty"), ordering="first__text")
    def one_duty(self, row):
        return _("%(department)s: %(duty)s") % {
            "department": row.first.department.name,
            "duty": row.first,
        }

    @admin.display(description=_("other duty"), ordering="second__text")
    def other_duty(self, row):
        """The other duty; with its chart if that is not the one in the chart's column."""
        words = {
            "chart": row.second.chart.name,
            "department": row.second.department.name,
            "duty": row.second,
        }
        if row.first.chart_id == row.second.chart_id:
            return _("%(department)s: %(duty)s") % words
        return _("%(department)s (%(chart)s): %(duty)s") % words
