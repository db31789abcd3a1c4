"""Trait: what one department is like in one aspect of comparison."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from departments.models.chart import ChartContent, ChartContentQuerySet
from departments.models.library import Aspect
from departments.models.text import ProseField


class Trait(ChartContent):
    """A department's answer to an aspect, such as 层次: 战略."""

    aspect = models.ForeignKey(
        Aspect, models.PROTECT, related_name="traits", verbose_name=_("aspect")
    )
    department = models.ForeignKey(
        "departments.Department",
        models.CASCADE,
        related_name="traits",
        verbose_name=_("department"),
    )
    text = ProseField(_("text"), max_length=500)

    objects = ChartContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("trait")
        verbose_name_plural = _("traits")
        ordering = ["aspect__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["chart", "key"], name="trait_key_unique"),
            models.UniqueConstraint(
                fields=["aspect", "department"],
                name="trait_once",
                violation_error_message=_("This department already has a trait in this aspect."),
            ),
        ]

    def __str__(self):
        return self.text[:60]
