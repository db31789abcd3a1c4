"""From tables to outlines, reading no more than is asked for."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import Count, F, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from departments import models
from orgchart import outline
from orgchart.storage.opening import Opening
from orgchart.storage.part import FACT, Part, take
from orgchart.storage.ties import TIES
from orgchart.storage.walking import COLUMNS, COUNTED, DEPARTMENT, walk
from roles.models import Carrying, Role, RoleDuty

DUTY = (*FACT, "text", "heading", "involvement")
ROLE = (
    *FACT,
    *("name", "slug", "name_en", "aliases", "reports_to_basis", "purpose", "authority"),
    *("qualifications", "indicators", "level", "headcount"),
)


def load(
    chart: models.Chart,
    *,
    root: models.Department | None = None,
    depth: int | None = None,
    only: Sequence[models.Department] | None = None,
    opened: Collection[str] = (),
    closed: Collection[str] = (),
    most: int | None = None,
    with_duties: bool = False,
    with_roles: bool = False,
    ties: Iterable[str] = (),
) -> outline.Chart:
    """Return what the chart says, or the part of it that is asked for.

    `root` limits it to one department and what is below; `depth` to so many
    levels (1: the first only); `only` to exactly these departments, each
    without those below it. `closed` are slugs of departments below which
    nothing is read, `opened` of those whose children are read although the
    depth would leave them out. Levels end before the one that would bring more
    than `most` departments, but the first is always read. Without `with_duties`
    and `with_roles` only their numbers are read. `ties` names the parts to add
    of `ALL_TIES`: those between departments that are read. The number of
    queries does not depend on the size, nor on what is open.
    """
    opening = Opening(depth, frozenset(opened), frozenset(closed))
    rows = _rows(chart, root, opening, most) if only is None else _chosen(chart, only)
    whole = root is None and depth is None and only is None and not closed and most is None
    ids = None if whole else [row["id"] for row in rows]
    part = Part(chart, ids)
    duties = _duties(part) if with_duties else {}
    roles = _roles(part, with_duties) if with_roles else {}
    departments = _forest(rows, duties, roles)
    tied = {name: tuple(TIES[name](part)) for name in ties}
    return outline.Chart(
        **{name: getattr(chart, name) for name in (*FACT, "name", "slug", "name_en", "summary")},
        kind=chart.kind,
        status=chart.status,
        revision=chart.revision,
        based_on=chart.based_on.key if chart.based_on else "",
        departments=departments,
        **tied,
    )


def _rows(
    chart: models.Chart,
    root: models.Department | None,
    opening: Opening,
    most: int | None,
) -> list[dict[str, Any]]:
    """Return department rows, parents before children, siblings in order."""
    if opening.depth == 0:
        return []
    if most or opening.depth or opening.closed:
        return walk(chart, root, opening, most)
    # All of it is read without a walk.
    rows = _counted(models.Department.objects.filter(chart=chart))
    part = rows if root is None else _below(rows, root)
    return list(part.order_by("level", "position", "pk").values(*COLUMNS))


def _counted(rows: QuerySet) -> QuerySet:
    """Add the numbers of what is inside, which an index gives for each row that is read."""
    return rows.annotate(**{name: _number_of(*counted) for name, counted in COUNTED.items()})


def _number_of(model: type[Model], owner: str) -> Coalesce:
    rows = model.objects.filter(**{owner: OuterRef("pk")}).order_by().values(owner)
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


def _below(rows: QuerySet, root: models.Department) -> QuerySet:
    """Return the rows of the root's branch, wherever it stands by now."""
    here = models.Department.objects.filter(pk=root.pk).order_by()
    edge = {name: here.values(name)[:1] for name in ("tree_id", "lft", "rght")}
    return rows.filter(tree_id=edge["tree_id"], lft__gte=edge["lft"], rght__lte=edge["rght"])


