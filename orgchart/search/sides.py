"""The departments or the roles that a question names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from departments.models import Chart, Department
from orgchart.search import shelf
from orgchart.search.finding import Found, matches
from orgchart.search.lines import Texts
from orgchart.search.names import Names
from orgchart.search.plain import HAN
from orgchart.search.query import Query, read_query
from roles.models import Role

# Departments come first where both are called so.
KINDS = ("departments", "roles")
# Up to here the record is called so; a description that says the word is no name.
WORST = 11
# People leave this out: 市场 is 市场部, marketing the Marketing Department.
TAILS = ("部", "中心")
TAILS_IN_ENGLISH = (" department", " centre", " center", " team")
CHINESE = re.compile(f"[{HAN}]")


class Near(NamedTuple):
    """A record, and how well a name fits it: the lower the grade, the better."""

    grade: int
    pk: int


class Candidate(NamedTuple):
    """Records that may be meant; the least of several is meant most likely."""

    is_across: bool
    worst: int
    total: int
    kind: int
    chart: int
    pks: tuple[int, ...]


def sides(
    named: Sequence[tuple[str, ...]], charts: Sequence[Chart]
) -> list[Department] | list[Role]:
    """Return the departments or the roles that come closest to one of the groups of names.

    They are of one chart if a chart has them all; departments may be of several.
    """
    rooms = shelf.of_charts(charts)
    names = {name for group in named for name in group}
    near = [{name: closest_in(rooms, kind, name) for name in names} for kind in KINDS]
    candidates = [one for group in named for one in candidates_for(group, near)]
    if not candidates:
        return []
    meant = min(candidates)
    by_key = {chart.pk: chart for chart in charts}
    found = Found(KINDS[meant.kind], [*meant.pks], [], by_key).rows(len(meant.pks))
    # One may have been deleted a moment ago.
    return found if len(found) == len(meant.pks) else []


def candidates_for(
    group: tuple[str, ...], near: Sequence[dict[str, list[Near | None]]]
) -> Iterator[Candidate]:
    """Yield what the names may mean in each chart, and in several charts together."""
    for kind, by_name in enumerate(near):
        columns = [by_name[name] for name in group]
        for number, row in enumerate(zip(*columns, strict=True)):
            yield from candidate(row, kind, number)
        if KINDS[kind] == "departments":
            best = [min(filter(None, column), key=grade, default=None) for column in columns]
            yield from candidate(best, kind, 0, is_across=True)


def grade(near: Near) -> int:
    return near.grade


def candidate(
    row: Sequence[Near | None], kind: int, chart: int, *, is_across: bool = False
) -> Iterator[Candidate]:
    """Yield the records, if every name has one and no two have the same."""
    found = [one for one in row if one]
    pks = tuple(one.pk for one in found)
    if len(found) == len(row) == len(set(pks)):
        grades = [one.grade for one in found]
        yield Candidate(is_across, max(grades), sum(grades), kind, chart, pks)


def closest_in(rooms: Sequence[shelf.Kinds], kind: str, name: str) -> list[Near | None]:
    """Return the record of each chart that is called so."""
    tails = TAILS if CHINESE.search(name) else TAILS_IN_ENGLISH
    # An English name of two words is one name.
    ends = ("", *tails) if kind == "departments" else ("",)
    whole = [Query((f"{name}{end}",), False) for end in ends]
    return [closest(whole, room[kind]) or closest([read_query(name)], room[kind]) for room in rooms]


def closest(queries: Sequence[Query], place: Names | Texts) -> Near | None:
    """Return the record that one of the queries finds; the first of several equally close."""
    found = [Near(*match) for query in queries for match in matches(place, query, 1)]
    return min((one for one in found if one.grade <= WORST), key=grade, default=None)
