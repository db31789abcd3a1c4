"""What goes when something is deleted: exactly, by kind, and by name."""

from django.contrib import admin
from django.contrib.admin.utils import NestedObjects, quote
from django.db import DEFAULT_DB_ALIAS
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

# So many names a kind; the counts are always complete.
NAMES_SHOWN = 20


def what_goes(rows, request):
    """Return (names by kind, counts by kind, permissions lacking, what forbids it)."""
    rows = list(rows)
    collector = NestedObjects(using=DEFAULT_DB_ALIAS, origin=rows)
    if rows:
        collector.collect(rows)
    kinds = sorted(collector.model_objs.items(), key=lambda kind: kind[0] is not type(rows[0]))
    counts = {model._meta.verbose_name_plural: len(group) for model, group in kinds}
    names = []
    for model, group in kinds:
        title = format_html("{} ({})", capfirst(model._meta.verbose_name_plural), len(group))
        names += [title, links(group)]
    lacking = {
        model._meta.verbose_name for model, _group in kinds if not may_delete(model, request)
    }
    return names, counts, lacking, hindrances(collector.protected)


def may_delete(model, request) -> bool:
    """What has no page of its own goes with its owner."""
    return not admin.site.is_registered(model) or admin.site.get_model_admin(
        model
    ).has_delete_permission(request)


def links(rows) -> list[str]:
    """The first rows by name; then how many more."""
    rows = sorted(rows, key=lambda row: row.pk)
    shown = [link(row) for row in rows[:NAMES_SHOWN]]
    if len(rows) > NAMES_SHOWN:
        shown.append(_("and %(number)d more") % {"number": len(rows) - NAMES_SHOWN})
    return shown


def link(row) -> str:
    """A row's name, leading to its page where it has one."""
    owner = getattr(row, "department", None) or getattr(row, "role", None)
    words = f"{owner} · {row}" if owner is not None else str(row)
    if not admin.site.is_registered(type(row)):
        return words
    options = row._meta
    name = f"admin:{options.app_label}_{options.model_name}_change"
    return format_html('<a href="{}">{}</a>', reverse(name, args=[quote(row.pk)]), words)


def hindrances(rows) -> list[str]:
    """What still uses the record, so that it cannot be deleted."""
    kinds: dict[type, list] = {}
    for row in rows:
        kinds.setdefault(type(row), []).append(row)
    found = []
    for model, group in kinds.items():
        title = format_html("{} ({})", capfirst(model._meta.verbose_name_plural), len(group))
        found += [title, links(group)]
    return found


def fingerprint(counts) -> str:
    """The counts that a page has shown; other counts need another look."""
    return " ".join(str(number) for number in counts.values())
