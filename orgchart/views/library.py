"""The library that all charts share: functions, articles."""

from itertools import groupby

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from departments.models import (
    Article,
    Chart,
    DepartmentDuty,
    Function,
    HandOff,
    Passage,
    Stage,
)
from orgchart.views.counting import count_of
from orgchart.views.freshness import fresh
from orgchart.views.passages import sections
from roles.models import RoleDuty


@fresh
def function_list(request: HttpRequest) -> HttpResponse:
    """All functions, with how many duties of the visible charts belong to each."""
    charts = Chart.objects.visible_to(request.user)
    functions = Function.objects.annotate(
        department_duty_count=count_of(DepartmentDuty.objects.filter(chart__in=charts), "function"),
        role_duty_count=count_of(RoleDuty.objects.filter(chart__in=charts), "function"),
        hand_off_count=count_of(HandOff.objects.filter(chart__in=charts), "function"),
    )
    return render(request, "function_list.html", {"functions": functions, "here": "functions"})


@fresh
def function(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is responsible for a function, chart by chart."""
    subject = get_object_or_404(Function, slug=slug)
    charts = Chart.objects.visible_to(request.user)
    department_duties = by_chart(
        subject.departmentduty_set.filter(chart__in=charts).select_related("department"),
        "department__tree_id",
        "department__lft",
    )
    role_duties = by_chart(
        subject.roleduty_set.filter(chart__in=charts).select_related("role__department"),
        "role__department__tree_id",
        "role__department__lft",
        "role__position",
        "role__pk",
    )
    hand_offs = by_chart(
        subject.hand_offs.filter(chart__in=charts).select_related("giver", "receiver"),
        "giver__tree_id",
        "giver__lft",
    )
    context = {
        "here": "functions",
        "function": subject,
        "parts": [
            {
                "chart": chart,
                "departments": gathered(department_duties.get(chart.pk, []), "department"),
                "roles": gathered(role_duties.get(chart.pk, []), "role"),
                "hand_offs": hand_offs.get(chart.pk, []),
            }
            for chart in charts
            if {chart.pk} & {*department_duties, *role_duties, *hand_offs}
        ],
        **in_a_row(Function.objects.all(), subject),
    }
    return render(request, "function.html", context)


@fresh
def article_list(request: HttpRequest) -> HttpResponse:
    """The articles to read."""
    articles = Article.objects.annotate(passage_count=count_of(Passage.objects.all(), "article"))
    return render(request, "article_list.html", {"articles": articles, "here": "articles"})


@fresh
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """An article with its passages, section by section."""
    subject = get_object_or_404(Article, slug=slug)
    parts = sections(subject.passages.all())
    context = {
        "here": "articles",
        "article": subject,
        "sections": parts,
        "headings": [part for part in parts if part.title],
        **in_a_row(Article.objects.all(), subject),
    }
    return render(request, "article.html", context)


def by_chart(rows: QuerySet, *order: str) -> dict[int, list]:
    """The rows of each chart in the given order."""
    in_order = rows.order_by("chart", *order, "position", "pk")
    return {chart: list(group) for chart, group in groupby(in_order, key=lambda one: one.chart_id)}


def gathered(duties: list, owner: str) -> list[tuple]:
    """Pairs of an owner and its duties."""
    return [
        (who, list(group)) for who, group in groupby(duties, key=lambda duty: getattr(duty, owner))
    ]


def in_a_row(rows: QuerySet, subject: Function | Stage | Article) -> dict:
    """All records of the kind, and those just before and after this one."""
    records = list(rows)
    place = records.index(subject)
    return {
        "all": records,
        "previous": records[place - 1] if place else None,
        "next": next(iter(records[place + 1 :]), None),
    }
