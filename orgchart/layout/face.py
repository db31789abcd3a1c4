"""What stands on a card, broken into lines, and the room it takes."""

from typing import NamedTuple

from orgchart import outline
from orgchart.layout.drawing import Style
from orgchart.layout.measure import clusters, em, wrap

CARD_WIDTH = 220
PADDING = 16
NAME_SIZE = 15
NAME_LINE = 21
MISSION_SIZE = 12
MISSION_LINE = 18
MISSION_LINES = 2
ROLE_SIZE = 13
ROLE_LINE = 24
ROLE_GAP = 8
# The number beside a role: each digit, and what is free before them.
DIGIT = 8
BEFORE_NUMBER = 10
COUNT_LINE = 20
# Below the text of a card whose lower edge may bear a badge.
FOOT = 6

COLUMN_WIDTH = 24
COLUMN_PADDING = 12
COLUMN_LENGTH = 9
COLUMNS = 2

ROOM = CARD_WIDTH - 2 * PADDING


class Face(NamedTuple):
    """The text of a card, with the card's size."""

    name: tuple[str, ...]
    mission: tuple[str, ...]
    role_lines: tuple[tuple[str, int], ...]
    width: float
    height: float
    vertical: bool


def face_of(department: outline.Department, style: Style) -> Face:
    """Return what a card shows of the department, in lines that fit into it."""
    name = wrap(department.name, NAME_SIZE, ROOM, 2)
    text = department.mission or department.name_en
    mission = wrap(text, MISSION_SIZE, ROOM, MISSION_LINES) if text else ()
    role_lines: tuple[tuple[str, int], ...] = ()
    listed = 0
    if style.with_roles and department.roles:
        role_lines = tuple(
            (wrap(role.name, ROLE_SIZE, role_room(role.duty_count), 1)[0], role.duty_count)
            for role in department.roles
        )
        listed = len(role_lines) * ROLE_LINE + ROLE_GAP
    height = PADDING * 1.5 + len(name) * NAME_LINE + len(mission) * MISSION_LINE
    if has_counts(department):
        height += COUNT_LINE
    if goes_on(department, style):
        height += FOOT
    return Face(name, mission, role_lines, CARD_WIDTH, height + listed, False)


def role_room(duties: int) -> float:
    """Return how broad the name of a role may be beside the number of its duties."""
    return ROOM - BEFORE_NUMBER - DIGIT * len(str(duties)) if duties else ROOM


def goes_on(department: outline.Department, style: Style) -> bool:
    """Say whether more belongs to a card: those below, or roles that it does not list."""
    unlisted = style.with_roles and department.role_count > len(department.roles)
    return bool(department.children or department.descendant_count or unlisted)


def has_counts(department: outline.Department) -> bool:
    """Say whether a card has a line of numbers."""
    return bool(
        department.kind == "outside"
        or department.duty_count
        or department.role_count
        or department.headcount is not None
    )


def vertical_face_of(department: outline.Department) -> Face:
    """Return a narrow card with the name from the top down, in one or two columns."""
    parts = [part for part in clusters(" ".join(department.name.split())) if em(part[0])]
    columns = ["".join(parts[:COLUMN_LENGTH])]
    rest = parts[COLUMN_LENGTH:]
    if rest:
        if len(rest) > COLUMN_LENGTH:
            rest = [*rest[: COLUMN_LENGTH - 1], "…"]
        columns.append("".join(rest))
    length = min(len(parts), COLUMN_LENGTH)
    return Face(
        name=tuple(columns),
        mission=(),
        role_lines=(),
        width=len(columns) * COLUMN_WIDTH + 2 * COLUMN_PADDING,
        height=length * COLUMN_WIDTH * 0.75 + 2 * PADDING,
        vertical=True,
    )