def _chosen(chart: models.Chart, only: Sequence[models.Department]) -> list[dict[str, Any]]:
    """Return the rows of these departments, as if they were all roots."""
    rows = models.Department.objects.filter(chart=chart, pk__in=[one.pk for one in only])
    rows = _counted(rows)
    return [row | {"parent_id": None} for row in rows.order_by("tree_id", "lft").values(*COLUMNS)]


def _forest(
    rows: Sequence[dict[str, Any]],
    duties: dict[int, list[outline.Duty]],
    roles: dict[int, list[outline.Role]],
) -> tuple[outline.Department, ...]:
    """Grow the tree from the leaves: rows come parents first."""
    shown = {row["id"] for row in rows}
    children: dict[int | None, list[outline.Department]] = defaultdict(list)
    for row in reversed(rows):
        identity = row["id"]
        parent = row["parent_id"] if row["parent_id"] in shown else None
        department = outline.Department(
            **{name: row[name] for name in DEPARTMENT},
            duties=tuple(duties.get(identity, ())),
            roles=tuple(roles.get(identity, ())),
            children=tuple(reversed(children.pop(identity, []))),
            duty_count=row["duty_count"],
            role_count=row["role_count"],
            child_count=row["child_count"],
            descendant_count=_descendants(row),
        )
        children[parent].append(department)
    return tuple(reversed(children[None]))


def _descendants(row: dict[str, Any]) -> int:
    """Return how many departments are below, which mptt's numbers tell."""
    return (row["rght"] - row["lft"] - 1) // 2


def _counts(rows: QuerySet, path: str) -> Counter[int]:
    grouped = rows.order_by().values(path).annotate(number=Count("pk"))
    return Counter({row[path]: row["number"] for row in grouped})


def _duties(part: Part) -> dict[int, list[outline.Duty]]:
    rows = part.of(models.DepartmentDuty, "department").values(
        "department_id", *DUTY, function_key=F("function__key")
    )
    found: dict[int, list[outline.Duty]] = defaultdict(list)
    for row in rows.order_by("position", "pk"):
        found[row["department_id"]].append(
            outline.Duty(**take(row, DUTY), function=row["function_key"] or "")
        )
    return found


def _roles(part: Part, with_duties: bool) -> dict[int, list[outline.Role]]:
    duties = _role_duties(part) if with_duties else {}
    duty_counts = _counts(part.of(RoleDuty, "role__department"), "role")
    rows = part.of(Role, "department").values(
        "id", "department_id", *ROLE, superior=F("reports_to__key")
    )
    found: dict[int, list[outline.Role]] = defaultdict(list)
    for row in rows.order_by("position", "pk"):
        found[row["department_id"]].append(
            outline.Role(
                **take(row, ROLE),
                reports_to=row["superior"] or "",
                duties=tuple(duties.get(row["id"], ())),
                duty_count=duty_counts[row["id"]],
            )
        )
    return found


def _role_duties(part: Part) -> dict[int, list[outline.RoleDuty]]:
    carried: dict[int, list[outline.Carrying]] = defaultdict(list)
    columns = ("extent", "source", "basis", "note")
    for row in (
        part.of(Carrying, "role_duty__role__department")
        .order_by("department_duty__position", "pk")
        .values("role_duty_id", *columns, duty=F("department_duty__key"))
    ):
        carried[row["role_duty_id"]].append(
            outline.Carrying(duty=row["duty"], **take(row, columns))
        )
    found: dict[int, list[outline.RoleDuty]] = defaultdict(list)
    rows = part.of(RoleDuty, "role__department").values(
        "id", "role_id", *DUTY, function_key=F("function__key")
    )
    for row in rows.order_by("position", "pk"):
        found[row["role_id"]].append(
            outline.RoleDuty(
                **take(row, DUTY),
                function=row["function_key"] or "",
                carries=tuple(carried.get(row["id"], ())),
            )
        )
    return found
