"""From flat departments and roles to trees of departments, with their roles inside."""

from collections import defaultdict

from orgchart import outline
from orgchart.documents.as_toml.record import (
    Table,
    place_of,
    read_numbered,
    read_record,
    required_text,
    take_tables,
)
from orgchart.documents.as_toml.references import stray, twins


def grow(departments: list[Table], roles: list[Table]) -> tuple[outline.Department, ...]:
    """Grow the trees from the leaves, so that no depth is too deep."""
    by_department = _roles_by_department(roles)
    by_key, children = _by_parent(departments)
    for key, (first, *_) in by_department.items():
        if key not in by_key:
            raise ValueError(stray("role", first.key, "department", key))
    grown: dict[str, outline.Department] = {}
    for key in reversed(_parents_first(by_key, children)):
        below = tuple(grown[child] for child in children[key])
        grown[key] = _department(by_key[key], tuple(by_department.get(key, ())), below)
    return tuple(grown[key] for key in children[""])


def _roles_by_department(tables: list[Table]) -> dict[str, list[outline.Role]]:
    roles = defaultdict(list)
    for number, table in enumerate(tables, 1):
        place = place_of("role", table, number)
        department = required_text(table, "department", place)
        del table["department"]
        items = take_tables(table, "duties", place)
        duties = tuple(
            _role_duty(item, f"{table.get('key')}.{n}") for n, item in enumerate(items, 1)
        )
        role = read_record(outline.Role, table, place, duties=duties, duty_count=len(duties))
        roles[department].append(role)
    return roles


def _role_duty(item: Table, key: str) -> outline.RoleDuty:
    table = {"key": key, **item}
    place = place_of("duty", table)
    items = take_tables(table, "carries", place)
    carries = tuple(read_record(outline.Carrying, item, place) for item in items)
    return read_record(outline.RoleDuty, table, place, carries=carries)


def _by_parent(tables: list[Table]) -> tuple[dict[str, Table], dict[str, list[str]]]:
    by_key: dict[str, Table] = {}
    children: dict[str, list[str]] = defaultdict(list)
    for number, table in enumerate(tables, 1):
        place = place_of("department", table, number)
        key = required_text(table, "key", place)
        if key in by_key:
            raise ValueError(twins("department", key))
        by_key[key] = table
        parent = required_text(table, "parent", place) if table.get("parent", "") != "" else ""
        table.pop("parent", None)
        children[parent].append(key)
    for parent, (first, *_) in children.items():
        if parent and parent not in by_key:
            raise ValueError(stray("department", first, "parent", parent))
    return by_key, children


def _parents_first(by_key: dict[str, Table], children: dict[str, list[str]]) -> list[str]:
    reached: dict[str, None] = {}
    waiting = list(children[""])
    while waiting:
        key = waiting.pop()
        reached[key] = None
        waiting.extend(children[key])
    for key in by_key:
        if key not in reached:
            raise ValueError(f"The department “{key}” hangs below itself.")
    return list(reached)


def _department(
    table: Table,
    roles: tuple[outline.Role, ...],
    children: tuple[outline.Department, ...],
) -> outline.Department:
    place = place_of("department", table)
    items = take_tables(table, "duties", place)
    duties = read_numbered(outline.Duty, items, table["key"], "duty")
    return read_record(
        outline.Department,
        table,
        place,
        duties=duties,
        roles=roles,
        children=children,
        duty_count=len(duties),
        role_count=len(roles),
        child_count=len(children),
        descendant_count=sum(1 + child.descendant_count for child in children),
    )
