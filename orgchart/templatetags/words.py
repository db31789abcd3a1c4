"""Words on the public pages: things in a row, and words that were looked for."""

import re
from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def listed(things: Iterable) -> str:
    """Return numbers or names as a reader lists them: 1、3、4 or 1, 3, 4."""
    return pgettext("list", ", ").join(str(thing) for thing in things)


@register.filter(is_safe=True)
def one_line(text: str) -> str:
    """Return the text without line ends and double spaces, as a tab shows it."""
    return " ".join(text.split())


@register.filter
def marked(text: str, words: tuple[str, ...]) -> SafeString:
    """Return the text as markup, with <mark> around each of the words."""
    if not words:
        return mark_safe(escape(text))
    # The longest first, so that a word inside another does not cut it short.
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    parts = re.split(f"({pattern})", text, flags=re.IGNORECASE)
    return mark_safe(
        "".join(mark(part) if odd % 2 else escape(part) for odd, part in enumerate(parts))
    )


def mark(part: str) -> str:
    return f"<mark>{escape(part)}</mark>"
