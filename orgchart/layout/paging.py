"""A chart on several sheets: the upper levels first, then each branch that was cut off.

A cut department stands on two pages: as a card that names the page where its
branch goes on, and as the top of that page, which small branches share. A
superior with more children than fit, or a card with more roles, stands on each
of the pages that share them. Nothing else is printed twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from orgchart import outline
from orgchart.layout.drawing import Drawing, Style
from orgchart.layout.fitting import Departments, Fitting, has_more
from orgchart.layout.paper import Paper
from orgchart.layout.parts import Content, Part, filled, pieces

# So many branches that do not fit are tried before a page counts as full.
PATIENCE = 4


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: a drawing, and how small it is printed.

    `continued` maps the index of a card to the number of the page where its
    branch goes on, `continues` that of a top to the page that cut its branch off.
    Pages that share what is below one superior are counted by `part` and `parts`.
    """

    drawing: Drawing
    scale: float
    number: int = 1
    total: int = 1
    continued: dict[int, int] = field(default_factory=dict)
    continues: dict[int, int] = field(default_factory=dict)
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page that does not yet know the numbers of the others."""

    content: Content
    tops: frozenset[str]
    part: int = 1
    parts: int = 1


def pages(
    chart: outline.Chart, style: Style, paper: Paper, *, by_branch: bool = True
) -> tuple[Page, ...]:
    """Return the sheets that hold the chart; none when it is empty.

    All of it stands on one sheet where its smallest type is still legible, and
    without `by_branch` in any case.
    """
    if not chart.departments:
        return ()
    fitting = Fitting(chart, style, paper)
    if not by_branch or not has_more(chart.departments, fitting.most_cards):
        drawing = fitting.drawing(chart.departments)
        if not by_branch or fitting.fits(drawing):
            return (Page(with_badges(drawing), fitting.scale(drawing)),)
    return _numbered(list(_sheets(chart, fitting)), fitting)


def with_badges(drawing: Drawing, cut: frozenset[str] = frozenset()) -> Drawing:
    """Return the drawing with the number below only on closed cards that are not `cut`."""
    superiors = {family.superior for family in drawing.families}
    cards = tuple(
        card._replace(hidden=0)
        if card.hidden and (index in superiors or card.department.key in cut)
        else card
        for index, card in enumerate(drawing.cards)
    )
    return replace(drawing, cards=cards)


def _sheets(chart: outline.Chart, fitting: Fitting) -> Iterator[_Sheet]:
    """Yield the sheets in the order of a book: each branch after the page that cut it off."""
    waiting = [_first(chart.departments)]
    while waiting:
        part = waiting.pop()
        contents = _contents(part, fitting)
        if part.superior and len(contents) == 1 and not contents[0].cuts:
            departments = _joined(contents[0].departments, waiting, fitting)
            yield _Sheet(Content(departments), frozenset(one.key for one in departments))
            continue
        tops = frozenset([part.superior.key] if part.superior else [])
        for number, content in enumerate(contents, start=1):
            yield _Sheet(content, tops, number, len(contents))
        waiting += [
            Part(cut.department, cut.department.children, cut.choice)
            for content in reversed(contents)
            for cut in reversed(content.cuts)
        ]


def _first(departments: Departments) -> Part:
    """Return the whole chart as a part; one highest department is the top of it."""
    if len(departments) > 1:
        return Part(None, departments)
    (top,) = departments
    return Part(top, top.children, top.branch_layout)


def _joined(departments: Departments, waiting: list[Part], fitting: Fitting) -> Departments:
    """Return the branches with those that wait next, as long as all stand whole on one sheet."""
    while waiting:
        next_one = waiting[-1]
        if not next_one.superior or has_more([next_one.superior], fitting.most_cards):
            break
        everything = frozenset(one.key for one in next_one.superior.walk())
        content = next_one.opened(everything, fitting)
        together = departments + content.departments
        if content.cuts or fitting.is_tall(next_one.superior):
            break
        if not fitting.has_room_for(together):
            break
        departments = together
        waiting.pop()
    return departments


def _contents(part: Part, fitting: Fitting) -> list[Content]:
    """Return what stands on the sheets of one part."""
    found = []
    if part.superior and fitting.is_tall(part.superior):
        found = [Content((one,)) for one in fitting.slices(part.superior)]
        part = replace(part, superior=replace(part.superior, roles=()))
    if part.children:
        found += [filled(piece, fitting, PATIENCE) for piece in pieces(part, fitting)]
    return found or [part.opened(frozenset(), fitting)]


def _numbered(sheets: list[_Sheet], fitting: Fitting) -> tuple[Page, ...]:
    """Return the sheets as pages that name each other."""
    first: dict[str, int] = {}
    cut_on: dict[str, int] = {}
    for number, sheet in enumerate(sheets, start=1):
        for key in sheet.tops:
            first.setdefault(key, number)
        cut_on.update({cut.department.key: number for cut in sheet.content.cuts})
    found = []
    for number, sheet in enumerate(sheets, start=1):
        keys = frozenset(cut.department.key for cut in sheet.content.cuts)
        drawing = with_badges(fitting.drawing(sheet.content.departments), keys | sheet.tops)
        cards = [(index, card.department.key) for index, card in enumerate(drawing.cards)]
        continued = {index: first[key] for index, key in cards if key in keys}
        continues = {
            index: cut_on[key] for index, key in cards if key in sheet.tops and key in cut_on
        }
        found.append(
            Page(
                drawing,
                fitting.scale(drawing),
                number,
                len(sheets),
                continued,
                continues,
                sheet.part,
                sheet.parts,
            )
        )
    return tuple(found)


def ties_lost(chart: outline.Chart, found: tuple[Page, ...]) -> int:
    """Return how many hand-offs and relations stand on no page, as their ends are apart."""
    ends = {one.key for one in chart.walk()}
    ties = {("hand_off", one.giver, one.receiver) for one in chart.hand_offs}
    ties |= {(one.kind, one.from_department, one.to_department) for one in chart.relations}
    ties = {tie for tie in ties if tie[1] in ends and tie[2] in ends and tie[1] != tie[2]}
    for page in found:
        keys = [card.department.key for card in page.drawing.cards]
        ties -= {(one.kind, keys[one.giver], keys[one.receiver]) for one in page.drawing.arrows}
    return len(ties)
