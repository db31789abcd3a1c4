"""Records that are found by their names: as written, as called otherwise, as spelled."""

import re
from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from orgchart.search.lines import LINE, PART, Lines
from orgchart.search.pinyin import spelled
from orgchart.search.plain import plain
from orgchart.search.query import Word


class Named(NamedTuple):
    """A record's names; `says` is what else it may be found by."""

    pk: int
    name: str
    others: tuple[str, ...] = ()
    says: str = ""


def parts(texts: Iterable[str]) -> str:
    """Return texts as one line, each between signs that no text has."""
    kept = [text for text in texts if text]
    return PART + "".join(f"{text}{PART}" for text in kept) if kept else ""


def names_of(records: Iterable[Named]) -> "Names":
    """Return what finds the records."""
    records = list(records)
    names = [plain(record.name) for record in records]
    others = [[plain(one) for one in record.others] for record in records]
    spellings = (
        parts(spelled(one) for one in (name, *also))
        for name, also in zip(names, others, strict=True)
    )
    return Names(
        (record.pk for record in records),
        names,
        map(parts, others),
        spellings,
        (plain(record.says) for record in records),
    )


class Names:
    """Names, other names and pinyin; a name comes before another name, that before pinyin.

    The n-th of each are those of the n-th key.
    """

    def __init__(
        self,
        pks: Iterable[int],
        names: Iterable[str],
        others: Iterable[str],
        spelled: Iterable[str],
        said: Iterable[str],
    ) -> None:
        self.pks = array("q", pks)
        self.names, self.others = Lines(names), Lines(others)
        self.spelled, self.said = Lines(spelled), Lines(said)

    def __len__(self) -> int:
        lines = (self.names, self.others, self.spelled, self.said)
        return sum(len(one.text) for one in lines)

    def columns(self) -> list[list]:
        """Return what the same names can be made of again."""
        lines = (self.names, self.others, self.spelled, self.said)
        return [self.pks.tolist(), *(one.all() for one in lines)]

    def matches(self, words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
        """Yield (grade, key) of records in which every word is found, the best first.

        The rarest word decides the grade. Whoever needs a few matches stops
        asking, and no more is looked for.
        """
        driver, *further = sorted(words, key=self._count) if len(words) > 1 else words
        seen: set[int] = set()
        for grade, number in self._graded(driver):
            if number not in seen:
                seen.add(number)
                if all(self._has(number, word) for word in further):
                    yield grade, self.pks[number]

    def _graded(self, word: Word) -> Iterator[tuple[int, int]]:
        needles = [
            (self.names, f"{LINE}{word.plain}{LINE}"),
            (self.names, f"{LINE}{word.plain}"),
            (self.names, word.plain),
            (self.others, f"{PART}{word.plain}{PART}"),
            (self.others, word.plain),
        ]
        for other in word.others:
            needles += [
                (self.names, f"{LINE}{other}{LINE}"),
                (self.names, other),
                (self.others, other),
            ]
        for grade, (lines, needle) in enumerate(needles):
            for number in lines.having(needle):
                yield min(grade, 8), number
        if word.sounds:
            yield from self._sounding(word.sounds)
        for needle in (word.plain, *word.others):
            for number in self.said.having(needle):
                yield 20, number

    def _sounding(self, sounds: str) -> Iterator[tuple[int, int]]:
        """Names spelled so from end to end first, then those that begin so, then the others."""
        whole = f"{PART}{sounds}[a-z0-9]*(?={PART})"
        for grade, expression in enumerate((whole, f"{PART}{sounds}", sounds), start=9):
            for number in self.spelled.matching(expression):
                yield grade, number

    def _count(self, word: Word) -> int:
        """About how many records match the word; pinyin may be any number."""
        if word.sounds:
            return len(self.pks)
        return sum(lines.count(word) for lines in (self.names, self.others, self.said))

    def _has(self, number: int, word: Word) -> bool:
        needles = (word.plain, *word.others)
        return (
            self.names.has(number, needles)
            or self.others.has(number, needles)
            or self.said.has(number, needles)
            or bool(word.sounds and re.search(word.sounds, self.spelled.line(number)))
        )
