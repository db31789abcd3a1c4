"""WorkingRelationship 工作关系: whom a role deals with, about what."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from departments.models.chart import ChartContent, ChartContentQuerySet
from departments.models.department import Department
from departments.models.record import require
from departments.models.text import LineField, ProseField
from roles.models.role import Role

ONE_SUBJECT = Q(role=None, department__isnull=False) | Q(role__isnull=False, department=None)
ONE_COUNTERPART = (
    Q(counterpart_role__isnull=False, counterpart_department=None, counterpart_text="")
    | Q(counterpart_role=None, counterpart_department__isnull=False, counterpart_text="")
    | (Q(counterpart_role=None, counterpart_department=None) & ~Q(counterpart_text=""))
)
COUNTERPART = ("counterpart_role", "counterpart_department", "counterpart_text")


class WorkingRelationship(ChartContent):
    """A role, or a whole department, deals with somebody about a matter.

    The other side is a role, a department or, outside the chart, words.
    """

    class Direction(models.TextChoices):
        GIVES = "gives", _("gives")
        RECEIVES = "receives", _("receives")
        BOTH = "both", _("both ways")

    role = models.ForeignKey(
        Role,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="working_relationships",
        verbose_name=_("role"),
    )
    department = models.ForeignKey(
        Department,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="working_relationships",
        verbose_name=_("department"),
    )
    counterpart_role = models.ForeignKey(
        Role,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="working_relationships_of_others",
        verbose_name=_("with the role"),
    )
    counterpart_department = models.ForeignKey(
        Department,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="working_relationships_of_others",
        verbose_name=_("with the department"),
    )
    counterpart_text = LineField(
        _("with, in words"), blank=True, help_text=_("For somebody who is not in the chart.")
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    matter = ProseField(_("matter"), max_length=500)
    direction = models.CharField(
        _("direction"), max_length=8, choices=Direction, default=Direction.BOTH
    )

    objects = ChartContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("working relationship")
        verbose_name_plural = _("working relationships")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["chart", "key"], name="working_relationship_key_unique"
            ),
            models.CheckConstraint(
                condition=ONE_SUBJECT,
                name="working_relationship_one_subject",
                violation_error_message=_(
                    "Name the role or the department it belongs to, not both."
                ),
            ),
            models.CheckConstraint(
                condition=ONE_COUNTERPART,
                name="working_relationship_one_counterpart",
                violation_error_message=_("Name one other side: a role, a department, or words."),
            ),
        ]

    def __str__(self):
        return self.matter[:60]

    @property
    def subject(self):
        """The role or department it belongs to."""
        return self.role or self.department

    @property
    def counterpart(self):
        """The other side: a role, a department or words."""
        return self.counterpart_role or self.counterpart_department or self.counterpart_text

    def prepare(self):
        if self.role_id is not None or self.department_id is not None:
            self.chart_id = self.subject.chart_id

    def check_rules(self):
        problems = []
        subjects = [self.role_id, self.department_id]
        if sum(one is not None for one in subjects) != 1:
            problems.append(_("Name the role or the department it belongs to, not both."))
        others = [
            self.counterpart_role_id,
            self.counterpart_department_id,
            self.counterpart_text or None,
        ]
        if sum(one is not None for one in others) != 1:
            problems.append(_("Name one other side: a role, a department, or words."))
        if problems:
            raise ValidationError([ValidationError(one, code="rule") for one in problems])
        self._check_counterpart()

    def validate_constraints(self, exclude=None):
        # The rules have said already what these two would say once more.
        said = {"role", "department", *COUNTERPART}
        super().validate_constraints(exclude={*(exclude or ()), *said})

    def _check_counterpart(self):
        for field in ("counterpart_role", "counterpart_department"):
            other = getattr(self, field)
            if other is not None:
                require(
                    other.chart_id == self.chart_id,
                    field,
                    _("The other side belongs to another chart. Choose one of this chart."),
                )
                require(
                    other != self.subject, field, _("Nobody deals with oneself. Choose another.")
                )
