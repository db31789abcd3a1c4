"""Hand-offs gathered by who gives and who receives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from departments.models import Department, HandOff
from orgchart import exchange

# What may be said of the way an item is handed over.
MANNER = {"medium": _("Medium"), "frequency": _("Frequency"), "deadline": _("Deadline")}


@dataclass
class Flow:
    """All that one department hands to another, numbered; `more` items are not listed."""

    giver: Department
    receiver: Department
    items: list[HandOff] = field(default_factory=list)
    anchor: str = ""
    more: int = 0

    @property
    def count(self) -> int:
        """How many items there are, listed or not."""
        return len(self.items) + self.more

    @property
    def shared(self) -> dict[str, str]:
        """What is said of every item alike, so that it need be said only once."""
        values = {name: {getattr(item, name) for item in self.items} for name in MANNER}
        return {name: next(iter(found)) for name, found in values.items() if len(found) == 1}

    @property
    def manner(self) -> list[tuple[str, str]]:
        """The parts of the manner that all items share, in words; empty where nothing is said."""
        return [(MANNER[name], value) for name, value in self.shared.items()]

    @property
    def lines(self) -> list[tuple[HandOff, list[tuple[str, str]]]]:
        """Each item with what differs from item to item."""
        differing = [name for name in MANNER if name not in self.shared]
        return [
            (item, [(MANNER[name], getattr(item, name)) for name in differing])
            for item in self.items
        ]


@dataclass
class Pair:
    """Two departments and what runs between them, one way or both."""

    there: Flow
    back: Flow | None = None
    is_one_way: bool = False


def flows(hand_offs: Iterable[HandOff]) -> list[Flow]:
    """Gather the hand-offs by giver and receiver, in the order of their first items."""
    found: dict[tuple[int, int], Flow] = {}
    taken: set[str] = set()
    for hand_off in hand_offs:
        ends = (hand_off.giver_id, hand_off.receiver_id)
        if ends not in found:
            found[ends] = Flow(hand_off.giver, hand_off.receiver)
            found[ends].anchor = free_anchor(found[ends], taken)
        found[ends].items.append(hand_off)
        hand_off.number = len(found[ends].items)
    return list(found.values())


def free_anchor(flow: Flow, taken: set[str]) -> str:
    """Return "giver-receiver"; numbered when hyphens in names make two alike."""
    stem = anchor = f"{flow.giver.slug}-{flow.receiver.slug}"
    number = 1
    while anchor in taken:
        number += 1
        anchor = f"{stem}-{number}"
    taken.add(anchor)
    return anchor


def with_records(
    pairs: Iterable[exchange.Pair], records: Mapping[str, HandOff], most: int
) -> list[Pair]:
    """Return the pairs with the records of at most so many items each way.

    A record that was deleted meanwhile is left out, and a flow that lost all.
    """
    taken: set[str] = set()
    found = []
    for pair in pairs:
        ways = [listed(flow, records, most, taken) for flow in pair.flows]
        there, back = [*filter(None, ways), None, None][:2]
        if there:
            found.append(Pair(there, back, is_one_way=not pair.there.is_answered))
    return found


def listed(
    flow: exchange.Flow, records: Mapping[str, HandOff], most: int, taken: set[str]
) -> Flow | None:
    """Return one direction with the records of its first items, numbered as in the whole flow."""
    items = []
    for number, said in list(zip(flow.numbers, flow.items, strict=True))[:most]:
        if said.key in records:
            items.append(records[said.key])
            items[-1].number = number
    if not items:
        return None
    one = Flow(items[0].giver, items[0].receiver, items, more=max(len(flow.items) - most, 0))
    one.anchor = free_anchor(one, taken)
    return one
