"""What a reader sees of a chart: the part that is read, drawn, and how to go on from there."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext, ngettext

from departments.models import Chart, Department
from departments.models.department import DEEPEST_LEVEL
from orgchart import layout, outline, storage
from orgchart.names import called, is_english
from orgchart.storage.opening import Opening
from orgchart.views.chart_state import LAYERS, ChartState
from orgchart.views.errors import Missing

# A chart of no more departments opens whole, a larger one with its first levels.
OPENS_WHOLE = 150
FIRST_LEVELS = 2


@dataclass(frozen=True)
class Scene:
    """A state of a chart with what it shows; `depth` is 0 where all levels are open."""

    chart: Chart
    state: ChartState
    root: Department | None
    totals: dict[str, int]
    depth: int
    said: outline.Chart
    drawing: layout.Drawing
    is_cut: bool

    @property
    def ancestors(self) -> list[Department]:
        """The superiors of the top, the highest first."""
        return list(Department.objects.above(self.root)) if self.root else []

    @property
    def chosen_key(self) -> str:
        """The key of the department in the side panel, if it is drawn."""
        slugs = {card.department.slug: card.department.key for card in self.drawing.cards}
        return slugs.get(self.state.chosen, "")

    def depth_links(self) -> list[dict]:
        """Return a link for each number of levels that there may be, and for all."""
        deepest = max(levels_of(self.drawing), default=0)
        deepest += any(card.hidden for card in self.drawing.cards)
        numbers = [*range(1, deepest + 1), 0]
        return [
            {
                "label": depth_label(number),
                "link": self.state.shown_at(number).query(),
                "on": number == self.levels and not (self.state.opened or self.state.closed),
            }
            for number in numbers
        ]

    @property
    def depth_label(self) -> str:
        """How far the chart is open, in words."""
        return depth_label(self.levels)

    @property
    def levels(self) -> int:
        """How many levels are open; 0 for all, also where an address asks for more than there are.

        Where cards are closed nobody knows how deep it goes on below them: the number
        stays as it was asked for, unless no chart is deeper.
        """
        if any(card.hidden for card in self.drawing.cards):
            return 0 if self.depth >= DEEPEST_LEVEL else self.depth
        return 0 if self.depth > max(levels_of(self.drawing), default=0) else self.depth


def depth_label(depth: int) -> str:
    """Return a number of levels in words; 0 is all."""
    if not depth:
        return gettext("all levels")
    return ngettext("%(number)s level", "%(number)s levels", depth) % {"number": depth}


def scene_of(chart: Chart, state: ChartState, *, most: int | None = None) -> Scene:
    """Read and draw what the state shows; of more than `most` cards only the upper levels."""
    root = chosen_root(chart, state)
    totals = storage.totals_of(chart)
    size = size_of(root, totals)
    depth = depth_of(state, size)
    cut = most if most and size > most else None
    said = read(chart, state, root, depth, most=cut, ties=ties_in(totals))
    drawing = layout.draw(spoken(layered(said, state)), state.style)
    is_cut = cut is not None and lacks_levels(drawing, depth, state)
    return Scene(chart, state, root, totals, depth, said, drawing, is_cut)


def chosen_root(chart: Chart, state: ChartState) -> Department | None:
    """Return the department that the address makes the top; 404 for a foreign one."""
    if not state.root:
        return None
    root = Department.objects.filter(chart=chart, slug=state.root).first()
    if root is None:
        raise Missing(gettext("This chart has no such department."))
    return root


def size_of(root: Department | None, totals: dict[str, int]) -> int:
    """Return how many departments there are below the top, itself included."""
    return (root.rght - root.lft + 1) // 2 if root else totals["department_total"]


def depth_of(state: ChartState, size: int) -> int:
    """Return the number of open levels, 0 for all, also where the address leaves it open."""
    if state.depth is not None:
        return state.depth
    return 0 if size <= OPENS_WHOLE else FIRST_LEVELS


def read(
    chart: Chart,
    state: ChartState,
    root: Department | None,
    depth: int,
    *,
    ties: Iterable[str] = tuple(LAYERS.values()),
    **what: Any,
) -> outline.Chart:
    """Return the part of the chart that the state opens, with everything between departments."""
    return storage.load(
        chart,
        root=root,
        depth=depth or None,
        opened=state.opened,
        closed=state.closed,
        with_roles=state.style.with_roles,
        ties=ties,
        **what,
    )


def ties_in(totals: dict[str, int]) -> list[str]:
    """Return the ties that the chart has any of; nobody need look for the others."""
    numbers = {"hand_offs": totals["hand_off_total"], "relations": totals["relation_total"]}
    return [tie for tie in LAYERS.values() if numbers[tie]]


def layered(said: outline.Chart, state: ChartState) -> outline.Chart:
    """Return the outline without what the state switches off."""
    off = {tie: () for name, tie in LAYERS.items() if name not in state.layers}
    return replace(said, **off)


def spoken(said: outline.Chart) -> outline.Chart:
    """Return the outline with the names that the page uses first, and the other ones second."""
    if not is_english():
        return said
    return replace(said, departments=tuple(map(renamed, said.departments)))


def renamed(department: outline.Department) -> outline.Department:
    """Return the department, and all below it, under the names that the page uses."""
    name = called(department)
    return replace(
        department,
        name=name,
        name_en=department.name if name != department.name else "",
        roles=tuple(replace(role, name=called(role)) for role in department.roles),
        children=tuple(map(renamed, department.children)),
    )


def lacks_levels(drawing: layout.Drawing, depth: int, state: ChartState) -> bool:
    """Say whether a card is closed although the state has it open."""
    opening = Opening(depth or None, frozenset(state.opened), frozenset(state.closed))
    return any(
        card.hidden and opening.shows_below(card.department.slug, level - 1)
        for card, level in zip(drawing.cards, levels_of(drawing), strict=True)
    )


def levels_of(drawing: layout.Drawing) -> list[int]:
    """Return the level of each card, from 1."""
    levels: list[int] = []
    for card in drawing.cards:
        levels.append(levels[card.parent] + 1 if card.parent >= 0 else 1)
    return levels
