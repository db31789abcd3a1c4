"""Reading as much of a chart as a matrix can be made of."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest

from departments.models import Chart, Department, DepartmentDuty, Function, Stage
from orgchart import matrix, outline, storage
from orgchart.views.matrix_scope import BRANCH, LONGEST, Asked, asked_of
from orgchart.views.parameters import parameter
from roles.models import RoleDuty

# As many duties as are read and shown within two seconds and 200 MB.
MOST_DUTIES = 20_000


@dataclass(frozen=True)
class Reading:
    """What was read; `is_part` says that a chart too large for that was read in one branch.

    Without contents even that was too large.
    """

    chart: Chart
    functions: list[Function]
    stages: list[Stage]
    duty_count: int
    asked: Asked
    contents: matrix.Contents | None = None
    is_part: bool = False
    most_duties: int = 0


def read(request: HttpRequest, chart: Chart) -> Reading:
    """Read the chart, or its asked branch where the whole is too large."""
    functions, stages = list(Function.objects.all()), list(Stage.objects.all())
    total = duty_count(chart)
    root = None if total <= MOST_DUTIES else branch_of(chart, parameter(request, BRANCH))
    is_small = total <= MOST_DUTIES or (root and duty_count(chart, root) <= MOST_DUTIES)
    said = load(chart, root) if is_small else None
    units = list(said.walk()) if said else [root] if root else []
    return Reading(
        chart,
        functions,
        stages,
        total,
        asked_of(request, units, functions, stages),
        matrix.read(said) if said else None,
        is_part=root is not None,
        most_duties=MOST_DUTIES,
    )


def load(chart: Chart, root: Department | None) -> outline.Chart:
    """Return the outline that a matrix is made of."""
    return storage.load(chart, root=root, with_duties=True, with_roles=True, ties=("emphases",))


def duty_count(chart: Chart, root: Department | None = None) -> int:
    """Return how many duties departments and roles have, in all or below a department."""
    of_departments = DepartmentDuty.objects.filter(chart=chart)
    of_roles = RoleDuty.objects.filter(chart=chart)
    if root:
        below = Department.objects.in_chart(chart).under(root)
        of_departments = of_departments.filter(department__in=below)
        of_roles = of_roles.filter(role__department__in=below)
    return of_departments.count() + of_roles.count()


def branch_of(chart: Chart, name: str) -> Department | None:
    """Return the department of this address or name."""
    name = name.strip()[:LONGEST]
    units = Department.objects.in_chart(chart)
    return units.filter(Q(slug=name) | Q(name=name)).first() if name else None
