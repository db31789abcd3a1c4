"""Likeness 相近: what an editor decided of two duties that are worded alike."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from departments.models.chart import Chart, ChartContent, ChartContentQuerySet
from departments.models.duty import DepartmentDuty
from departments.models.record import require


class LikenessQuerySet(ChartContentQuerySet):
    def between(self, departments):
        """Decisions on duties that are both of these departments."""
        return self.filter(first__department__in=departments, second__department__in=departments)


class Likeness(ChartContent):
    """Two duties of different departments, the same or different by decision.

    Either may be in another chart than the other. The earlier row is the first,
    so that a pair is stored once whichever way it was seen. A duty that is reworded
    takes its decisions away: they were given for other words.
    """

    owner_field = "first"

    class Verdict(models.TextChoices):
        SAME = "same", _("the same")
        DIFFERENT = "different", _("different")

    first = models.ForeignKey(
        DepartmentDuty, models.CASCADE, related_name="likenesses", verbose_name=_("duty")
    )
    second = models.ForeignKey(
        DepartmentDuty,
        models.CASCADE,
        related_name="likenesses_of_earlier",
        verbose_name=_("other duty"),
    )
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="likenesses",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), default=timezone.now)

    objects = LikenessQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision on similar duties")
        verbose_name_plural = _("decisions on similar duties")
        ordering = ["-decided_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["chart", "key"], name="likeness_key_unique"),
            models.UniqueConstraint(
                fields=["first", "second"],
                name="likeness_once",
                violation_error_message=_("These two duties are already decided on."),
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="likeness_in_order",
                violation_error_message=_("A duty is not compared with itself."),
            ),
        ]

    def __str__(self):
        return f"{self.first} / {self.second}: {self.get_verdict_display()}"

    def prepare(self):
        if self.first_id and self.second_id and self.first_id > self.second_id:
            self.first, self.second = self.second, self.first
        super().prepare()

    def check_rules(self):
        if self.first_id is not None and self.second_id is not None:
            require(
                self.first.department_id != self.second.department_id,
                "second",
                _("Both duties are of one department. Choose one of another."),
            )

    def touch(self):
        """The pages of both charts show it."""
        charts = DepartmentDuty.objects.filter(pk__in=[self.first_id, self.second_id])
        Chart.objects.filter(pk__in=charts.values("chart")).update(revision=F("revision") + 1)
