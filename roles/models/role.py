"""Role 岗位: a post in a department, whoever holds it."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from departments.models.chart import ChartContent, ChartContentQuerySet, free_slug, next_position
from departments.models.record import Basis, readable_slug, require
from departments.models.text import LineField, ProseField, fold


class RoleQuerySet(ChartContentQuerySet):
    def published(self):
        """Roles in charts that everybody may read."""
        return self.filter(chart__status="published")


class Role(ChartContent):
    """A post; `reports_to` is its direct superior in the same chart."""

    department = models.ForeignKey(
        "departments.Department",
        models.CASCADE,
        related_name="roles",
        verbose_name=_("department"),
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    name = LineField(_("name"))
    name_en = LineField(_("English name"), blank=True)
    slug = models.CharField(
        _("address"),
        max_length=200,
        blank=True,
        validators=[readable_slug],
        help_text=_("Its part of the web address; made from the name when empty."),
    )
    aliases = LineField(
        _("other names"), blank=True, help_text=_("Separated by 、 — people find it by these too.")
    )
    reports_to = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reports",
        verbose_name=_("reports to"),
        help_text=_("The direct superior; empty when unknown."),
    )
    reports_to_basis = models.CharField(
        _("basis of the superior"), max_length=8, choices=Basis, blank=True
    )
    purpose = ProseField(_("purpose"), blank=True)
    authority = ProseField(_("authority"), blank=True)
    qualifications = ProseField(_("qualifications"), blank=True)
    indicators = ProseField(_("indicators"), blank=True)
    level = LineField(_("level"), blank=True)
    headcount = models.PositiveIntegerField(
        _("headcount"), null=True, blank=True, help_text=_("Leave empty when unknown.")
    )

    objects = RoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["chart", "key"], name="role_key_unique"),
            models.UniqueConstraint(fields=["chart", "slug"], name="role_slug_unique"),
            models.UniqueConstraint(
                fields=["department", "name"],
                name="role_name_unique",
                violation_error_message=_("The department already has a role of this name."),
            ),
            models.CheckConstraint(
                condition=~Q(reports_to=F("pk")),
                name="role_not_own_superior",
                violation_error_message=_("A role cannot report to itself."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("role", args=[self.chart.slug, self.slug])

    @property
    def alias_list(self) -> list[str]:
        """The other names, one by one."""
        return [alias.strip() for alias in self.aliases.split("、") if alias.strip()]

    def prepare(self):
        super().prepare()
        if self._state.adding and not self.position and self.department_id is not None:
            self.position = next_position(Role.objects.filter(department=self.department_id))

    def clean_fields(self, exclude=None):
        if not self.slug and self.chart_id:
            others = Role.objects.filter(chart=self.chart_id).exclude(pk=self.pk)
            self.slug = free_slug(self.name, others)
        super().clean_fields(exclude)

    def check_rules(self):
        if self.department_id is None:
            return
        names = Role.objects.filter(department=self.department_id).exclude(pk=self.pk)
        require(
            fold(self.name or "")
            not in {fold(name) for name in names.values_list("name", flat=True)},
            "name",
            _("The department already has a role of this name."),
        )
        if self.reports_to_id is not None:
            self._check_superior()

    def _check_superior(self):
        require(
            self.reports_to.chart_id == self.chart_id,
            "reports_to",
            _("The superior belongs to another chart. Choose a role of this chart."),
        )
        superiors = dict(
            Role.objects.filter(chart=self.chart_id).order_by().values_list("pk", "reports_to")
        )
        seen, current = set(), self.reports_to_id
        while current is not None and current not in seen:
            require(
                current != self.pk,
                "reports_to",
                _("A role cannot report to itself or to a role below it."),
            )
            seen.add(current)
            current = superiors.get(current)
