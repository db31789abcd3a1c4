"""Roles: the list of a chart, and one with its duties and whom it deals with."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from departments.models import Basis, Chart
from orgchart.views.counting import count_of
from orgchart.views.dealings import by_counterpart, dealings_of
from orgchart.views.duties import add_carried, grouped
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart
from orgchart.views.parameters import page_of
from roles.models import Role, RoleDuty

PAGE_SIZE = 500
# As many colleagues on each side are offered for comparison; the choice page has all.
NEAR = 3


@fresh
def role_list(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """All roles of a chart, by department in the order of the tree."""
    chart = visible_chart(request, chart_slug)
    roles = Role.objects.in_chart(chart)
    rows = (
        roles.select_related("department", "reports_to")
        .annotate(duty_count=count_of(RoleDuty.objects.all(), "role"))
        .order_by("department__tree_id", "department__lft", "position", "pk")
    )
    context = {
        "chart": chart,
        "here": "roles",
        "page": page_of(request, rows, PAGE_SIZE),
        **roles.aggregate(
            department_count=Count("department", distinct=True), headcounts=Count("headcount")
        ),
    }
    return render(request, "role_list.html", context)


@fresh
def role(request: HttpRequest, chart_slug: str, slug: str) -> HttpResponse:
    """One role: where it stands, what it does, whom it deals with."""
    chart = visible_chart(request, chart_slug)
    post = get_object_or_404(
        Role.objects.select_related("department", "reports_to"), chart=chart, slug=slug
    )
    duties = list(post.duties.select_related("function"))
    add_carried(duties, post)
    dealings = dealings_of(post)
    context = {
        "chart": chart,
        "here": "roles",
        "role": post,
        "basis_of_superior": Basis(post.reports_to_basis).label if post.reports_to_basis else "",
        "ancestors": type(post.department).objects.above(post.department),
        "duties": duties,
        "duty_groups": grouped(duties),
        "reports": post.reports.all(),
        "dealings": dealings,
        "counterparts": by_counterpart(dealings),
        "elsewhere": Role.objects.filter(
            key=post.key, chart__in=Chart.objects.visible_to(request.user)
        )
        .exclude(pk=post.pk)
        .select_related("chart", "department")
        .order_by("chart__position", "chart__pk"),
        **neighbours(post),
    }
    return render(request, "role.html", context)


def neighbours(post: Role) -> dict:
    """The roles of the same department, and those just before and after this one."""
    colleagues = list(Role.objects.filter(department=post.department_id))
    place = colleagues.index(post)
    near = colleagues[max(place - NEAR, 0) : place + NEAR + 1]
    return {
        "colleagues": colleagues,
        "comparable": [one for one in near if one != post],
        "previous": colleagues[place - 1] if place else None,
        "next": next(iter(colleagues[place + 1 :]), None),
    }
