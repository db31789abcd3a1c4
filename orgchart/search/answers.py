"""Answers to questions, made of what the charts say and of nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.db.models import Model, Q, QuerySet

from departments.models import (
    Chart,
    Department,
    DepartmentDuty,
    Function,
    HandOff,
    Involvement,
)
from orgchart.search.finding import Found, find
from orgchart.search.query import read_query
from orgchart.search.questions import Kind, Question
from orgchart.search.sides import sides
from roles.models import Role, RoleDuty, WorkingRelationship

MOST = 6
# So many duties are looked at to choose from.
MOST_READ = 60
# Who has a duty of each kind.
OWNERS = {"department_duties": "department", "role_duties": "role"}
MODELS = {"department_duties": DepartmentDuty, "role_duties": RoleDuty}
# Better matches of a name are lower; from here on it is pinyin or a description.
WORST_NAME = 8


class Told(NamedTuple):
    """A duty: whose it is, what its owner is called, and its words."""

    pk: int
    owner: int
    name: str
    text: str


@dataclass(frozen=True)
class Answer:
    """What is known: records to link to, by what they are; empty parts are left out."""

    kind: Kind
    subject: str
    functions: Sequence[Function] = ()
    department_duties: Sequence[DepartmentDuty] = ()
    role_duties: Sequence[RoleDuty] = ()
    hand_offs: Sequence[HandOff] = ()
    dealings: Sequence[WorkingRelationship] = ()
    # The departments or the roles that were named.
    sides: Sequence[Department] | Sequence[Role] = ()


def answer(question: Question, charts: Sequence[Chart]) -> Answer | None:
    """Return what the charts say to the question; None where they say nothing."""
    if question.named:
        found = sides(question.named, charts)
        return Answer(question.kind, "".join(question.subjects), sides=found) if found else None
    ask = who if question.kind is Kind.WHO else partners
    answers = (ask(subject, charts) for subject in question.subjects)
    return next((one for one in answers if one), None)


def who(subject: str, charts: Sequence[Chart]) -> Answer | None:
    """Who leads the function of that name; else whose duties say the words."""
    kinds = ("functions", *OWNERS)
    found = find(read_query(subject), charts, kinds, MOST_READ)
    functions = named(found["functions"])
    duties = {}
    for kind in OWNERS:
        if functions:
            led = Q(function__in=functions, involvement=Involvement.LEAD)
            said = told(kind, in_order(MODELS[kind], led, charts))
        else:
            said = leading(found[kind])
        chosen = plainest_by_owner(said, called=subject if kind == "role_duties" else "")
        duties[kind] = replace(found[kind], pks=chosen).rows(MOST)
    if not (functions or any(duties.values())):
        return None
    return Answer(Kind.WHO, subject, functions, **duties)


def partners(subject: str, charts: Sequence[Chart]) -> Answer | None:
    """Who gives whom what about it, and which roles deal with each other about it."""
    query = read_query(subject)
    found = find(query, charts, ("functions", "hand_offs"), MOST_READ)
    said = found["hand_offs"].rows(MOST)
    functions = named(found["functions"])
    if functions:
        known = {one.pk for one in said}
        also = in_order(HandOff, Q(function__in=functions), charts)[: MOST + len(said)]
        said += [one for one in also if one.pk not in known][: MOST - len(said)]
    dealings = list(dealings_about(query.sought, charts)[:MOST])
    for dealing in dealings:
        # Its address names the chart, which is at hand.
        dealing.subject.chart = dealing.chart
    if not (said or dealings):
        return None
    return Answer(Kind.PARTNERS, subject, functions, hand_offs=said, dealings=dealings)


def named(found: Found) -> list[Function]:
    """The functions that are called so; a description that says the word is no name."""
    return [
        row
        for row, grade in zip(found.rows(MOST), found.grades, strict=False)
        if grade <= WORST_NAME
    ]


def leading(found: Found) -> list[Told]:
    """The duties of those who lead, the best matches first."""
    wanted = found.pks[:MOST_READ]
    if not wanted:
        return []
    led = MODELS[found.kind].objects.filter(pk__in=wanted, involvement=Involvement.LEAD)
    read = {duty.pk: duty for duty in told(found.kind, led)}
    return [read[pk] for pk in wanted if pk in read]


def told(kind: str, duties: QuerySet) -> list[Told]:
    """Read what is chosen by, and no more: most of the duties are not shown."""
    owner = OWNERS[kind]
    return [Told(*row) for row in duties.values_list("pk", owner, f"{owner}__name", "text")]


def plainest_by_owner(duties: Sequence[Told], called: str = "") -> list[int]:
    """Return the keys of one duty of each owner, of the first owners only.

    Of several duties the shortest says it most plainly, of those that say the
    word. Owners whose own name says the word come first, then such duties.
    """
    plainest: dict[int, Told] = {}
    for duty in sorted(duties, key=lambda duty: (called not in duty.text, len(duty.text))):
        plainest.setdefault(duty.owner, duty)
    found = sorted(
        (plainest[owner] for owner in dict.fromkeys(duty.owner for duty in duties)),
        key=lambda duty: (called not in duty.name, called not in duty.text),
    )
    return [duty.pk for duty in found[:MOST]]


# Where in its chart a record stands, and what is shown beside it.
PLACES = {
    DepartmentDuty: ("department", ("department__tree_id", "department__lft")),
    RoleDuty: ("role__department", ("role__department__tree_id", "role__department__lft")),
    HandOff: ("giver", ("giver__tree_id", "giver__lft")),
}


def in_order(model: type[Model], wanted: Q, charts: Sequence[Chart]) -> QuerySet:
    """The wanted records in the order of their charts and trees."""
    place, order = PLACES[model]
    shown = {"chart", place} | ({"receiver"} if model is HandOff else set())
    rows = model.objects.filter(wanted, chart__in=charts).select_related(*shown)
    return rows.order_by("chart__position", "chart", *order, "position", "pk")[:MOST_READ]


def dealings_about(words: Sequence, charts: Sequence[Chart]) -> QuerySet:
    rows = WorkingRelationship.objects.filter(chart__in=charts)
    for word in words:
        said = Q()
        for way in (word.plain, *word.others):
            said |= Q(matter__icontains=way)
        rows = rows.filter(said)
    sides = ("role", "department", "counterpart_role", "counterpart_department", "chart")
    return rows.select_related(*sides).order_by("chart__position", "chart", "position", "pk")
