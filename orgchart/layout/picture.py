"""From an outline to its drawing, in passes that each go over the cards once."""

from collections import Counter

from orgchart import outline
from orgchart.layout.arrangement import STACKED, WIDE, arrangements
from orgchart.layout.arrows import arrows
from orgchart.layout.badge import BORDER, right_of
from orgchart.layout.drawing import Card, Drawing, Family, Line, Point, Style
from orgchart.layout.face import Face, face_of, vertical_face_of
from orgchart.layout.lines import line
from orgchart.layout.measure import stands_upright
from orgchart.layout.places import Places, Placing
from orgchart.layout.rows import Rows, rows_of
from orgchart.layout.spacing import MARGIN, ROOF, spacing_of


def draw(chart: outline.Chart, style: Style | None = None) -> Drawing:
    """Place every department that the outline holds.

    Hand-offs and relations in the outline become arrows; leave them out of the
    outline where they shall not be drawn. The time grows with the number of cards.
    """
    style = style or Style()
    rows = rows_of(chart)
    if not rows.departments:
        return Drawing(style, 0, 0, (), (), ())
    return _Picture(chart, rows, style).drawing()


class _Picture:
    """What the passes share."""

    def __init__(self, chart: outline.Chart, rows: Rows, style: Style) -> None:
        self.rows = rows
        self.style = style
        self.spacing = spacing_of(style)
        self.arrangements = arrangements(rows, style)
        self.faces = self._faces()
        self.exchanges = _exchanges(chart, rows)
        self.places = self._places()

    def _faces(self) -> list[Face]:
        departments = self.rows.departments
        if not self.style.vertical or self.style.sideways:
            return [face_of(department, self.style) for department in departments]
        return [
            vertical_face_of(department)
            if self._is_vertical(index)
            else face_of(department, self.style)
            for index, department in enumerate(departments)
        ]

    def _is_vertical(self, index: int) -> bool:
        department = self.rows.departments[index]
        parent = self.rows.parents[index]
        is_last = not self.rows.children[index] and not department.descendant_count
        is_listed = self.style.with_roles and bool(department.roles)
        is_in_line = department.placement != "beside"
        stands = parent >= 0 and self.arrangements[parent] != STACKED
        is_upright = stands_upright(department.name)
        return is_last and stands and is_in_line and is_upright and not is_listed

    def _places(self) -> Places:
        breadths = [face.width for face in self.faces]
        lengths = [face.height for face in self.faces]
        if self.style.sideways:
            breadths, lengths = lengths, breadths
        pairs = {frozenset(pair[1:]) for pair in self.exchanges}
        exchanging = (lambda *pair: frozenset(pair) in pairs) if pairs else None
        placing = Placing(self.rows, self.arrangements, breadths, lengths, self.spacing, exchanging)
        places = placing.run()
        first = min(
            place - breadth / 2 for place, breadth in zip(places.across, breadths, strict=True)
        )
        first = min([first, *(grid.start for grid in places.grids.values())])
        above = ROOF if self._has_arrows_above() else MARGIN
        places.across = [place - first + MARGIN for place in places.across]
        places.down = [place + above for place in places.down]
        for grid in places.grids.values():
            grid.start += MARGIN - first
            grid.end += MARGIN - first
            grid.tops = [top + above for top in grid.tops]
        return places

    def _has_arrows_above(self) -> bool:
        """Say whether anything goes from one tree to another."""
        if not self.exchanges:
            return False
        roots: list[int] = []
        for index, parent in enumerate(self.rows.parents):
            roots.append(roots[parent] if parent >= 0 else index)
        return any(roots[giver] != roots[receiver] for _kind, giver, receiver in self.exchanges)

    def drawing(self) -> Drawing:
        cards = self._cards()
        drawn, undrawn = arrows(
            self.rows, self.arrangements, self.places, self.spacing, self.exchanges
        )
        if self.style.sideways:
            drawn = tuple(
                arrow._replace(points=_turned(arrow.points), label=arrow.label[::-1])
                for arrow in drawn
            )
        return Drawing(
            style=self.style,
            width=self._width(cards),
            height=max(card.y + card.height for card in cards) + MARGIN,
            cards=cards,
            families=self._families(),
            arrows=drawn,
            undrawn=undrawn,
        )

    def _width(self, cards: tuple[Card, ...]) -> float:
        """Return how broad the drawing is; only very broad badges need more than the margin."""
        right = max(card.right for card in cards) + MARGIN
        if not self.style.sideways:
            return right
        return max(right, *(right_of(card, sideways=True) + BORDER for card in cards))

    def _cards(self) -> tuple[Card, ...]:
        rows, places = self.rows, self.places
        if self.style.sideways:
            corners = [
                (down, across - length / 2)
                for across, down, length in zip(
                    places.across, places.down, places.breadths, strict=True
                )
            ]
        else:
            corners = [
                (across - breadth / 2, down)
                for across, down, breadth in zip(
                    places.across, places.down, places.breadths, strict=True
                )
            ]
        return tuple(
            Card(
                department,
                rows.parents[index],
                *corners[index],
                face.width,
                face.height,
                face.name,
                face.mission,
                face.role_lines,
                0 if rows.children[index] else department.descendant_count,
                face.vertical,
            )
            for index, (department, face) in enumerate(
                zip(rows.departments, self.faces, strict=True)
            )
        )

    def _families(self) -> tuple[Family, ...]:
        return tuple(
            Family(superior, tuple(self._line(superior, below) for below in children))
            for superior, children in enumerate(self.rows.children)
            if children
        )

    def _line(self, superior: int, below: int) -> Line:
        departments = self.rows.departments
        points = line(
            self.places,
            self.spacing,
            self.arrangements[superior] or WIDE,
            superior,
            below,
            beside=departments[below].placement == "beside",
        )
        dashed = "outside" in (departments[superior].kind, departments[below].kind)
        return Line(below, dashed, _turned(points) if self.style.sideways else points)


def _turned(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the points of a drawing that runs sideways."""
    return tuple((down, across) for across, down in points)


def _exchanges(chart: outline.Chart, rows: Rows) -> Counter[tuple[str, int, int]]:
    """Count what goes from one drawn department to another: (kind, giver, receiver)."""
    if not chart.hand_offs and not chart.relations:
        return Counter()
    index = {department.key: number for number, department in enumerate(rows.departments)}
    ties = [("hand_off", one.giver, one.receiver) for one in chart.hand_offs]
    ties += [(one.kind, one.from_department, one.to_department) for one in chart.relations]
    return Counter(
        (kind, index[one], index[other])
        for kind, one, other in ties
        if one in index and other in index and one != other
    )
