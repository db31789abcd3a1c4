"""Tags of the public pages: source marks and the language switch."""

import re
from functools import lru_cache
from urllib.parse import quote

from django import template
from django.conf import settings
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse, translate_url
from django.utils.html import format_html
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from departments.models import Basis, Involvement
from orgchart.templatetags.names import language_of

register = template.Library()

CHINESE_DIGITS = "〇一二三四五六七八九十"
SECTION = re.compile(r"^(A[0-4])\.(10|\d)([ab]?)\.(\d+)$")
LIST_OF_A0 = {"M": _("Marketing Department"), "Y": _("Marketing & Sales Department")}
MARKS = {Basis.STATED: "○", Basis.INFERRED: "◐", Basis.DERIVED: "●"}


@register.simple_tag
def source(record):
    """A quiet mark that opens to say where the record comes from."""
    return source_mark(record.source, record.basis, record.note, get_language())


@lru_cache(maxsize=4096)
def source_mark(keys: str, basis: str, note: str, language: str) -> str:
    """Return the mark as HTML; empty where there is nothing to say.

    A page has a hundred of them: a template for each would cost more than all
    the rest of the page. The language is part of what the cache goes by.
    """
    if not keys and not note and basis == Basis.STATED:
        return ""
    words = source_words(keys)
    said = gettext("Source: %(words)s") % {"words": words} if keys else ""
    label = Basis(basis).label
    return format_html(
        '<details class="source" data-basis="{}" lang="{}"><summary aria-label="{}">{}</summary>'
        "<div>{}{}</div></details>",
        basis,
        language,
        said or label,
        MARKS[basis],
        f"{said} · {label}" if said else label,
        noted(note) if note else "",
    )


def noted(note: str) -> str:
    """Return the note as a line of its own, in the language that it is written in."""
    return format_html("<br><span{}>{}</span>", language_of(note), linebreaksbr(note, True))


def source_words(keys: str) -> str:
    """Return source keys as a reader says them: "A1.3.7" is A1, section 3, item 7."""
    return gettext(", ").join(one_source(key) for key in keys.split())


def one_source(key: str) -> str:
    """Return one source key in words; a key of another form stays as it is."""
    section = SECTION.match(key)
    if section:
        answer, number, part, item = section.groups()
        return gettext("%(answer)s section %(section)s%(part)s item %(item)s") % {
            "answer": answer,
            "section": chinese_number(number) if get_language() == "zh-hans" else number,
            "part": part,
            "item": item,
        }
    first, _dot, rest = key.partition(".")
    letter, _dot, item = rest.partition(".")
    if first == "A0" and letter in LIST_OF_A0 and item:
        return gettext("%(answer)s %(list)s item %(item)s") % {
            "answer": first,
            "list": LIST_OF_A0[letter],
            "item": item,
        }
    return key


def chinese_number(digits: str) -> str:
    """Return a number from 0 to 10 in Chinese."""
    return CHINESE_DIGITS[int(digits)]


@register.simple_tag(takes_context=True)
def other_language(context):
    """Return the same page in the other language: its address, code and name."""
    code = "en" if get_language() == "zh-hans" else "zh-hans"
    return {
        "code": code,
        "name": dict(settings.LANGUAGES)[code],
        "address": same_page(context, code),
    }


@register.simple_tag(takes_context=True)
def translated_addresses(context):
    """Return (language, address) of this page for each language."""
    return [(code, same_page(context, code)) for code, _name in settings.LANGUAGES]


def same_page(context, code: str) -> str:
    """Return this page's address in the language; the start page when it has none."""
    request = context.get("request")
    return translate_url(request.get_full_path(), code) if request else "/"


@register.simple_tag(takes_context=True)
def shared(context, name: str, *args: str) -> str:
    """Return the address of a page that all charts share, which keeps the chart in view.

    In a chart it names that chart; elsewhere it hands on what the address names.
    Empty if there is no such page: the first in a row has none before it.
    """
    if not all(args):
        return ""
    address = reverse(name, args=args)
    chart = context.get("chart") or named_chart(context)
    return f"{address}?方案={quote(chart.slug)}" if chart else address


def named_chart(context):
    """Return the chart that the address names, if there is such a chart."""
    request, chart = context.get("request"), context.get("chart_in_view")
    named = request.GET.get("方案") if request else None
    return chart if named and chart and chart.slug == named else None


@register.filter
def item(mapping, key):
    """Return the mapping's value at the key, or None."""
    return mapping.get(key)


@register.filter
def involvement(value: str) -> str:
    """Return an involvement in words."""
    return Involvement(value).label
