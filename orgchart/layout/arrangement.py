"""How those below a department stand: side by side, in one column, or in a grid."""

from orgchart.layout.drawing import Style
from orgchart.layout.rows import Rows

WIDE = "wide"
STACKED = "stacked"
GRID = "grid"

# So many leaves stand side by side: below the first level, and further down,
# where cousins take as much room again.
MOST_ABREAST = 8
MOST_ABREAST_BELOW = 4
FEW_COUSINS = 3
MOST_SIBLINGS = 20


def arrangements(rows: Rows, style: Style) -> list[str]:
    """Return for each department how those below it stand; "" where nobody is drawn."""
    said: list[str] = []
    found: list[str] = []
    for index, department in enumerate(rows.departments):
        parent = rows.parents[index]
        choice = department.branch_layout
        if choice == "inherit":
            choice = said[parent] if parent >= 0 else ""
        said.append(choice)
        children = rows.children[index]
        found.append(_arrangement(rows, style, index, choice) if children else "")
    return found


def _arrangement(rows: Rows, style: Style, index: int, choice: str) -> str:
    children = rows.children[index]
    parent = rows.parents[index]
    if choice == WIDE or len(children) == 1:
        return WIDE
    leaves = not any(rows.children[child] for child in children)
    column = WIDE if style.sideways else STACKED
    if is_beside_somebody(rows, children):
        # A column's line would run through those who stand beside the trunk.
        column = WIDE
    if choice == STACKED and leaves:
        return column
    if len(children) > MOST_SIBLINGS:
        return GRID
    if not leaves or style.vertical or style.sideways:
        return WIDE
    if parent < 0:
        return WIDE if len(children) <= MOST_ABREAST else GRID
    cousins = len(rows.children[parent])
    few = len(children) <= MOST_ABREAST_BELOW and cousins <= FEW_COUSINS
    return WIDE if few else column


def is_beside_somebody(rows: Rows, children: list[int]) -> bool:
    """Say whether one of the children stands beside its superior's line."""
    return any(rows.departments[child].placement == "beside" for child in children)
