"""Reading what can be found, a table at a time for all charts that need it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import Count, F, Max, Model, Sum

from departments.models import Department, DepartmentDuty, Function, HandOff, Passage
from orgchart.search.lines import LINE, PART, Texts
from orgchart.search.names import Named, Names, names_of
from orgchart.search.plain import plain
from orgchart.search.splicing import Strip, spliced
from roles.models import Role, RoleDuty


class Print(NamedTuple):
    """What tells two states of one owner's rows apart.

    Every save raises a version, and a new row has a higher key than any before.
    `mixed` adds up keys times versions, which tells rows that changed places apart.
    """

    rows: int
    last: int
    versions: int
    mixed: int


@dataclass
class Room:
    """What can be found in one chart, and what it was read from."""

    kinds: dict[str, Names | Texts] = field(default_factory=dict)
    # By kind and owner.
    prints: dict[str, dict[int, Print]] = field(default_factory=dict)
    units: list[tuple] = field(default_factory=list)
    # The keys of owners in their order, which is that of their texts.
    order: dict[str, list[int]] = field(default_factory=dict)
    # Of how many owners the rows were read for it, and not taken over.
    news: int = 0

    @property
    def size(self) -> int:
        return sum(map(len, self.kinds.values()))

    def put(self, kind: str, place: Names | Texts, prints: dict[int, Print]) -> None:
        """Take what can be found of a kind, with the prints of its owners' rows."""
        self.kinds[kind] = place
        self.prints[kind] = prints
        # Only what others belong to is asked for its order.
        self.order[kind] = place.pks.tolist() if kind == "roles" else []

    def strip(self, table: "Table") -> Strip:
        """Return what can be found of a kind, to be cut between its owners."""
        lengths = {owner: one.rows for owner, one in self.prints[table.kind].items()}
        return Strip(self.kinds[table.kind], self.order[table.owners], lengths)


class Table(NamedTuple):
    """A kind, its rows, whose they are, what of them is looked through, and how."""

    kind: str
    model: type[Model]
    owner: str
    owners: str
    columns: tuple[str, ...]
    build: Callable[[Sequence[int], Iterable[tuple]], Names | Texts]


def named(keys: Sequence[int], rows: Iterable[tuple]) -> Names:
    """Return what finds records with these keys, by rows of (name, English name, other names)."""
    return names_of(
        Named(pk, name, (*aliases.split("、"), name_en))
        for pk, (name, name_en, aliases) in zip(keys, rows, strict=True)
    )


def texts_of(keys: Sequence[int], rows: Iterable[tuple]) -> Texts:
    """Return what finds records with these keys, by rows of (text, further text …)."""
    # One long text is made plain faster than a hundred thousand short ones.
    said = plain(LINE.join(map(PART.join, rows))).split(LINE)
    return Texts(keys, said if keys else [])


# Where more owners changed, a whole table is read as fast.
MOST_PARTS = 500
NAMES = ("name", "name_en", "aliases")
# Owners before those who belong to them.
TABLES = (
    Table("roles", Role, "department", "departments", NAMES, named),
    Table(
        "department_duties",
        DepartmentDuty,
        "department",
        "departments",
        ("text", "heading"),
        texts_of,
    ),
    Table("role_duties", RoleDuty, "role", "roles", ("text", "heading"), texts_of),
    Table(
        "hand_offs",
        HandOff,
        "giver",
        "departments",
        ("text", "deliverables", "medium"),
        texts_of,
    ),
)


def read_rooms(before: dict[int, Room | None]) -> dict[int, Room]:
    """Return what can be found in these charts; what did not change is taken over.

    `before` says what was known of each. The number of queries does not depend
    on the number of charts.
    """
    rooms = {pk: Room() for pk in before}
    read_departments(rooms, before)
    known = {pk: room for pk, room in before.items() if room}
    for table in TABLES:
        changed = changes(table, known) if known else {}
        parts = {pk: owners for pk, owners in changed.items() if len(owners) <= MOST_PARTS}
        whole = [pk for pk in rooms if pk not in parts]
        if whole:
            read_table(table, {pk: rooms[pk] for pk in whole})
        if parts:
            read_parts(table, rooms, known, parts)
    return rooms


