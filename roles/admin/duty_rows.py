"""A role's duties, each with the department duties that it carries out."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from departments.admin.content import (
    ORIGIN,
    ContentInline,
    InsideSelectMultiple,
    RowForm,
    is_id,
)
from departments.models import DepartmentDuty
from roles.models import Carrying, RoleDuty


class DutiesField(forms.ModelMultipleChoiceField):
    """Department duties; a number that no row can have is a message, not a failure."""

    def _check_values(self, value):
        for one in value:
            if not is_id(one):
                message = self.error_messages["invalid_pk_value"]
                raise forms.ValidationError(message, code="invalid_pk_value", params={"pk": one})
        return super()._check_values(value)


class DutyRowForm(RowForm):
    """One duty. What it carries is stored together with it."""

    carried = DutiesField(
        DepartmentDuty.objects.all(),
        required=False,
        label=_("carries out"),
        help_text=_("Department duties of the same chart: type a few letters of one."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        stored = [] if self.instance._state.adding else self.instance.carryings.all()
        self.initial["carried"] = [one.department_duty_id for one in stored]
        if "carried" in self.fields:
            known = {str(one.department_duty_id): one.department_duty for one in stored}
            self.fields["carried"].widget.known = known

    def clean_carried(self):
        """The same rule as Carrying's, before there is a Carrying to check."""
        chosen = self.cleaned_data["carried"]
        if any(duty.chart_id != self.instance.role.chart_id for duty in chosen):
            raise forms.ValidationError(
                _("The department duty belongs to another chart. Choose one of this chart."),
                code="rule",
            )
        return chosen

    def save(self, commit=True):
        duty = super().save(commit)
        if commit and "carried" in self.changed_data:
            chosen = {one.pk for one in self.cleaned_data["carried"]}
            for carrying in duty.carryings.exclude(department_duty__in=chosen):
                carrying.delete()
            stored = set(duty.carryings.values_list("department_duty", flat=True))
            for number in sorted(chosen - stored):
                Carrying(role_duty=duty, department_duty_id=number).save()
            duty.refresh_from_db(fields=["version"])
        return duty


class RoleDuties(ContentInline):
    """What the role has to do, numbered."""

    model = RoleDuty
    fk_name = "role"
    form = DutyRowForm
    classes = ["sortable"]
    ordered_within = ("role",)
    shown_with = ("function",)
    fieldsets = (
        (
            None,
            {"fields": [("position", "text"), "carried", ("heading", "function", "involvement")]},
        ),
        ORIGIN,
    )

    def get_queryset(self, request):
        return (
            super().get_queryset(request).prefetch_related("carryings__department_duty__department")
        )

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        relation = RoleDuty._meta.get_field("carries")
        chart = {"chart": request.chart.pk} if request.chart else {}
        widget = InsideSelectMultiple(relation, self.admin_site, inside=chart)
        formset.form.base_fields["carried"].widget = widget
        return formset

    @admin.display(description=_("carries out"))
    def carried(self, duty):
        """For readers who may not change it."""
        return "、".join(str(one.department_duty) for one in duty.carryings.all())
