"""From records of an outline to rows that may be inserted in bulk."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, TypeVar

from django.db.models import Model

M = TypeVar("M", bound=Model)
BATCH = 500

# What an outline says besides a table's own columns.
ELSEWHERE = {
    *("children", "duties", "roles", "duty_count", "role_count", "child_count", "descendant_count"),
    *("departments", "hand_offs", "relations", "traits", "emphases", "working_relationships"),
    *("passages", "carries", "revision"),
}


def columns(said: Any, *without: str) -> dict[str, Any]:
    """Return the outline's own values, ready for a row."""
    left_out = {*without, *ELSEWHERE}
    return {
        field.name: getattr(said, field.name)
        for field in fields(said)
        if field.name not in left_out
    }


def checked(records: Iterable[M]) -> list[M]:
    """Return the records with clean text, or raise ValidationError."""
    checked = []
    for record in records:
        record.clean_fields(exclude={one.name for one in record._meta.fields if one.is_relation})
        checked.append(record)
    return checked
