"""An editor decides whether two duties that are worded alike are the same."""

from collections.abc import Sequence

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from departments.models import Chart, Department, DepartmentDuty, Likeness, writing
from orgchart.views.compare import page
from orgchart.views.compare_shown import print_of
from orgchart.views.compare_sides import address_of, find_sides
from orgchart.views.errors import Missing
from orgchart.views.lookup import visible_chart

NEEDED = ("departments.add_likeness", "departments.change_likeness")


@require_POST
def decide(request: HttpRequest, chart_slug: str, **words: str) -> HttpResponse:
    """Remember the verdict on a pair of duties, and go back to the comparison.

    职责 names the pair as the page does: side and key of both; 措辞 is the print of
    the words that the editor saw; 判断 is the verdict.
    """
    chart = visible_chart(request, chart_slug)
    if not request.user.has_perms(NEEDED):
        raise PermissionDenied
    found = find_sides(request, chart, list(words.values()))
    departments = [one for one in found if one]
    if len(departments) < len(found):
        raise Missing(_("One of these departments is no longer there."))
    verdict = request.POST.get("判断")
    if verdict not in Likeness.Verdict.values:
        raise BadRequest(_("The verdict is “same” or “different”."))
    with writing():
        first, second = read_pair(request.POST.get("职责", ""), departments)
        if request.POST.get("措辞") != print_of(first, second):
            return refuse(request, chart, departments, (first, second))
        remember(first, second, verdict, request.user)
    return redirect(f"{address_of(chart, departments)}#similar")


def read_pair(text: str, departments: Sequence[Department]) -> list[DepartmentDuty]:
    """Return the two duties that the form names; 404 where one is gone."""
    named = text.split(" ")
    places = {str(place): one for place, one in enumerate(departments)}
    if len(named) != 4 or not {named[0], named[2]} <= places.keys() or named[0] == named[2]:
        raise BadRequest(_("The pair of duties cannot be read."))
    duties = [
        DepartmentDuty.objects.filter(department=places[place], key=key[:100]).first()
        for place, key in (named[:2], named[2:])
    ]
    if None in duties:
        raise Missing(_("One of these duties is no longer there. Open the comparison again."))
    return [duty for duty in duties if duty]


def refuse(
    request: HttpRequest,
    chart: Chart,
    departments: Sequence[Department],
    duties: tuple[DepartmentDuty, DepartmentDuty],
) -> HttpResponse:
    """Show the comparison as it is now, and that the verdict was given for other words."""
    sentence = _(
        "Nothing was decided: one of these duties has been reworded since you opened the page. "
        "They now read “%(first)s” and “%(second)s”. Decide on these words."
    ) % {"first": duties[0].text, "second": duties[1].text}
    shown = page(chart, departments) | {"refusal": sentence}
    return render(request, "compare.html", shown, status=409)


def remember(first: DepartmentDuty, second: DepartmentDuty, verdict: str, user) -> None:
    """Store the verdict; a later one replaces an earlier one."""
    earlier, later = sorted((first, second), key=lambda duty: duty.pk)
    known = Likeness.objects.filter(first=earlier, second=later).first()
    decision = known or Likeness(first=earlier, second=later)
    decision.verdict, decision.decided_by = verdict, user
    decision.decided_at = timezone.now()
    decision.save()
