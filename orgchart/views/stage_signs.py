"""The sign of a department that leads in a life-cycle stage: how many duties, and what besides."""

from collections.abc import Mapping

from django.db.models import Count, Q
from django.utils.translation import gettext, ngettext

from departments.models import Chart, Emphasis, Stage
from orgchart.documents.as_svg import Sign
from orgchart.names import called

STAR = "★"


def signs_of(chart: Chart, stage: Stage) -> dict[str, Sign]:
    """Return the sign of each department that leads, and the same in words, by its key."""
    rows = (
        Emphasis.objects.filter(chart=chart, stage=stage)
        .order_by()
        .values("department__key")
        .annotate(inside=Count("duty", distinct=True), outside=Count("pk", filter=Q(duty=None)))
    )
    name = called(stage)
    return {row["department__key"]: sign(name, row["inside"], row["outside"]) for row in rows}


def is_mixed(signs: Mapping[str, Sign]) -> bool:
    """Say whether a sign also counts what lies outside a duty list."""
    return any("+" in text for text, _words in signs.values())


def sign(stage: str, inside: int, outside: int) -> Sign:
    """Return a sign such as ★ 4+1: four duties of the list, and one emphasis outside it."""
    text = f"{STAR} {inside}+{outside}" if outside else f"{STAR} {inside}"
    said = ngettext("%(number)s duty leads", "%(number)s duties lead", inside)
    words = gettext("%(stage)s stage: %(said)s") % {
        "stage": stage,
        "said": said % {"number": inside},
    }
    if not outside:
        return text, words
    besides = ngettext(
        "%(number)s emphasis outside the duty list",
        "%(number)s emphases outside the duty list",
        outside,
    )
    return text, f"{words} · {besides % {'number': outside}}"
