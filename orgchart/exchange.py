"""Who hands what to whom: flows between departments, and their table of numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from orgchart import outline

# What a hand-off may say of the way it is made.
MANNER = ("medium", "frequency", "deadline")

# "answered": something runs back; "one_way": nothing does; "unanswered": nothing
# runs here, but something the other way.
Way = Literal["self", "none", "answered", "one_way", "unanswered"]


@dataclass(frozen=True, slots=True)
class Flow:
    """What one department hands another; `numbers` say which items of the flow these are.

    `is_answered` says whether the chart has anything that runs back.
    """

    giver: outline.Department
    receiver: outline.Department
    items: tuple[outline.HandOff, ...]
    numbers: tuple[int, ...]
    is_answered: bool

    @property
    def ends(self) -> tuple[str, str]:
        """The keys of the giver and the receiver."""
        return self.giver.key, self.receiver.key

    @property
    def unconfirmed(self) -> int:
        """How many of the items one side or both have not confirmed."""
        return sum(not is_confirmed(item) for item in self.items)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two departments and what runs between them, one way or both."""

    there: Flow
    back: Flow | None = None

    @property
    def flows(self) -> tuple[Flow, ...]:
        """What runs there, and back if anything does."""
        return (self.there, self.back) if self.back else (self.there,)


@dataclass(frozen=True, slots=True)
class Cell:
    """How many items one department hands another, and whether anything comes back."""

    giver: outline.Department
    receiver: outline.Department
    way: Way
    number: int = 0
    unconfirmed: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A giver, a cell for each receiver, and the sum of all that it gives."""

    giver: outline.Department
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of items between departments.

    Sums count the flows to departments that have no column too: `left_out`
    says how many departments there are besides those of the table.
    """

    departments: tuple[outline.Department, ...]
    rows: tuple[Row, ...]
    received: tuple[tuple[outline.Department, int], ...]
    total: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Summary:
    """How many items and pairs there are, and how many of them lack something.

    `unsaid` holds, for each part of the manner, how many items leave it open.
    """

    items: int
    pairs: int
    one_way: int
    unconfirmed: int
    unsaid: tuple[tuple[str, int], ...]


def flows(chart: outline.Chart) -> tuple[Flow, ...]:
    """Return all flows of the chart by giver in the order of the tree, then as they stand."""
    units = {unit.key: unit for unit in chart.walk()}
    place = {key: index for index, key in enumerate(units)}
    found: dict[tuple[str, str], list[outline.HandOff]] = {}
    for item in sorted(chart.hand_offs, key=lambda one: place[one.giver]):
        found.setdefault((item.giver, item.receiver), []).append(item)
    return tuple(
        Flow(
            units[giver],
            units[receiver],
            tuple(items),
            tuple(range(1, len(items) + 1)),
            (receiver, giver) in found,
        )
        for (giver, receiver), items in found.items()
    )


def is_confirmed(item: outline.HandOff) -> bool:
    """Say whether both sides have confirmed the item."""
    return item.confirmed_by_giver and item.confirmed_by_receiver


def one_way(all_flows: Iterable[Flow]) -> tuple[Flow, ...]:
    """Return the flows that nothing answers."""
    return tuple(flow for flow in all_flows if not flow.is_answered)


def unconfirmed(all_flows: Iterable[Flow]) -> tuple[Flow, ...]:
    """Return the flows with those items alone that not both sides have confirmed."""
    return only(all_flows, lambda item: not is_confirmed(item))


def unsaid(all_flows: Iterable[Flow], part: str) -> tuple[Flow, ...]:
    """Return the flows with those items alone that leave this part of the manner open."""
    return only(all_flows, lambda item: not getattr(item, part))


def only(
    all_flows: Iterable[Flow], is_wanted: Callable[[outline.HandOff], bool]
) -> tuple[Flow, ...]:
    """Return the flows with the wanted items alone, which keep their numbers."""
    found = []
    for flow in all_flows:
        kept = [
            (number, item)
            for number, item in zip(flow.numbers, flow.items, strict=True)
            if is_wanted(item)
        ]
        if kept:
            numbers, items = zip(*kept, strict=True)
            found.append(replace(flow, items=items, numbers=numbers))
    return tuple(found)


