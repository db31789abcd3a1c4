"""Departments: one chart's tree to drag, and a department's page with its lists."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from departments.admin.confirmation import TellsOfRewording
from departments.admin.content import (
    ChosenFilter,
    ask_for_chart,
    chart_in_address,
    count_column,
)
from departments.admin.department_lists import (
    Duties,
    Emphases,
    Given,
    Received,
    RelationsFrom,
    RelationsTo,
    Traits,
)
from departments.admin.department_tree import BranchFilter, TreeAdmin
from departments.admin.origin import ORIGIN
from departments.forms import DepartmentForm
from departments.models import Department


@admin.register(Department)
class DepartmentAdmin(TellsOfRewording, TreeAdmin):
    """The departments of one chart."""

    form = DepartmentForm
    needs_chart = True
    list_display = (
        "tree_actions",
        "indented_title",
        "kind",
        count_column("duties", _("duties")),
        count_column("roles", _("roles")),
        "branch",
    )
    list_filter = ("chart", BranchFilter, ("parent", ChosenFilter), "kind", "basis")
    search_fields = ("name", "name_en", "aliases", "mission")
    readonly_fields = ("chart",)
    fieldsets = (
        (
            None,
            {
                "fields": [
                    "chart",
                    "name",
                    ("parent", "position"),
                    "kind",
                    "mission",
                    ("aliases", "name_en"),
                    "headcount",
                ]
            },
        ),
        (
            _("summary, address, drawing"),
            {"classes": ["collapse"], "fields": ["summary", "slug", "branch_layout", "placement"]},
        ),
        ORIGIN,
    )
    contained = {
        "children": _("departments directly below"),
        "roles": _("roles"),
        "working_relationships": _("working relationships"),
        "working_relationships_of_others": _("working relationships of others with it"),
    }
    inlines = (Duties, Given, Received, RelationsFrom, RelationsTo, Traits, Emphases)

    def changelist_view(self, request, extra_context=None):
        chart = chart_in_address(request)
        if request.method == "POST" or not self.has_view_or_change_permission(request):
            return super().changelist_view(request, extra_context)
        if chart is None and "parent__id__exact" not in request.GET:
            title = _("Departments of which chart?")
            return ask_for_chart(request, self.admin_site, title, request.path, "chart__id__exact")
        title = None if chart is None else chart.name
        return super().changelist_view(request, {"subtitle": title, **(extra_context or {})})

    def response_post_save_change(self, request, obj):
        if "_changelist_filters" in request.GET:
            return super().response_post_save_change(request, obj)
        return HttpResponseRedirect(tree_address(obj.chart_id))

    def delete_model(self, request, obj):
        request.chart_of_deleted = obj.chart_id
        super().delete_model(request, obj)

    def response_delete(self, request, obj_display, obj_id):
        response = super().response_delete(request, obj_display, obj_id)
        if "_changelist_filters" in request.GET or not self.has_view_permission(request):
            return response
        return HttpResponseRedirect(tree_address(request.chart_of_deleted))


def tree_address(chart_id: int) -> str:
    """The list of a chart's departments."""
    return f"{reverse('admin:departments_department_changelist')}?chart__id__exact={chart_id}"
