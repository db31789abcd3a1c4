"""Departments: the list of a chart, and one with all that it does."""

from collections.abc import Iterable
from itertools import chain

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from departments.models import Chart, Department, DepartmentDuty, Emphasis, HandOff, Relation, Trait
from orgchart.views.counting import count_of
from orgchart.views.dealings import by_counterpart, dealings_of
from orgchart.views.department_stage import stage_of
from orgchart.views.duties import add_carriers, grouped
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart
from orgchart.views.nesting import nested
from orgchart.views.pairs import Flow, flows
from orgchart.views.parameters import page_of
from roles.models import Carrying, Role

PAGE_SIZE = 500
# As many siblings on each side are offered for comparison; the choice page has all.
NEAR = 3


@fresh
def department_list(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """All departments of a chart in the order of the tree."""
    chart = visible_chart(request, chart_slug)
    rows = Department.objects.in_chart(chart)
    page = page_of(request, in_tree_order(rows), PAGE_SIZE)
    context = {
        "chart": chart,
        "here": "departments",
        "page": page,
        "lines": nested(page, superiors(page)),
        "outside_count": rows.filter(kind=Department.Kind.OUTSIDE).count(),
    }
    return render(request, "department_list.html", context)


@fresh
def department(request: HttpRequest, chart_slug: str, slug: str) -> HttpResponse:
    """One department: duties, roles, hand-offs, relations, traits, and where it stands."""
    chart = visible_chart(request, chart_slug)
    unit = get_object_or_404(Department.objects.select_related("parent"), chart=chart, slug=slug)
    work = work_of(unit)
    context = {
        "chart": chart,
        "here": "departments",
        "department": unit,
        "ancestors": Department.objects.above(unit),
        **work,
        **stage_of(request, work["duties"], work["emphases"]),
        **ties_of(unit),
        **places_of(unit),
        "elsewhere": Department.objects.filter(
            key=unit.key, chart__in=Chart.objects.visible_to(request.user)
        )
        .exclude(pk=unit.pk)
        .select_related("chart")
        .order_by("chart__position", "chart__pk"),
    }
    return render(request, "department.html", context)


def in_tree_order(departments: QuerySet) -> QuerySet:
    """The departments with their numbers of duties and roles, superiors first."""
    return departments.annotate(
        duty_count=count_of(DepartmentDuty.objects.all(), "department"),
        role_count=count_of(Role.objects.all(), "department"),
    ).order_by("tree_id", "lft")


def superiors(page: Iterable[Department]) -> Iterable[Department]:
    """The superiors of the first department, which an earlier page has shown."""
    first = next(iter(page), None)
    return Department.objects.above(first) if first and first.parent_id else []


def work_of(unit: Department) -> dict:
    """What the department has to do, and who in it does that."""
    duties = list(unit.duties.select_related("function"))
    # Counting drops the model's own order.
    roles = list(
        unit.roles.select_related("reports_to")
        .annotate(duty_count=Count("duties"))
        .order_by("position", "pk")
    )
    add_carriers(duties, Carrying.objects.filter(department_duty__department=unit))
    number = {duty.pk: position for position, duty in enumerate(duties, start=1)}
    emphases = list(Emphasis.objects.filter(department=unit).select_related("stage"))
    for emphasis in emphases:
        emphasis.number = number.get(emphasis.duty_id)
    return {
        "duties": duties,
        "duty_groups": grouped(duties),
        "roles": roles,
        "carried_count": sum(1 for duty in duties if duty.carried_by),
        # Where no role has duties at all, "carried by none" would say nothing.
        "could_carry": any(role.duty_count for role in roles),
        "knows_headcounts": any(role.headcount is not None for role in roles),
        "emphases": emphases,
    }


def ties_of(unit: Department) -> dict:
    """What binds the department to others."""
    hand_offs = HandOff.objects.filter(Q(giver=unit) | Q(receiver=unit))
    relations = Relation.objects.filter(Q(from_department=unit) | Q(to_department=unit))
    both_ways: list[Flow] = flows(hand_offs.select_related("giver", "receiver", "function"))
    dealings = dealings_of(unit)
    given = [flow for flow in both_ways if flow.giver == unit]
    received = [flow for flow in both_ways if flow.receiver == unit]
    return {
        "given": given,
        "given_count": sum(flow.count for flow in given),
        "received": received,
        "received_count": sum(flow.count for flow in received),
        "relations": relations.select_related("from_department", "to_department"),
        "traits": Trait.objects.filter(department=unit).select_related("aspect"),
        "dealings": dealings,
        "counterparts": by_counterpart(dealings),
    }


def places_of(unit: Department) -> dict:
    """What stands below and beside the department, and what to compare it with."""
    beside = Department.objects.in_chart(unit.chart_id).filter(parent=unit.parent_id)
    near = beside.filter(position__range=(unit.position - NEAR, unit.position + NEAR))
    siblings = [one for one in near.order_by("position", "pk") if one != unit]
    children = list(in_tree_order(unit.children.all()))
    candidates = chain([unit.parent] if unit.parent else [], siblings, children)
    return {
        "children": children,
        "previous": next((one for one in reversed(siblings) if one.position < unit.position), None),
        "next": next((one for one in siblings if one.position > unit.position), None),
        "comparable": [one for one in candidates if unit.is_outside or not one.is_outside][:8],
    }
