"""Duty lists: DepartmentDuty 部门职责, and the base it shares with roles."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from departments.models.chart import ChartContent, ChartContentQuerySet
from departments.models.library import Function
from departments.models.text import LineField, ProseField


class Involvement(models.TextChoices):
    """How much of a function somebody does."""

    LEAD = "lead", _("leads")
    TAKE_PART = "take_part", _("takes part")
    SUPPLY = "supply", _("supplies")
    TAKE_PART_AND_SUPPLY = "take_part_and_supply", _("takes part and supplies")
    OTHER = "other", _("other")


class Duty(ChartContent):
    """A numbered item of a duty list; `heading` groups neighbouring items."""

    position = models.PositiveIntegerField(_("position"), default=0)
    heading = LineField(_("heading"), blank=True)
    text = ProseField(_("text"), max_length=500)
    function = models.ForeignKey(
        Function,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)s_set",
        verbose_name=_("function"),
    )
    involvement = models.CharField(
        _("involvement"), max_length=20, choices=Involvement, default=Involvement.LEAD
    )

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self):
        return self.text[:60]


class DepartmentDuty(Duty):
    """What a department has to do."""

    # The wording before the save under way; none for a new duty.
    words_before: str | None = None

    department = models.ForeignKey(
        "departments.Department",
        models.CASCADE,
        related_name="duties",
        verbose_name=_("department"),
    )

    objects = ChartContentQuerySet.as_manager()

    class Meta(Duty.Meta):
        verbose_name = _("department duty")
        verbose_name_plural = _("department duties")
        constraints = [
            models.UniqueConstraint(fields=["chart", "key"], name="department_duty_key_unique")
        ]

    def claim(self):
        """Remember the wording that this save may change, read inside the lock."""
        rows = type(self)._base_manager.filter(pk=self.pk)
        self.words_before = rows.values_list("text", flat=True).first()
        super().claim()

    def take_back_verdicts(self) -> None:
        """Leave open again whether other duties are the same as this one."""
        for verdicts in (self.likenesses, self.likenesses_of_earlier):
            for verdict in verdicts.all():
                verdict.delete()

    def settle(self):
        """Take back verdicts on other words, and take the emphases along to another department."""
        if self.words_before not in {None, self.text}:
            self.take_back_verdicts()
        left_behind = self.emphases.exclude(department=self.department_id)
        left_behind.update(department=self.department_id, version=F("version") + 1)
