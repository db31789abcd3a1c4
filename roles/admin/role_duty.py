"""Role duties across roles, and what each carries, wholly or in part."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from departments.admin.content import (
    ORIGIN,
    ChosenFilter,
    ContentAdmin,
    ContentInline,
    count_column,
)
from roles.models import Carrying, RoleDuty


class Carryings(ContentInline):
    """The department duties that a role duty carries out."""

    model = Carrying
    fk_name = "role_duty"
    shown_with = ("department_duty", "department_duty__department")
    show_change_link = False
    fieldsets = ((None, {"fields": [("department_duty", "extent")]}), ORIGIN)


@admin.register(RoleDuty)
class RoleDutyAdmin(ContentAdmin):
    """Duties of all roles; new ones are added on the page of their role."""

    in_menu = False
    list_display = (
        "__str__",
        "role",
        "function",
        "involvement",
        count_column("carryings", _("carried duties")),
        "chart",
    )
    list_filter = (
        "chart",
        ("role", ChosenFilter),
        ("function", ChosenFilter),
        "involvement",
        "basis",
    )
    search_fields = ("text", "heading", "role__name")
    ordering = ("role", "position", "pk")
    ordered_within = ("role",)
    readonly_fields = ("chart",)
    fieldsets = (
        (
            None,
            {
                "fields": [
                    "chart",
                    "role",
                    "position",
                    "heading",
                    "text",
                    ("function", "involvement"),
                ]
            },
        ),
        ORIGIN,
    )
    inlines = (Carryings,)

    def has_add_permission(self, request):
        return False


@admin.register(Carrying)
class CarryingAdmin(ContentAdmin):
    """Which role duty carries which department duty."""

    in_menu = False
    list_display = ("role_duty", "department_duty", "extent", "chart")
    list_filter = (
        "chart",
        ("role_duty", ChosenFilter),
        ("department_duty", ChosenFilter),
        "extent",
        "basis",
    )
    search_fields = ("role_duty__text", "department_duty__text")
    readonly_fields = ("chart",)
    fieldsets = ((None, {"fields": ["chart", "role_duty", "department_duty", "extent"]}), ORIGIN)

    def has_add_permission(self, request):
        return False
