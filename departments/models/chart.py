"""Chart 方案: one design of the organisation, and what lives inside one."""

from django.db import models
from django.db.models import F, Max
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from departments.models.record import Record, RecordQuerySet, readable_slug, require
from departments.models.text import LineField, ProseField


class ChartQuerySet(RecordQuerySet):
    def published(self):
        """Charts that everybody may read."""
        return self.filter(status=Chart.Status.PUBLISHED)

    def visible_to(self, user):
        """Charts that this user may read: drafts only with permission."""
        return self if user.has_perm("departments.view_chart") else self.published()

    def get_by_natural_key(self, key):
        return self.get(key=key)


class Chart(Record):
    """A design; several live side by side and can be compared.

    `revision` rises with every change inside the chart and names the state
    that a reader has seen (the ETag); `version` is that of this row alone.
    """

    class Kind(models.TextChoices):
        RECOMMENDED = "recommended", _("recommended")
        PATTERN = "pattern", _("pattern")
        COUNTER_EXAMPLE = "counter_example", _("counter-example")
        HISTORICAL = "historical", _("historical")
        OWN = "own", _("own")

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        ARCHIVED = "archived", _("archived")

    name = LineField(_("name"))
    name_en = LineField(_("English name"), blank=True)
    slug = models.CharField(
        _("address"),
        max_length=200,
        unique=True,
        blank=True,
        validators=[readable_slug],
        help_text=_("The chart's part of the web address; made from the name when empty."),
    )
    summary = ProseField(_("summary"), blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.OWN)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        help_text=_("Only published charts are public."),
    )
    based_on = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="descendants",
        verbose_name=_("based on"),
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    revision = models.PositiveIntegerField(_("revision"), default=1, editable=False)

    objects = ChartQuerySet.as_manager()

    class Meta:
        verbose_name = _("chart")
        verbose_name_plural = _("charts")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["key"], name="chart_key_unique")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.key,)

    def get_absolute_url(self):
        return reverse("chart", args=[self.slug])

    @property
    def is_published(self) -> bool:
        return self.status == self.Status.PUBLISHED

    def prepare(self):
        if self._state.adding and not self.position:
            self.position = next_position(Chart.objects.all())

    def clean_fields(self, exclude=None):
        self.slug = self.slug or free_slug(self.name, Chart.objects.exclude(pk=self.pk))
        super().clean_fields(exclude)

    def check_rules(self):
        seen, original = set(), self.based_on
        while original is not None and original.pk not in seen:
            require(
                original.pk != self.pk,
                "based_on",
                _("A chart cannot be based on itself or on a chart made from it."),
            )
            seen.add(original.pk)
            original = original.based_on

    def claim(self):
        super().claim()
        # Changes inside the chart raise the revision without touching this copy.
        self.revision = Chart.objects.values_list("revision", flat=True).get(pk=self.pk)

    def touch(self):
        Chart.objects.filter(pk=self.pk).update(revision=F("revision") + 1)
        self.revision += 1


class ChartContent(Record):
    """A record inside one chart; the chart is its owner's.

    `owner_field` names the record that it belongs to, which has a chart.
    """

    owner_field = "department"

    chart = models.ForeignKey(
        Chart, models.CASCADE, editable=False, related_name="%(class)s_set", verbose_name=_("chart")
    )

    class Meta:
        abstract = True

    def prepare(self):
        owner_id = getattr(self, f"{self.owner_field}_id")
        if owner_id is not None:
            self.chart_id = getattr(self, self.owner_field).chart_id

    def clean(self):
        super().clean()
        if not self._state.adding:
            stored = type(self)._base_manager.filter(pk=self.pk).values_list("chart_id", flat=True)
            require(
                self.chart_id in stored,
                self.owner_field,
                _("It stays in its chart. To have it in another chart, add it there."),
            )

    def touch(self):
        Chart.objects.filter(pk=self.chart_id).update(revision=F("revision") + 1)

    def natural_key(self):
        return (self.chart.key, self.key)

    natural_key.dependencies = ["departments.chart"]


class ChartContentQuerySet(RecordQuerySet):
    def get_by_natural_key(self, chart, key):
        return self.get(chart__key=chart, key=key)

    def in_chart(self, chart):
        """The records of one chart."""
        return self.filter(chart=chart)


def next_position(others: models.QuerySet) -> int:
    """Return the position behind all others."""
    return (others.aggregate(last=Max("position"))["last"] or 0) + 1


def free_slug(name: str, others: models.QuerySet) -> str:
    """Return an address made from the name that none of the others has."""
    stem = slug_stem(name)
    return unused_slug(
        stem, set(others.filter(slug__startswith=stem).values_list("slug", flat=True))
    )


def slug_stem(name: str) -> str:
    """Return the name as an address; Chinese stays Chinese, and "-" is the last resort."""
    return slugify(name, allow_unicode=True)[:180] or "-"


def unused_slug(stem: str, taken: set[str]) -> str:
    """Return the stem, or the stem with the first number that is not taken."""
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
