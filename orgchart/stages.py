"""What leads in a stage of the product life cycle, who carries it, and what nobody carries."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from orgchart import outline


@dataclass(frozen=True, slots=True)
class Carrier:
    """A role that carries a duty, and by which of its own duties it does so alike."""

    role: outline.Role
    department: outline.Department
    carrying: outline.Carrying
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stressed:
    """An emphasis with the duty it names; outside the duty list there is none, and number 0."""

    emphasis: outline.Emphasis
    number: int
    duty: outline.Duty | None
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class Leading:
    """A department that leads in a stage; `items` stand in the source's order."""

    department: outline.Department
    items: tuple[Stressed, ...]

    @property
    def inside(self) -> tuple[Stressed, ...]:
        """The emphases of duties in the department's list."""
        return tuple(one for one in self.items if one.duty)

    @property
    def outside(self) -> tuple[Stressed, ...]:
        """The emphases that none of its duties matches."""
        return tuple(one for one in self.items if not one.duty)

    @property
    def gaps(self) -> tuple[Stressed, ...]:
        """The stressed duties that nobody carries, where roles have duties at all."""
        if not self.tells_carriers:
            return ()
        return tuple(one for one in self.inside if not one.carriers)

    @property
    def tells_carriers(self) -> bool:
        """Whether a role is known to do anything here: without one, a gap would say nothing."""
        carried = any(one.carriers for one in self.items)
        return carried or any(role.duty_count for role in self.department.roles)


@dataclass(frozen=True, slots=True)
class Spread:
    """How all stages together spread over a duty list, by the numbers in it."""

    stressed: tuple[int, ...]
    repeated: tuple[int, ...]
    never: tuple[int, ...]


def leading(chart: outline.Chart, stage: str) -> tuple[Leading, ...]:
    """Return the departments that lead in the stage with this key, in the chart's order.

    The outline must hold their duties, the roles that may carry them with
    theirs, and the emphases; who is not in it carries nothing.
    """
    stressed: dict[str, list[outline.Emphasis]] = defaultdict(list)
    for emphasis in chart.emphases:
        if emphasis.stage == stage:
            stressed[emphasis.department].append(emphasis)
    carriers = carriers_in(chart)
    return tuple(
        Leading(department, tuple(told(stressed[department.key], department, carriers)))
        for department in chart.walk()
        if department.key in stressed
    )


def told(
    emphases: Iterable[outline.Emphasis],
    department: outline.Department,
    carriers: dict[str, tuple[Carrier, ...]],
) -> Iterable[Stressed]:
    """Yield the emphases with their duties and those who carry them."""
    numbered = {duty.key: (number, duty) for number, duty in enumerate(department.duties, start=1)}
    for emphasis in emphases:
        number, duty = numbered.get(emphasis.duty, (0, None))
        yield Stressed(emphasis, number, duty, carriers.get(emphasis.duty, ()) if duty else ())


def carriers_in(chart: outline.Chart) -> dict[str, tuple[Carrier, ...]]:
    """Return who carries each department duty, by its key, in the chart's order."""
    found: dict[str, list[Carrier]] = defaultdict(list)
    for department in chart.walk():
        for role in department.roles:
            for carrying, numbers in carryings_of(role).items():
                found[carrying.duty].append(Carrier(role, department, carrying, tuple(numbers)))
    return {key: tuple(those) for key, those in found.items()}


def carryings_of(role: outline.Role) -> dict[outline.Carrying, list[int]]:
    """Return what a role carries, each with the numbers of the duties that do it."""
    found: dict[outline.Carrying, list[int]] = defaultdict(list)
    for number, duty in enumerate(role.duties, start=1):
        for carrying in duty.carries:
            found[carrying].append(number)
    return found


def spread(total: int, numbers: Iterable[int]) -> Spread:
    """Return how emphases spread over a list of so many duties.

    `numbers` are those of the duties that emphases of any stage name; 0, for
    what lies outside the list, counts as none.
    """
    times = Counter(numbers)
    everything = range(1, total + 1)
    return Spread(
        stressed=tuple(number for number in everything if times[number]),
        repeated=tuple(number for number in everything if times[number] > 1),
        never=tuple(number for number in everything if not times[number]),
    )
