"""HandOff 协作事项: what one department gives another."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from departments.models.chart import ChartContent, ChartContentQuerySet
from departments.models.library import Function
from departments.models.record import require
from departments.models.text import LineField, ProseField

# What the two sides confirm; other words or ends are another agreement.
AGREED = ("giver_id", "receiver_id", "text", "deliverables", "medium", "frequency", "deadline")
CONFIRMATIONS = ("confirmed_by_giver", "confirmed_by_receiver")
CONFIRMING = _("Taken back when the item is reworded, unless it is given anew with that.")


class HandOff(ChartContent):
    """A numbered item from a giver to a receiver of the same chart."""

    owner_field = "giver"
    # Whether a save of this copy took back what a side had confirmed.
    lost_confirmation = False

    giver = models.ForeignKey(
        "departments.Department",
        models.CASCADE,
        related_name="given",
        verbose_name=_("giving department"),
    )
    receiver = models.ForeignKey(
        "departments.Department",
        models.CASCADE,
        related_name="received",
        verbose_name=_("receiving department"),
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    text = ProseField(_("what is handed over"), max_length=500)
    deliverables = ProseField(
        _("deliverables"),
        blank=True,
        help_text=_("One on each line, where the item is made of several."),
    )
    medium = LineField(_("medium"), blank=True)
    frequency = LineField(_("frequency"), blank=True)
    deadline = LineField(_("deadline"), blank=True)
    function = models.ForeignKey(
        Function,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hand_offs",
        verbose_name=_("function"),
    )
    confirmed_by_giver = models.BooleanField(
        _("confirmed by the giver"), default=False, help_text=CONFIRMING
    )
    confirmed_by_receiver = models.BooleanField(
        _("confirmed by the receiver"), default=False, help_text=CONFIRMING
    )

    objects = ChartContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("hand-off")
        verbose_name_plural = _("hand-offs")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["giver", "receiver"], name="hand_off_ends")]
        constraints = [
            models.UniqueConstraint(fields=["chart", "key"], name="hand_off_key_unique"),
            models.CheckConstraint(
                condition=~Q(giver=F("receiver")),
                name="hand_off_two_ends",
                violation_error_message=_("A department cannot hand over to itself."),
            ),
        ]

    def __str__(self):
        return self.text[:60]

    @property
    def deliverable_list(self) -> list[str]:
        """What is handed over, one by one; the item itself when not split."""
        return [line.strip() for line in self.deliverables.splitlines() if line.strip()] or [
            self.text
        ]

    def prepare(self):
        """Take back what was confirmed of another wording."""
        super().prepare()
        if self._state.adding:
            return
        stored = type(self)._base_manager.filter(pk=self.pk).values(*AGREED, *CONFIRMATIONS).first()
        if stored and any(stored[name] != getattr(self, name) for name in AGREED):
            for name in CONFIRMATIONS:
                self.lost_confirmation |= getattr(self, name) and stored[name]
                setattr(self, name, getattr(self, name) and not stored[name])

    def check_rules(self):
        if self.giver_id is not None and self.receiver_id is not None:
            require(
                self.giver_id != self.receiver_id,
                "receiver",
                _("A department cannot hand over to itself. Choose another."),
            )
            require(
                self.giver.chart_id == self.receiver.chart_id,
                "receiver",
                _("Both departments must be in the same chart. Choose one of this chart."),
            )
