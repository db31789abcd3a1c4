"""Text as the search compares it: one case, one width, simplified characters, no spaces."""

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

from departments.models.text import BLANKS, fold

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# Spaces and characters that nobody sees, as `fold` knows them.
UNSEEN = "\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff" + "".join(
    BLANKS
)
FULL_WIDTH = "".join(map(chr, [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B)]))
FULL_WIDTH += "".join(map(chr, range(0xFF41, 0xFF5B)))


def simplified_characters() -> dict[str, str]:
    """Return the simplified character for each traditional one, by itself.

    Character by character the query and the records always agree; words that
    are written otherwise in Taiwan are `mainland`'s affair.
    """
    # The basic block and extension A hold every character that names are written with.
    characters = [*map(chr, range(0x3400, 0x4DC0)), *map(chr, range(0x4E00, 0xA000))]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, converted, strict=True)
    return {one: other for one, other in pairs if one != other and len(other) == 1}


PLAIN = simplified_characters() | {one: fold(one) for one in FULL_WIDTH}
UNPLAIN = re.compile(f"[{UNSEEN}]+|[{''.join(PLAIN)}]")
TAIWAN = OpenCC("tw2sp")


def plain(text: str) -> str:
    """Return what two texts have in common when a reader would find one by the other.

    Made for long texts too: whatever is plain already is passed over.
    """
    return UNPLAIN.sub(lambda found: PLAIN.get(found[0], ""), text.casefold())


@lru_cache(maxsize=1024)
def mainland(text: str) -> str:
    """Return the text in the words of the mainland, such as 软件 for 軟體, made plain."""
    return plain(TAIWAN.convert(unicodedata.normalize("NFKC", text)))
