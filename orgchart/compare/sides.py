"""What is compared: departments of one chart or of several, in the order asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, permutations

from orgchart import outline

# A duty in a comparison: which side has it, and its key. A copied chart keeps the keys,
# so a key alone could be on two sides.
Place = tuple[int, str]
# A duty wherever it is: the keys of its chart and of itself.
Identity = tuple[str, str]
# What editors have decided of two duties: whether they are the same.
Verdicts = Mapping[frozenset[Identity], bool]


@dataclass(frozen=True, slots=True)
class Side:
    """A department, the chart it is in, and the keys of its superiors, nearest first."""

    chart: outline.Chart
    department: outline.Department
    above: tuple[str, ...] = ()

    def lies_in(self, other: "Side") -> bool:
        """Say whether this department is below the other."""
        return self.chart.key == other.chart.key and other.department.key in self.above

    def stands_beside(self, other: "Side") -> bool:
        """Say whether both have the same direct superior."""
        return (
            self.chart.key == other.chart.key
            and bool(self.above and other.above)
            and self.above[0] == other.above[0]
        )

    @property
    def is_at_top(self) -> bool:
        """Say whether this is a top-level unit of the organisation; who is outside is not."""
        return not self.above and self.department.kind != "outside"

    def is_same_as(self, other: "Side") -> bool:
        """Say whether this is the other department in another chart."""
        return self.chart.key != other.chart.key and self.department.key == other.department.key


@dataclass(frozen=True, slots=True)
class Standing:
    """How the sides stand to each other; numbers are places among the sides.

    `inside` tells for each containing side which others are below it; `same`
    are pairs that are one department in two charts. `are_at_top` says that all
    are top-level units of one chart.
    """

    inside: tuple[tuple[int, tuple[int, ...]], ...]
    same: tuple[tuple[int, int], ...]
    are_siblings: bool
    is_across_charts: bool
    are_at_top: bool


def standing(sides: tuple[Side, ...]) -> Standing:
    """Return how the departments stand to each other."""
    places = range(len(sides))
    inside = (
        (outer, tuple(inner for inner in places if sides[inner].lies_in(sides[outer])))
        for outer in places
    )
    is_across_charts = len({side.chart.key for side in sides}) > 1
    return Standing(
        inside=tuple((outer, inner) for outer, inner in inside if inner),
        same=tuple(
            (one, other)
            for one, other in combinations(places, 2)
            if sides[one].is_same_as(sides[other])
        ),
        are_siblings=all(sides[0].stands_beside(other) for other in sides[1:]),
        is_across_charts=is_across_charts,
        are_at_top=not is_across_charts and all(side.is_at_top for side in sides),
    )


@dataclass(frozen=True, slots=True)
class AspectRow:
    """An aspect, and what each side is like in it; None where nothing is said."""

    aspect: str
    traits: tuple[outline.Trait | None, ...]

    @property
    def number(self) -> int:
        """How many sides are described in it."""
        return sum(trait is not None for trait in self.traits)


def aspect_rows(sides: tuple[Side, ...]) -> tuple[AspectRow, ...]:
    """Line up what is said of the sides by aspect, in the aspects' order."""
    said = [{trait.aspect: trait for trait in own_traits(side)} for side in sides]
    names = dict.fromkeys(name for traits in said for name in traits)
    return tuple(AspectRow(name, tuple(traits.get(name) for traits in said)) for name in names)


def own_traits(side: Side) -> Iterable[outline.Trait]:
    return (one for one in side.chart.traits if one.department == side.department.key)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one side hands another of the same chart."""

    giver: int
    receiver: int
    items: tuple[outline.HandOff, ...]


def exchanges(sides: tuple[Side, ...]) -> tuple[Exchange, ...]:
    """Return what runs between the sides, both ways; charts exchange nothing."""
    found = (
        Exchange(giver, receiver, handed(sides[giver], sides[receiver]))
        for one, other in combinations(range(len(sides)), 2)
        for giver, receiver in permutations((one, other))
        if sides[one].chart.key == sides[other].chart.key
    )
    return tuple(found)


def handed(giver: Side, receiver: Side) -> tuple[outline.HandOff, ...]:
    ends = (giver.department.key, receiver.department.key)
    return tuple(one for one in giver.chart.hand_offs if (one.giver, one.receiver) == ends)
