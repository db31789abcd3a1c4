"""Which words to mark in what was found."""

from collections.abc import Iterable

from orgchart.search.pinyin import written
from orgchart.search.plain import plain
from orgchart.search.query import Query


def marks(query: Query, names: Iterable[str]) -> tuple[str, ...]:
    """Return the words as typed, the other words for them, and what pinyin stands for.

    `names` are those of the records that are shown.
    """
    found = [*query.words]
    for word in (*query.sought, *query.pieces, *query.joined):
        found += [word.plain, *word.others]
    sounds = [word.sounds for word in (*query.sought, *query.pieces, *query.joined) if word.sounds]
    if sounds:
        found += [written(plain(name), one) for name in names for one in sounds]
    return tuple(dict.fromkeys(word for word in found if word))
