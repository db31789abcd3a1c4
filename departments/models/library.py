"""The library that all charts share: functions, stages, aspects."""

from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from departments.models.chart import Chart, free_slug, next_position
from departments.models.record import Record, RecordQuerySet, readable_slug
from departments.models.text import LineField, ProseField


class LibraryQuerySet(RecordQuerySet):
    def get_by_natural_key(self, key):
        return self.get(key=key)


def touch_all_charts():
    """Raise every chart's revision: any of them may show what the library says."""
    Chart.objects.update(revision=F("revision") + 1)


class LibraryRecord(Record):
    """A record that belongs to no chart but is shown in all of them."""

    name = LineField(_("name"))
    name_en = LineField(_("English name"), blank=True)
    slug = models.CharField(
        _("address"),
        max_length=200,
        unique=True,
        blank=True,
        validators=[readable_slug],
        help_text=_("Its part of the web address; made from the name when empty."),
    )
    position = models.PositiveIntegerField(_("position"), default=0)

    objects = LibraryQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.key,)

    def prepare(self):
        if self._state.adding and not self.position:
            self.position = next_position(type(self).objects.all())

    def clean_fields(self, exclude=None):
        self.slug = self.slug or free_slug(self.name, type(self).objects.exclude(pk=self.pk))
        super().clean_fields(exclude)

    def touch(self):
        touch_all_charts()


class Function(LibraryRecord):
    """职能: something marketing and sales organisations do; duties point here."""

    description = ProseField(_("description"), blank=True)

    class Meta(LibraryRecord.Meta):
        verbose_name = _("function")
        verbose_name_plural = _("functions")
        constraints = [
            models.UniqueConstraint(fields=["key"], name="function_key_unique"),
            models.UniqueConstraint(fields=["name"], name="function_name_unique"),
        ]

    def get_absolute_url(self):
        return reverse("function", args=[self.slug])


class Stage(LibraryRecord):
    """生命周期阶段: a stage of the product life cycle."""

    description = ProseField(_("description"), blank=True)

    class Meta(LibraryRecord.Meta):
        verbose_name = _("life-cycle stage")
        verbose_name_plural = _("life-cycle stages")
        constraints = [
            models.UniqueConstraint(fields=["key"], name="stage_key_unique"),
            models.UniqueConstraint(fields=["name"], name="stage_name_unique"),
        ]

    def get_absolute_url(self):
        return reverse("stage", args=[self.slug])


class Aspect(LibraryRecord):
    """对比方面: a dimension in which departments are compared."""

    description = ProseField(_("description"), blank=True)

    class Meta(LibraryRecord.Meta):
        verbose_name = _("aspect")
        verbose_name_plural = _("aspects")
        constraints = [
            models.UniqueConstraint(fields=["key"], name="aspect_key_unique"),
            models.UniqueConstraint(fields=["name"], name="aspect_name_unique"),
        ]


class Article(LibraryRecord):
    """参考页: a page to read, made of passages."""

    summary = ProseField(_("summary"), blank=True)

    class Meta(LibraryRecord.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [models.UniqueConstraint(fields=["key"], name="article_key_unique")]

    def get_absolute_url(self):
        return reverse("article", args=[self.slug])


class PassageQuerySet(RecordQuerySet):
    def get_by_natural_key(self, article, key):
        return self.get(article__key=article, key=key)


class Passage(Record):
    """A paragraph or item of an article; equal headings read as one section."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="passages", verbose_name=_("article")
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    heading = LineField(_("heading"), blank=True)
    text = ProseField(_("text"))

    objects = PassageQuerySet.as_manager()

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="passage_key_unique")
        ]

    def __str__(self):
        return self.text[:40]

    def touch(self):
        touch_all_charts()

    def natural_key(self):
        return (self.article.key, self.key)

    natural_key.dependencies = ["departments.article"]
