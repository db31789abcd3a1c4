"""Answers while one types into the search field: a few of each kind, as JSON."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from departments.models import Chart
from orgchart.names import called
from orgchart.search import Answer, answer, find, read_query, read_question
from orgchart.views.parameters import parameter
from orgchart.views.search import KINDS, searched_charts
from orgchart.views.search_lead import lead

# How many of each kind are offered, in this order.
OFFERED = {
    "departments": 4,
    "roles": 3,
    "functions": 2,
    "department_duties": 2,
    "role_duties": 1,
    "hand_offs": 1,
}
# Charts often have departments of one name; the first of them is enough here.
READ = 8
LONGEST_TEXT = 60


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Return what the typed words may mean, the best first, each with its address."""
    text = parameter(request, "q")
    chosen, charts, _is_unknown = searched_charts(request)
    offered = list(offers(text, charts, chosen)) if read_query(text).words else []
    number = len(offered)
    said = ngettext("%(number)s suggestion", "%(number)s suggestions", number)
    response = JsonResponse({"suggestions": offered, "status": said % {"number": number}})
    # It depends on who asks, and on what the charts say by now.
    patch_cache_control(response, private=True, no_cache=True)
    return response


def offers(text: str, charts: Sequence[Chart], chosen: Chart | None) -> Iterator[dict[str, str]]:
    """Yield suggestions: the page that answers a question, then matches by kind."""
    question, query = read_question(text), read_query(text)
    found = answer(question, charts) if question else None
    if found:
        yield answering(found, " ".join(text.split()), chosen)
        query = read_query(found.subject)
    for kind, matches in find(query, charts, tuple(OFFERED), READ).items():
        seen: set[str] = set()
        for row in matches.rows(READ if kind in ("departments", "roles") else OFFERED[kind]):
            name, place, address = SHOWN[kind](row)
            if name not in seen and len(seen) < OFFERED[kind]:
                seen.add(name)
                yield offer(str(KINDS[kind][0]), name, place, address)


def offer(kind: str, name: str, place: str, address: str) -> dict[str, str]:
    return {"kind": kind, "name": name, "place": place, "address": address}


def answering(found: Answer, asked: str, chosen: Chart | None) -> dict[str, str]:
    """Return the suggestion that leads to the answer: its own page, or the page of results."""
    page = lead(found)
    if page:
        return offer(gettext("Answer"), page.name, page.place, page.address)
    parameters = {"q": asked} | ({"方案": chosen.slug} if chosen else {})
    address = f"{reverse('search')}?{urlencode(parameters)}"
    leaders = [called(duty.department) for duty in found.department_duties]
    leaders += [called(duty.role) for duty in found.role_duties]
    pairs = [f"{called(one.giver)} → {called(one.receiver)}" for one in found.hand_offs]
    place = " · ".join(dict.fromkeys([*leaders, *pairs]))
    return offer(gettext("Answer"), asked, place[:LONGEST_TEXT], address)


def beside(row: Any, place: str) -> str:
    """Return the Chinese name before the place where the page calls the record otherwise."""
    return " · ".join(filter(None, [row.name if called(row) != row.name else "", place]))


def shown_department(row: Any) -> tuple[str, str, str]:
    return called(row), beside(row, called(row.chart)), row.get_absolute_url()


def shown_role(row: Any) -> tuple[str, str, str]:
    place = f"{called(row.chart)} › {called(row.department)}"
    return called(row), beside(row, place), row.get_absolute_url()


def shown_function(row: Any) -> tuple[str, str, str]:
    return called(row), beside(row, row.description[:LONGEST_TEXT]), row.get_absolute_url()


def shown_department_duty(row: Any) -> tuple[str, str, str]:
    address = reverse("department", args=[row.chart.slug, row.department.slug])
    place = f"{called(row.chart)} › {called(row.department)}"
    return row.text[:LONGEST_TEXT], place, f"{address}#duties"


def shown_role_duty(row: Any) -> tuple[str, str, str]:
    address = reverse("role", args=[row.chart.slug, row.role.slug])
    return row.text[:LONGEST_TEXT], f"{called(row.chart)} › {called(row.role)}", f"{address}#duties"


def shown_hand_off(row: Any) -> tuple[str, str, str]:
    ends = [row.chart.slug, row.giver.slug, row.receiver.slug]
    place = f"{called(row.giver)} → {called(row.receiver)}"
    return row.text[:LONGEST_TEXT], place, reverse("hand-off-pair", args=ends)


# For each kind: what a match is called, where it stands, and its address.
SHOWN: dict[str, Callable[[Any], tuple[str, str, str]]] = {
    "departments": shown_department,
    "roles": shown_role,
    "functions": shown_function,
    "department_duties": shown_department_duty,
    "role_duties": shown_role_duty,
    "hand_offs": shown_hand_off,
}
