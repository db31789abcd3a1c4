"""From one table to one record: every key known, every value of its type and among its choices."""

from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

from orgchart import outline

Table = dict[str, Any]
F = TypeVar("F", bound=outline.Fact | outline.Carrying | outline.Library)

BASES = ("stated", "inferred", "derived")
INVOLVEMENTS = ("lead", "take_part", "supply", "take_part_and_supply", "other")
CHART_KINDS = ("recommended", "pattern", "counter_example", "historical", "own")
UNIT_KINDS = ("department", "centre", "committee", "team", "company", "outside")
TIES = ("guides", "evaluates", "collaborates", "dotted_line")
CHOICES = {
    (outline.Chart, "kind"): CHART_KINDS,
    (outline.Chart, "status"): ("draft", "published", "archived"),
    (outline.Department, "kind"): UNIT_KINDS,
    (outline.Department, "branch_layout"): ("inherit", "wide", "stacked"),
    (outline.Department, "placement"): ("below", "beside"),
    (outline.Duty, "involvement"): INVOLVEMENTS,
    (outline.RoleDuty, "involvement"): INVOLVEMENTS,
    (outline.Carrying, "extent"): ("full", "partial"),
    (outline.Role, "reports_to_basis"): ("", *BASES),
    (outline.Relation, "kind"): TIES,
    (outline.WorkingRelationship, "direction"): ("gives", "receives", "both"),
}


def read_record(kind: type[F], table: Table, place: str, **made: Any) -> F:
    """Make a record of what was typed and what was made from it."""
    known = {field.name: field for field in fields(kind) if field.name not in made}
    for name in table:
        if name not in known:
            raise ValueError(f"{place} has the unknown key “{name}”.")
    for name, field in known.items():
        if field.default is MISSING and table.get(name, "") == "":
            raise ValueError(f"{place} lacks the key “{name}”.")
    typed = {n: _value(kind, known[n], value, place) for n, value in table.items()}
    return kind(**typed, **made)


def read_list(kind: type[F], table: Table, name: str, noun: str) -> tuple[F, ...]:
    items = take_tables(table, name, "The file")
    return tuple(
        read_record(kind, item, place_of(noun, item, number))
        for number, item in enumerate(items, 1)
    )


def read_numbered(kind: type[F], items: list[Table], owner: str | None, noun: str) -> tuple[F, ...]:
    tables = [{"key": f"{owner}.{n}", **item} for n, item in enumerate(items, 1)]
    return tuple(read_record(kind, table, place_of(noun, table)) for table in tables)


def take_tables(table: Table, name: str, place: str) -> list[Table]:
    """Take a list of tables out, each a copy that may be emptied."""
    items = table.pop(name, [])
    if not isinstance(items, list) or not all(isinstance(i, dict) for i in items):
        raise ValueError(f"{place} has “{name}”, which is not a list of tables.")
    return [dict(item) for item in items]


def required_text(table: Table, name: str, place: str) -> str:
    value = table.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"{place} has {value!r} as its “{name}”.")
    if not value:
        raise ValueError(f"{place} lacks the key “{name}”.")
    return value


def place_of(noun: str, table: Table, number: int = 0) -> str:
    key = table.get("key")
    return f"The {noun} “{key}”" if isinstance(key, str) else f"The {noun} no. {number}"


def _value(kind: type, field: Field[Any], value: Any, place: str) -> Any:
    if not _fits(field.type, value):
        raise ValueError(f"{place} has {value!r} as its “{field.name}”.")
    choices = BASES if field.name == "basis" else CHOICES.get((kind, field.name))
    if choices and value not in choices:
        raise ValueError(f"{place} has the unknown {field.name} “{value}”.")
    return tuple(value) if isinstance(value, list) else value


def _fits(wanted: Any, value: Any) -> bool:
    if wanted == tuple[str, ...]:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if isinstance(value, bool):  # which Python takes for a number
        return wanted is bool
    return isinstance(value, wanted)
