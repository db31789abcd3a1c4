"""Keys and what points at them: no key stands twice, and nothing points at nothing."""

from collections.abc import Iterable
from typing import Any

from orgchart import outline

REFERENCES = (
    ("role", "reports_to", "role"),
    ("hand-off", "giver", "department"),
    ("hand-off", "receiver", "department"),
    ("relation", "from_department", "department"),
    ("relation", "to_department", "department"),
    ("trait", "department", "department"),
    ("emphasis", "department", "department"),
    ("emphasis", "duty", "department duty"),
    ("working relationship", "role", "role"),
    ("working relationship", "department", "department"),
    ("working relationship", "counterpart_role", "role"),
    ("working relationship", "counterpart_department", "department"),
)
SUBJECTS = ("role", "department")
COUNTERPARTS = ("counterpart_role", "counterpart_department", "counterpart_text")


def check(chart: outline.Chart) -> None:
    """Refuse twins, pointers that lead nowhere, and ties with unclear ends."""
    records = _by_kind(chart)
    for noun, found in records.items():
        refuse_twins(noun, found)
    keys = {noun: {record.key for record in found} for noun, found in records.items()}
    for noun, name, target in REFERENCES:
        for record in records[noun]:
            value = getattr(record, name)
            if value and value not in keys[target]:
                raise ValueError(stray(noun, record.key, name, value))
    for duty in records["role duty"]:
        for carrying in duty.carries:
            if carrying.duty not in keys["department duty"]:
                raise ValueError(stray("duty", duty.key, "carries", carrying.duty))
    for tie in chart.working_relationships:
        _refuse_unclear_ends(tie)


def refuse_twins(noun: str, records: Iterable[outline.Fact]) -> None:
    seen: set[str] = set()
    for record in records:
        if record.key in seen:
            raise ValueError(twins(noun, record.key))
        seen.add(record.key)


def stray(noun: str, key: str, name: str, value: str) -> str:
    return f"The {noun} “{key}” has the {name} “{value}”, which does not exist."


def twins(noun: str, key: str) -> str:
    return f"The {noun} key “{key}” is used twice."


def _by_kind(chart: outline.Chart) -> dict[str, list[Any]]:
    departments = list(chart.walk())
    roles = [role for department in departments for role in department.roles]
    return {
        "department": departments,
        "department duty": [d for one in departments for d in one.duties],
        "role": roles,
        "role duty": [duty for role in roles for duty in role.duties],
        "hand-off": list(chart.hand_offs),
        "relation": list(chart.relations),
        "trait": list(chart.traits),
        "emphasis": list(chart.emphases),
        "working relationship": list(chart.working_relationships),
    }


def _refuse_unclear_ends(tie: outline.WorkingRelationship) -> None:
    for names in (SUBJECTS, COUNTERPARTS):
        if sum(bool(getattr(tie, name)) for name in names) != 1:
            choice = " or ".join(f"“{name}”" for name in names)
            raise ValueError(f"The working relationship “{tie.key}” needs exactly one of {choice}.")
