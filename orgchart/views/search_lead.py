"""The page that a question about departments or roles leads to."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from departments.models import Department
from orgchart.names import called
from orgchart.search import Answer
from orgchart.views.compare_sides import address_of
from roles.models import Role


@dataclass(frozen=True)
class Lead:
    """A link: its address, its words, and where the departments or roles stand."""

    address: str
    name: str
    place: str


def lead(found: Answer) -> Lead | None:
    """Return the page of the one that was named, or the comparison of all; else None."""
    if not found.sides:
        return None
    places = dict.fromkeys(place_of(side) for side in found.sides)
    return Lead(page_of(found.sides), words_for(found.sides), " · ".join(places))


def page_of(sides: Sequence[Department] | Sequence[Role]) -> str:
    first, *others = sides
    if not others:
        return first.get_absolute_url()
    if isinstance(first, Role):
        return reverse("role-compare", args=[first.chart.slug, *(one.slug for one in sides)])
    return address_of(first.chart, sides)


def words_for(sides: Sequence[Department] | Sequence[Role]) -> str:
    names = dict(zip(("first", "second", "third"), map(called, sides), strict=False))
    if len(names) == 1:
        return names["first"]
    if len(names) == 2:
        return gettext("%(first)s and %(second)s side by side") % names
    return gettext("%(first)s, %(second)s and %(third)s side by side") % names


def place_of(side: Department | Role) -> str:
    home = f" › {called(side.department)}" if isinstance(side, Role) else ""
    return f"{called(side.chart)}{home}"
