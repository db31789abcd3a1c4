"""Which departments are open, so that those below them are read."""

from dataclasses import dataclass


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
