"""Working relationships as one side sees them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from departments.models import Department
from roles.models import Role, WorkingRelationship

GIVES, RECEIVES, BOTH = WorkingRelationship.Direction
MIRRORED = {GIVES: RECEIVES, RECEIVES: GIVES, BOTH: BOTH}
SIGNS = {GIVES: "→", RECEIVES: "←", BOTH: "⇄"}
ENDS = ("role", "department", "counterpart_role", "counterpart_department")
# Departments of roles, which links to pairs of departments need.
HOMES = ("role__department", "counterpart_role__department")


@dataclass(frozen=True)
class Dealing:
    """One side's view: with whom, in which direction, about what."""

    record: WorkingRelationship
    role: Role | None
    department: Department | None
    words: str
    direction: WorkingRelationship.Direction

    @property
    def sign(self) -> str:
        return SIGNS[self.direction]

    @property
    def home(self) -> Department | None:
        """The department on the other side: itself, or that of the role."""
        return self.role.department if self.role else self.department


@dataclass(frozen=True)
class Counterpart:
    """One other side with all that is dealt with it."""

    role: Role | None
    department: Department | None
    words: str
    dealings: list[Dealing]

    @property
    def home(self) -> Department | None:
        """The department on the other side: itself, or that of the role."""
        return self.dealings[0].home


@dataclass(frozen=True)
class Between:
    """A relationship between two departments or their roles, seen from the first."""

    record: WorkingRelationship
    mine: Role | Department
    theirs: Role | Department
    direction: WorkingRelationship.Direction

    @property
    def sign(self) -> str:
        return SIGNS[self.direction]


def own(relationship: WorkingRelationship) -> Dealing:
    """The relationship as its owner has it."""
    return Dealing(
        relationship,
        relationship.counterpart_role,
        relationship.counterpart_department,
        relationship.counterpart_text,
        WorkingRelationship.Direction(relationship.direction),
    )


def mirrored(relationship: WorkingRelationship) -> Dealing:
    """The relationship as the other side has it."""
    return Dealing(
        relationship,
        relationship.role,
        relationship.department,
        "",
        MIRRORED[relationship.direction],
    )


def dealings_of(subject: Role | Department) -> list[Dealing]:
    """All that a role or department has to do with others, whoever's record says so."""
    name = "role" if isinstance(subject, Role) else "department"
    rows = WorkingRelationship.objects.filter(**{name: subject}) | (
        WorkingRelationship.objects.filter(**{f"counterpart_{name}": subject})
    )
    rows = rows.select_related(*ENDS, *HOMES)
    return [own(row) if getattr(row, f"{name}_id") == subject.pk else mirrored(row) for row in rows]


def by_counterpart(dealings: Iterable[Dealing]) -> list[Counterpart]:
    """Gather the dealings with the same other side, in the order of the first of each."""
    found: dict[tuple, Counterpart] = {}
    for one in dealings:
        side = (one.role, one.department, one.words)
        found.setdefault(side, Counterpart(*side, [])).dealings.append(one)
    return list(found.values())


def dealings_between(one: Department, other: Department) -> list[Between]:
    """All that one department and its roles have to do with the other and its roles."""
    there = side(one, "") & side(other, "counterpart_")
    back = side(other, "") & side(one, "counterpart_")
    rows = WorkingRelationship.objects.filter(there | back).select_related(*ENDS, *HOMES)
    return [between(row, one) for row in rows]


def side(department: Department, prefix: str) -> Q:
    """The relationships that have the department or a role of it at this end."""
    return Q(**{f"{prefix}role__department": department}) | Q(**{f"{prefix}department": department})


def between(row: WorkingRelationship, first: Department) -> Between:
    """The relationship as the first department sees it."""
    subject, counterpart = row.subject, row.counterpart
    home = subject.department if isinstance(subject, Role) else subject
    direction = WorkingRelationship.Direction(row.direction)
    if home == first:
        return Between(row, subject, counterpart, direction)
    return Between(row, counterpart, subject, MIRRORED[direction])
