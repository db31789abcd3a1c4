"""How alike two texts are worded: a number, and the words that make it.

Only wording is looked at. It says nothing of meaning, so what is alike here is
a question for an editor and never an answer.
"""

import re
import unicodedata
from collections.abc import Iterator

# Chinese is cut into pairs of characters, other scripts into words: single letters would
# make all English alike.
CHINESE = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN = re.compile(f"[{CHINESE}]")
PIECE = re.compile(rf"[{CHINESE}]+|[^\W_{CHINESE}]+")
# What duties of every kind begin and join with; two that share no more are not alike.
FREQUENT = (
    *("制定", "制订", "拟定", "拟订", "编制", "建立", "完善", "开展", "组织", "实施", "执行"),
    *("管理", "参与", "协助", "配合", "负责", "进行", "提供", "监督", "指导", "落实", "以及"),
    *("各类", "各项", "相关", "有关", "工作", "年度", "月度", "季度"),
)
JOINING = "的与和及并或"
PARTICLES = f"{JOINING}对由向在为"
FILLING = re.compile("|".join((*FREQUENT, f"[{PARTICLES}]")))
FILLING_WORDS = frozenset({"the", "a", "an", "and", "or", "of", "to", "for", "in", "on", "with"})
# What stands behind this is not compared, so that long texts cost no more than others.
LONGEST = 200


def parts(text: str) -> frozenset[str]:
    """Return what a text is compared by: pairs of Chinese characters, and other words."""
    return frozenset(part for piece in pieces(plain_of(text)) for part in cut(piece))


def plain_of(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:LONGEST]).casefold()


def pieces(plain: str) -> Iterator[str]:
    """Yield what stands between punctuation and filling words."""
    for piece in PIECE.findall(plain):
        if not HAN.match(piece):
            if piece not in FILLING_WORDS:
                yield piece
        else:
            yield from filter(None, FILLING.split(piece))


def cut(piece: str) -> Iterator[str]:
    if not HAN.match(piece) or len(piece) == 1:
        yield piece
    else:
        yield from (piece[at : at + 2] for at in range(len(piece) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two texts' parts have in common (Dice): 0 nothing, 1 everything."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def common_words(one: str, other: str) -> tuple[str, ...]:
    """Return the stretches that both texts have, whole, in the order of the first text."""
    shared = parts(one) & parts(other)
    mine, theirs = plain_of(one), plain_of(other)
    found: list[tuple[int, int]] = []
    at = 0
    for word in (word for piece in pieces(mine) for word in stretches(piece, shared)):
        start = mine.index(word, at)
        at = start + len(word)
        start, end = widened(mine, start, at, theirs)
        if found and start <= found[-1][1] and mine[found[-1][0] : end] in theirs:
            start = found.pop()[0]
        found.append((start, end))
    return tuple(dict.fromkeys(trimmed(mine, start, end) for start, end in found))


def widened(mine: str, start: int, end: int, theirs: str) -> tuple[int, int]:
    """Return a stretch with the particles beside it that both texts have.

    They may be part of a word: 「销售行为」 is no 「销售行」.
    """
    while start and mine[start - 1] in PARTICLES and mine[start - 1 : end] in theirs:
        start -= 1
    while end < len(mine) and mine[end] in PARTICLES and mine[start : end + 1] in theirs:
        end += 1
    return start, end


def trimmed(mine: str, start: int, end: int) -> str:
    """Return a stretch without what joins it to its neighbours: 「品牌」 of 「品牌的形象」."""
    word = mine[start:end]
    if HAN.match(mine[end : end + 1]):
        word = word.rstrip(JOINING)
    if start and HAN.match(mine[start - 1]):
        word = word.lstrip(JOINING)
    # What is left of 「合并」 would be no word.
    return word if len(word) > 1 else mine[start:end]


def stretches(piece: str, shared: frozenset[str]) -> Iterator[str]:
    """Yield what a piece has in common, neighbouring pairs joined."""
    word = ""
    for part in cut(piece):
        if part not in shared:
            if word:
                yield word
            word = ""
        else:
            word = word + part[-1] if word else part
    if word:
        yield word
