"""Many short texts as one long string, which is looked through at the speed of memory.

Ten thousand names or a hundred thousand duties take milliseconds, the same on
every database, and a match costs only itself.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from orgchart.search.query import Word

# Stands around every line, and within a line around each of several texts. Texts hold neither.
LINE, PART = "\0", "\1"


class Lines:
    """Plain texts, numbered from 0."""

    def __init__(self, texts: Iterable[str]) -> None:
        texts = list(texts)
        self.text = LINE.join(("", *texts, ""))
        lengths = (len(text) + 1 for text in texts[:-1])
        self.starts = array("I", accumulate(lengths, initial=1) if texts else ())

    def __len__(self) -> int:
        return len(self.starts)

    def all(self) -> list[str]:
        """Return the texts, from which the same lines can be made again."""
        return self.text[1:-1].split(LINE) if self.starts else []

    def having(self, needle: str) -> Iterator[int]:
        """Yield the numbers of the lines with the needle, which may begin or end with LINE."""
        text, starts = self.text, self.starts
        position = text.find(needle)
        while position >= 0:
            number = bisect_right(starts, position + 1) - 1
            yield number
            if number + 1 == len(starts):
                return
            position = text.find(needle, starts[number + 1] - 1)

    def matching(self, expression: str) -> Iterator[int]:
        """Yield the number of a line wherever the expression is found in it."""
        for match in re.finditer(expression, self.text):
            yield bisect_right(self.starts, match.start()) - 1

    def line(self, number: int) -> str:
        """Return one text."""
        start = self.starts[number]
        return self.text[start : self.text.index(LINE, start)]

    def has(self, number: int, needles: Iterable[str]) -> bool:
        """Whether the line has one of the needles."""
        start, after = self.starts[number], number + 1
        end = self.starts[after] if after < len(self.starts) else len(self.text)
        for needle in needles:  # noqa: SIM110 — a generator would take twice as long
            if self.text.find(needle, start, end) >= 0:
                return True
        return False

    def keeping(self, numbers: Iterable[int], needles: tuple[str, ...]) -> Iterator[int]:
        """Yield those of many numbers whose lines have one of the needles."""
        starts, last, find = self.starts, len(self.starts) - 1, self.text.find
        for number in numbers:
            start = starts[number]
            end = starts[number + 1] if number < last else len(self.text)
            for needle in needles:
                if find(needle, start, end) >= 0:
                    yield number
                    break

    def count(self, word: Word) -> int:
        """Return about how many lines have the word, fast."""
        return sum(self.text.count(way) for way in (word.plain, *word.others))


class Texts:
    """Records that are found by what they say."""

    def __init__(self, pks: Iterable[int], texts: Iterable[str]) -> None:
        self.pks = array("q", pks)
        self.said = Lines(texts)

    def __len__(self) -> int:
        return len(self.said.text)

    def columns(self) -> list[list]:
        """Return what the same texts can be made of again."""
        return [self.pks.tolist(), self.said.all()]

    def matches(self, words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
        """Yield (grade, key) of records that say every word; as typed come first."""
        # The rarest word leaves the fewest lines in which to look for the others.
        driver, *further = sorted(words, key=self.said.count) if len(words) > 1 else words
        also = [(word.plain, *word.others) for word in further]
        seen: set[int] = set()
        for grade, needle in enumerate((driver.plain, *driver.others)):
            numbers = self.said.having(needle)
            for needles in also:
                numbers = self.said.keeping(numbers, needles)
            for number in numbers:
                if number not in seen:
                    seen.add(number)
                    yield min(grade, 1), self.pks[number]
