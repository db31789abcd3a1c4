"""What somebody looks for."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from orgchart.search.pinyin import pattern
from orgchart.search.plain import HAN, plain
from orgchart.search.synonyms import other_ways

LONGEST = 200
MOST_WORDS = 10
RUNS = re.compile(f"[{HAN}]+|[^{HAN}]+")


@dataclass(frozen=True)
class Word:
    """One word: as it is compared, other words for it, and the pinyin it may be."""

    plain: str
    others: tuple[str, ...] = ()
    sounds: str = ""


def read_word(text: str) -> Word:
    """Return the word as it is looked for."""
    return Word(plain(text), other_ways(text), pattern(plain(text)))


@dataclass(frozen=True)
class Query:
    """The words as they were typed; `is_cut` says that there were more."""

    words: tuple[str, ...]
    is_cut: bool

    def __str__(self) -> str:
        return " ".join(self.words)

    @cached_property
    def sought(self) -> tuple[Word, ...]:
        """The words to look for, the longest first; those that nobody sees left out."""
        words = [read_word(word) for word in self.words]
        return tuple(sorted((one for one in words if one.plain), key=lambda one: -len(one.plain)))

    @cached_property
    def pieces(self) -> tuple[Word, ...]:
        """Chinese and pinyin typed in one word, apart: 市场bu is 市场 and bu; else nothing."""
        runs = tuple(read_word(run) for word in self.words for run in RUNS.findall(plain(word)))
        return runs if len(self.sought) < len(runs) <= MOST_WORDS else ()

    @cached_property
    def joined(self) -> tuple[Word, ...]:
        """Pinyin with spaces anywhere as one word, shi chan gbu as shichangbu; else nothing."""
        if len(self.sought) < 2 or not all(one.sounds for one in self.sought):
            return ()
        word = read_word("".join(self.words))
        return (word,) if word.sounds else ()


def read_query(text: str) -> Query:
    """Return the words of the text, as many as are looked for."""
    text = unicodedata.normalize("NFC", text).strip()
    words = text[:LONGEST].split()
    return Query(tuple(words[:MOST_WORDS]), len(text) > LONGEST or len(words) > MOST_WORDS)
