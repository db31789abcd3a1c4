"""A comparison as its page shows it: rows with a cell for each side, names for groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from departments.models import Aspect, Chart, DepartmentDuty, Function
from departments.seals import imprint
from orgchart import outline
from orgchart.compare import Comparison, Group, Row
from orgchart.compare.sides import AspectRow
from orgchart.compare.similar import Similar
from orgchart.names import called
from orgchart.views.compare_answer import listed
from orgchart.views.compare_sides import Lettered, Shown

# As many questions as somebody may want to go through on one page.
MOST_SIMILAR = 50


@dataclass(frozen=True)
class ShownRow:
    """A function, or duties that are the same, with the duties of each side."""

    function: Function | None
    is_settled: bool
    cells: list[tuple[Lettered, tuple[outline.Duty, ...]]]


@dataclass(frozen=True)
class ShownGroup:
    """The rows that exactly these sides have; `tone` is its colour, `anchor` its place."""

    group: Group
    name: str
    anchor: str
    tone: str
    rows: list[ShownRow]

    @property
    def number(self) -> int:
        return self.group.function_count

    @property
    def settled_count(self) -> int:
        return self.group.settled_count


@dataclass(frozen=True)
class ShownPair:
    """Two duties that are worded alike, each with its side and function."""

    pair: Similar
    sides: list[tuple[Lettered, outline.Duty, Function | None]]

    @property
    def value(self) -> str:
        """What the form sends: side and key of both."""
        (one, first), (other, second) = self.pair.one, self.pair.other
        return f"{one} {first} {other} {second}"

    @property
    def print(self) -> str:
        """What the form sends of the words that its editor saw."""
        return print_of(*self.pair.duties)


def print_of(first: outline.Duty | DepartmentDuty, second: outline.Duty | DepartmentDuty) -> str:
    """Return a short print of both duties' words; other words have another."""
    return imprint(f"{first.text}\0{second.text}")


def shown(comparison: Comparison, sides: Sequence[Shown]) -> dict:
    """Return what the template shows of the comparison."""
    functions = {function.key: function for function in Function.objects.all()}
    several = [row for row in comparison.aspects if row.number > 1]
    single = [row for row in comparison.aspects if row.number == 1]
    aspects = {aspect.key: aspect for aspect in Aspect.objects.all()}
    return {
        "has_duties": any(group.rows for group in comparison.groups),
        "counter_examples": counter_examples(sides),
        "silent": [sides[place] for place in comparison.silent],
        "groups": [
            shown_group(group, sides, functions, comparison.silent)
            for group in comparison.comparable
            # Among three, most pairs share nothing else; what all share is always told.
            if group.rows or len(sides) == 2 or len(group.who) == len(sides)
        ],
        # Where only one side is described, a column of dashes would say nothing.
        "aspects_of_several": shown_aspects(several, sides, aspects),
        "aspects_of_one": shown_aspects(single, sides, aspects),
        "similar": [
            shown_pair(pair, sides, functions) for pair in comparison.similar[:MOST_SIMILAR]
        ],
        "exchanges": [
            (sides[one.giver], sides[one.receiver], one.items)
            for one in comparison.exchanges
            # Between three there are six ways; only those that are used are shown.
            if one.items or len(sides) == 2
        ],
        "hand_off_count": sum(len(one.items) for one in comparison.exchanges),
    }


def counter_examples(sides: Sequence[Shown]) -> list[Chart]:
    """Return the charts of the sides that show how not to do it."""
    charts = {side.record.chart_id: side.record.chart for side in sides}
    return [one for one in charts.values() if one.kind == Chart.Kind.COUNTER_EXAMPLE]


def shown_group(
    group: Group,
    sides: Sequence[Lettered],
    functions: dict[str, Function],
    silent: Sequence[int] = (),
) -> ShownGroup:
    """Return the group with its heading; of `silent` sides no duty is written down."""
    who = [sides[place] for place in group.who]
    letters = "".join(side.letter for side in who)
    rows = [shown_row(row, sides, functions) for row in group.rows]
    if len(who) == 1:
        anchor = tone = letters
    else:
        anchor, tone = "all" if len(who) == len(sides) else letters, "both"
    if silent and len(who) + len(silent) == len(sides):
        # Nobody knows whether the others have it too.
        name = listed([called(side) for side in who])
    else:
        name = group_name(who, len(sides))
    return ShownGroup(group, name, anchor, tone, rows)


def group_name(who: Sequence[Lettered], sides: int) -> str:
    """Return the heading: whose functions these are."""
    if len(who) == sides:
        return gettext("Both") if sides == 2 else gettext("All three")
    return gettext("Only %(name)s") % {"name": listed([called(side) for side in who])}


def shown_row(row: Row, sides: Sequence[Lettered], functions: dict[str, Function]) -> ShownRow:
    cells = list(zip(sides, row.duties, strict=True))
    return ShownRow(functions.get(row.function), row.is_settled, cells)


def shown_aspects(
    rows: Sequence[AspectRow], sides: Sequence[Shown], aspects: dict[str, Aspect]
) -> list[tuple[Aspect, list[tuple[Shown, outline.Trait | None]]]]:
    """Return for each aspect what each side is like in it."""
    return [(aspects[row.aspect], list(zip(sides, row.traits, strict=True))) for row in rows]


def shown_pair(
    pair: Similar, sides: Sequence[Lettered], functions: dict[str, Function]
) -> ShownPair:
    places = (pair.one, pair.other)
    return ShownPair(
        pair,
        [
            (sides[side], duty, functions.get(duty.function))
            for (side, _key), duty in zip(places, pair.duties, strict=True)
        ],
    )
