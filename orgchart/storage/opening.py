"""Which departments are open, so that those below them are read."""

from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Opening:
    """So many levels from the first, and what is opened and closed besides, by slug."""

    depth: int | None
    opened: frozenset[str]
    closed: frozenset[str]

    def shows_below(self, slug: str, level: int) -> bool:
        """Say whether the children of a department are read; `level` is 0 for the first."""
        if slug in self.opened:
            return True
        within = self.depth is None or level + 1 < self.depth
        return within and slug not in self.closed

    def pruned(self, rows: list[Row]) -> list[Row]:
        """Return the rows whose superiors are all open; superiors come first."""
        if self.depth is None and not self.closed:
            return rows
        first = rows[0]["level"] if rows else 0
        open_ones = {row["parent_id"] for row in rows if row["level"] == first}
        found = []
        for row in rows:
            if row["parent_id"] in open_ones:
                found.append(row)
                if self.shows_below(row["slug"], row["level"] - first):
                    open_ones.add(row["id"])
        return found