def changes(table: Table, known: dict[int, Room]) -> dict[int, set[int]]:
    """Return for each chart the owners whose rows are other ones by now, or gone, or new."""
    rows = table.model.objects.filter(chart__in=list(known)).order_by()
    numbers = rows.values_list("chart", table.owner).annotate(
        rows=Count("pk"),
        last=Max("pk"),
        versions=Sum("version"),
        mixed=Sum(F("pk") * F("version")),
    )
    now: dict[int, dict[int, Print]] = {chart: {} for chart in known}
    for chart, owner, *numbers_of in numbers:
        now[chart][owner] = Print(*map(int, numbers_of))
    return {
        chart: {owner for owner, _one in prints.items() ^ known[chart].prints[table.kind].items()}
        for chart, prints in now.items()
    }


def read_departments(rooms: dict[int, Room], before: dict[int, Room | None]) -> None:
    """Read the departments in the order of their tree, on which all other orders depend."""
    rows = Department.objects.filter(chart__in=list(rooms)).order_by("tree_id", "lft")
    for chart, *unit in rows.values_list("chart", "pk", *NAMES):
        rooms[chart].units.append(tuple(unit))
    for pk, room in rooms.items():
        old = before[pk]
        is_same = old is not None and old.units == room.units
        room.order["departments"] = [unit[0] for unit in room.units]
        room.kinds["departments"] = (
            old.kinds["departments"]
            if is_same
            else named(room.order["departments"], (unit[1:] for unit in room.units))
        )


def read_table(table: Table, rooms: dict[int, Room]) -> None:
    """Read all of one table's rows of these charts."""
    rows_of = rows_by_chart(table, chart__in=list(rooms))
    for pk, room in rooms.items():
        room.put(table.kind, *built(table, rows_of[pk], room.order[table.owners]))
        room.news += len(room.prints[table.kind])


def read_parts(
    table: Table, rooms: dict[int, Room], known: dict[int, Room], parts: dict[int, set[int]]
) -> None:
    """Read the rows of the owners that changed; those of all others are taken over."""
    owners = set().union(*parts.values())
    rows_of = rows_by_chart(table, **{f"{table.owner}__in": owners}) if owners else {}
    for pk, changed in parts.items():
        old, order = known[pk], rooms[pk].order[table.owners]
        if not changed and order == old.order[table.owners]:
            rooms[pk].put(table.kind, old.kinds[table.kind], old.prints[table.kind])
            continue
        place, prints = built(table, rows_of.get(pk, []), order)
        fresh = Strip(place, order, {owner: one.rows for owner, one in prints.items()})
        kept = {owner: one for owner, one in old.prints[table.kind].items() if owner not in changed}
        both = spliced(order, fresh, old.strip(table).without(changed))
        rooms[pk].put(table.kind, both, kept | prints)
        rooms[pk].news += len(changed)


def rows_by_chart(table: Table, **wanted: Any) -> dict[int, list[tuple]]:
    """Return rows of (chart, owner, position, key, version, what is looked through …)."""
    columns = ("chart", table.owner, "position", "pk", "version", *table.columns)
    found: dict[int, list[tuple]] = defaultdict(list)
    for row in table.model.objects.filter(**wanted).order_by().values_list(*columns):
        found[row[0]].append(row)
    return found


def built(
    table: Table, rows: Iterable[tuple], order: Sequence[int]
) -> tuple[Names | Texts, dict[int, Print]]:
    """Return what finds the rows, in the order of their owners, and the owners' prints."""
    place = {owner: number for number, owner in enumerate(order)}
    # A record may be new since its owner was read; the next revision brings both.
    here = [row for row in rows if row[1] in place]
    here.sort(key=lambda row: (place[row[1]], row[2], row[3]))
    prints = {
        owner: print_of([(row[3], row[4]) for row in group])
        for owner, group in groupby(here, key=itemgetter(1))
    }
    return table.build([row[3] for row in here], (row[5:] for row in here)), prints


def print_of(rows: list[tuple[int, int]]) -> Print:
    """Return the print of rows of (key, version)."""
    return Print(
        len(rows),
        max(pk for pk, _version in rows),
        sum(version for _pk, version in rows),
        sum(pk * version for pk, version in rows),
    )


def read_library() -> dict[str, Names | Texts]:
    """Return what can be found in the library that all charts share."""
    functions = Function.objects.order_by("position", "pk")
    columns = ("pk", "name", "name_en", "description")
    passages = Passage.objects.order_by("article__position", "article", "position", "pk")
    said = passages.values_list("pk", "text", "heading", "article__name", "article__name_en")
    rows = list(said)
    return {
        "functions": names_of(
            Named(pk, name, (name_en,), description)
            for pk, name, name_en, description in functions.values_list(*columns)
        ),
        "passages": texts_of([row[0] for row in rows], (row[1:] for row in rows)),
    }
