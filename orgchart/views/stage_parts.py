"""What departments stress, department by department, with who carries it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from departments.models import Chart, Department, DepartmentDuty, Emphasis
from orgchart.stages import Spread, spread
from orgchart.views.duties import add_carriers
from roles.models import Carrying, RoleDuty


@dataclass(frozen=True)
class StagePart:
    """What one department stresses in a stage, in the source's order."""

    chart: Chart
    department: Department
    emphases: list[Emphasis]
    tells_carriers: bool

    @property
    def duties(self) -> list[DepartmentDuty]:
        """The duties that lead."""
        return list({one.duty_id: one.duty for one in self.emphases if one.duty}.values())

    @property
    def carried(self) -> list[DepartmentDuty]:
        """Those of them that a role carries."""
        return [duty for duty in self.duties if duty.carried_by]

    @property
    def gaps(self) -> list[DepartmentDuty]:
        """Those that nobody carries, where roles are known to have duties."""
        return [duty for duty in self.duties if not duty.carried_by and self.tells_carriers]

    @property
    def outside(self) -> list[Emphasis]:
        """The emphases outside the duty list."""
        return [one for one in self.emphases if not one.duty]


@dataclass(frozen=True)
class DepartmentSpread:
    """How all stages together spread over a department's duties."""

    chart: Chart
    department: Department
    spread: Spread
    total: int


def parts(emphases: list[Emphasis]) -> list[StagePart]:
    """Return the departments with what they stress, their duties numbered and with carriers."""
    number, _totals = numbered(emphases)
    duties = [one.duty for one in emphases if one.duty]
    for duty in duties:
        duty.number = number[duty.pk]
    add_carriers(duties, Carrying.objects.filter(department_duty__in=duties))
    units = {one.department_id for one in emphases}
    rows = RoleDuty.objects.filter(role__department__in=units).order_by()
    telling = set(rows.values_list("role__department", flat=True).distinct())
    return [
        StagePart(
            chart,
            unit,
            group,
            unit.pk in telling or any(one.duty.carried_by for one in group if one.duty),
        )
        for chart, unit, group in by_department(emphases)
    ]


def spreads(emphases: list[Emphasis]) -> list[DepartmentSpread]:
    """Return for each department how the emphases of all stages spread over its duties."""
    number, totals = numbered(emphases)
    return [
        DepartmentSpread(
            chart,
            unit,
            spread(totals[unit.pk], (number.get(one.duty_id, 0) for one in group)),
            totals[unit.pk],
        )
        for chart, unit, group in by_department(emphases)
        if totals[unit.pk]
    ]


def by_department(
    emphases: Iterable[Emphasis],
) -> list[tuple[Chart, Department, list[Emphasis]]]:
    """Part the emphases, which stand by chart and department, at each new department."""
    return [
        (*ends, list(group))
        for ends, group in groupby(emphases, key=lambda one: (one.chart, one.department))
    ]


def numbered(emphases: Iterable[Emphasis]) -> tuple[dict[int, int], dict[int, int]]:
    """Return the number of each duty in its department's list, and how long each list is."""
    units = {one.department_id for one in emphases}
    number: dict[int, int] = {}
    totals: dict[int, int] = defaultdict(int)
    rows = DepartmentDuty.objects.filter(department__in=units).order_by("position", "pk")
    for duty, unit in rows.values_list("pk", "department"):
        totals[unit] += 1
        number[duty] = totals[unit]
    return number, totals
