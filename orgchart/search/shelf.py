"""What can be found in a chart, kept in memory under the chart's revision.

Every change inside a chart raises its revision, and every change of the library
raises that of all charts, so what is kept is never out of date, whichever door
the change came by, and no table carries columns that have to be kept in step.
What a worker has not read yet it takes from `storing`, if another has been there.
"""

from collections.abc import Sequence

from departments.models import Chart
from orgchart.search.lines import Texts
from orgchart.search.names import Names
from orgchart.search.reading import Room, read_library, read_rooms
from orgchart.search.storing import State, store_room, stored_rooms

IN_A_CHART = ("departments", "roles", "department_duties", "role_duties", "hand_offs")
IN_THE_LIBRARY = ("functions", "passages")
# Two bytes or four each; the charts looked through longest ago are forgotten first.
MOST_CHARACTERS = 40_000_000

Kinds = dict[str, Names | Texts]

_rooms: dict[int, tuple[State, Room]] = {}
_library: dict[None, tuple[State, Kinds]] = {}


def forget() -> None:
    """Forget everything, as after a change that raised no revision."""
    _rooms.clear()
    _library.clear()


def of_charts(charts: Sequence[Chart]) -> list[Kinds]:
    """Return what can be found in each chart.

    Charts that are new here are read in six queries together; of those that
    changed, what did not change is kept.
    """
    known = {chart.pk: _rooms.pop(chart.pk, None) for chart in charts}
    new = [pk for pk, kept in known.items() if kept is None]
    if new:
        known |= stored_rooms(new)
    stale: dict[int, Room | None] = {}
    for chart in charts:
        state, room = known[chart.pk] or (None, None)
        if state != state_of(chart):
            # A chart of another key only took the place of one that was deleted.
            stale[chart.pk] = room if state and state[:2] == state_of(chart)[:2] else None
    read = read_rooms(stale) if stale else {}
    for chart in charts:
        if chart.pk in read:
            known[chart.pk] = (state_of(chart), read[chart.pk])
            if chart.pk in new:
                store_room(*known[chart.pk])
    # What is used again goes to the end: the first is what nobody used for longest.
    _rooms.update({pk: kept for pk, kept in known.items() if kept})
    if read:
        make_room()
    return [known[chart.pk][1].kinds for chart in charts]


def state_of(chart: Chart) -> State:
    return chart.pk, chart.key, chart.revision


def make_room() -> None:
    sizes = {pk: room.size for pk, (_state, room) in _rooms.items()}
    total = sum(sizes.values())
    for pk, size in sizes.items():
        if total <= MOST_CHARACTERS:
            break
        _rooms.pop(pk, None)
        total -= size


def of_library(charts: Sequence[Chart]) -> Kinds:
    """Return what can be found in the library; any chart's revision tells its state."""
    state = state_of(charts[0]) if charts else None
    kept = _library.get(None)
    if state is None or kept is None or kept[0] != state:
        kinds = read_library()
        if state is not None:
            _library[None] = (state, kinds)
        return kinds
    return kept[1]
