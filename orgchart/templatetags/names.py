"""Names and texts on the public pages, each in a language that the browser is told."""

import re
from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from orgchart import names

# Chinese characters with the punctuation that belongs to them.
CHINESE_RUN = re.compile(r"([\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+)")

register = template.Library()


@register.filter
def called(record: names.Named) -> str:
    """Return the name as plain text, for titles and labels."""
    return names.called(record)


@register.filter
def named(record: names.Named) -> SafeString:
    """Return the one name that this page uses, marked where it is in another language."""
    return marked_up(names.called(record))


@register.filter
def titled(record: names.Named) -> SafeString:
    """Return the name; on English pages the Chinese one stands after it."""
    if names.called(record) == record.name:
        return named(record)
    return format_html('{} <span class="other-name">{}</span>', named(record), in_chinese(record))


@register.filter
def in_both(record: names.Named) -> SafeString:
    """Return the name, and on every page the other one after it if there is one."""
    if names.is_english() or not record.name_en:
        return titled(record)
    return format_html(
        '{} <span class="other-name" lang="{}">{}</span>',
        record.name,
        names.ENGLISH,
        record.name_en,
    )


@register.filter
def listed_names(records: Iterable[names.Named]) -> SafeString:
    """Return the names in a row."""
    return format_html_join(pgettext("list", ", "), "{}", ((named(one),) for one in records))


@register.filter
def language_of(text: str) -> SafeString:
    """Return the lang attribute for the element that holds the text; empty if it needs none.

    It stands right behind another attribute: <p class="lead"{{ text|language_of }}>.
    """
    language = names.foreign_language(text)
    return format_html(' lang="{}"', language) if language else SafeString("")


@register.filter
def mixed(text: str) -> SafeString:
    """Return a sentence in which every Chinese run is marked where the page is in English."""
    if not names.is_english():
        return format_html("{}", text)
    parts = CHINESE_RUN.split(text)
    return format_html_join(
        "",
        "{}",
        ((marked_up(part) if odd % 2 else part,) for odd, part in enumerate(parts)),
    )


def marked_up(text: str) -> SafeString:
    if not names.foreign_language(text):
        return format_html("{}", text)
    return format_html("<span{}>{}</span>", language_of(text), text)


def in_chinese(record: names.Named) -> SafeString:
    return marked_up(record.name)
