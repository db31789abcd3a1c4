"""Searching all charts, or one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from departments.models import Chart
from orgchart.search import Query, answer, find, marks, read_query, read_question
from orgchart.views.dealings import own
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_charts
from orgchart.views.parameters import parameter
from orgchart.views.search_lead import lead

MOST_SHOWN = 20
# What each kind of match is called, and the template of its lines.
KINDS = {
    "departments": (_("Departments"), "_hit_department.html"),
    "roles": (_("Roles"), "_hit_role.html"),
    "department_duties": (_("Duties of departments"), "_hit_department_duty.html"),
    "role_duties": (_("Duties of roles"), "_hit_role_duty.html"),
    "functions": (_("Functions"), "_hit_function.html"),
    "hand_offs": (_("Hand-offs"), "_hit_hand_off.html"),
    "passages": (_("Reference pages"), "_hit_passage.html"),
}
# Kinds whose records have a name, which may be typed in pinyin.
NAMED = {"departments", "roles", "functions"}


@dataclass(frozen=True)
class Group:
    """The first matches of one kind, and how many there are in all."""

    kind: str
    title: str
    template: str
    rows: list
    total: int


@fresh
def search(request: HttpRequest) -> HttpResponse:
    """What the words occur in, by kind; nothing of charts that the visitor may not read.

    A question is answered above the matches of its words, or of what it asks about.
    """
    text = parameter(request, "q")
    query = read_query(text)
    chosen, charts, is_unknown = searched_charts(request)
    # A question may have more words than are looked for.
    question = read_question(text)
    found = answer(question, charts) if question else None
    shown, looked_for = groups(query, charts), query
    if found and found.subject and not shown:
        looked_for = read_query(found.subject)
        shown = groups(looked_for, charts)
    context = {
        "here": "search",
        "query": str(query),
        "looked_for": str(looked_for),
        "words": marks(looked_for, names(shown)),
        "is_cut": query.is_cut,
        "chart": chosen,
        "chart_is_unknown": is_unknown,
        "answer": found,
        "lead": lead(found) if found else None,
        "dealings": [own(one) for one in found.dealings] if found else [],
        "groups": shown,
        "total": sum(group.total for group in shown),
    }
    return render(request, "search.html", context)


def searched_charts(request: HttpRequest) -> tuple[Chart | None, list[Chart], bool]:
    """Return the chosen chart, the charts to search, and whether an unknown one was named."""
    charts = visible_charts(request)
    slug = parameter(request, "方案", "chart")
    chosen = next((chart for chart in charts if slug and chart.slug == slug), None)
    return chosen, [chosen] if chosen else charts, bool(slug) and chosen is None


def groups(query: Query, charts: Sequence[Chart]) -> list[Group]:
    """The matches by kind, kinds without a match left out."""
    return [
        Group(kind, *KINDS[kind], found.rows(MOST_SHOWN), len(found.pks))
        for kind, found in find(query, charts).items()
        if found.pks
    ]


def names(shown: list[Group]) -> list[str]:
    """All names that are shown, in which pinyin may be marked."""
    rows = [row for group in shown if group.kind in NAMED for row in group.rows]
    return [name for row in rows for name in (row.name, *getattr(row, "alias_list", ()))]
