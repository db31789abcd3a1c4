"""The answer for two roles in a few sentences, all of it counted from the data."""

from collections.abc import Iterator, Sequence
from functools import reduce

from django.utils.translation import gettext, ngettext

from orgchart.compare import RoleComparison
from orgchart.names import called
from orgchart.views.compare_answer import (
    after_each_other,
    functions,
    open_questions,
    unwritten,
)
from orgchart.views.namesakes import department_labels
from roles.models import Role


def answer(
    comparison: RoleComparison, roles: Sequence[Role], names: list[str], dealings: int
) -> str:
    """Return where the roles stand, what they share and have alone, and how they deal."""
    sentences = [
        *departments(roles, names),
        *superiors(comparison, roles, names),
        *unwritten(comparison.silent, names),
        *functions(comparison.comparable, names),
        *open_questions(comparison.similar),
        *carried(comparison),
        *dealt(dealings),
    ]
    return reduce(after_each_other, sentences)


def departments(roles: Sequence[Role], names: list[str]) -> Iterator[str]:
    """Yield in which department they are."""
    labels = department_labels(dict.fromkeys(role.department for role in roles))
    homes = [labels[role.department_id] for role in roles]
    words = {"first": names[0], "second": names[1], "home": homes[0], "other": homes[1]}
    if roles[0].department_id == roles[1].department_id:
        yield gettext("%(first)s and %(second)s are both in %(home)s.") % words
    else:
        yield gettext("%(first)s is in %(home)s, %(second)s in %(other)s.") % words


def superiors(comparison: RoleComparison, roles: Sequence[Role], names: list[str]) -> Iterator[str]:
    """Yield whom they report to, as far as it is known."""
    if comparison.superior is not None:
        above, below = comparison.superior, 1 - comparison.superior
        yield gettext("%(below)s reports to %(above)s.") % {
            "above": names[above],
            "below": names[below],
        }
    elif comparison.has_one_superior:
        yield gettext("Both report to %(above)s.") % {"above": called(roles[0].reports_to)}


def carried(comparison: RoleComparison) -> Iterator[str]:
    """Yield how many department duties both carry out."""
    number = sum(row.is_shared for row in comparison.carried)
    if number:
        yield ngettext(
            "Both carry out %(number)s duty of a department.",
            "Both carry out %(number)s duties of departments.",
            number,
        ) % {"number": number}


def dealt(number: int) -> Iterator[str]:
    """Yield how many working relationships bind them to each other."""
    if number:
        yield ngettext(
            "%(number)s working relationship binds them to each other.",
            "%(number)s working relationships bind them to each other.",
            number,
        ) % {"number": number}
