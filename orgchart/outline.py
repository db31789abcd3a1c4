"""Everything a chart says, as plain frozen values.

The same outline comes out of the tables (`storage.load`) and out of a file
(`documents.as_toml.read`), so that drawing, checking, comparing and exporting
are written once, as functions over it. Records point at each other by key,
never by primary key: a key survives copying, export and import.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every record carries: its identity and where it comes from.

    `basis` is "stated", "inferred" or "derived".
    """

    key: str
    source: str = ""
    basis: str = "stated"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Fact):
    """A numbered item of a department's or a role's duty list.

    `function` is the key of a function, or empty; `involvement` is "lead",
    "take_part", "supply", "take_part_and_supply" or "other".
    """

    text: str
    heading: str = ""
    function: str = ""
    involvement: str = "lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrying:
    """A department duty that a role duty carries out, wholly or in part."""

    duty: str
    extent: str = "full"
    source: str = ""
    basis: str = "stated"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDuty(Duty):
    """A duty of a role, and the department duties it carries."""

    carries: tuple[Carrying, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Fact):
    """A post in a department; `reports_to` is the key of another role.

    `duty_count` is known also where the duties were not read.
    """

    name: str
    slug: str = ""
    name_en: str = ""
    aliases: str = ""
    reports_to: str = ""
    reports_to_basis: str = ""
    purpose: str = ""
    authority: str = ""
    qualifications: str = ""
    indicators: str = ""
    level: str = ""
    headcount: int | None = None
    duties: tuple[RoleDuty, ...] = ()
    duty_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Department(Fact):
    """A unit and all below it.

    `duty_count`, `role_count`, `child_count` and `descendant_count` say how many
    there are, also where a partial load left the things themselves out.
    `placement` is "below" or "beside" its superior's line, as for a staff.
    """

    name: str
    slug: str = ""
    name_en: str = ""
    kind: str = "department"
    aliases: str = ""
    mission: str = ""
    summary: str = ""
    headcount: int | None = None
    branch_layout: str = "inherit"
    placement: str = "below"
    duties: tuple[Duty, ...] = ()
    roles: tuple[Role, ...] = ()
    children: tuple["Department", ...] = ()
    duty_count: int = 0
    role_count: int = 0
    child_count: int = 0
    descendant_count: int = 0

    def walk(self) -> Iterator["Department"]:
        """Yield this department and all below it, parents first, in order."""
        waiting = [self]
        while waiting:
            department = waiting.pop()
            yield department
            waiting.extend(reversed(department.children))


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOff(Fact):
    """What one department gives another; `deliverables` splits the item."""

    giver: str
    receiver: str
    text: str
    deliverables: tuple[str, ...] = ()
    medium: str = ""
    frequency: str = ""
    deadline: str = ""
    function: str = ""
    confirmed_by_giver: bool = False
    confirmed_by_receiver: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Fact):
    """Any other tie: "guides", "evaluates", "collaborates" or "dotted_line"."""

    from_department: str
    to_department: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait(Fact):
    """What one department is like in one aspect."""

    aspect: str
    department: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis(Fact):
    """What a life-cycle stage stresses; `duty` is empty where no duty matches."""

    stage: str
    department: str
    text: str
    duty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingRelationship(Fact):
    """Whom a role (or a whole department) deals with, about what.

    Exactly one of `role` and `department` is the subject; exactly one of the
    `counterpart_…` fields is the other side. `direction` is "gives",
    "receives" or "both", seen from the subject.
    """

    matter: str
    direction: str = "both"
    role: str = ""
    department: str = ""
    counterpart_role: str = ""
    counterpart_department: str = ""
    counterpart_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Fact):
    """One design of the organisation."""

    name: str
    slug: str = ""
    name_en: str = ""
    summary: str = ""
    kind: str = "own"
    status: str = "draft"
    based_on: str = ""
    revision: int = 0
    departments: tuple[Department, ...] = ()
    hand_offs: tuple[HandOff, ...] = ()
    relations: tuple[Relation, ...] = ()
    traits: tuple[Trait, ...] = ()
    emphases: tuple[Emphasis, ...] = ()
    working_relationships: tuple[WorkingRelationship, ...] = ()

    def walk(self) -> Iterator[Department]:
        """Yield every department of the chart, parents first, in order."""
        for root in self.departments:
            yield from root.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Fact):
    """An entry of the shared library: a function, a stage or an aspect."""

    name: str
    slug: str = ""
    name_en: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Fact):
    """A paragraph or list item of an article."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Fact):
    """A reference page."""

    name: str
    slug: str = ""
    name_en: str = ""
    summary: str = ""
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What all charts share."""

    functions: tuple[Term, ...] = ()
    stages: tuple[Term, ...] = ()
    aspects: tuple[Term, ...] = ()
    articles: tuple[Article, ...] = ()
