"""RoleDuty 岗位职责, and Carrying 承接: which department duties it carries out."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from departments.models.chart import ChartContent, ChartContentQuerySet
from departments.models.duty import DepartmentDuty, Duty
from departments.models.record import require
from departments.models.writing import writing
from roles.models.role import Role


class RoleDuty(Duty):
    """What a role has to do."""

    owner_field = "role"

    role = models.ForeignKey(Role, models.CASCADE, related_name="duties", verbose_name=_("role"))
    carries = models.ManyToManyField(
        DepartmentDuty,
        through="roles.Carrying",
        blank=True,
        related_name="carriers",
        verbose_name=_("carries"),
    )

    objects = ChartContentQuerySet.as_manager()

    class Meta(Duty.Meta):
        verbose_name = _("role duty")
        verbose_name_plural = _("role duties")
        constraints = [
            models.UniqueConstraint(fields=["chart", "key"], name="role_duty_key_unique")
        ]


class Carrying(ChartContent):
    """A role duty carries out a department duty, wholly or in part."""

    owner_field = "role_duty"

    class Extent(models.TextChoices):
        FULL = "full", _("wholly")
        PARTIAL = "partial", _("in part")

    role_duty = models.ForeignKey(
        RoleDuty, models.CASCADE, related_name="carryings", verbose_name=_("role duty")
    )
    department_duty = models.ForeignKey(
        DepartmentDuty,
        models.CASCADE,
        related_name="carryings",
        verbose_name=_("department duty"),
    )
    extent = models.CharField(_("extent"), max_length=8, choices=Extent, default=Extent.FULL)

    objects = ChartContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("carried duty")
        verbose_name_plural = _("carried duties")
        ordering = ["department_duty__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["chart", "key"], name="carrying_key_unique"),
            models.UniqueConstraint(
                fields=["role_duty", "department_duty"],
                name="carrying_once",
                violation_error_message=_("This duty is already carried here."),
            ),
        ]

    def __str__(self):
        return f"{self.role_duty} → {self.department_duty}"

    def settle(self):
        """Count as a change of the role duty, whose page shows what it carries."""
        RoleDuty.objects.filter(pk=self.role_duty_id).update(version=F("version") + 1)

    def delete(self, *args, **kwargs):
        with writing():
            self.settle()
            return super().delete(*args, **kwargs)

    delete.alters_data = True

    def check_rules(self):
        if self.role_duty_id is not None and self.department_duty_id is not None:
            require(
                self.role_duty.chart_id == self.department_duty.chart_id,
                "department_duty",
                _("The department duty belongs to another chart. Choose one of this chart."),
            )
