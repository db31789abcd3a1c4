"""How two or three departments differ: where they stand, what they do, what they exchange."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from orgchart import outline
from orgchart.compare.lining import Group, Lists, Row, comparable, grouped, lined_up, silent
from orgchart.compare.sides import (
    AspectRow,
    Exchange,
    Identity,
    Place,
    Side,
    Standing,
    Verdicts,
    aspect_rows,
    exchanges,
    standing,
)
from orgchart.compare.similar import Similar, is_too_much, similar


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that the departments have and do not have in common.

    Functions stand in the order of the first side's duty list, then of the
    next's. The function "" gathers duties that point to none.
    """

    sides: tuple[Side, ...]
    standing: Standing
    groups: tuple[Group, ...]
    similar: tuple[Similar, ...]
    has_too_many_duties: bool
    aspects: tuple[AspectRow, ...]
    exchanges: tuple[Exchange, ...]

    @property
    def shared(self) -> Group:
        """What all sides have."""
        return self.groups[0]

    @property
    def silent(self) -> tuple[int, ...]:
        """The sides of which no duty is written down."""
        return silent([side.department.duties for side in self.sides])

    @property
    def comparable(self) -> tuple[Group, ...]:
        """The groups of those sides only that have duties: missing is not zero."""
        return comparable(self.groups, self.silent)

    def group(self, *who: int) -> Group:
        """What exactly these sides have."""
        return next(group for group in self.groups if group.who == who)


def compare(sides: tuple[Side, ...], verdicts: Verdicts | None = None) -> Comparison:
    """Compare departments whose outlines hold their duties, traits and hand-offs.

    What editors decided to be the same is shared, what they decided to differ
    is no longer called similar.
    """
    decided = verdicts or {}
    lists = [side.department.duties for side in sides]
    same = tuple(known_same(sides, lists, decided))
    open_pairs = (pair for pair in similar(lists) if not is_decided(sides, pair, decided))
    return Comparison(
        sides=sides,
        standing=standing(sides),
        groups=grouped(lined_up(lists, same), len(sides)),
        similar=tuple(open_pairs),
        has_too_many_duties=is_too_much(lists),
        aspects=aspect_rows(sides),
        exchanges=exchanges(sides),
    )


def identity(sides: tuple[Side, ...], place: Place) -> Identity:
    """Return which duty of which chart stands at a place."""
    side, key = place
    return sides[side].chart.key, key


def is_decided(sides: tuple[Side, ...], pair: Similar, verdicts: Verdicts) -> bool:
    """Say whether an editor has answered this question."""
    return frozenset((identity(sides, pair.one), identity(sides, pair.other))) in verdicts


def known_same(
    sides: tuple[Side, ...], lists: Lists, verdicts: Verdicts
) -> Iterator[tuple[Place, Place]]:
    """Yield the duties of two sides that are one: by their key, or by decision."""
    places: dict[Identity, list[Place]] = {}
    for side, duties in enumerate(lists):
        for duty in duties:
            places.setdefault(identity(sides, (side, duty.key)), []).append((side, duty.key))
    for one, other in combinations(range(len(lists)), 2):
        theirs = {duty.key for duty in lists[other]}
        yield from (
            ((one, duty.key), (other, duty.key)) for duty in lists[one] if duty.key in theirs
        )
    for pair, is_same in verdicts.items():
        if is_same and all(duty in places for duty in pair):
            first, second = (places[duty][0] for duty in sorted(pair))
            if first[0] != second[0]:
                yield first, second


@dataclass(frozen=True, slots=True)
class Division:
    """How a department shares its functions with those below it.

    `parts` are the department and those below it; each row has a tuple of
    duties for each of them.
    """

    parts: tuple[outline.Department, ...]
    own: tuple[Row, ...]
    shared: tuple[Row, ...]


def divide(parts: tuple[Side, ...], verdicts: Verdicts | None = None) -> Division:
    """Tell what the first keeps for itself, and what it shares with which of the others."""
    lists = [part.department.duties for part in parts]
    same = known_same(parts, lists, verdicts or {})
    rows = [row for row in lined_up(lists, same) if row.duties[0]]
    return Division(
        parts=tuple(part.department for part in parts),
        own=tuple(row for row in rows if row.who == (0,)),
        shared=tuple(row for row in rows if row.who != (0,)),
    )
