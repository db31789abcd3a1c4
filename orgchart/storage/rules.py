"""What an outline must not say; asked before anything of it is stored."""

from collections.abc import Iterable, Iterator

from departments.models.department import DEEPEST_LEVEL
from departments.models.text import fold
from orgchart import outline


def refuse_broken(said: outline.Chart) -> None:
    """Raise ValueError with a sentence where a rule over several records is broken.

    Values of single fields are left to the columns, links that lead nowhere to
    `storing`, which has to follow them anyway.
    """
    for sentence in broken(said):
        raise ValueError(sentence)


def broken(said: outline.Chart) -> Iterator[str]:
    """Yield a sentence for each broken rule."""
    yield from twin_keys(said)
    yield from twin_names(said)
    yield from too_deep(said)
    yield from circles(said)
    yield from twin_ties(said)
    yield from impossible_ends(said)
    yield from misplaced_emphases(said)


def twin_keys(said: outline.Chart) -> Iterator[str]:
    """Keys that two records of one kind share."""
    units = list(said.walk())
    roles = [role for unit in units for role in unit.roles]
    for what, records in (
        ("departments", units),
        ("department duties", [duty for unit in units for duty in unit.duties]),
        ("roles", roles),
        ("role duties", [duty for role in roles for duty in role.duties]),
        ("hand-offs", said.hand_offs),
        ("relations", said.relations),
        ("traits", said.traits),
        ("emphases", said.emphases),
        ("working relationships", said.working_relationships),
    ):
        for key in repeated(one.key for one in records):
            yield f"Two {what} have the key “{key}”."


def twin_names(said: outline.Chart) -> Iterator[str]:
    """Departments side by side, or roles of a department, that a reader takes for one."""
    families = [said.departments, *(unit.children for unit in said.walk())]
    for family in families:
        for name in repeated((one.name for one in family), fold):
            yield f"Two departments side by side are called “{name}”."
    for unit in said.walk():
        for name in repeated((role.name for role in unit.roles), fold):
            yield f"Two roles of “{unit.name}” are called “{name}”."


def too_deep(said: outline.Chart) -> Iterator[str]:
    """Departments below the deepest level."""
    level = [(one, 1) for one in said.departments]
    while level:
        unit, depth = level.pop()
        if depth > DEEPEST_LEVEL:
            yield f"“{unit.name}” would stand on level {depth}; {DEEPEST_LEVEL} is the deepest."
        else:
            level += [(child, depth + 1) for child in unit.children]


def circles(said: outline.Chart) -> Iterator[str]:
    """Roles that report to themselves, directly or through others."""
    roles = {role.key: role for unit in said.walk() for role in unit.roles}
    settled: set[str] = set()
    for start in roles:
        path: list[str] = []
        current = start
        while current in roles and current not in settled and current not in path:
            path.append(current)
            current = roles[current].reports_to
        if current in path:
            yield f"“{roles[current].name}” would report to itself or to a role below it."
        settled.update(path)


def twin_ties(said: outline.Chart) -> Iterator[str]:
    """The same relation, trait or carried duty, said twice."""
    ends = ((tie.from_department, tie.to_department, tie.kind) for tie in said.relations)
    for one, other, _kind in repeated(ends):
        yield f"“{one}” and “{other}” have the same relation twice."
    for aspect, department in repeated((one.aspect, one.department) for one in said.traits):
        yield f"“{department}” has two traits in the aspect “{aspect}”."
    for unit in said.walk():
        for duty in (duty for role in unit.roles for duty in role.duties):
            for carried in repeated(one.duty for one in duty.carries):
                yield f"“{duty.key}” carries “{carried}” twice."


def impossible_ends(said: outline.Chart) -> Iterator[str]:
    """Ties of a department or role to itself, or with too few or too many ends."""
    for item in said.hand_offs:
        if item.giver == item.receiver:
            yield f"“{item.giver}” cannot hand over to itself: “{item.text}”."
    for tie in said.relations:
        if tie.from_department == tie.to_department:
            yield f"“{tie.from_department}” has a relation to itself."
    for deal in said.working_relationships:
        others = (deal.counterpart_role, deal.counterpart_department, deal.counterpart_text)
        if bool(deal.role) == bool(deal.department):
            yield f"“{deal.matter}” must belong to either a role or a department."
        elif sum(map(bool, others)) != 1:
            yield f"“{deal.matter}” must have one other side: a role, a department, or words."
        elif (deal.role, deal.department) == others[:2]:
            yield f"“{deal.matter}” is dealt with by somebody alone."


def misplaced_emphases(said: outline.Chart) -> Iterator[str]:
    """Emphases on a duty that belongs to another department."""
    homes = {duty.key: unit.key for unit in said.walk() for duty in unit.duties}
    for item in said.emphases:
        if item.duty and homes.get(item.duty, item.department) != item.department:
            yield f"The duty “{item.duty}” does not belong to “{item.department}”."


def repeated(values: Iterable, by=lambda value: value) -> Iterator:
    """Yield every value that came before."""
    seen = set()
    for value in values:
        if by(value) in seen:
            yield value
        seen.add(by(value))
