"""Choosing two roles of a chart to compare."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from departments.models import Chart
from orgchart.views.compare_choice import Candidate, by_address
from orgchart.views.compare_sides import Lettered
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart
from orgchart.views.namesakes import ADDRESS, MOST_CANDIDATES, name_in, role_labels
from orgchart.views.parameters import parameter
from roles.models import Role

FIELDS = ("甲", "乙")
LONGEST_NAME = 200
# Enough to offer; the fields find any other by its name.
MOST_SUGGESTIONS = 300


@dataclass(frozen=True)
class Doubt:
    """A name that several roles have, and each with the address of the form that has it chosen."""

    name: str
    candidates: list[Candidate]


@fresh
def role_choice(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """Ask for two roles of the chart, or go to the page that compares them."""
    chart = visible_chart(request, chart_slug)
    names = [parameter(request, field).strip()[:LONGEST_NAME] for field in FIELDS]
    meant = [named(chart, name) for name in names]
    found = [roles[0] if len(roles) == 1 else None for roles in meant]
    chosen = {one.slug for one in found if one}
    if len(chosen) == len(FIELDS):
        return redirect("role-compare", chart.slug, *(one.slug for one in found if one))
    return ask(request, chart, names, found, doubts=doubts(names, meant))


def ask(
    request: HttpRequest,
    chart: Chart,
    names: Sequence[str],
    found: Sequence[Role | None],
    status: int = 200,
    doubts: Sequence[Doubt] = (),
) -> HttpResponse:
    """Show the form with what was typed, and say what is wrong with it."""
    typed = [
        shown_name(chart, one, name) if one else name[:LONGEST_NAME]
        for name, one in zip(names, found, strict=True)
    ]
    doubted = {doubt.name for doubt in doubts}
    sides = [Lettered(place, "", "") for place in range(len(FIELDS))]
    roles = list(
        Role.objects.in_chart(chart)
        .select_related("department")
        .order_by("department__tree_id", "department__lft", "position")[:MOST_SUGGESTIONS]
    )
    context = {
        "chart": chart,
        "here": "roles",
        "fields": list(zip(FIELDS, sides, typed, strict=True)),
        "doubts": doubts,
        "unknown": [
            name
            for name, one in zip(typed, found, strict=True)
            if name and not one and name not in doubted
        ],
        "is_same": None not in found and found[0] == found[1],
        "roles": list(role_labels(roles).values()),
    }
    return render(request, "role_compare_choice.html", context, status=status)


def doubts(names: Sequence[str], meant: Sequence[list[Role]]) -> list[Doubt]:
    """Return the fields whose name several roles have."""
    typed = {field: name for field, name in zip(FIELDS, names, strict=True) if name}
    found = []
    for field, name, roles in zip(FIELDS, names, meant, strict=True):
        labels = role_labels(roles) if len(roles) > 1 else {}
        candidates = [
            Candidate(labels[one.pk], "?" + urlencode(typed | {field: by_address(one.slug)}))
            for one in roles
            if labels
        ]
        found += [Doubt(name, candidates)] if candidates else []
    return found


def shown_name(chart: Chart, role: Role, name: str) -> str:
    """Return what the field shows: a name also where an address was given."""
    if not name.startswith(ADDRESS):
        return name[:LONGEST_NAME]
    # Where very many have the name, it may not be among the first.
    alike = dict.fromkeys([role, *called_alike(chart, role.name)])
    return role_labels(list(alike))[role.pk]


def named(chart: Chart, name: str) -> list[Role]:
    """Return the roles of this name, address, English name or label, if one is given."""
    if not name:
        return []
    roles = Role.objects.in_chart(chart).select_related("department")
    if name.startswith(ADDRESS):
        return list(roles.filter(slug=name.removeprefix(ADDRESS)))
    return list(called_alike(chart, name)) or list(roles.filter(slug=name)) or labelled(chart, name)


def called_alike(chart: Chart, name: str) -> QuerySet[Role]:
    roles = Role.objects.in_chart(chart).select_related("department")
    return roles.filter(Q(name=name) | Q(name_en__iexact=name))[:MOST_CANDIDATES]


def labelled(chart: Chart, label: str) -> list[Role]:
    """Return those whose name has this addition: 组长（华东组）."""
    name = name_in(label)
    roles = list(called_alike(chart, name)) if name else []
    labels = role_labels(roles)
    return [one for one in roles if labels[one.pk] == label]
