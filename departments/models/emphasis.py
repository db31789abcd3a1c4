"""Emphasis: what a life-cycle stage stresses among a department's duties."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from departments.models.chart import ChartContent, ChartContentQuerySet
from departments.models.duty import DepartmentDuty
from departments.models.library import Stage
from departments.models.record import require
from departments.models.text import ProseField


class Emphasis(ChartContent):
    """A stressed duty, in the source's order; `duty` is empty where none matches."""

    stage = models.ForeignKey(
        Stage, models.PROTECT, related_name="emphases", verbose_name=_("life-cycle stage")
    )
    department = models.ForeignKey(
        "departments.Department",
        models.CASCADE,
        related_name="emphases",
        verbose_name=_("department"),
    )
    duty = models.ForeignKey(
        DepartmentDuty,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="emphases",
        verbose_name=_("duty"),
        help_text=_("Empty where none of the department's duties matches."),
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    text = ProseField(_("text"), max_length=500)

    objects = ChartContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("emphasis")
        verbose_name_plural = _("emphases")
        ordering = ["stage__position", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["chart", "key"], name="emphasis_key_unique")]

    def __str__(self):
        return self.text[:60]

    def check_rules(self):
        if self.duty_id is not None and self.department_id is not None:
            require(
                self.duty.department_id == self.department_id,
                "duty",
                _("This duty belongs to another department. Choose one of this department."),
            )
