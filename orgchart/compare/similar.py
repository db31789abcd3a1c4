"""Duties that are worded alike though nothing says that they are the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from orgchart import outline
from orgchart.compare.lining import Lists, share_function
from orgchart.compare.sides import Place
from orgchart.compare.wording import common_words, likeness, parts

# Found on the seed: from here on a reader would ask whether two duties are the same, as with
# 「推进品牌规划与品牌形象建设」 and 「规范销售行为、统一品牌形象」 (0.33); what lies below has
# little more than 「内容、标准」 in common (0.29).
LEAST_LIKE = 0.3
# A single pair of characters, as in 「拟定产品价格」 and 「推荐产品」, is chance (0.33).
LEAST_COMMON = 2
# Two lists of 500 duties are looked through in a second; longer ones are not.
MOST_PAIRS = 250_000


@dataclass(frozen=True, slots=True)
class Similar:
    """Two duties worded alike, and how much, from 0 to 1."""

    one: Place
    other: Place
    duties: tuple[outline.Duty, outline.Duty]
    score: float

    @property
    def percent(self) -> int:
        """The score as people read it."""
        return round(100 * self.score)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that make it, the reason that a reader is given."""
        first, second = self.duties
        return common_words(first.text, second.text)


def is_too_much(lists: Lists) -> bool:
    """Say whether the lists are too long to look for similar wording."""
    return any(len(one) * len(other) > MOST_PAIRS for one, other in combinations(lists, 2))


def similar(lists: Lists) -> tuple[Similar, ...]:
    """Return the pairs across sides that are worded alike, the most alike first.

    Duties of one function are compared by that, and equal keys are one duty:
    neither is a question. Lists that are too long give none.
    """
    if is_too_much(lists):
        return ()
    found = [
        pair
        for one, other in combinations(range(len(lists)), 2)
        for pair in between(lists, one, other)
    ]
    return tuple(sorted(found, key=lambda pair: -pair.score))


def between(lists: Lists, one: int, other: int) -> Iterator[Similar]:
    """Yield the pairs of two sides that are worded alike."""
    others = [(duty, parts(duty.text)) for duty in lists[other]]
    for mine in lists[one]:
        my_parts = parts(mine.text)
        for theirs, their_parts in others:
            # Most pairs have no word in common, and this is the fastest way to say so.
            if my_parts.isdisjoint(their_parts):
                continue
            score = score_of(my_parts, their_parts)
            if not score or share_function(mine, theirs) or mine.key == theirs.key:
                continue
            yield Similar((one, mine.key), (other, theirs.key), (mine, theirs), score)


def score_of(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how alike the parts are, 0 where it is not worth a question."""
    if len(one & other) < LEAST_COMMON and one != other:
        return 0.0
    score = likeness(one, other)
    return score if score >= LEAST_LIKE else 0.0
