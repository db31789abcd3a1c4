"""Relation 关系: a tie between departments that hands nothing over."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from departments.models.chart import ChartContent, ChartContentQuerySet
from departments.models.record import require


class Relation(ChartContent):
    """One department guides, evaluates … another of the same chart."""

    owner_field = "from_department"

    class Kind(models.TextChoices):
        GUIDES = "guides", _("guides")
        EVALUATES = "evaluates", _("evaluates")
        COLLABORATES = "collaborates", _("collaborates with")
        DOTTED_LINE = "dotted_line", _("reports on a dotted line to")

    from_department = models.ForeignKey(
        "departments.Department",
        models.CASCADE,
        related_name="relations_from",
        verbose_name=_("from department"),
    )
    to_department = models.ForeignKey(
        "departments.Department",
        models.CASCADE,
        related_name="relations_to",
        verbose_name=_("to department"),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    position = models.PositiveIntegerField(_("position"), default=0)

    objects = ChartContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["chart", "key"], name="relation_key_unique"),
            models.UniqueConstraint(
                fields=["from_department", "to_department", "kind"],
                name="relation_once",
                violation_error_message=_("This relation is already there."),
            ),
            models.CheckConstraint(
                condition=~Q(from_department=F("to_department")),
                name="relation_two_ends",
                violation_error_message=_("A department has no relation to itself."),
            ),
        ]

    def __str__(self):
        return f"{self.from_department} {self.get_kind_display()} {self.to_department}"

    def check_rules(self):
        if self.from_department_id is not None and self.to_department_id is not None:
            require(
                self.from_department_id != self.to_department_id,
                "to_department",
                _("A department has no relation to itself. Choose another."),
            )
            require(
                self.from_department.chart_id == self.to_department.chart_id,
                "to_department",
                _("Both departments must be in the same chart. Choose one of this chart."),
            )
