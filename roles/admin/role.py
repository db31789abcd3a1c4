"""Roles: by chart, department and superior; a role's page with its duties."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from departments.admin.content import (
    ORIGIN,
    ChosenFilter,
    ContentAdmin,
    SortableList,
    count_column,
)
from roles.admin.duty_rows import RoleDuties
from roles.admin.relationship_rows import Relationships
from roles.models import Role


@admin.register(Role)
class RoleAdmin(SortableList, ContentAdmin):
    """The roles of all charts; one department's roles are put into order here."""

    needs_chart = True
    list_display = (
        "name",
        "department",
        "reports_to",
        count_column("duties", _("duties")),
        count_column("working_relationships", _("working relationships")),
        "chart",
    )
    list_filter = ("chart", ("department", ChosenFilter), ("reports_to", ChosenFilter), "basis")
    search_fields = ("name", "name_en", "aliases", "purpose", "department__name")
    ordering = ("chart", "department", "position", "pk")
    ordered_within = ("department",)
    readonly_fields = ("chart",)
    fieldsets = (
        (
            None,
            {
                "fields": [
                    "chart",
                    "name",
                    ("department", "position"),
                    ("reports_to", "reports_to_basis"),
                    "purpose",
                    ("level", "headcount"),
                ]
            },
        ),
        (
            _("authority, qualifications, indicators"),
            {"classes": ["collapse"], "fields": ["authority", "qualifications", "indicators"]},
        ),
        (
            _("other names and address"),
            {"classes": ["collapse"], "fields": [("aliases", "name_en"), "slug"]},
        ),
        ORIGIN,
    )
    contained = {
        "reports": _("roles that report to it"),
        "working_relationships_of_others": _("working relationships of others with it"),
    }
    inlines = (RoleDuties, Relationships)
