"""How two roles of a chart differ: superiors, duties, and whom they deal with."""

from dataclasses import dataclass

from orgchart import outline
from orgchart.compare.lining import Group, comparable, grouped, lined_up, silent
from orgchart.compare.similar import Similar, is_too_much, similar


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """A department duty, and the duties of each role that carry it out."""

    duty: str
    carriers: tuple[tuple[outline.RoleDuty, ...], ...]

    @property
    def is_shared(self) -> bool:
        """Say whether every role carries it."""
        return all(self.carriers)


@dataclass(frozen=True, slots=True)
class RoleComparison:
    """All that two roles have and do not have in common."""

    roles: tuple[outline.Role, outline.Role]
    groups: tuple[Group, ...]
    similar: tuple[Similar, ...]
    has_too_many_duties: bool
    carried: tuple[CarriedRow, ...]

    @property
    def silent(self) -> tuple[int, ...]:
        """The roles of which no duty is written down."""
        return silent([role.duties for role in self.roles])

    @property
    def comparable(self) -> tuple[Group, ...]:
        """The groups of those roles only that have duties: missing is not zero."""
        return comparable(self.groups, self.silent)

    @property
    def superior(self) -> int | None:
        """Which of the two is the other's direct superior, if one is."""
        first, second = self.roles
        if second.reports_to == first.key:
            return 0
        return 1 if first.reports_to == second.key else None

    @property
    def has_one_superior(self) -> bool:
        """Say whether both report to the same role."""
        first, second = self.roles
        return bool(first.reports_to) and first.reports_to == second.reports_to


def compare_roles(first: outline.Role, second: outline.Role) -> RoleComparison:
    """Compare two roles whose outlines hold their duties."""
    lists = [first.duties, second.duties]
    return RoleComparison(
        roles=(first, second),
        groups=grouped(lined_up(lists), 2),
        similar=similar(lists),
        has_too_many_duties=is_too_much(lists),
        carried=carried((first, second)),
    )


def carried(roles: tuple[outline.Role, ...]) -> tuple[CarriedRow, ...]:
    """Line up the department duties that the roles carry out, the shared ones first."""
    by_duty: list[dict[str, list[outline.RoleDuty]]] = [{} for _role in roles]
    for side, role in enumerate(roles):
        for duty in role.duties:
            for carrying in duty.carries:
                by_duty[side].setdefault(carrying.duty, []).append(duty)
    keys = dict.fromkeys(key for duties in by_duty for key in duties)
    rows = (
        CarriedRow(key, tuple(tuple(duties.get(key, ())) for duties in by_duty)) for key in keys
    )
    return tuple(sorted(rows, key=lambda row: not row.is_shared))
