"""Translations: the .po files people edit become the .mo files that gettext reads."""

import os
from collections.abc import Iterator
from pathlib import Path

import polib


def compile_catalogs(project: Path) -> list[Path]:
    """Write the .mo beside every .po that is newer, and say which ones."""
    return [source for source in find_catalogs(project) if compile_catalog(source)]


def find_catalogs(project: Path) -> Iterator[Path]:
    """The catalogues of the project's own rooms."""
    for room in ("orgchart", "departments", "roles"):
        yield from sorted(project.glob(f"{room}/locale/*/LC_MESSAGES/*.po"))


def compile_catalog(source: Path) -> bool:
    """Compile one catalogue; False when there was nothing to do."""
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    # Written aside and renamed, so that two processes never read half a file.
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(unfinished))
    unfinished.replace(target)
    return True
