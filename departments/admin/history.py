"""What the history of a record calls the fields that were changed."""

from collections.abc import Iterable

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import override


def with_field_names(message: list[dict], models: Iterable[type[Model]]) -> list[dict]:
    """Return the message with each field called as its model calls it.

    Forms begin their labels with a capital letter. The history is translated
    when it is read, and no catalog knows “Mission”, only “mission”.
    """
    with override(None):
        names = {
            capfirst(str(field.verbose_name)): str(field.verbose_name)
            for model in models
            for field in model._meta.fields
        }
    for entry in message:
        for part in entry.values():
            if "fields" in part:
                part["fields"] = [names.get(label, label) for label in part["fields"]]
    return message
