"""What the downloads call things, in the reader's language."""

from django.utils.translation import gettext, ngettext

from orgchart import outline
from orgchart.documents.network import Line


def kind_words() -> dict[str, str]:
    """Return the word for each kind of department."""
    return {
        "department": gettext("department"),
        "centre": gettext("centre"),
        "committee": gettext("committee"),
        "team": gettext("team"),
        "company": gettext("company"),
        "outside": gettext("outside unit"),
    }


def tie_word(line: Line) -> str:
    """Return what a tie says: the number of hand-offs, or the relation's word."""
    if line.kind == "hand_off":
        return number_of_hand_offs(line.number)
    words: dict[str, str] = {
        "guides": gettext("guides"),
        "evaluates": gettext("evaluates"),
        "collaborates": gettext("collaborates with"),
        "dotted_line": gettext("reports on a dotted line to"),
    }
    return words[line.kind]


def number_of_hand_offs(number: int) -> str:
    """Return the number of hand-offs in words."""
    words: str = ngettext("%(number)s hand-off", "%(number)s hand-offs", number)
    return words % {"number": number}


def number_of_departments(number: int) -> str:
    """Return the number of departments in words."""
    words: str = ngettext("%(number)s department", "%(number)s departments", number)
    return words % {"number": number}


def number_of_duties(number: int) -> str:
    """Return the number of duties in words."""
    words: str = ngettext("%(number)s duty", "%(number)s duties", number)
    return words % {"number": number}


def counts(department: outline.Department) -> str:
    """Return what is known in numbers, and how many departments below are left out."""
    parts = [gettext("outside unit")] if department.kind == "outside" else []
    if department.duty_count:
        parts.append(number_of_duties(department.duty_count))
    if department.role_count:
        words = ngettext("%(number)s role", "%(number)s roles", department.role_count)
        parts.append(words % {"number": department.role_count})
    if department.headcount is not None:
        parts.append(gettext("headcount %(number)s") % {"number": department.headcount})
    hidden = department.child_count - len(department.children)
    if hidden > 0:
        words = ngettext(
            "%(number)s department below not shown",
            "%(number)s departments below not shown",
            hidden,
        )
        parts.append(words % {"number": hidden})
    return " · ".join(parts)
