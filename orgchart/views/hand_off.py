"""Hand-offs: who gives what to whom in a chart, and between two of its departments."""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from departments.models import Chart, Department, HandOff, Relation
from orgchart import exchange, storage
from orgchart.views.dealings import dealings_between
from orgchart.views.freshness import fresh
from orgchart.views.hand_off_choice import (
    EVERY_DEPARTMENT,
    GIVER,
    NAMES,
    ONE_WAY,
    RECEIVER,
    UNCONFIRMED,
    UNSAID,
    Choice,
    read_choice,
)
from orgchart.views.hand_off_pictures import map_of, pair_of
from orgchart.views.lookup import visible_chart
from orgchart.views.pairs import Flow, Pair, flows, with_records
from orgchart.views.parameters import page_of

# A wider table of numbers is no overview any more.
WIDEST = 40
PAGE_SIZE = 40
# As many items of a direction stand in the list, and on the page of their pair.
MOST_LISTED = 20
MOST_OF_PAIR = 300
# Enough to offer; the fields find any other by its name.
MOST_SUGGESTIONS = 200


@fresh
def hand_off_list(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """The numbers between all departments, a picture, the items by pair, other relations."""
    chart = visible_chart(request, chart_slug)
    said = storage.load(chart, ties=["hand_offs"])
    every = exchange.flows(said)
    choice = read_choice(request, said)
    scope = choice.scope(every)
    shown = choice.of(scope)
    page = page_of(request, exchange.pairs(shown), PAGE_SIZE)
    context = {
        "chart": chart,
        "here": "hand-offs",
        "choice": choice,
        "has_any": bool(every),
        "summary": exchange.summary(shown),
        "everything": choice.seen("").query,
        "every_department": choice.seen(EVERY_DEPARTMENT).query,
        "views": views(choice, exchange.summary(scope)),
        "page": page,
        "kept": f"{choice.query[1:]}&" if choice.query != "?" else "",
        "pairs": listed(chart, page),
        "shows_confirmation": any(
            item.confirmed_by_giver or item.confirmed_by_receiver
            for flow in every
            for item in flow.items
        ),
        "names": exchange.taking_part(said, every)[:MOST_SUGGESTIONS],
        "branches": [unit for unit in said.walk() if unit.children][:MOST_SUGGESTIONS],
    }
    if page.number == 1:
        units = choice.departments(said, shown)
        table = exchange.table(units, shown, every, WIDEST)
        context |= {
            "table": table,
            "rows": [(row, choice.with_end(GIVER, row.giver).query) for row in table.rows],
            "sums": [
                (unit, number, choice.with_end(RECEIVER, unit).query)
                for unit, number in table.received
            ],
            "picture": map_of(chart, said, shown),
            "relations": relations_of(chart, choice),
        }
    return render(request, "hand_off_list.html", context)


@fresh
def hand_off_pair(request: HttpRequest, chart_slug: str, first: str, second: str) -> HttpResponse:
    """Two departments: what each gives the other, and what their roles deal with."""
    chart = visible_chart(request, chart_slug)
    if first == second:
        return redirect(f"{request.path.removesuffix(f'{first}/{second}/')}?部门={first}")
    one, other = both(chart, first, second)
    hand_offs = (
        HandOff.objects.in_chart(chart)
        .filter(Q(giver=one, receiver=other) | Q(giver=other, receiver=one))
        .select_related("giver", "receiver", "function")
    )
    ways = {flow.giver: flow for flow in flows(hand_offs)}
    there, back = ways.get(one), ways.get(other)
    context = {
        "chart": chart,
        "here": "hand-offs",
        "first": one,
        "second": other,
        "picture": pair_of(one, other, there, back),
        "directions": [
            ("out", one, other, shortened(there)),
            ("in", other, one, shortened(back)),
        ],
        "is_one_way": bool(there) != bool(back),
        "dealings": dealings_between(one, other),
        "relations": Relation.objects.filter(
            Q(from_department=one, to_department=other)
            | Q(from_department=other, to_department=one)
        ).select_related("from_department", "to_department"),
    }
    return render(request, "hand_off_pair.html", context)


def relations_of(chart: Chart, choice: Choice) -> QuerySet[Relation]:
    """Return the relations in which all that the choice names take part, at either end."""
    found = Relation.objects.in_chart(chart).select_related("from_department", "to_department")
    for keys in choice.ends():
        found = found.filter(Q(from_department__key__in=keys) | Q(to_department__key__in=keys))
    return found


def views(choice: Choice, summary: exchange.Summary) -> list[dict]:
    """Return what may be looked at alone, each with its number and address."""
    numbers = {ONE_WAY: summary.one_way, UNCONFIRMED: summary.unconfirmed}
    numbers |= {UNSAID[part]: number for part, number in summary.unsaid}
    return [
        {
            "name": name,
            "label": NAMES[name],
            "number": number,
            "address": choice.seen(name).query,
            "is_on": choice.view == name,
        }
        for name, number in numbers.items()
    ]


def listed(chart: Chart, pairs: list[exchange.Pair]) -> list[Pair]:
    """Return the pairs with their records, read in one query."""
    keys = [item.key for pair in pairs for flow in pair.flows for item in flow.items[:MOST_LISTED]]
    records = HandOff.objects.in_chart(chart).filter(key__in=keys)
    records = records.select_related("giver", "receiver", "function")
    return with_records(pairs, {record.key: record for record in records}, MOST_LISTED)


def both(chart: Chart, first: str, second: str) -> tuple[Department, Department]:
    """Return the departments at two addresses of the chart; 404 if one is not there."""
    found = {
        unit.slug: unit for unit in Department.objects.filter(chart=chart, slug__in=[first, second])
    }
    if len(found) < 2:
        raise Http404
    return found[first], found[second]


def shortened(flow: Flow | None) -> Flow | None:
    """Return the direction with no more items than a page can take."""
    if flow:
        flow.more = max(len(flow.items) - MOST_OF_PAIR, 0)
        flow.items = flow.items[:MOST_OF_PAIR]
    return flow
