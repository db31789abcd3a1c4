"""How much room text takes, without asking a font.

Widths are a little larger than those of the system fonts that pages use, so
that what is measured to fit does fit.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

NARROW = frozenset("iIjlfrt.,:;'|!()[]{}`·")
BROAD = frozenset("mMwWQ@%&")
# Single characters that are drawn as a whole phrase or a long stroke.
ENORMOUS = {"\ufdfd": 11.0, "\ufdfa": 3.0, "\ufdfb": 3.0, "\u2e3a": 2.0, "\u2e3b": 3.0}
CLOSING = frozenset("，。、；：？！…）》」』】〉”’%,.;:?!)]}")
OPENING = frozenset("（《「『【〈“‘([{")
JOINER = "\u200d"


class Widths(dict[str, float]):
    """The width of each character as a part of the type size, worked out when first met."""

    def __missing__(self, character: str) -> float:
        self[character] = found = em(character)
        return found


def em(character: str) -> float:
    """Return the width of one character as a part of the type size."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if character in ENORMOUS:
        return ENORMOUS[character]
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character in NARROW:
        return 0.4
    if character in BROAD:
        return 1.0
    if character.isupper():
        return 0.78
    return 0.66 if character.isascii() else 0.85


width_of = Widths().__getitem__


def width(text: str, size: float) -> float:
    """Return the width of the text set at `size` pixels, in pixels."""
    return sum(map(width_of, text)) * size


def stands_upright(text: str) -> bool:
    """Say whether most of the text are signs that stand upright in a column (UAX 50).

    The letters of other scripts would be read one by one there.
    """
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return 2 * wide >= len("".join(text.split()))


@lru_cache(maxsize=8192)
def is_mark(character: str) -> bool:
    """Say whether the character belongs to the one before it."""
    return unicodedata.category(character) in ("Mn", "Me", "Mc", "Sk", "Cf")


def clusters(text: str) -> Iterator[str]:
    """Yield what must not be torn apart: a character with its marks and joins."""
    cluster = ""
    for character in text:
        if cluster and not is_mark(character) and not cluster.endswith(JOINER):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


@lru_cache(maxsize=4096)
def wrap(text: str, size: float, room: float, lines: int) -> tuple[str, ...]:
    """Break the text into at most `lines` lines of at most `room` pixels.

    A line ends at a space where one is near, else anywhere, as Chinese does.
    What does not fit is cut off with an ellipsis. The same names are drawn
    again and again, whatever changes around them.
    """
    rest = " ".join(text.split())
    most = room / size
    if rest and len(rest) <= most and not ENORMOUS.keys() & set(rest):
        return (rest,)  # as most names do
    found: list[str] = []
    while rest:
        line = fitting(rest, most)
        if len(line) < len(rest) and len(found) + 1 == lines:
            found.append(fitting(rest, most - 1).rstrip() + "…")
            break
        if len(line) < len(rest) and not rest[len(line)].isspace():
            space = line.rfind(" ")
            line = line[: space + 1] if space > len(line) // 2 else line
        rest = rest[len(line) :].lstrip()
        found.append(line.strip())
    return tuple(found)


def fitting(text: str, most: float) -> str:
    """Return as many whole clusters from the start as `most` ems hold, at least one."""
    ends = list(accumulate(map(width_of, text)))
    index = bisect_right(ends, most)
    if index == len(text):
        return text
    return text[: seam(text, allowed(text, index))] or next(clusters(text))


def allowed(text: str, index: int) -> int:
    """Return the last place up to the index where Chinese typesetting breaks a line.

    No line begins with a closing sign or ends with an opening one (GB/T 15834-2011).
    """
    place = index
    while place > 1 and (text[place] in CLOSING or text[place - 1] in OPENING):
        place -= 1
    return place if place > index // 2 else index


def seam(text: str, index: int) -> int:
    """Return the last place up to the index where the text may be cut."""
    while index and (is_mark(text[index]) or text[index - 1] == JOINER):
        index -= 1
    return index
