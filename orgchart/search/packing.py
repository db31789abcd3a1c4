"""What can be found in a chart as bytes, and back."""

import json
import zlib
from collections.abc import Iterable

from orgchart.search.lines import Texts
from orgchart.search.names import Names
from orgchart.search.reading import Print, Room

NAMED = ("departments", "roles")
# Nearly as small as at higher levels, in a tenth of the time.
LEVEL = 1


def packed(room: Room) -> bytes:
    """Return the room as bytes."""
    said = {
        "kinds": {kind: place.columns() for kind, place in room.kinds.items()},
        "owners": {kind: list(prints) for kind, prints in room.prints.items()},
        "prints": {kind: columns(prints.values()) for kind, prints in room.prints.items()},
        "units": columns(room.units),
        "order": room.order,
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), LEVEL)


def columns(rows: Iterable[tuple]) -> list[tuple]:
    # A few long lists are read many times faster than very many short ones.
    return list(zip(*rows, strict=True))


def unpacked(content: bytes) -> Room:
    """Return the room that was packed."""
    said = json.loads(zlib.decompress(content))
    return Room(
        kinds={
            kind: (Names if kind in NAMED else Texts)(*parts)
            for kind, parts in said["kinds"].items()
        },
        prints={
            kind: dict(zip(said["owners"][kind], map(Print, *parts), strict=True)) if parts else {}
            for kind, parts in said["prints"].items()
        },
        units=columns(said["units"]),
        order=said["order"],
    )
