"""What can be found in large charts, stored for workers that have not read them yet.

Reading a chart of a hundred thousand duties takes a second and more, taking it
from here a tenth of that. A stored state that is out of date is still the best
one to go on from.
"""

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path

from django.db import DatabaseError, connection, transaction

from orgchart.models import SearchIndex
from orgchart.search.packing import packed, unpacked
from orgchart.search.reading import Room

# Smaller charts are read about as fast from their own tables.
LEAST_CHARACTERS = 300_000
# A stored state from which fewer owners of duties differ is still good to go on from.
LEAST_NEWS = 200
State = tuple[int, str, int]


def maker() -> str:
    """Return what tells this program from one that would read the same names otherwise."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    versions = [version(name) for name in ("pypinyin", "opencc")]
    said = [*(path.read_bytes() for path in sources), *(one.encode() for one in versions)]
    return hashlib.sha256(b"".join(said)).hexdigest()


MAKER = maker()


def stored_rooms(charts: Collection[int]) -> dict[int, tuple[State, Room]]:
    """Return what is stored of these charts, each with the state that it shows."""
    rows = SearchIndex.objects.filter(chart__in=charts, maker=MAKER)
    return {
        row.chart: ((row.chart, row.key, row.revision), unpacked(bytes(row.content)))
        for row in rows
    }


def store_room(state: State, room: Room) -> None:
    """Store a large room with much news, unless somebody else is writing at this moment."""
    if room.size < LEAST_CHARACTERS or room.news < LEAST_NEWS:
        return
    chart, key, revision = state
    row = SearchIndex(chart=chart, key=key, revision=revision, maker=MAKER, content=packed(room))
    fields = ["key", "revision", "maker", "content"]
    with suppress(DatabaseError), not_waiting(), transaction.atomic():
        SearchIndex.objects.bulk_create(
            [row], update_conflicts=True, unique_fields=["chart"], update_fields=fields
        )


@contextmanager
def not_waiting() -> Iterator[None]:
    """Let a write on SQLite fail at once where another is under way, for nobody waits for this."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        [usual] = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
