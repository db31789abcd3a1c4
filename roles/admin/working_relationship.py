"""Working relationships of roles, and of whole departments."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from departments.admin.content import ORIGIN, ChosenFilter, ContentAdmin
from roles.models import WorkingRelationship


@admin.register(WorkingRelationship)
class WorkingRelationshipAdmin(ContentAdmin):
    """Whom roles and departments deal with, about what."""

    needs_chart = True
    list_display = ("__str__", "role", "department", "other_side", "direction", "chart")
    list_filter = (
        "chart",
        ("role", ChosenFilter),
        ("department", ChosenFilter),
        ("counterpart_role", ChosenFilter),
        ("counterpart_department", ChosenFilter),
        "direction",
        "basis",
    )
    shown_with = ("counterpart_role", "counterpart_department")
    search_fields = ("matter", "counterpart_text", "role__name", "department__name")
    ordering = ("chart", "role", "department", "position", "pk")
    ordered_within = ("role", "department")
    readonly_fields = ("chart",)
    fieldsets = (
        (
            _("who"),
            {
                "description": _("Name the role or the department, not both."),
                "fields": ["chart", ("role", "department")],
            },
        ),
        (
            _("with whom"),
            {
                "description": _("Name one: a role, a department, or words."),
                "fields": [("counterpart_role", "counterpart_department", "counterpart_text")],
            },
        ),
        (_("about what"), {"fields": ["matter", ("direction", "position")]}),
        ORIGIN,
    )

    @admin.display(description=_("other side"))
    def other_side(self, row):
        return row.counterpart