def touching(all_flows: Iterable[Flow], keys: Set[str]) -> tuple[Flow, ...]:
    """Return the flows that begin or end in one of these departments."""
    return tuple(flow for flow in all_flows if keys & set(flow.ends))


def pairs(all_flows: Iterable[Flow]) -> tuple[Pair, ...]:
    """Put each flow together with the one that runs back."""
    found: dict[frozenset[str], Pair] = {}
    for flow in all_flows:
        ends = frozenset(flow.ends)
        found[ends] = replace(found[ends], back=flow) if ends in found else Pair(flow)
    return tuple(found.values())


def summary(all_flows: Sequence[Flow]) -> Summary:
    """Count the items, the pairs, and what they lack."""
    items = [item for flow in all_flows for item in flow.items]
    return Summary(
        items=len(items),
        pairs=len(pairs(all_flows)),
        one_way=len(one_way(all_flows)),
        unconfirmed=sum(not is_confirmed(item) for item in items),
        unsaid=tuple((part, sum(not getattr(item, part) for item in items)) for part in MANNER),
    )


def busiest(
    departments: Iterable[outline.Department], all_flows: Iterable[Flow], most: int
) -> tuple[outline.Department, ...]:
    """Return at most so many departments, those with the most items, in their own order."""
    departments = tuple(departments)
    weight: Counter[str] = Counter()
    for flow in all_flows:
        for key in flow.ends:
            weight[key] += len(flow.items)
    ranked = sorted(departments, key=lambda one: -weight[one.key])
    kept = {one.key for one in ranked[:most]}
    return tuple(one for one in departments if one.key in kept)


def strongest(
    all_flows: Iterable[Flow], most_departments: int, most_flows: int
) -> tuple[Flow, ...]:
    """Return the flows with the most items between no more departments than that."""
    kept: list[Flow] = []
    keys: set[str] = set()
    for flow in sorted(all_flows, key=lambda one: -len(one.items)):
        if len(kept) < most_flows and len(keys | set(flow.ends)) <= most_departments:
            kept.append(flow)
            keys |= set(flow.ends)
    return tuple(kept)


def taking_part(chart: outline.Chart, all_flows: Iterable[Flow]) -> tuple[outline.Department, ...]:
    """Return the departments at the ends of the flows, in the order of the tree."""
    keys = {key for flow in all_flows for key in flow.ends}
    return tuple(unit for unit in chart.walk() if unit.key in keys)


def table(
    departments: Sequence[outline.Department],
    shown: Sequence[Flow],
    every: Iterable[Flow],
    most: int,
) -> Table:
    """Return the numbers of the shown flows, givers down and receivers across.

    `every` holds all flows of the chart, which say whether an empty cell leaves
    something unanswered. At most so many departments get a row and a column.
    """
    axis = busiest(departments, shown, most)
    by_ends = {flow.ends: flow for flow in shown}
    given, received = Counter[str](), Counter[str]()
    for flow in shown:
        given[flow.giver.key] += len(flow.items)
        received[flow.receiver.key] += len(flow.items)
    known = {flow.ends for flow in every}
    rows = (
        Row(giver, tuple(cell(giver, one, by_ends, known) for one in axis), given[giver.key])
        for giver in axis
    )
    return Table(
        departments=axis,
        rows=tuple(rows),
        received=tuple((one, received[one.key]) for one in axis),
        total=sum(given.values()),
        left_out=len(departments) - len(axis),
    )


def cell(
    giver: outline.Department,
    receiver: outline.Department,
    shown: dict[tuple[str, str], Flow],
    known: Set[tuple[str, str]],
) -> Cell:
    """Return what stands where a giver's row meets a receiver's column."""
    flow = shown.get((giver.key, receiver.key))
    if giver.key == receiver.key:
        return Cell(giver, receiver, "self")
    if flow:
        way: Way = "answered" if flow.is_answered else "one_way"
        return Cell(giver, receiver, way, len(flow.items), flow.unconfirmed)
    there, back = (giver.key, receiver.key), (receiver.key, giver.key)
    return Cell(giver, receiver, "unanswered" if back in shown and there not in known else "none")
