"""What can be found of one kind, put together of what was known and what is new."""

from collections.abc import Iterable, Mapping, Sequence

from orgchart.search.lines import Texts
from orgchart.search.names import Names


class Strip:
    """Records of one kind that stand owner by owner, to be cut between the owners."""

    def __init__(
        self, place: Names | Texts, owners: Iterable[int], lengths: Mapping[int, int]
    ) -> None:
        self.kind = type(place)
        self.columns = place.columns()
        self.spans: dict[int, slice] = {}
        start = 0
        for owner in owners:
            if owner in lengths:
                end = start + lengths[owner]
                self.spans[owner] = slice(start, end)
                start = end

    def without(self, owners: Iterable[int]) -> "Strip":
        """Return the strip in which these owners have nothing."""
        for owner in owners:
            self.spans.pop(owner, None)
        return self


def spliced(order: Sequence[int], *strips: Strip) -> Names | Texts:
    """Return the records of all owners in this order, each owner's from the strip that has them."""
    columns: list[list] = [[] for _column in strips[0].columns]
    for owner in order:
        for strip in strips:
            span = strip.spans.get(owner)
            if span:
                for column, part in zip(columns, strip.columns, strict=True):
                    column += part[span]
                break
    return strips[0].kind(*columns)
