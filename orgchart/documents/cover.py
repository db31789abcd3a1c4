"""What stands around a drawing that leaves the page."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cover:
    """Which chart a file shows, how much of it, as of which day.

    `origin` names the chart and its revision, `extent` the whole or the part,
    `empty` is what to say where there is nothing to draw.
    """

    title: str
    day: date
    origin: str
    extent: str
    empty: str = ""

    @property
    def description(self) -> str:
        """All of it in one line."""
        return f"{self.origin} · {self.day.isoformat()} · {self.extent}"
