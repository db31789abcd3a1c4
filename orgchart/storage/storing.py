"""From outlines to tables: a whole chart in a few statements."""

from collections import Counter
from collections.abc import Iterable, Iterator

from departments import models
from departments.models.chart import slug_stem
from departments.models.record import new_key
from orgchart import outline
from orgchart.storage.records import BATCH, M, checked, columns
from orgchart.storage.rules import refuse_broken
from roles.models import Carrying, Role, RoleDuty, WorkingRelationship

LONGEST_KEY = 100


def store(said: outline.Chart) -> models.Chart:
    """Store the chart as a new one, in one transaction, and return it.

    Raises ValueError with a sentence where the outline points at something
    that does not exist or breaks a rule over several records, ValidationError
    where a value does not fit its column. A `based_on` that is not here is
    left out.
    """
    refuse_broken(said)
    with models.writing():
        chart = models.Chart(
            **columns(said, "based_on"),
            based_on=models.Chart.objects.filter(key=said.based_on).first(),
            position=models.Chart.objects.count() + 1,
        )
        chart.save()
        _Contents(chart, said).store()
    return chart


class _Contents:
    """Everything inside one chart that is being stored."""

    def __init__(self, chart: models.Chart, said: outline.Chart) -> None:
        self.chart = chart
        self.said = said
        self.functions = {one.key: one for one in models.Function.objects.all()}
        self.stages = {one.key: one for one in models.Stage.objects.all()}
        self.aspects = {one.key: one for one in models.Aspect.objects.all()}
        self.departments: dict[str, models.Department] = {}
        self.duties: dict[str, models.DepartmentDuty] = {}
        self.roles: dict[str, Role] = {}
        self.role_duties: dict[str, RoleDuty] = {}

    def store(self) -> None:
        self._store_departments()
        self._store_roles()
        for model, records in (
            (models.HandOff, self._hand_offs()),
            (models.Relation, self._relations()),
            (models.Trait, self._traits()),
            (models.Emphasis, self._emphases()),
            (WorkingRelationship, self._working_relationships()),
        ):
            self._insert(model, records)

    def _insert(self, model: type[M], records: Iterable[M]) -> dict[str, M]:
        stored = model.objects.bulk_create(checked(records), batch_size=BATCH)
        return {record.key: record for record in stored}

    def _store_departments(self) -> None:
        address = _Addresses()
        waiting = [
            (said, None, position)
            for position, said in reversed(list(enumerate(self.said.departments, start=1)))
        ]
        while waiting:
            said, parent, position = waiting.pop()
            department = models.Department(
                **columns(said, "slug"),
                slug=address.of(said),
                chart=self.chart,
                parent=parent,
                position=position,
            )
            self.departments[said.key] = department
            below = list(enumerate(said.children, start=1))
            waiting += [(child, department, place) for place, child in reversed(below)]
        rows = list(checked(self.departments.values()))
        models.Department.objects.create_numbered(rows)
        self.duties = self._insert(models.DepartmentDuty, self._department_duties())

    def _department_duties(self) -> Iterator[models.DepartmentDuty]:
        for said in self.said.walk():
            for position, duty in enumerate(said.duties, start=1):
                yield models.DepartmentDuty(
                    **columns(duty, "function"),
                    chart=self.chart,
                    department=self.departments[said.key],
                    function=self._function(duty.function),
                    position=position,
                )

    def _store_roles(self) -> None:
        self.roles = self._insert(Role, self._roles())
        said_roles = {role.key: role for unit in self.said.walk() for role in unit.roles}
        superiors = []
        for key, role in self.roles.items():
            if said_roles[key].reports_to:
                role.reports_to = _find(self.roles, said_roles[key].reports_to, "role")
                superiors.append(role)
        Role.objects.bulk_update(superiors, ["reports_to"], batch_size=BATCH)
        self.role_duties = self._insert(RoleDuty, self._duties_of(said_roles))
        self._insert(Carrying, self._carryings(said_roles))

    def _roles(self) -> Iterator[Role]:
        address = _Addresses()
        for unit in self.said.walk():
            for position, said in enumerate(unit.roles, start=1):
                yield Role(
                    **columns(said, "slug", "reports_to"),
                    slug=address.of(said),
                    chart=self.chart,
                    department=self.departments[unit.key],
                    position=position,
                )

    def _duties_of(self, said_roles: dict[str, outline.Role]) -> Iterator[RoleDuty]:
        for said in said_roles.values():
            for position, duty in enumerate(said.duties, start=1):
                yield RoleDuty(
                    **columns(duty, "function"),
                    chart=self.chart,
                    role=self.roles[said.key],
                    function=self._function(duty.function),
                    position=position,
                )

    def _carryings(self, said_roles: dict[str, outline.Role]) -> Iterator[Carrying]:
        taken: set[str] = set()
        for said in said_roles.values():
            for duty in said.duties:
                for carried in duty.carries:
                    key = f"{duty.key}-{carried.duty}"
                    if key in taken or len(key) > LONGEST_KEY:
                        key = new_key()
                    taken.add(key)
                    yield Carrying(
                        **columns(carried, "duty"),
                        key=key,
                        chart=self.chart,
                        role_duty=self.role_duties[duty.key],
                        department_duty=_find(self.duties, carried.duty, "department duty"),
                    )

    def _hand_offs(self) -> Iterator[models.HandOff]:
        for position, said in enumerate(self.said.hand_offs, start=1):
            yield models.HandOff(
                **columns(said, "giver", "receiver", "function", "deliverables"),
                chart=self.chart,
                giver=_find(self.departments, said.giver, "department"),
                receiver=_find(self.departments, said.receiver, "department"),
                function=self._function(said.function),
                deliverables="\n".join(said.deliverables),
                position=position,
            )

    def _relations(self) -> Iterator[models.Relation]:
        for position, said in enumerate(self.said.relations, start=1):
            yield models.Relation(
                **columns(said, "from_department", "to_department"),
                chart=self.chart,
                from_department=_find(self.departments, said.from_department, "department"),
                to_department=_find(self.departments, said.to_department, "department"),
                position=position,
            )

    def _traits(self) -> Iterator[models.Trait]:
        for said in self.said.traits:
            yield models.Trait(
                **columns(said, "aspect", "department"),
                chart=self.chart,
                aspect=_find(self.aspects, said.aspect, "aspect"),
                department=_find(self.departments, said.department, "department"),
            )

    def _emphases(self) -> Iterator[models.Emphasis]:
        for position, said in enumerate(self.said.emphases, start=1):
            yield models.Emphasis(
                **columns(said, "stage", "department", "duty"),
                chart=self.chart,
                stage=_find(self.stages, said.stage, "stage"),
                department=_find(self.departments, said.department, "department"),
                duty=_find(self.duties, said.duty, "department duty") if said.duty else None,
                position=position,
            )

    def _working_relationships(self) -> Iterator[WorkingRelationship]:
        ends = {
            "role": self.roles,
            "department": self.departments,
            "counterpart_role": self.roles,
            "counterpart_department": self.departments,
        }
        for position, said in enumerate(self.said.working_relationships, start=1):
            yield WorkingRelationship(
                **columns(said, *ends),
                **{
                    end: _find(records, getattr(said, end), end)
                    for end, records in ends.items()
                    if getattr(said, end)
                },
                chart=self.chart,
                position=position,
            )

    def _function(self, key: str) -> models.Function | None:
        return _find(self.functions, key, "function") if key else None


class _Addresses:
    """Hands out addresses that are used once in a chart."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        # Ten thousand roles may have one name: go on counting where it stopped.
        self.last = Counter[str]()

    def of(self, said: outline.Department | outline.Role) -> str:
        stem = slug = said.slug or slug_stem(said.name)
        while slug in self.taken:
            self.last[stem] += 1
            slug = f"{stem}-{self.last[stem] + 1}"
        self.taken.add(slug)
        return slug


def _find(records: dict[str, M], key: str, what: str) -> M:
    if key not in records:
        raise ValueError(f"There is no {what.replace('_', ' ')} with the key “{key}”.")
    return records[key]
