"""Parts of a chart: a superior with some of those below, opened as far as asked for."""

from collections.abc import Set
from dataclasses import dataclass, replace

from orgchart import outline
from orgchart.layout.fitting import Departments, Fitting, has_more


@dataclass(frozen=True, slots=True)
class Cut:
    """A department whose branch goes on elsewhere; `choice` is its arrangement there."""

    department: outline.Department
    choice: str
    is_tall: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What one sheet may show: children below their superior, or first-level departments."""

    superior: outline.Department | None
    children: Departments
    choice: str = "inherit"

    def opened(self, opened: Set[str], fitting: Fitting) -> "Content":
        """Return the part with the branches open whose keys are named."""
        cuts: list[Cut] = []
        children = tuple(_copy(one, self.choice, opened, fitting, cuts) for one in self.children)
        if self.superior:
            top = replace(self.superior, children=children, branch_layout=self.choice)
            return Content((top,), tuple(cuts))
        return Content(children, tuple(cuts))


@dataclass(frozen=True, slots=True)
class Content:
    """What stands on one sheet, and the branches that are cut off there."""

    departments: Departments
    cuts: tuple[Cut, ...] = ()


def _copy(
    department: outline.Department,
    choice: str,
    opened: Set[str],
    fitting: Fitting,
    cuts: list[Cut],
) -> outline.Department:
    """Return the department as far as it is open; note where it is cut."""
    if department.branch_layout != "inherit":
        choice = department.branch_layout
    if fitting.is_tall(department):
        cuts.append(Cut(department, choice, True))
        return replace(department, children=(), roles=())
    if not department.children:
        return department
    if department.key not in opened:
        cuts.append(Cut(department, choice, False))
        return replace(department, children=())
    children = tuple(_copy(one, choice, opened, fitting, cuts) for one in department.children)
    return replace(department, children=children)


def filled(part: Part, fitting: Fitting, patience: int) -> Content:
    """Return as many levels of the part as fit on a sheet, then single branches.

    So many branches that do not fit are tried before the sheet counts as full.
    """
    opened: frozenset[str] = frozenset()
    content = part.opened(opened, fitting)
    while content.cuts:
        closed = [cut.department for cut in content.cuts if not cut.is_tall]
        if not closed or sum(len(one.children) for one in closed) > fitting.most_cards:
            break
        wider = opened | {one.key for one in closed}
        deeper = part.opened(wider, fitting)
        if not fitting.has_room_for(deeper.departments):
            break
        opened, content = wider, deeper
    for cut in content.cuts:
        if not patience:
            break
        if cut.is_tall or has_more([cut.department], fitting.most_cards):
            continue
        wider = opened | {one.key for one in cut.department.walk()}
        with_branch = part.opened(wider, fitting)
        if fitting.has_room_for(with_branch.departments):
            opened, content = wider, with_branch
        else:
            patience -= 1
    return content


def pieces(part: Part, fitting: Fitting) -> list[Part]:
    """Return the part in as many pieces as its children need when all are closed."""
    if _fits_closed(part, fitting):
        return [part]
    found = []
    rest = part.children
    size = min(len(rest), fitting.most_cards)
    while rest:
        size = _largest(part, rest, size, fitting)
        found.append(replace(part, children=rest[:size]))
        rest = rest[size:]
    return found


def _largest(part: Part, children: Departments, guess: int, fitting: Fitting) -> int:
    """Return how many of the children fit, looked for near the guess; at least one."""

    def fits(number: int) -> bool:
        return _fits_closed(replace(part, children=children[:number]), fitting)

    size = min(guess, len(children))
    if fits(size):
        while size < len(children) and fits(size + 1):
            size += 1
        return size
    low, high = 1, size
    if size > 1 and fits(size - 1):
        return size - 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _fits_closed(part: Part, fitting: Fitting) -> bool:
    if len(part.children) > fitting.most_cards:
        return False
    return fitting.has_room_for(part.opened(frozenset(), fitting).departments)
