"""The lists on a record's page: rows that are ordered, and never overwritten silently."""

import re

from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.forms.utils import ErrorDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from departments.admin.order import renumber
from departments.forms import ContentForm, is_id

# Numbered for all rows at once, after they were stored.
PLACE = "position"


class RowForm(ContentForm):
    """One row. A row that nobody touched is neither validated nor saved."""

    # Set by the list where the row had been deleted meanwhile.
    vanished = False

    @cached_property
    def changed_data(self):
        return [name for name in super().changed_data if name != PLACE]

    @property
    def typed_place(self) -> int | None:
        """The number that the editor gave to the row."""
        text = self.data.get(self.add_prefix(PLACE), "")
        return int(text) if is_id(text) else None

    @property
    def is_moved(self) -> bool:
        return (
            PLACE in self.fields
            and self.typed_place is not None
            and self.typed_place != self.initial.get(PLACE)
        )

    def mergeable(self):
        # The order is one thing of the whole list, which compares it.
        return [name for name in self.watched if name != PLACE]

    def full_clean(self):
        if self.is_bound and not self.instance._state.adding and not self.has_changed():
            self._errors = ErrorDict(renderer=self.renderer)
            self.cleaned_data = {}
            return
        super().full_clean()

    def clean(self):
        if self.cleaned_data.get(DELETION_FIELD_NAME) and self.has_news:
            self.refuse_deletion()
        cleaned = super().clean()
        if self.vanished:
            self.add_error(
                None,
                ValidationError(
                    _(
                        "Somebody else has deleted this row after you opened the page. Save again "
                        "to add what you typed as a new row, or remove it."
                    ),
                    code="stale",
                ),
            )
        return cleaned

    @property
    def has_news(self) -> bool:
        """Whether somebody else has put something into the row that its editor has not seen."""
        return any(self.is_overtaken(name) for name in self.mergeable())

    @property
    def is_untouched(self) -> bool:
        """Whether the row comes back as it was opened."""
        return not any(self.is_touched(name) for name in self.mergeable())

    def refuse_deletion(self):
        """Somebody's new words must not go unread."""
        self.cleaned_data[DELETION_FIELD_NAME] = False
        self.data.pop(self.add_prefix(DELETION_FIELD_NAME), None)
        self.add_error(
            None,
            ValidationError(
                _(
                    "Somebody else has changed this row after you opened the page; it was not "
                    "deleted. It now says “%(stored)s”. Mark it again to delete it."
                ),
                code="stale",
                params={"stored": str(self.instance)},
            ),
        )


class RowFormSet(BaseInlineFormSet):
    """The rows of one record."""

    # Rows that share these fields are numbered together; None where there is no order.
    ordered_within: tuple[str, ...] | None = None

    def __init__(self, data=None, *args, **kwargs):
        # One copy for all rows: each may correct what the page shows again.
        super().__init__(data.copy() if data is not None else None, *args, **kwargs)
        self.dropped = self.drop_deleted() if self.is_bound else 0

    def drop_deleted(self) -> int:
        """Leave out the rows that somebody else has deleted and this editor never touched."""
        there = {str(row.pk) for row in self.get_queryset()}
        number = self.model._meta.pk.name
        rows = range(self.total_form_count())
        gone = {
            index
            for index in rows[: self.initial_form_count()]
            if self.data.get(f"{self.add_prefix(index)}-{number}", "") not in {"", *there}
            and self.form(self.data, prefix=self.add_prefix(index)).is_untouched
        }
        if gone:
            self.keep([index for index in rows if index not in gone], len(gone))
        return len(gone)

    def keep(self, rows: list[int], gone: int) -> None:
        """Number the rows sent without those that are gone."""
        data = self.data.copy()
        sent = [key for key in data if re.match(rf"{re.escape(self.prefix)}-\d+-", key)]
        for key in sent:
            del data[key]
        for index, old in enumerate(rows):
            before = f"{self.add_prefix(old)}-"
            for key in sent:
                if key.startswith(before):
                    name = f"{self.add_prefix(index)}-{key.removeprefix(before)}"
                    data.setlist(name, self.data.getlist(key))
        for name, count in (
            (TOTAL_FORM_COUNT, self.total_form_count()),
            (INITIAL_FORM_COUNT, self.initial_form_count()),
        ):
            data[f"{self.prefix}-{name}"] = str(count - gone)
        self.data = data
        del self.management_form

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        if self.is_bound and i < self.initial_form_count() and form.instance._state.adding:
            # Without its number, the row becomes a new one when it is saved again.
            number = form.add_prefix(self.model._meta.pk.name)
            form.vanished = bool(self.data.get(number))
            form.fields[self.model._meta.pk.name].required = False
            form.empty_permitted = True
            form.use_required_attribute = False
            self.data[number] = ""
        return form

    def get_queryset(self):
        # The page pairs this with the forms sent; others may have added rows since.
        if self.is_bound and "forms" in self.__dict__:
            return [self.stored(form) for form in self.initial_forms]
        return super().get_queryset()

    def stored(self, form):
        return None if form.instance._state.adding else form.instance

    def save_new_objects(self, commit=True):
        added = super().save_new_objects(commit)
        for form in self.initial_forms:
            renewed = self.stored(form) is None and form.has_changed()
            if renewed and not self._should_delete_form(form):
                added.append(self.save_new(form, commit=commit))
        return added

    def clean(self):
        super().clean()
        if self.ordered_within is None:
            return
        stored = [form for form in self.initial_forms if form.stored_version is not None]
        news = [form for form in stored if form.is_moved and form.is_overtaken(PLACE)]
        if not news:
            return
        if not any(form.is_touched(PLACE) for form in stored):
            for form in news:
                form.put_stored(PLACE)
            return
        self._errors[self.forms.index(news[0])] = news[0].errors
        order = " ".join(f"{row.position}. {row}" for row in self.rows())
        message = _(
            "Somebody else has changed the order after you opened the page. It now is: %(order)s. "
            "Save again to store the order that you see here."
        )
        news[0].add_error(PLACE, ValidationError(message, code="stale", params={"order": order}))

    def rows(self):
        """The rows as they are stored now, in order."""
        owner = {self.fk.name: self.instance}
        return self.model._base_manager.filter(**owner).order_by("position", "pk")

    def save(self, commit=True):
        saved = super().save(commit)
        if commit and self.ordered_within is not None:
            self.save_order()
        return saved

    def save_order(self):
        """Number the rows as the editor put them; say which of them were moved."""
        wanted = {form.instance.pk: sort_key(form, i) for i, form in enumerate(self.forms)}
        families: dict[tuple, list] = {}
        for row in self.rows():
            family = tuple(getattr(row, f"{name}_id") for name in self.ordered_within)
            families.setdefault(family, []).append(row)
        for rows in families.values():
            rows.sort(key=lambda row: wanted.get(row.pk, (row.position, 1, 0)))
            renumber(rows)
        known = {row.pk for row, _fields in self.changed_objects}
        self.changed_objects += [
            (form.instance, [PLACE])
            for form in self.initial_forms
            if form.is_moved and form.instance.pk not in known and form.instance.pk is not None
        ]


def sort_key(form: RowForm, index: int) -> tuple[int, int, int]:
    """Where a row goes: to its number, before or behind whoever has that number."""
    stored = form.initial.get(PLACE)
    if form.typed_place is None:
        return (10**18, 1, index)
    if form.typed_place == stored:
        return (form.typed_place, 1, index)
    is_raised = stored is None or form.typed_place < stored
    return (form.typed_place, 0 if is_raised else 2, index)
