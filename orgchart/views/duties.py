"""Numbering duty lists, and telling which roles carry what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from departments.models import DepartmentDuty
from roles.models import Carrying, Role, RoleDuty


@dataclass(frozen=True)
class DutyGroup:
    """Neighbouring duties under one heading; numbers run on from group to group."""

    heading: str
    first: int
    duties: list


def grouped(duties: Iterable) -> list[DutyGroup]:
    """Number the duties 1, 2, … and part them where the heading changes."""
    numbered = list(duties)
    for number, duty in enumerate(numbered, start=1):
        duty.number = number
    return [
        DutyGroup(heading, members[0].number, members)
        for heading, group in groupby(numbered, key=lambda duty: duty.heading)
        for members in [list(group)]
    ]


def numbers(duties: QuerySet, owner: str) -> dict[int, int]:
    """Return the number of each duty within its owner's list, by primary key."""
    found: dict[int, int] = {}
    counted: dict[int, int] = defaultdict(int)
    for key, owner_id in duties.order_by("position", "pk").values_list("pk", owner):
        counted[owner_id] += 1
        found[key] = counted[owner_id]
    return found


@dataclass(frozen=True)
class Carried:
    """Duties of one role that carry a duty alike, so that one line says it."""

    role: Role
    carrying: Carrying
    numbers: list[int]


def add_carriers(duties: list[DepartmentDuty], carryings: QuerySet) -> None:
    """Give each duty its `carried_by`: who carries it, in the roles' order."""
    in_order = carryings.select_related("role_duty__role").order_by(
        "role_duty__role__position", "role_duty__role__pk", "role_duty__position", "role_duty__pk"
    )
    roles = Role.objects.filter(duties__carryings__in=carryings)
    number = numbers(RoleDuty.objects.filter(role__in=roles), "role")
    carryings_of = defaultdict(list)
    for carrying in in_order:
        carryings_of[carrying.department_duty_id].append(carrying)
    for duty in duties:
        duty.carried_by = [
            Carried(role, group[0], [number[one.role_duty_id] for one in group])
            for (role, *_alike), members in groupby(carryings_of[duty.pk], key=alike)
            for group in [list(members)]
        ]


def alike(carrying: Carrying) -> tuple:
    """What carryings have in common that are told together."""
    fact = (carrying.source, carrying.basis, carrying.note)
    return carrying.role_duty.role, carrying.extent, *fact


def add_carried(duties: list[RoleDuty], role: Role) -> None:
    """Give each duty of the role its `carries_out`: numbered duties of departments."""
    carryings = Carrying.objects.filter(role_duty__role=role)
    owners = DepartmentDuty.objects.filter(carryings__in=carryings).values("department")
    number = numbers(DepartmentDuty.objects.filter(department__in=owners), "department")
    carries_out = defaultdict(list)
    for carrying in carryings.select_related("department_duty__department"):
        carrying.department_duty.number = number[carrying.department_duty_id]
        carries_out[carrying.role_duty_id].append(carrying)
    for duty in duties:
        duty.carries_out = carries_out[duty.pk]
