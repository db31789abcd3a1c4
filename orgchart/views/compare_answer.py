"""The answer in a few sentences, all of it counted from the data."""

from collections.abc import Iterator, Sequence
from functools import reduce

from django.utils.translation import gettext, ngettext, pgettext

from orgchart.compare import Comparison, Group
from orgchart.compare.similar import Similar
from orgchart.names import called
from orgchart.views.compare_sides import Shown


def answer(comparison: Comparison, sides: Sequence[Shown]) -> str:
    """Return where the sides stand, what they share and have alone, and what they exchange."""
    names = [called(side) for side in sides]
    sentences = [
        *where(comparison, sides, names),
        *unwritten(comparison.silent, names),
        *functions(comparison.comparable, names),
        *settled(comparison),
        *open_questions(comparison.similar),
        *exchanged(comparison, names),
    ]
    return reduce(after_each_other, sentences)


def where(comparison: Comparison, sides: Sequence[Shown], names: list[str]) -> Iterator[str]:
    """Yield how the sides stand to each other, containment first."""
    standing = comparison.standing
    for outer, inner in standing.inside:
        words = ngettext(
            "%(first)s is part of %(second)s.", "%(first)s are part of %(second)s.", len(inner)
        )
        yield words % {"first": listed([names[one] for one in inner]), "second": names[outer]}
    if standing.is_across_charts:
        yield from charts_of(comparison, sides, names)
    elif not standing.inside and standing.are_siblings:
        parent = called(sides[0].above[-1])
        yield gettext("%(names)s stand side by side under %(parent)s.") % {
            "names": listed(names),
            "parent": parent,
        }
    elif standing.are_at_top:
        yield gettext("%(names)s stand side by side at the top of the chart.") % {
            "names": listed(names)
        }
    elif not standing.inside and len(names) == 2:
        yield gettext("Neither %(first)s nor %(second)s is part of the other.") % {
            "first": names[0],
            "second": names[1],
        }
    elif not standing.inside:
        yield gettext("None of %(names)s is part of another.") % {"names": listed(names)}


def charts_of(comparison: Comparison, sides: Sequence[Shown], names: list[str]) -> Iterator[str]:
    """Yield in which chart each side is, and which are one department in two charts."""
    same = comparison.standing.same
    if {side for pair in same for side in pair} != set(range(len(sides))):
        yield places(sides)
    if len(same) > 1:
        # Two of three pairs cannot be the same without the third.
        yield gettext("%(names)s are one department in three charts.") % {"names": listed(names)}
        return
    for one, other in same:
        yield gettext("%(first)s and %(second)s are one department in two charts.") % {
            "first": names[one],
            "second": names[other],
        }


def places(sides: Sequence[Shown]) -> str:
    """Return one sentence that tells for each chart which sides are in it."""
    inside: dict[str, list[str]] = {}
    for side in sides:
        inside.setdefault(called(side.record.chart), []).append(called(side.record))
    clauses = [
        ngettext(
            "%(names)s is in the chart “%(chart)s”",
            "%(names)s are in the chart “%(chart)s”",
            len(names),
        )
        % {"names": listed(names), "chart": chart}
        for chart, names in inside.items()
    ]
    return pgettext("punctuation", ", ").join(clauses) + pgettext("punctuation", ".")


def functions(groups: Sequence[Group], names: list[str]) -> Iterator[str]:
    """Yield one sentence: what all share, what two share, what only one has."""
    if not any(group.function_count for group in groups):
        return
    who = sorted({side for group in groups for side in group.who})
    clauses = []
    alone = []
    for group in groups:
        number = group.function_count
        if list(group.who) == who:
            clauses.append(shared_by_all(number, [names[side] for side in who], len(names)))
        elif len(group.who) == 1:
            name = names[group.who[0]]
            alone.append(
                gettext("%(number)s only with %(name)s") % {"number": number, "name": name}
            )
        elif number:
            together = gettext("%(number)s more only with %(names)s")
            pair = listed([names[side] for side in group.who])
            clauses.append(together % {"number": number, "names": pair})
    if alone:
        clauses.append(pgettext("punctuation", ", ").join(alone))
    yield pgettext("punctuation", "; ").join(clauses) + pgettext("punctuation", ".")


