"""A chart as nodes and lines, for programs that lay them out themselves."""

from collections import Counter
from dataclasses import dataclass

from orgchart import outline


@dataclass(frozen=True, slots=True)
class Line:
    """From one department to another, by key.

    `kind` is "command", "outside" (a unit beside the chain of command),
    "hand_off" or a relation's kind; `number` counts the hand-offs.
    """

    start: str
    end: str
    kind: str
    number: int = 0


def identities(chart: outline.Chart) -> dict[str, str]:
    """Return a short identity for each department's key, in the chart's order.

    They are made of numbers alone: a name or a key may hold what a format
    takes for its own signs.
    """
    return {one.key: f"d{number}" for number, one in enumerate(chart.walk(), start=1)}


def branches(chart: outline.Chart) -> list[Line]:
    """Return the lines from each department to those right below it."""
    return [
        Line(parent.key, child.key, "outside" if child.kind == "outside" else "command")
        for parent in chart.walk()
        for child in parent.children
    ]


def ties(chart: outline.Chart) -> list[Line]:
    """Return hand-offs, gathered by giver and receiver, then the other relations.

    A tie to a department that the outline leaves out is left out with it.
    """
    known = {one.key for one in chart.walk()}
    numbers = Counter((one.giver, one.receiver) for one in chart.hand_offs)
    found = [Line(*ends, "hand_off", number) for ends, number in numbers.items()]
    found += [Line(one.from_department, one.to_department, one.kind) for one in chart.relations]
    return [line for line in found if line.start in known and line.end in known]
