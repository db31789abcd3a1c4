"""What a drawing says in words: the numbers on a card, what a badge does, what an arrow means."""

from functools import lru_cache

from django.utils.translation import get_language, gettext, ngettext, pgettext

from orgchart import outline
from orgchart.layout import Arrow, Card


def told(arrow: Arrow, giver: str, receiver: str) -> str:
    """Return an arrow in words."""
    names = {"giver": giver, "receiver": receiver}
    if arrow.kind == "hand_off":
        return told_of_hand_offs(giver, receiver, arrow.number)
    sentence = {
        "guides": gettext("%(giver)s guides %(receiver)s"),
        "evaluates": gettext("%(giver)s evaluates %(receiver)s"),
        "collaborates": gettext("%(giver)s works together with %(receiver)s"),
    }.get(arrow.kind, gettext("%(giver)s also reports to %(receiver)s"))
    return str(sentence % names)


def told_of_hand_offs(giver: str, receiver: str, number: int) -> str:
    """Return how much one department hands another, in words."""
    words = ngettext(
        "%(giver)s hands %(receiver)s %(number)s item",
        "%(giver)s hands %(receiver)s %(number)s items",
        number,
    )
    return str(words % {"giver": giver, "receiver": receiver, "number": number})


def sign(arrow: Arrow) -> str:
    """Return what stands on an arrow: a number, or one letter for a kind of relation."""
    if arrow.kind == "hand_off":
        return str(arrow.number) if arrow.number < 100 else "99+"
    letter = {
        "guides": pgettext("sign on an arrow", "G"),
        "evaluates": pgettext("sign on an arrow", "E"),
        "collaborates": pgettext("sign on an arrow", "C"),
    }.get(arrow.kind, pgettext("sign on an arrow", "D"))
    return str(letter)


def toggle_label(card: Card, language: str = "") -> str:
    """Return in words what the badge of a card does.

    Whoever asks for many at once gives the language of the moment with them.
    """
    words = toggle_words(language or get_language(), card.hidden)
    return words % {"name": card.department.name, "number": card.hidden}


@lru_cache(maxsize=4096)
def toggle_words(_language: str, hidden: int) -> str:
    """Return what the badges of cards say that hide so many, but for the name."""
    if not hidden:
        return str(gettext("Close %(name)s"))
    return str(
        ngettext(
            "Open %(name)s: %(number)s department below",
            "Open %(name)s: %(number)s departments below",
            hidden,
        )
    )


def counts(department: outline.Department, language: str = "") -> str:
    """Return how many duties and roles there are, and the headcount when known.

    Whoever asks for many at once gives the language of the moment with them.
    """
    return counts_in_words(
        language or get_language(),
        department.kind == "outside",
        department.duty_count,
        department.role_count,
        department.headcount,
    )


@lru_cache(maxsize=4096)
def counts_in_words(
    _language: str, outside: bool, duties: int, roles: int, headcount: int | None
) -> str:
    """Return the numbers of a card in words; most cards have the same few."""
    parts = [gettext("outside unit")] if outside else []
    if duties:
        words = ngettext("%(number)s duty", "%(number)s duties", duties)
        parts.append(words % {"number": duties})
    if roles:
        words = ngettext("%(number)s role", "%(number)s roles", roles)
        parts.append(words % {"number": roles})
    if headcount is not None:
        parts.append(gettext("headcount %(number)s") % {"number": headcount})
    return " · ".join(parts)
