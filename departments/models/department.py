"""Department 部门: a node of a chart's tree."""

from django.db import models
from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from mptt.models import MPTTModel, TreeForeignKey

from departments.models.chart import ChartContent, free_slug
from departments.models.forest import TREE_COLUMNS, DepartmentManager, plain_update
from departments.models.record import readable_slug, require
from departments.models.text import LineField, ProseField, fold
from departments.models.writing import Stale, writing

DEEPEST_LEVEL = 30


class Department(ChartContent, MPTTModel):
    """A unit of the organisation; its parent is its superior unit.

    `parent` and `position` (1, 2, … among siblings) are the truth; mptt's
    columns follow from them within the same transaction.
    """

    owner_field = "chart"

    class Kind(models.TextChoices):
        DEPARTMENT = "department", _("department")
        CENTRE = "centre", _("centre")
        COMMITTEE = "committee", _("committee")
        TEAM = "team", _("team")
        COMPANY = "company", _("company")
        OUTSIDE = "outside", _("outside unit")

    class BranchLayout(models.TextChoices):
        INHERIT = "inherit", _("as above it")
        WIDE = "wide", _("side by side")
        STACKED = "stacked", _("one below the other")

    class Placement(models.TextChoices):
        BELOW = "below", _("below its superior")
        BESIDE = "beside", _("beside the line, as a staff or an assistant")

    chart = models.ForeignKey(
        "departments.Chart", models.CASCADE, related_name="departments", verbose_name=_("chart")
    )
    parent = TreeForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("superior department"),
        help_text=_("Empty for a department of the first level."),
    )
    position = models.PositiveIntegerField(
        _("position"),
        blank=True,
        help_text=_("Its place among its siblings, from 1; the last place when empty."),
    )
    name = LineField(_("name"))
    name_en = LineField(_("English name"), blank=True)
    slug = models.CharField(
        _("address"),
        max_length=200,
        blank=True,
        validators=[readable_slug],
        help_text=_("Its part of the web address; made from the name when empty."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.DEPARTMENT)
    aliases = LineField(
        _("other names"), blank=True, help_text=_("Separated by 、 — people find it by these too.")
    )
    mission = ProseField(
        _("mission"), blank=True, help_text=_("What it is for, in one to three sentences.")
    )
    summary = ProseField(_("summary"), blank=True)
    headcount = models.PositiveIntegerField(
        _("headcount"), null=True, blank=True, help_text=_("Leave empty when unknown.")
    )
    branch_layout = models.CharField(
        _("drawing of its branch"),
        max_length=8,
        choices=BranchLayout,
        default=BranchLayout.INHERIT,
        help_text=_(
            "How those below it stand. One below the other works where those below have nobody "
            "below themselves; elsewhere they stand side by side."
        ),
    )
    placement = models.CharField(
        _("place in the drawing"), max_length=8, choices=Placement, default=Placement.BELOW
    )

    objects = DepartmentManager()

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        # Else parent.children.add(…) would write past the guarded manager.
        base_manager_name = "objects"
        # mptt adds this index to the model only, so no migration would make it.
        indexes = [
            models.Index(fields=["tree_id", "lft"], name="department_tree"),
            models.Index(fields=["chart", "parent", "position"], name="department_siblings"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["chart", "key"], name="department_key_unique"),
            models.UniqueConstraint(fields=["chart", "slug"], name="department_slug_unique"),
            models.UniqueConstraint(
                fields=["parent", "name"],
                name="department_sibling_unique",
                violation_error_message=_("Another department beside it has this name."),
            ),
            models.UniqueConstraint(
                fields=["chart", "name"],
                condition=Q(parent=None),
                name="department_root_unique",
                violation_error_message=_("Another department of the first level has this name."),
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("pk")),
                name="department_not_own_parent",
                violation_error_message=_("A department cannot be its own superior."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("department", args=[self.chart.slug, self.slug])

    @property
    def alias_list(self) -> list[str]:
        """The other names, one by one."""
        return [alias.strip() for alias in self.aliases.split("、") if alias.strip()]

    @property
    def is_outside(self) -> bool:
        return self.kind == self.Kind.OUTSIDE

    def clean_fields(self, exclude=None):
        if not self.slug and self.chart_id:
            others = Department.objects.filter(chart=self.chart_id).exclude(pk=self.pk)
            self.slug = free_slug(self.name, others)
        super().clean_fields(exclude)

    # The position at which this copy was read.
    _seen_position = None

    @classmethod
    def from_db(cls, *args):
        department = super().from_db(*args)
        department._seen_position = department.__dict__.get("position")
        return department

    def refresh_from_db(self, using=None, fields=None, **kwargs):
        super().refresh_from_db(using, fields, **kwargs)
        if fields is None or "position" in fields:
            self._seen_position = self.__dict__.get("position")

    def prepare(self):
        """Read the stored place of this row and of its parent, settle on a position."""
        self._stored = None
        if self._state.adding:
            # A copied instance may still carry the numbers of its original.
            self.lft = self.rght = self.tree_id = self.level = None
        else:
            self._stored = self._read_place()
            for column in TREE_COLUMNS:
                setattr(self, column, self._stored[column])
            self._mptt_cached_fields["parent"] = self._stored["parent_id"]
            if (self.parent_id, self.position) == (self._stored["parent_id"], self._seen_position):
                # Nobody moved this copy, but others may have come or gone before it.
                self._seen_position = self.position = self._stored["position"]
        if self.parent_id is not None:
            self.parent = Department.objects.filter(pk=self.parent_id).first()
            require(
                self.parent is not None,
                "parent",
                _("This was deleted. Choose another."),
            )
        room = self._siblings().count() + 1
        self.position = min(max(self.position or room, 1), room)

    def _read_place(self):
        rows = Department._base_manager.filter(pk=self.pk)
        stored = rows.values("chart_id", "parent_id", "position", *TREE_COLUMNS).first()
        if stored is None:
            raise Stale(self)
        return stored

    def check_rules(self):
        if self.parent_id is not None:
            self._check_parent()
        if self.chart_id is not None:
            self._check_siblings()

    def _check_parent(self):
        require(
            self.parent.chart_id == self.chart_id,
            "parent",
            _("The superior department belongs to another chart. Choose one of this chart."),
        )
        height = 0
        if self._stored is not None:
            below = Department.objects.under(self)
            require(
                not below.filter(pk=self.parent_id).exists(),
                "parent",
                _("A department cannot be below itself or below one of its own departments."),
            )
            if self._stored["parent_id"] == self.parent_id:
                return
            height = below.order_by().aggregate(deepest=Max("level"))["deepest"] - self.level
        require(
            self.parent.level + 1 + height < DEEPEST_LEVEL,
            "parent",
            _("The chart would have more than 30 levels. Choose a superior department higher up."),
        )

    def _check_siblings(self):
        siblings = Department.objects.filter(chart=self.chart_id, parent=self.parent_id).exclude(
            pk=self.pk
        )
        names = {fold(name) for name in siblings.order_by().values_list("name", flat=True)}
        require(
            fold(self.name or "") not in names,
            "name",
            _("Another department beside it has this name."),
        )

    def save(self, *args, **kwargs):
        with writing():
            fields = kwargs.get("update_fields")
            if fields is not None and not self._state.adding:
                kwargs["update_fields"] = self._with_place(set(fields))
            super().save(*args, **kwargs)

    save.alters_data = True

    def _with_place(self, fields):
        """Return the fields with the whole place; what they do not name stays as stored."""
        stored = self._read_place()
        if not {"parent", "parent_id"} & fields:
            self.parent_id = stored["parent_id"]
        if "position" not in fields:
            self.position = stored["position"]
        return {*fields, "parent", "position"}

    def settle(self):
        self._seen_position = self.position
        stored = self._stored
        if not stored or (stored["parent_id"], stored["position"]) != (
            self.parent_id,
            self.position,
        ):
            self._leave_place()
            self._take_place()

    def _siblings(self):
        return Department._base_manager.filter(chart=self.chart_id, parent=self.parent_id).exclude(
            pk=self.pk
        )

    def _leave_place(self):
        """Close the gap among the siblings that it leaves."""
        if self._stored is not None:
            left_behind = Department._base_manager.filter(
                chart=self.chart_id,
                parent=self._stored["parent_id"],
                position__gt=self._stored["position"],
            ).exclude(pk=self.pk)
            plain_update(left_behind, position=F("position") - 1)

    def _take_place(self):
        """Make room among the siblings at its position, and move there."""
        siblings = self._siblings()
        plain_update(siblings.filter(position__gte=self.position), position=F("position") + 1)
        following = siblings.filter(position__gt=self.position).order_by("position").first()
        preceding = siblings.filter(position__lt=self.position).order_by("-position").first()
        trees = type(self)._tree_manager
        if following is not None:
            trees._move_node(self, following, "left")
        elif preceding is not None:
            trees._move_node(self, preceding, "right")

    def delete(self, *args, **kwargs):
        with writing():
            rows = Department._base_manager.filter(pk=self.pk)
            self._stored = rows.values("parent_id", "position").first()
            deleted = super().delete(*args, **kwargs)
            self._leave_place()
            return deleted

    delete.alters_data = True
