"""Duty lists lined up: by function, and by what is known to be the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from orgchart import outline
from orgchart.compare.sides import Place

Lists = Sequence[tuple[outline.Duty, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """Duties that belong together, a tuple for each side; some may be empty.

    They have the function in common. Where `is_settled`, they are the same duty
    although their functions differ: they share a key, or an editor said so.
    """

    function: str
    duties: tuple[tuple[outline.Duty, ...], ...]
    is_settled: bool = False

    @property
    def who(self) -> tuple[int, ...]:
        """The sides that have something in this row."""
        return tuple(side for side, duties in enumerate(self.duties) if duties)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows that exactly these sides have."""

    who: tuple[int, ...]
    rows: tuple[Row, ...]

    @property
    def function_count(self) -> int:
        """How many functions; duties without one are shown, but are none."""
        return sum(1 for row in self.rows if row.function and not row.is_settled)

    @property
    def settled_count(self) -> int:
        """How many duties are the same though their functions differ."""
        return sum(1 for row in self.rows if row.is_settled)


def grouped(rows: Iterable[Row], sides: int) -> tuple[Group, ...]:
    """Part the rows by who has them: all, then fewer, then one only."""
    found = defaultdict(list)
    for row in rows:
        found[row.who].append(row)
    whos = [who for size in range(sides, 0, -1) for who in combinations(range(sides), size)]
    return tuple(Group(who, tuple(found[who])) for who in whos)


def silent(lists: Lists) -> tuple[int, ...]:
    """Return the sides of which no duty is written down."""
    return tuple(side for side, duties in enumerate(lists) if not duties)


def comparable(groups: Iterable[Group], without: Iterable[int]) -> tuple[Group, ...]:
    """Return the groups of the other sides only: a list that is missing is not an empty one."""
    left_out = set(without)
    return tuple(group for group in groups if not left_out & set(group.who))


def lined_up(lists: Lists, same: Iterable[tuple[Place, Place]] = ()) -> tuple[Row, ...]:
    """Return the rows: functions in the order of the lists, then what is settled.

    `same` are duties of different sides that are one; those of one function
    stand in one row already. Duties without a function share none.
    """
    by_place = {(side, duty.key): duty for side, duties in enumerate(lists) for duty in duties}
    apart = [
        (one, other) for one, other in same if not share_function(by_place[one], by_place[other])
    ]
    clusters = list(joined(apart, by_place))
    taken = set().union(*clusters)
    rest = [
        tuple(duty for duty in duties if (side, duty.key) not in taken)
        for side, duties in enumerate(lists)
    ]
    settled = (settled_row(cluster, by_place, len(lists)) for cluster in clusters)
    return (*function_rows(rest), *settled)


def share_function(one: outline.Duty, other: outline.Duty) -> bool:
    """Say whether both point to the same function."""
    return bool(one.function) and one.function == other.function


def function_rows(lists: Lists) -> Iterator[Row]:
    """Yield a row for each function; what has none stands alone on its side."""
    by_function: list[dict[str, list[outline.Duty]]] = [defaultdict(list) for _side in lists]
    for side, duties in enumerate(lists):
        for duty in duties:
            by_function[side][duty.function].append(duty)
    names = dict.fromkeys(name for functions in by_function for name in functions if name)
    for name in names:
        yield Row(name, tuple(tuple(functions.get(name, ())) for functions in by_function))
    for side, functions in enumerate(by_function):
        if functions.get(""):
            alone = tuple(functions[""])
            yield Row("", tuple(alone if one == side else () for one in range(len(lists))))


def joined(
    pairs: Iterable[tuple[Place, Place]], order: Iterable[Place]
) -> Iterator[frozenset[Place]]:
    """Yield the sets that the pairs join, in the given order of their first members."""
    cluster: dict[Place, set[Place]] = {}
    for one, other in pairs:
        union = cluster.get(one, {one}) | cluster.get(other, {other})
        for member in union:
            cluster[member] = union
    seen: set[Place] = set()
    for place in order:
        if place in cluster and place not in seen:
            seen |= cluster[place]
            yield frozenset(cluster[place])


def settled_row(cluster: frozenset[Place], by_place: dict[Place, outline.Duty], sides: int) -> Row:
    """Return the row of duties that are one; it is named after the first function."""
    members = [(place, duty) for place, duty in by_place.items() if place in cluster]
    function = next((duty.function for _place, duty in members if duty.function), "")
    duties = tuple(
        tuple(duty for (at, _key), duty in members if at == side) for side in range(sides)
    )
    return Row(function, duties, is_settled=True)
