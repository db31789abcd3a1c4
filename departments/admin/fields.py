"""How the fields of pages and rows are made: hidden version, choices inside the chart."""

from urllib.parse import parse_qs

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import ForeignKey

from departments.admin.choices import InsideSelect
from departments.forms import is_id
from departments.models import Chart

# There are few of these; everything else is searched.
FEW = {"departments.chart", "departments.stage", "departments.aspect", "departments.article"}


class FieldsMixin:
    """For ModelAdmin and for inlines."""

    # Relations searched inside one department or role: {"duty": "department"}.
    narrowed: dict[str, str] = {}

    def get_fieldsets(self, request, obj=None):
        sets = [
            (name, {**options, "fields": list(options["fields"])})
            for name, options in super().get_fieldsets(request, obj)
        ]
        first = sets[0][1]["fields"]
        if getattr(self, "contained", {}) and obj is not None:
            first.append("contents")
        known = flatten_fieldsets(sets)
        if "opened_version" not in known and self.may_write(request, obj):
            first.append("opened_version")
        return sets

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "contents"] if getattr(self, "contained", {}) else fields

    def may_write(self, request, obj):
        """Without the right to change, all fields are text, and a version says nothing."""
        return obj is None or self.has_change_permission(request, obj)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.related_model._meta.label_lower not in FEW and "widget" not in kwargs:
            kwargs["widget"] = InsideSelect(
                db_field, self.admin_site, inside=self.inside(db_field, request)
            )
        # mptt's own field reads the whole tree for its indentation.
        kwargs.setdefault("form_class", forms.ModelChoiceField)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def inside(self, db_field, request):
        """The limits of a search, as in the address of `ChoicesView`."""
        chart = getattr(request, "chart", None)
        names = {field.name for field in db_field.related_model._meta.fields}
        if chart is None or "chart" not in names:
            return {}
        owner = getattr(request, "owner", None)
        if db_field.name in self.narrowed and owner is not None:
            return {self.narrowed[db_field.name]: owner.pk}
        return {"chart": chart.pk}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, ForeignKey) and field is not None:
            # Four icons a field say nothing to somebody who looks for a department.
            if isinstance(field.widget, RelatedFieldWidgetWrapper):
                field.widget = field.widget.widget
        elif isinstance(getattr(field, "widget", None), forms.Textarea):
            field.widget.attrs["rows"] = 2
        if db_field.name == "position" and field is not None:
            field.required = False
        return field


def chart_in_address(request):
    """The chart that the address names, itself or in the list that the editor came from."""
    listed = parse_qs(request.GET.get("_changelist_filters", ""))
    named = (
        request.GET.get("chart"),
        request.GET.get("chart__id__exact"),
        *listed.get("chart__id__exact", []),
    )
    number = next((one for one in named if one and is_id(one)), None)
    return Chart.objects.filter(pk=number).first() if number else None
