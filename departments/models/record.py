"""What every stored record has: identity, origin, version, and safe writes."""

import uuid

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from departments.models.text import LineField, ProseField
from departments.models.writing import Stale, writing

readable_slug = RegexValidator(
    r"^[-\w]+\Z", _("Use letters, digits, hyphens and underscores only."), code="slug"
)


def new_key() -> str:
    """Return an identity nobody else has."""
    return uuid.uuid4().hex


class Basis(models.TextChoices):
    """How a record follows from its source."""

    STATED = "stated", _("stated")
    INFERRED = "inferred", _("inferred")
    DERIVED = "derived", _("derived")


class RecordQuerySet(models.QuerySet):
    """Deletes one by one, so that each record's own delete() is obeyed."""

    def delete(self):
        total, by_model = 0, {}
        with writing():
            for record in self:
                count, parts = record.delete()
                total += count
                for label, number in parts.items():
                    by_model[label] = by_model.get(label, 0) + number
        return total, by_model

    delete.alters_data = True
    delete.queryset_only = True


class Record(models.Model):
    """A record with a stable key, a source and a version.

    `version` rises with every save. A save of a copy that was read before
    somebody else's save raises Stale and writes nothing.
    """

    key = models.CharField(
        _("key"),
        max_length=100,
        default=new_key,
        editable=False,
        validators=[RegexValidator(r"^[-.\w]+\Z", _("A key has letters, digits, . _ - only."))],
    )
    source = LineField(
        _("source"),
        blank=True,
        help_text=_("Where this is said: a document, its section, its item."),
    )
    basis = models.CharField(
        _("basis"),
        max_length=8,
        choices=Basis,
        default=Basis.STATED,
        help_text=_("Whether the source says it, you infer it, or it is computed."),
    )
    note = ProseField(_("note"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        with writing():
            adding = self._state.adding
            if not adding:
                self.claim()
            try:
                self.full_clean()
                if kwargs.get("update_fields") is not None:
                    kwargs["update_fields"] = {*kwargs["update_fields"], "version"}
                super().save(*args, **kwargs)
                self.settle()
                self.touch()
            except BaseException:
                # Nothing was stored, so this copy is as old as it was.
                if not adding:
                    self.version -= 1
                raise

    save.alters_data = True

    def delete(self, *args, **kwargs):
        with writing():
            if not type(self)._base_manager.filter(pk=self.pk).exists():
                return 0, {}
            self.touch()
            return super().delete(*args, **kwargs)

    delete.alters_data = True

    def full_clean(self, *args, **kwargs):
        # Forms, serializers and save() all pass here.
        self.check_links()
        self.prepare()
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        self.check_rules()

    def check_links(self) -> None:
        """Raise ValidationError where it points at a record that does not exist.

        The rules follow these links before Django would look at them.
        """
        for field in self._meta.concrete_fields:
            if field.is_relation and getattr(self, field.attname) is not None:
                try:
                    getattr(self, field.name)
                except ObjectDoesNotExist:
                    require(False, field.name, _("This was deleted. Choose another."))

    def prepare(self) -> None:
        """Read again, inside the lock, whatever the rules and the write need."""

    def settle(self) -> None:
        """Bring other rows in line after this one was written."""

    def touch(self) -> None:
        """Raise the revision of the charts that show this record."""

    def check_rules(self) -> None:
        """Raise ValidationError where a rule over several fields is broken."""

    def claim(self) -> None:
        """Raise Stale unless this copy is as new as the stored row; count up."""
        stored = (
            type(self)._base_manager.filter(pk=self.pk).values_list("version", flat=True).first()
        )
        if stored != self.version:
            raise Stale(self)
        self.version += 1


def require(condition: bool, field: str, message: str) -> None:
    """Raise ValidationError on the field unless the condition holds."""
    if not condition:
        raise ValidationError({field: ValidationError(message, code="rule")})
