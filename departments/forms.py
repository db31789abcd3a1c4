"""Forms that never overwrite silently what somebody else has saved meanwhile."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from departments.seals import imprint, plain, prints_in, put, seal, version_in


class ContentForm(forms.ModelForm):
    """A form that knows which version of its record it was opened with, and what it said.

    What only somebody else has changed since is taken over; what both have changed is a
    conflict, which the editor is shown. It validates the whole record, so that saving it
    cannot fail. It must be made and saved inside `writing()`, with the record read inside too.
    """

    # Not called `version`: Django refuses form fields of uneditable columns.
    # Text, because an error of a hidden field would be seen by nobody.
    opened_version = forms.CharField(required=False, widget=forms.HiddenInput)

    # Set by the admin on the class that it makes for one request.
    chart = None
    refusal = None

    # Names of fields, once they were compared: changed by both, and by somebody else alone.
    conflicts: list[str] | None = None
    taken_over: list[str] | None = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored_version = None if self.instance._state.adding else self.instance.version
        # Read once: what was sent is corrected while it is compared.
        sent = (self.data.get(self.add_prefix("opened_version")) or "") if self.is_bound else ""
        # The print of each field when the form was opened; none where that is unknown.
        self.opened = prints_in(sent, self.watched)
        # Whether somebody else had saved the record since.
        self.is_stale = (
            self.is_bound
            and self.stored_version is not None
            and version_in(sent) != str(self.stored_version)
        )
        if self.stored_version is None and not self.initial.get("position"):
            self.initial["position"] = None  # the column's 0 would put it first
        if self.is_bound and not getattr(self.data, "_mutable", True):
            self.data = self.data.copy()
        if self.chart is not None and getattr(self.instance, "chart_id", 0) is None:
            self.instance.chart = self.chart
        self.show_known_choices()

    def show_known_choices(self) -> None:
        """Choices that were read together with the record need no query each."""
        for name, row in self.instance._state.fields_cache.items():
            widget = self.fields[name].widget if name in self.fields else None
            if row is not None and hasattr(widget, "known"):
                widget.known = {str(row.pk): row}

    def get_initial_for_field(self, field, field_name):
        if field_name != "opened_version":
            return super().get_initial_for_field(field, field_name)
        if self.stored_version is None:
            return None
        return seal(self.stored_version, {name: self.stored(name) for name in self.watched})

    @property
    def watched(self) -> list[str]:
        """The fields of the record itself, in order; a list adds others to its rows."""
        return [one for one in self.base_fields if one in self.fields and one != "opened_version"]

    def stored(self, name: str) -> str:
        """A field's value in the database, as one text."""
        field = self.fields[name]
        return plain(field, self.get_initial_for_field(field, name))

    def typed(self, name: str) -> str:
        """A field's value as it was sent, as one text."""
        return plain(self.fields[name], self[name].data)

    def is_touched(self, name: str) -> bool:
        """Whether this editor has changed the field."""
        return self.opened.get(name) != imprint(self.typed(name))

    def is_overtaken(self, name: str) -> bool:
        """Whether somebody else has changed the field."""
        return self.is_stale and self.opened.get(name) != imprint(self.stored(name))

    @cached_property
    def changed_data(self):
        self.take_over()
        return [
            name
            for name in super().changed_data
            if name != "opened_version"
            and (name not in self.watched or self.typed(name) != self.stored(name))
        ]

    def take_over(self) -> None:
        """Put in what only somebody else has changed; note what both have changed.

        From then on the editor is shown what is stored, and may replace it.
        """
        if not self.is_stale or self.conflicts is not None:
            return
        self.conflicts, self.taken_over = [], []
        for name in self.mergeable():
            if self.typed(name) == self.stored(name) or not self.is_overtaken(name):
                continue
            if self.is_touched(name):
                self.conflicts.append(name)
            else:
                self.taken_over.append(name)
                self.put_stored(name)
        field = self.fields["opened_version"]
        put(self.data, self.add_prefix("opened_version"), field, self["opened_version"].initial)

    def mergeable(self) -> list[str]:
        """The fields that are compared one by one."""
        return self.watched

    def put_stored(self, name: str) -> None:
        """Let the field say what is stored."""
        field = self.fields[name]
        put(self.data, self.add_prefix(name), field, self.get_initial_for_field(field, name))

    def full_clean(self):
        self.take_over()
        super().full_clean()

    def clean(self):
        cleaned = super().clean()
        if self.refusal is not None:
            self.add_error(None, self.refusal)
        self.show_conflict(self.conflicts or ())
        return cleaned

    def show_conflict(self, names) -> None:
        """Refuse, and show for each field what is typed here and what is stored."""
        both = [(name, self.shown(name, typed=True), self.shown(name)) for name in names]
        if not both:
            return
        self.add_error(
            None,
            ValidationError(
                _(
                    "Somebody else has saved this record after you opened it. Nothing of yours is "
                    "lost, and nothing is saved yet. Compare the marked fields, put in what is "
                    "right and save again: what then stands in the fields will be stored."
                ),
                code="stale",
            ),
        )
        for name, typed, stored in both:
            message = _("Here: “%(typed)s”. Saved by somebody else: “%(stored)s”.")
            self.add_error(
                name,
                ValidationError(message, code="stale", params={"typed": typed, "stored": stored}),
            )

    def shown(self, name: str, typed: bool = False) -> str:
        """A field's value, typed or stored, in the words of the page."""
        value = self[name].data if typed else self.get_initial_for_field(self.fields[name], name)
        return in_words(self.fields[name], value)

    def add_error(self, field, error):
        # Rules may name a field that is not on this page, or that nobody can see.
        if field is None and hasattr(error, "error_dict"):
            for name, errors in error.error_dict.items():
                super().add_error(name if self.is_on_page(name) else None, errors)
        else:
            super().add_error(field, error)

    def is_on_page(self, name: str) -> bool:
        return name == NON_FIELD_ERRORS or (
            name in self.fields and not self.fields[name].widget.is_hidden
        )

    def _get_validation_exclusions(self):
        # Also what is not on the page is validated, else save() would refuse it.
        return {name for name in self.errors if name in self.fields}

    def clean_position(self):
        """Empty means the last place."""
        position = self.cleaned_data.get("position")
        return LAST_PLACE if position is None else position


LAST_PLACE = 1_000_000  # renumbered as soon as the record is stored


def in_words(field: forms.Field, value) -> str:
    """What a reader calls this value of the field."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        chosen = field.queryset.filter(pk__in=[one for one in value or () if is_id(one)])
        return "、".join(str(one) for one in chosen) or str(_("empty"))
    if isinstance(field, forms.ModelChoiceField):
        chosen = field.queryset.filter(pk=value).first() if is_id(value) else None
        return str(_("empty") if chosen is None else chosen)
    if isinstance(field, forms.BooleanField):
        return str(_("yes") if value else _("no"))
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    return str(_("empty") if value in (None, "") else value)


def is_id(value) -> bool:
    """Whether this may be a row's number; anything else would trip the database."""
    text = str(value)
    return text.isascii() and text.isdigit() and len(text) <= 18


class DepartmentForm(ContentForm):
    """A department that moves goes last, unless its new place is named."""

    def clean_position(self):
        return self.cleaned_data.get("position")

    def clean(self):
        cleaned = super().clean()
        if "parent" in self.changed_data and "position" not in self.changed_data:
            cleaned["position"] = None
        return cleaned
