"""Names spelled in pinyin, and what one types to mean them."""

import re
from functools import lru_cache

from pypinyin.core import Pinyin

from orgchart.search.plain import HAN

# A run of Chinese characters, or one word of letters and digits.
PIECES = re.compile(f"[{HAN}]+|[a-z0-9]+")
CHINESE = re.compile(f"[{HAN}]")
TYPED = re.compile(r"(?=.*[a-z])[a-z0-9]{1,60}")
# The rest of a syllable may be left out wherever the next one begins.
NEXT = "(?:[a-z0-9]* )?"


READER = Pinyin()


@lru_cache(maxsize=50_000)
def run_syllables(run: str) -> tuple[str, ...]:
    # Phrases decide between readings, and the same few come in many names.
    return tuple(sound for phrase in READER.seg(run) for sound in phrase_syllables(phrase))


@lru_cache(maxsize=50_000)
def phrase_syllables(phrase: str) -> tuple[str, ...]:
    # "v" stands for ü.
    return tuple(READER.lazy_pinyin(phrase))


def syllables(name: str) -> list[tuple[str, str]]:
    """Return (pinyin, what is written) for each character or foreign word of a plain name."""
    found: list[tuple[str, str]] = []
    for piece in PIECES.findall(name):
        if CHINESE.match(piece):
            found += zip(run_syllables(piece), piece, strict=False)
        else:
            found.append((piece, piece))
    return found


def spelled(name: str) -> str:
    """Return the syllables of a plain name, each behind a space: " shi chang bu"."""
    return "".join(f" {sound}" for sound, _written in syllables(name))


def pattern(word: str) -> str:
    """Return the regular expression that finds the word in spelled names; else nothing.

    The word may be full pinyin, initials or a mixture: each letter goes on with
    a syllable or begins the next. ü is typed as v, u or ü.
    """
    typed = word.replace("ü", "v").replace("'", "").replace("’", "")
    if not TYPED.fullmatch(typed):
        return ""
    letters = [
        "[uv]" if letter == "u" and before in "ln" else letter
        for before, letter in zip(" " + typed, typed, strict=False)
    ]
    return " " + NEXT.join(letters)


def written(name: str, sounds: str) -> str:
    """Return the part of a plain name whose spelling the expression finds; else nothing."""
    parts = syllables(name)
    found = re.search(sounds, "".join(f" {sound}" for sound, _written in parts))
    if not found:
        return ""
    first = found.string.count(" ", 0, found.start())
    last = found.string.count(" ", 0, found.end())
    part = "".join(one for _sound, one in parts[first:last])
    return part if part in name else ""