def unwritten(silent: Sequence[int], names: list[str]) -> Iterator[str]:
    """Yield who has no duties written down, which is not the same as having none."""
    if silent and len(silent) < len(names):
        words = ngettext(
            "%(names)s has no duties written down here, so its functions are not compared.",
            "%(names)s have no duties written down here, so their functions are not compared.",
            len(silent),
        )
        yield words % {"names": listed([names[side] for side in silent])}


def shared_by_all(number: int, who: list[str], sides: int) -> str:
    """Return what they share; by name where a side of which nothing is written is left out."""
    if len(who) == 1:
        words = ngettext(
            "%(names)s has %(both)s function", "%(names)s has %(both)s functions", number
        )
    elif len(who) < sides:
        words = ngettext(
            "%(names)s share %(both)s function", "%(names)s share %(both)s functions", number
        )
    elif sides == 2:
        words = ngettext("They share %(both)s function", "They share %(both)s functions", number)
    else:
        words = ngettext(
            "All three share %(both)s function", "All three share %(both)s functions", number
        )
    return words % {"both": number, "names": listed(who)}


def settled(comparison: Comparison) -> Iterator[str]:
    """Yield how many duties are one though their functions differ."""
    number = sum(group.settled_count for group in comparison.groups)
    if number:
        yield ngettext(
            "%(number)s more duty does not stand under one function, "
            "but is confirmed to be the same.",
            "%(number)s more duties do not stand under one function, "
            "but are confirmed to be the same.",
            number,
        ) % {"number": number}


def open_questions(similar: Sequence[Similar]) -> Iterator[str]:
    """Yield how many pairs are worded alike and nobody has decided on."""
    number = len(similar)
    if number:
        yield ngettext(
            "%(number)s pair of duties is worded alike, to be confirmed.",
            "%(number)s pairs of duties are worded alike, to be confirmed.",
            number,
        ) % {"number": number}


def exchanged(comparison: Comparison, names: list[str]) -> Iterator[str]:
    """Yield how many hand-offs run each way."""
    flows = [
        (names[one.giver], names[one.receiver], len(one.items)) for one in comparison.exchanges
    ]
    if not any(number for _giver, _receiver, number in flows):
        return
    if len(names) == 2:
        given, received = flows[0][2], flows[1][2]
        words = ngettext(
            "%(first)s hands over %(given)s item and receives %(received)s in return.",
            "%(first)s hands over %(given)s items and receives %(received)s in return.",
            given,
        )
        yield words % {"first": names[0], "given": given, "received": received}
        return
    way = gettext("%(giver)s → %(receiver)s %(number)s")
    ways = [
        way % {"giver": giver, "receiver": receiver, "number": number}
        for giver, receiver, number in flows
        if number
    ]
    yield gettext("Hand-offs: %(ways)s.") % {"ways": pgettext("punctuation", ", ").join(ways)}


def question(names: Sequence[str]) -> str:
    """Return the question that the page answers."""
    if len(names) == 2:
        return gettext("What is the difference between %(first)s and %(second)s?") % {
            "first": names[0],
            "second": names[1],
        }
    first, second, third = names
    return gettext("How do %(first)s, %(second)s and %(third)s differ?") % {
        "first": first,
        "second": second,
        "third": third,
    }


def listed(names: Sequence[str]) -> str:
    """Return the names in a row, the last one after an "and"."""
    if len(names) == 1:
        return names[0]
    first = pgettext("list", ", ").join(names[:-1])
    return gettext("%(first)s and %(last)s") % {"first": first, "last": names[-1]}


def after_each_other(before: str, after: str) -> str:
    """Join two sentences; Chinese puts no space between."""
    return gettext("%(before)s %(after)s") % {"before": before, "after": after}
