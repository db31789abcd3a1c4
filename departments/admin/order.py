"""The places 1, 2, 3 … of rows that an editor puts into order."""

from collections.abc import Iterable, Sequence

from django.db.models import Model


def siblings(row: Model, within: Sequence[str]) -> list[Model]:
    """The rows that share the numbers with this one, read anew, in order."""
    family = {name: getattr(row, f"{name}_id") for name in within}
    return list(type(row)._base_manager.filter(**family).order_by("position", "pk"))


def renumber(rows: Iterable[Model]) -> list[Model]:
    """Give rows that were just read the places 1, 2, 3 …; return those that moved.

    Call it inside `writing()`. A place breaks no rule, so the rows are not
    validated one by one: two hundred duties move in one statement.
    """
    moved = []
    for number, row in enumerate(rows, start=1):
        if row.position != number:
            row.position = number
            row.version += 1
            moved.append(row)
    if moved:
        type(moved[0])._base_manager.bulk_update(moved, ["position", "version"], batch_size=200)
        moved[0].touch()
    return moved


def place(row: Model, within: Sequence[str], position: int) -> list[Model]:
    """Put a row at a place among its siblings; return the rows that moved."""
    family = [one for one in siblings(row, within) if one.pk != row.pk]
    stored = type(row)._base_manager.get(pk=row.pk)
    family.insert(max(position, 1) - 1, stored)
    return renumber(family)
