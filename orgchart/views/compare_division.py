"""What a superior department keeps for itself, and what it shares with those below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from departments.models import Department, Function
from orgchart import compare, outline, storage
from orgchart.compare import Comparison, Row
from orgchart.views.compare_sides import Shown

# A superior of more is compared with the first of them.
MOST_BELOW = 30

Line = tuple[
    Function | None,
    tuple[outline.Duty, ...],
    list[tuple[Department, tuple[outline.Duty, ...]]],
]


@dataclass(frozen=True)
class ShownDivision:
    """The superior, those below it that are looked at, and its functions.

    A line has the function, the superior's duties, and who below has duties in
    it too.
    """

    superior: Shown
    below: list[Department]
    own: list[Line]
    shared: list[Line]
    has_more_below: bool


def divisions(comparison: Comparison, sides: Sequence[Shown]) -> list[ShownDivision]:
    """Return the division of work below each side that contains another."""
    return [division(sides[outer]) for outer, _inner in comparison.standing.inside]


def division(superior: Shown) -> ShownDivision:
    """Read those directly below, and tell what is shared with them."""
    unit = superior.record
    below = list(unit.children.order_by("position", "pk")[: MOST_BELOW + 1])
    parts = [unit, *below[:MOST_BELOW]]
    said = storage.load(unit.chart, only=parts, with_duties=True)
    units = {one.key: one for one in said.walk()}
    divided = compare.divide(
        tuple(compare.Side(said, units[part.key]) for part in parts), storage.load_verdicts(parts)
    )
    functions = {function.key: function for function in Function.objects.all()}
    return ShownDivision(
        superior=superior,
        below=parts[1:],
        own=[line(row, parts, functions) for row in divided.own],
        shared=[line(row, parts, functions) for row in divided.shared],
        has_more_below=len(below) > MOST_BELOW,
    )


def line(row: Row, parts: Sequence[Department], functions: dict[str, Function]) -> Line:
    """Return the row with its function, and only those below who have a part in it."""
    sharing = [
        (part, duties) for part, duties in zip(parts[1:], row.duties[1:], strict=True) if duties
    ]
    return functions.get(row.function), row.duties[0], sharing
