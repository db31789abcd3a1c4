"""From an article's passages to sections that read well."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.text import slugify
from django.utils.translation import gettext as _

from departments.models import Passage

# How the library writes down that a word of the source was mended.
CORRECTION = re.compile(r"^原文「(?P<original>.+)」→ 采用「(?P<adopted>.+)」$", re.DOTALL)
# So many headings with one passage each read better as a table than as chapters.
ROWS_FROM = 3


@dataclass(frozen=True)
class Correction:
    """What the source wrote, and what is written here instead."""

    passage: Passage
    original: str
    adopted: str


@dataclass
class Section:
    """A part of an article: "prose", "rows" or "corrections"."""

    kind: str
    title: str
    entries: list
    anchor: str = ""


def correction(passage: Passage) -> Correction | None:
    """Return the passage as a correction, if it is one."""
    found = CORRECTION.match(passage.text)
    return Correction(passage, found["original"], found["adopted"]) if found else None


def sections(passages: Iterable[Passage]) -> list[Section]:
    """Part the passages by heading; short entries in a row become one table."""
    found: list[Section] = []
    for corrected, group in groupby(passages, key=lambda one: correction(one) is not None):
        if corrected:
            found.append(
                Section("corrections", _("Corrections"), [correction(one) for one in group])
            )
        else:
            found += prose_and_rows(group)
    for number, section in enumerate(found, start=1):
        section.anchor = f"{slugify(section.title, allow_unicode=True)}-{number}"
    return found


def prose_and_rows(passages: Iterable[Passage]) -> list[Section]:
    """Sections by heading; where many in a row have one passage only, a table of them."""
    by_heading = [
        Section("prose", heading, list(group))
        for heading, group in groupby(passages, key=lambda passage: passage.heading)
    ]
    found: list[Section] = []
    for is_single, group in groupby(by_heading, key=lambda one: len(one.entries) == 1):
        run = list(group)
        if is_single and len(run) >= ROWS_FROM:
            found.append(Section("rows", "", [one.entries[0] for one in run]))
        else:
            found += run
    return found
