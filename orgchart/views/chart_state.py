"""What a reader looks at in a chart, as the address says it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from django.http import QueryDict

from departments.models.department import DEEPEST_LEVEL
from orgchart.layout import Style

HAND_OFFS = "协作"
RELATIONS = "关系"
LAYERS = {HAND_OFFS: "hand_offs", RELATIONS: "relations"}
NOTHING = "无"
EVERYTHING = "全部"
SIDEWAYS = "横向"
# An address has room for so many signs of opened branches, and of closed ones.
ROOM = 2600
PLAIN = Style()


@dataclass(frozen=True, slots=True)
class ChartState:
    """The part of a chart that is shown, and how.

    `root` is a slug or empty; `depth` a number of levels, 0 for all, None where
    the address leaves it open; `opened` and `closed` are slugs that differ from
    the depth; `layers` are names of `LAYERS`; `chosen` is the slug of the
    department in the side panel; `sought` is what the reader looks for; `stage`
    is the slug of the life-cycle stage whose emphases are marked.
    """

    root: str = ""
    depth: int | None = None
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    style: Style = PLAIN
    layers: tuple[str, ...] = (HAND_OFFS,)
    chosen: str = ""
    sought: str = ""
    stage: str = ""

    def query(self) -> str:
        """Return the address after the path, "?" for the state a chart opens with."""
        return "?" + "&".join(self.parameters().values())

    def parameters(self) -> dict[str, str]:
        """Return what the address says, by name, each as it stands in the address."""
        said = {
            "顶层": self.root,
            "层级": {None: "", 0: EVERYTHING}.get(self.depth, str(self.depth)),
            "展开": ",".join(self.opened),
            "收起": ",".join(self.closed),
            "方向": SIDEWAYS if self.style.sideways else "",
            "岗位": "1" if self.style.with_roles else "",
            "竖排": "1" if self.style.vertical else "",
            "图层": "" if self.layers == (HAND_OFFS,) else ",".join(self.layers) or NOTHING,
            "阶段": self.stage,
            "选中": self.chosen,
            "找": self.sought,
        }
        return {name: parameter(name, value) for name, value in said.items() if value}

    def shown_at(self, depth: int | None) -> "ChartState":
        """Return the state with so many levels open, and nothing besides."""
        return replace(self, depth=depth, opened=(), closed=())

    def below(self, root: str) -> "ChartState":
        """Return the state with another top; an empty slug is the whole chart."""
        return replace(self, root=root, depth=None, opened=(), closed=())

    def elsewhere(self) -> "ChartState":
        """Return the state in which another chart is drawn in the same way."""
        return ChartState(style=self.style, layers=self.layers, stage=self.stage)

    def with_layer(self, name: str, shown: bool) -> "ChartState":
        """Return the state with a layer put on or taken off."""
        return replace(
            self,
            layers=tuple(one for one in LAYERS if (shown if one == name else one in self.layers)),
        )

    def with_style(self, **changes: bool) -> "ChartState":
        """Return the state with another way of drawing."""
        return replace(self, style=replace(self.style, **changes))

    def choosing(self, slug: str) -> "ChartState":
        """Return the state with another department in the side panel; empty for none."""
        return replace(self, chosen=slug)

    def showing(self, slug: str, superiors: list[str]) -> "ChartState":
        """Return the state in which a department is drawn, marked, and in the panel."""
        is_inside = not self.root or self.root == slug or self.root in superiors
        closed = tuple(one for one in self.closed if one not in superiors)
        opened = dict.fromkeys((*self.opened, *superiors))
        return replace(
            self,
            root=self.root if is_inside else "",
            opened=fitting(tuple(opened)),
            closed=closed,
            chosen=slug,
        )


class Branches(NamedTuple):
    """Slugs of the departments that are open, or closed, against the depth."""

    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()

    def opening(self, slug: str) -> "Branches":
        """Return what there is when the children of a closed department are shown."""
        if slug in self.closed:
            return Branches(self.opened, _without(self.closed, slug))
        return Branches(fitting((*_without(self.opened, slug), slug)), self.closed)

    def closing(self, slug: str) -> "Branches":
        """Return what there is when the children of an open department are hidden."""
        if slug in self.opened:
            return Branches(_without(self.opened, slug), self.closed)
        return Branches(self.opened, fitting((*self.closed, slug)))


def fitting(slugs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the last ones of those slugs for which an address has room."""
    room = ROOM
    for index in range(len(slugs) - 1, -1, -1):
        room -= len(quoted(slugs[index])) + 1
        if room < 0:
            return slugs[index + 1 :]
    return slugs


def parameter(name: str, value: str) -> str:
    """Return a name and a value as they stand in an address."""
    return f"{quoted(name)}={quoted(value)}"


@lru_cache(maxsize=4096)
def quoted(text: str) -> str:
    """Return a word of an address; a page writes the same ones again and again."""
    return quote(text, safe=",")


class CardLinks:
    """The links of the cards of one state; what they have in common is written once."""

    def __init__(self, state: ChartState) -> None:
        self.branches = Branches(state.opened, state.closed)
        said = state.parameters()
        self.opened = _joined(*(said.pop(name, "") for name in ("展开", "收起"))).strip("?")
        self.chosen = said.pop("选中", "")
        self.others = "&".join(said.values())

    def choosing(self, slug: str) -> str:
        """Return the link that shows a department in the side panel."""
        return _joined(self.others, self.opened, parameter("选中", slug))

    def toggling(self, slug: str, is_closed: bool) -> str:
        """Return the link that opens a closed card, or closes an open one."""
        turned = self.branches.opening if is_closed else self.branches.closing
        opened, closed = map(",".join, turned(slug))
        return _joined(
            self.others,
            opened and parameter("展开", opened),
            closed and parameter("收起", closed),
            self.chosen,
        )


def _joined(*parts: str) -> str:
    return "?" + "&".join(filter(None, parts))


def read_state(query: QueryDict) -> ChartState:
    """Return the state that an address names; what it says wrongly counts as unsaid."""
    layers = query.get("图层", HAND_OFFS)
    return ChartState(
        root=query.get("顶层", ""),
        depth=read_depth(query),
        opened=read_slugs(query, "展开"),
        closed=read_slugs(query, "收起"),
        style=Style(
            sideways=query.get("方向") == SIDEWAYS,
            with_roles=query.get("岗位") == "1",
            vertical=query.get("竖排") == "1",
        ),
        layers=tuple(one for one in LAYERS if one in layers.split(",")),
        chosen=query.get("选中", ""),
        sought=" ".join(query.get("找", "").split())[:200],
        stage=query.get("阶段", "")[:200],
    )


def read_depth(query: Mapping[str, str]) -> int | None:
    """Return the number of levels, kept to 1 … 30; 0 for all; None for what is no number."""
    text = query.get("层级", "")
    if text == EVERYTHING:
        return 0
    if not (text.isascii() and text.isdigit()):
        return None
    return max(1, min(int(text[:9]), DEEPEST_LEVEL))


def read_slugs(query: QueryDict, name: str) -> tuple[str, ...]:
    slugs = dict.fromkeys(filter(None, query.get(name, "").split(",")))
    return fitting(tuple(slugs))


def _without(slugs: tuple[str, ...], slug: str) -> tuple[str, ...]:
    return tuple(one for one in slugs if one != slug)
