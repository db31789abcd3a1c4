"""The numbers before the lines of a Chinese document, level by level.

一、 （一） 1. （1） is the order of GB/T 9704-2012; ① and a. follow it where a
chart goes deeper.
"""

from collections.abc import Callable

DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")
# ① to ㊿ lie in three rows of the character set: first number, first character.
CIRCLES = ((36, "㊱"), (21, "㉑"), (1, "①"))
MOST_CIRCLED = 50


def numeral(level: int, number: int) -> str:
    """Return what stands before the line: level from 0, number from 1."""
    return LEVELS[min(level, len(LEVELS) - 1)](number)


def chinese(number: int) -> str:
    """Return a whole number below 一亿 in Chinese: 十二, 一百零三, 二万零五十."""
    text = spelled(number)
    return text.removeprefix("一") if text.startswith("一十") else text


def spelled(number: int) -> str:
    """Return the number with every digit said: 一十二."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = DIGITS[0] if 0 < low < 1_000 else ""
        return f"{spelled(high)}万{gap}{spelled(low) if low else ''}"
    text = ""
    for place, digit in enumerate(reversed(str(number))):
        if digit != "0":
            text = DIGITS[int(digit)] + PLACES[place] + text
        elif text and not text.startswith(DIGITS[0]):
            text = DIGITS[0] + text
    return text


def circled(number: int) -> str:
    """Return ① to ㊿, and beyond those the number in tortoise-shell brackets."""
    if number > MOST_CIRCLED:
        return f"〔{number}〕"
    first, character = next(row for row in CIRCLES if number >= row[0])
    return chr(ord(character) + number - first)


def letters(number: int) -> str:
    """Return a to z, then aa, ab and so on."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


LEVELS: tuple[Callable[[int], str], ...] = (
    lambda number: f"{chinese(number)}、",
    lambda number: f"（{chinese(number)}）",
    lambda number: f"{number}. ",
    lambda number: f"（{number}）",
    circled,
    lambda number: f"{letters(number)}. ",
)
