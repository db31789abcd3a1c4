"""What the charts shall cost, and how what they cost is said.

A figure is a list of numbers measured one after another; only medians and
ratios of one run mean something. Nothing is asserted: a goal that is missed or
could not be measured is printed as loudly as possible.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

Figures = Mapping[str, list[float]]
TIME = "ms"
MET, MISSED, UNMEASURED = "met", "MISSED", "NOT MEASURED"


@dataclass(frozen=True)
class Goal:
    """The median of `ours` is at most `most` times that of `theirs`, or at most `most` itself.

    Of what is counted, not timed, the largest must be within the goal.
    """

    label: str
    ours: str
    most: float
    theirs: str = ""
    unit: str = TIME

    def reached(self, figures: Figures) -> float | None:
        """Return the ratio, or the figure itself; None where something is not measured."""
        if not figures.get(self.ours) or (self.theirs and not figures.get(self.theirs)):
            return None
        mine = median(figures[self.ours]) if self.unit == TIME else max(figures[self.ours])
        return mine / median(figures[self.theirs]) if self.theirs else mine

    def verdict(self, figures: Figures) -> str:
        """Return how it stands, in a word."""
        reached = self.reached(figures)
        if reached is None:
            return UNMEASURED
        return MET if reached <= self.most else MISSED


def amount(values: list[float] | None, unit: str) -> str:
    """Return a median with the smallest and the largest, as a text."""
    if not values:
        return "–"
    if unit == TIME:
        return f"{median(values):.2f} ms ({min(values):.2f}–{max(values):.2f})"
    return f"{median(values):,.0f} {unit} ({min(values):,.0f}–{max(values):,.0f})"


def table(goals: Iterable[Goal], figures: Figures) -> list[str]:
    """Return a line for each goal: what it asks, what was measured, whether it is met."""
    lines = []
    for goal in goals:
        reached = goal.reached(figures)
        wanted = (
            f"≤ {goal.most:g} × {goal.theirs}" if goal.theirs else f"≤ {goal.most:g} {goal.unit}"
        )
        lines.append(f"{goal.verdict(figures):12}  {goal.label}")
        lines.append(f"{'':14}{goal.ours}: {amount(figures.get(goal.ours), goal.unit)}")
        if goal.theirs:
            lines.append(f"{'':14}{goal.theirs}: {amount(figures.get(goal.theirs), goal.unit)}")
        ratio = "" if reached is None or not goal.theirs else f"ratio {reached:.3f}, "
        lines.append(f"{'':14}{ratio}goal {wanted}")
    return lines


def others(goals: Iterable[Goal], figures: Figures) -> list[str]:
    """Return a line for each figure that no goal speaks of; counts begin with what they count."""
    told = {name for goal in goals for name in (goal.ours, goal.theirs)}
    units = {name: "elements" if name.startswith("elements") else TIME for name in figures}
    return [f"{name}: {amount(figures[name], units[name])}" for name in figures if name not in told]


def summary(goals: Iterable[Goal], figures: Figures) -> str:
    """Return how many goals are met, missed and not measured, in one line."""
    verdicts = [goal.verdict(figures) for goal in goals]
    return ", ".join(f"{verdicts.count(one)} {one}" for one in (MET, MISSED, UNMEASURED))


ELEMENTS = ("100", "1,000", "10,000", "10,000 collapsed", "10,000 expanded", "100,000")
BROWSER = (
    Goal("1,000 open: data to picture", "ours 1,000", 0.06, "d3-org-chart 1,000"),
    Goal("1,000 open: data to picture", "ours 1,000", 0.12, "orgchart 1,000"),
    Goal("10,000 open: data to picture", "ours 10,000", 0.02, "d3-org-chart 10,000"),
    Goal(
        "10,000 collapsed: data to picture",
        "ours 10,000 collapsed",
        0.25,
        "d3-org-chart 10,000 collapsed",
    ),
    Goal("A frame of panning", "pan 10,000", 0.03, "pan d3-org-chart 10,000"),
    Goal("A frame of panning", "pan 10,000", 8),
    Goal("A frame of zooming", "zoom 10,000", 0.03, "zoom d3-org-chart 10,000"),
    Goal("A frame of zooming", "zoom 10,000", 8),
    Goal("A frame of panning a hundred thousand", "pan 100,000", 1.5, "pan 100"),
    Goal("A frame of zooming a hundred thousand", "zoom 100,000", 1.5, "zoom 100"),
    Goal("Opening a branch, server included", "expand", 0.5, "expand d3-org-chart"),
    Goal(
        "Opening a branch, against d3-org-chart's own method for it",
        "expand",
        0.5,
        "setExpanded d3-org-chart",
    ),
    Goal(
        "Opening a branch as soon as a hand can, 80 ms after the pointer came",
        "expand by hand",
        0.5,
        "expand by hand d3-org-chart",
    ),
    Goal(
        "Opening a branch before the page has asked ahead",
        "expand at once",
        0.5,
        "expand at once d3-org-chart",
    ),
    *(
        Goal(f"Elements in the document: {state}", f"elements {state}", 1500, unit="elements")
        for state in ELEMENTS
    ),
    Goal("Scripts of the chart page, gzip -9", "scripts", 20_000, unit="bytes"),
)
SERVER = (
    Goal("Queries of a page with 259 of 10,000", "queries", 8, unit="queries"),
    Goal("That page, rendered anew", "page cold", 6, "bare page"),
    Goal("That page, asked for again", "page warm", 6, "bare page"),
    Goal(
        "First levels, of 100,000 and of 1,000", "first levels 100,000", 1.3, "first levels 1,000"
    ),
    Goal("The page unchanged (304)", "unchanged", 1.3, "bare page"),
)
WRITING = (
    Goal("Placing 10,000", "placing", 0.1, "igraph"),
    Goal("Placing, with text measured and lines routed", "draw", 0.1, "igraph"),
    Goal("SVG of 10,000", "svg", 0.2, "svg by a template"),
)
