"""How much of a chart a drawing on file or paper shows."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from departments.models import Chart, Department, Stage
from orgchart import outline, storage
from orgchart.documents.as_svg import Sign
from orgchart.documents.cover import Cover
from orgchart.names import called
from orgchart.storage.opening import Opening
from orgchart.views.chart_scene import chosen_root, depth_of, layered, read, size_of, spoken
from orgchart.views.chart_state import ChartState, read_state
from orgchart.views.file_words import extent
from orgchart.views.stage_signs import is_mixed, signs_of

SEEN = "所见"


class TooManyDepartments(Exception):
    """More departments than a file of its kind holds."""

    def __init__(self, number: int, most: int) -> None:
        super().__init__(number, most)
        self.number = number
        self.most = most


@dataclass
class Portion:
    """The part of a chart that is drawn, with its top and the number of departments in all."""

    chart: Chart
    state: ChartState
    root: Department | None
    said: outline.Chart
    number: int
    total: int
    stage: Stage | None

    @property
    def cover(self) -> Cover:
        """What to say around the drawing."""
        return Cover(
            title=called(self.chart),
            day=timezone.localdate(),
            origin=gettext("%(chart)s · revision %(revision)s")
            % {"chart": called(self.chart), "revision": self.said.revision},
            extent=self.extent,
            empty=gettext("This chart has no departments yet."),
        )

    @property
    def extent(self) -> str:
        """How much of the chart it is, and which stage is laid over it."""
        how_much = extent(self.number, self.total, self.root)
        if not self.stage:
            return how_much
        words = gettext("life-cycle stage: %(stage)s") % {"stage": called(self.stage)}
        return f"{how_much} · {words}"

    @cached_property
    def signs(self) -> dict[str, Sign]:
        """What marks each department that leads in the stage, by its key."""
        return signs_of(self.chart, self.stage) if self.stage else {}

    @property
    def is_mixed(self) -> bool:
        """Whether a sign also counts what lies outside a duty list."""
        return is_mixed(self.signs)


def is_seen(request: HttpRequest) -> bool:
    """Say whether the address asks for what is visible, not for the whole chart."""
    return request.GET.get("范围") == SEEN


def portion(request: HttpRequest, chart: Chart, most: int) -> Portion:
    """Return what the address asks for; 404 for a foreign top.

    Raises TooManyDepartments where it is more than `most`, before all is read.
    """
    state = read_state(request.GET)
    root = chosen_root(chart, state)
    totals = storage.totals_of(chart)
    if not is_seen(request):
        root, state = None, state.shown_at(0)
    size = size_of(root, totals)
    depth = depth_of(state, size)
    said = None
    if size <= most:
        said = read(chart, state, root, depth)
    elif depth or state.closed:
        said = read(chart, state, root, depth, most=most)
    if said is None or lacks_levels(said, Opening(depth or None, *marked(state))):
        raise TooManyDepartments(size, most)
    number = sum(1 for _one in said.walk())
    if number > most:
        raise TooManyDepartments(number, most)
    stage = Stage.objects.filter(slug=state.stage).first() if state.stage else None
    drawn = spoken(layered(said, state))
    return Portion(chart, state, root, drawn, number, totals["department_total"], stage)


def marked(state: ChartState) -> tuple[frozenset[str], frozenset[str]]:
    """Return the slugs that are opened and closed besides the depth."""
    return frozenset(state.opened), frozenset(state.closed)


def lacks_levels(said: outline.Chart, opening: Opening) -> bool:
    """Say whether levels are missing that the state has open."""
    level, units = 0, list(said.departments)
    while units:
        if any(
            one.descendant_count and not one.children and opening.shows_below(one.slug, level)
            for one in units
        ):
            return True
        units = [below for one in units for below in one.children]
        level += 1
    return False
