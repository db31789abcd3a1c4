"""Waiver 豁免: a finding that somebody accepts, with the reason."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from departments.models.chart import Chart, ChartContent, ChartContentQuerySet
from departments.models.text import LineField, ProseField


class Waiver(ChartContent):
    """An accepted finding: its code, the key of what it is about, and why."""

    owner_field = "chart"

    chart = models.ForeignKey(
        Chart, models.CASCADE, related_name="waivers", verbose_name=_("chart")
    )
    code = LineField(_("code"), max_length=20)
    object_key = LineField(_("key of what it is about"), max_length=100)
    reason = ProseField(_("reason"))
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="waivers",
        verbose_name=_("accepted by"),
    )
    accepted_at = models.DateTimeField(_("accepted at"), default=timezone.now)

    objects = ChartContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        ordering = ["-accepted_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["chart", "key"], name="waiver_key_unique"),
            models.UniqueConstraint(
                fields=["chart", "code", "object_key"],
                name="waiver_once",
                violation_error_message=_("This finding is already accepted."),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.object_key}"

    def prepare(self):
        """The chart is typed here, not taken from an owner."""
