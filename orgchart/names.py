"""What a page calls a record that has a Chinese name and perhaps an English one."""

import re
from typing import Protocol

from django.utils.translation import get_language

CHINESE = "zh-Hans"
ENGLISH = "en"
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
LATIN = re.compile(r"[A-Za-z]{2}")


class Named(Protocol):
    """A record with both names; the English one may be empty."""

    name: str
    name_en: str


def is_english() -> bool:
    """Say whether the page is written in English."""
    return get_language() == ENGLISH


def called(record: Named) -> str:
    """Return the record's name in the language of the page, or the only name it has."""
    return record.name_en if is_english() and record.name_en else record.name


def foreign_language(text: str) -> str:
    """Return the language of a text that is not in the page's language; else nothing."""
    if HAN.search(text):
        return CHINESE if is_english() else ""
    return ENGLISH if LATIN.search(text) and not is_english() else ""
