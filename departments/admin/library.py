"""What all charts share: functions, life-cycle stages, aspects of comparison."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from departments.admin.content import ContentAdmin, count_column
from departments.admin.inlines import ContentInline
from departments.admin.origin import ORIGIN
from departments.admin.sortable_list import SortableList
from departments.models import Aspect, Emphasis, Function, Stage, Trait


class LibraryAdmin(SortableList, ContentAdmin):
    """A short list that the editor puts into order."""

    list_filter = ("basis",)
    search_fields = ("name", "name_en", "description", "source", "note")
    ordered_within = ()
    fieldsets = (
        (None, {"fields": ["name", "name_en", "description"]}),
        (_("address and order"), {"classes": ["collapse"], "fields": [("slug", "position")]}),
        ORIGIN,
    )


@admin.register(Function)
class FunctionAdmin(LibraryAdmin):
    """Functions, and how many duties and hand-offs point to each."""

    list_display = (
        "name",
        "name_en",
        count_column("departmentduty_set", _("department duties")),
        count_column("roleduty_set", _("role duties")),
        count_column("hand_offs", _("hand-offs")),
    )
    contained = {
        "departmentduty_set": _("department duties"),
        "roleduty_set": _("role duties"),
        "hand_offs": _("hand-offs"),
    }


class OfAllCharts(ContentInline):
    """Rows of many charts; a new one is added on its department's page."""

    classes = ["collapse"]
    readonly_fields = ("chart", "department")

    def has_add_permission(self, request, obj):
        return False


class StageEmphases(OfAllCharts):
    """What departments stress in this stage."""

    model = Emphasis
    fk_name = "stage"
    ordering = ("chart", "department", "position", "pk")
    shown_with = ("chart", "department")
    fieldsets = ((None, {"fields": [("chart", "department"), "text"]}), ORIGIN)


class AspectTraits(OfAllCharts):
    """What departments are like in this aspect."""

    model = Trait
    fk_name = "aspect"
    ordering = ("chart", "department", "pk")
    shown_with = ("chart", "department")
    fieldsets = ((None, {"fields": [("chart", "department"), "text"]}), ORIGIN)


@admin.register(Stage)
class StageAdmin(LibraryAdmin):
    """Stages of the product life cycle."""

    list_display = ("name", "name_en", count_column("emphases", _("emphases")))
    contained = {"emphases": _("emphases")}
    inlines = (StageEmphases,)


@admin.register(Aspect)
class AspectAdmin(LibraryAdmin):
    """Dimensions in which departments are compared."""

    list_display = ("name", "name_en", count_column("traits", _("traits")))
    contained = {"traits": _("traits")}
    inlines = (AspectTraits,)
