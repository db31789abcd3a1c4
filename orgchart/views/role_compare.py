"""What is the difference? Two roles of a chart side by side."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from departments.models import Chart, DepartmentDuty, Function
from orgchart import outline, storage
from orgchart.compare import RoleComparison, compare_roles
from orgchart.names import called
from orgchart.views.compare_answer import question
from orgchart.views.compare_choice import by_address
from orgchart.views.compare_shown import MOST_SIMILAR, shown_group, shown_pair
from orgchart.views.compare_sides import Lettered
from orgchart.views.dealings import dealings_of
from orgchart.views.duties import numbers
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart
from orgchart.views.namesakes import distinct_names, places_of, recurring
from orgchart.views.role_choice import FIELDS, ask
from orgchart.views.role_compare_answer import answer
from roles.models import Role

Line = tuple[DepartmentDuty, bool, list[tuple[Lettered, tuple[outline.RoleDuty, ...]]]]


@fresh
def role_compare(request: HttpRequest, chart_slug: str, first: str, second: str) -> HttpResponse:
    """The answer, then duties by function, similar wording, what both carry, and dealings."""
    chart = visible_chart(request, chart_slug)
    found = find_roles(chart, first, second)
    if None in found:
        return ask(request, chart, [first, second], found, status=404)
    if first == second:
        query = urlencode(dict.fromkeys(FIELDS, by_address(first)))
        return redirect(f"{reverse('role-compare-choice', args=[chart.slug])}?{query}")
    roles = [one for one in found if one]
    page = shown(compared(chart, roles), chart, roles)
    context = {
        "chart": chart,
        "here": "roles",
        "question": question([called(side) for side in page["sides"]]),
        "address": reverse("role-compare", args=[chart.slug, first, second]),
        "swapped": reverse("role-compare", args=[chart.slug, second, first]),
        "as_docx": reverse("role-compare-file", args=[chart.slug, first, second, "docx"]),
        "as_xlsx": reverse("role-compare-file", args=[chart.slug, first, second, "xlsx"]),
        **page,
    }
    return render(request, "role_compare.html", context)


def find_roles(chart: Chart, *slugs: str) -> list[Role | None]:
    """Return the roles with these slugs; None where there is none."""
    rows = Role.objects.filter(chart=chart, slug__in=slugs)
    by_slug = {role.slug: role for role in rows.select_related("department", "reports_to")}
    return [by_slug.get(slug) for slug in slugs]


def compared(chart: Chart, roles: Sequence[Role]) -> RoleComparison:
    """Read the roles with their duties, and compare them."""
    homes = {role.department for role in roles}
    said = storage.load(chart, only=list(homes), with_roles=True, with_duties=True)
    by_key = {role.key: role for unit in said.walk() for role in unit.roles}
    first, second = (by_key[role.key] for role in roles)
    return compare_roles(first, second)


def shown(comparison: RoleComparison, chart: Chart, roles: Sequence[Role]) -> dict:
    """Return what the template shows of the comparison."""
    sides = lettered(chart, roles)
    functions = {function.key: function for function in Function.objects.all()}
    dealings = [dealings_of(role) for role in roles]
    mutual = sum(one.role == roles[1] for one in dealings[0])
    return {
        "sides": sides,
        "comparison": comparison,
        "answer": answer(comparison, roles, [called(side) for side in sides], mutual),
        "cards": list(zip(sides, roles, comparison.roles, dealings, strict=True)),
        "has_duties": any(group.rows for group in comparison.groups),
        "silent": [sides[place] for place in comparison.silent],
        "groups": [
            shown_group(group, sides, functions, comparison.silent)
            for group in comparison.comparable
        ],
        "similar": [
            shown_pair(pair, sides, functions) for pair in comparison.similar[:MOST_SIMILAR]
        ],
        "carried": carried(comparison, chart, sides),
    }


def lettered(chart: Chart, roles: Sequence[Role]) -> list[Lettered]:
    """Return the sides; roles of one name say where they are."""
    for role in roles:
        role.chart = chart
    names = distinct_names(roles, places_of(recurring(roles)))
    return [Lettered(place, *both) for place, both in enumerate(names)]


def carried(comparison: RoleComparison, chart: Chart, sides: Sequence[Lettered]) -> list[Line]:
    """Return the department duties that the roles carry out, numbered, and by which duties."""
    keys = [row.duty for row in comparison.carried]
    duties = DepartmentDuty.objects.in_chart(chart).filter(key__in=keys)
    by_key = {duty.key: duty for duty in duties.select_related("department")}
    owners = DepartmentDuty.objects.filter(
        department__in=[one.department_id for one in by_key.values()]
    )
    number = numbers(owners, "department")
    for duty in by_key.values():
        duty.number = number[duty.pk]
    return [
        (by_key[row.duty], row.is_shared, list(zip(sides, row.carriers, strict=True)))
        for row in comparison.carried
    ]
