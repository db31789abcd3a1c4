"""Whether a drawing fits on a sheet with type that can be read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from orgchart import outline
from orgchart.layout.arrangement import STACKED
from orgchart.layout.drawing import Drawing, Style
from orgchart.layout.face import CARD_WIDTH, face_of
from orgchart.layout.paper import EDGE, POINTS, SMALLEST_SIZE, SMALLEST_TYPE, Paper
from orgchart.layout.picture import draw
from orgchart.layout.spacing import MARGIN

# The smallest that a drawing may be printed.
LEGIBLE = SMALLEST_TYPE / POINTS / SMALLEST_SIZE
# The least room that a card takes, its gaps included.
SMALLEST_CARD = 60 * 64
SMALLEST_WIDE_CARD = CARD_WIDTH * 80
# Between a superior and those below, in either direction.
LEVEL_GAP = 64
Departments = tuple[outline.Department, ...]


def edge_of(drawing: Drawing) -> float:
    """Return how much is cut off at each side: sideways, arrows run there."""
    return 0 if drawing.style.sideways else EDGE


def scale_on(paper: Paper, drawing: Drawing) -> float:
    """Return how large the drawing is on a sheet of the paper, at most its own size."""
    width = drawing.width - 2 * edge_of(drawing)
    return min(1, paper.width / width, paper.height / drawing.height)


def type_size(scale: float) -> float:
    """Return the size in points of the smallest type of a drawing that is printed so large."""
    return scale / LEGIBLE * SMALLEST_TYPE


class Fitting:
    """One kind of sheet, for parts of one chart drawn in one style."""

    def __init__(self, chart: outline.Chart, style: Style, paper: Paper) -> None:
        self.style = style
        self.paper = paper
        self.chart = chart
        smallest = SMALLEST_CARD if style.vertical else SMALLEST_WIDE_CARD
        self.most_cards = int(paper.width * paper.height / LEGIBLE**2 / smallest) + 1
        self.tallest = (paper.height / LEGIBLE - 2 * MARGIN - LEVEL_GAP) / 2
        self._hand_offs: dict[str, list[outline.HandOff]] = defaultdict(list)
        self._relations: dict[str, list[outline.Relation]] = defaultdict(list)
        for flow in chart.hand_offs:
            self._hand_offs[flow.giver].append(flow)
        for relation in chart.relations:
            self._relations[relation.from_department].append(relation)

    def drawing(self, departments: Departments) -> Drawing:
        """Draw these departments, with what passes between them.

        Where they do not fit, leaves stand in columns if that makes the drawing
        larger on the sheet, unless the chart says how they stand.
        """
        drawing = self._drawn(departments)
        if self.fits(drawing) or self.style.sideways or self.style.vertical:
            return drawing
        narrow = self._drawn(
            tuple(
                replace(one, branch_layout=STACKED) if one.branch_layout == "inherit" else one
                for one in departments
            )
        )
        return max(drawing, narrow, key=self.scale)

    def _drawn(self, departments: Departments) -> Drawing:
        keys = [one.key for root in departments for one in root.walk()]
        part = replace(
            self.chart,
            departments=departments,
            hand_offs=tuple(flow for key in keys for flow in self._hand_offs.get(key, ())),
            relations=tuple(one for key in keys for one in self._relations.get(key, ())),
        )
        return draw(part, self.style)

    def scale(self, drawing: Drawing) -> float:
        """Return how large the drawing is on the sheet, at most its own size."""
        return scale_on(self.paper, drawing)

    def fits(self, drawing: Drawing) -> bool:
        """Say whether the drawing is legible when it fills the sheet."""
        return self.scale(drawing) >= LEGIBLE

    def has_room_for(self, departments: Departments) -> bool:
        """Say whether these departments fit on one sheet."""
        return not has_more(departments, self.most_cards) and self.fits(self.drawing(departments))

    def is_tall(self, department: outline.Department) -> bool:
        """Say whether the card leaves no room for a superior or those below it."""
        return (
            self.style.with_roles
            and len(department.roles) > 1
            and face_of(department, self.style).height > self.tallest
        )

    def slices(self, department: outline.Department) -> list[outline.Department]:
        """Return the department several times, with as many of its roles as a sheet holds."""
        number = len(department.roles)
        alone = replace(department, children=())
        step = number
        while step > 1 and not self.has_room_for((replace(alone, roles=department.roles[:step]),)):
            step = step * 3 // 4
        return [
            replace(alone, roles=department.roles[start : start + step])
            for start in range(0, number, step)
        ]


def has_more(departments: Iterable[outline.Department], most: int) -> bool:
    """Say whether there are more departments than `most`, without counting all."""
    number = 0
    for root in departments:
        for _one in root.walk():
            number += 1
            if number > most:
                return True
    return False
