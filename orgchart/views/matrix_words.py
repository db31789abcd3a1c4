"""What a matrix says in words and letters."""

from collections.abc import Iterable

from django.utils.translation import gettext, ngettext, pgettext

from departments.models import Involvement
from orgchart import matrix, outline
from orgchart.names import called

# A sentence with more names than these is read by nobody.
MOST_LISTED = 12


def letter(involvement: str) -> str:
    """Return the one sign for an involvement."""
    signs = {
        "lead": pgettext("letter", "L"),
        "take_part_and_supply": pgettext("letter", "TS"),
        "take_part": pgettext("letter", "T"),
        "supply": pgettext("letter", "S"),
        "other": pgettext("letter", "O"),
    }
    return signs[involvement]


def signs_of(parts: Iterable[tuple[str, str]], is_raci: bool) -> str:
    """Return the signs of (involvement, extent) pairs in the chosen notation."""
    parts = list(parts)
    if is_raci:
        return matrix.raci(parts) or "–"
    return "·".join(letter(one) for one in matrix.distinct(kind for kind, _extent in parts))


def legend(is_raci: bool) -> list[tuple[str, str]]:
    """Return each sign with what it means, in the chosen notation."""
    words = {value: str(label) for value, label in Involvement.choices}
    if not is_raci:
        return [(letter(one), words[one]) for one in matrix.INVOLVEMENTS]
    return [(matrix.raci([(one, "full")]) or "–", words[one]) for one in matrix.INVOLVEMENTS] + [
        ("R", gettext("leads, but carries only a part"))
    ]


def function_word(kind: str) -> str:
    """Return a verdict on a function in a word."""
    words = {
        "led": pgettext("matrix", "one lead"),
        "shared": pgettext("matrix", "shared"),
        "overlap": pgettext("matrix", "overlap"),
        "elsewhere": pgettext("matrix", "overlap"),
        "no_lead": pgettext("matrix", "no lead"),
        "no_department": pgettext("matrix", "no department"),
    }
    return words[kind]


def duty_word(kind: str) -> str:
    """Return a verdict on a duty in a word."""
    words = {
        "covered": pgettext("matrix", "carried"),
        "overlap": pgettext("matrix", "overlap"),
        "unled": pgettext("matrix", "no lead"),
        "partial": gettext("in part"),
        "uncovered": pgettext("matrix", "nobody"),
        "unbroken": pgettext("matrix", "not broken down"),
    }
    return words[kind]


def results_of_functions() -> list[tuple[str, str, str]]:
    """Return the verdicts on functions: word, tone and meaning."""
    return [
        (function_word("no_lead"), "gap", gettext("no department leads in it")),
        (function_word("no_department"), "gap", gettext("no department has it, only roles do")),
        (
            function_word("overlap"),
            "overlap",
            gettext("several branches lead, or roles of another branch do"),
        ),
        (
            function_word("shared"),
            "shared",
            gettext("a department and one below it lead: no overlap"),
        ),
    ]


def results_of_duties() -> list[tuple[str, str, str]]:
    """Return the verdicts on duties: word, tone and meaning."""
    return [
        (duty_word("uncovered"), "gap", gettext("no role carries it")),
        (duty_word("partial"), "gap", gettext("no role carries the whole")),
        (duty_word("unled"), "gap", gettext("the role that carries it does not lead")),
        (
            duty_word("unbroken"),
            "gap",
            gettext("no role carries any duty of the department"),
        ),
        (
            duty_word("overlap"),
            "overlap",
            gettext("several roles carry the whole and lead, none above the other"),
        ),
    ]


def of_roles() -> str:
    """Return what a cell says that stands for roles alone."""
    return gettext("the department has no such duty, but its roles have")


def in_part() -> str:
    """Return what a cell says of a duty that is not carried wholly."""
    return gettext("carried only in part")


def meaning() -> list[str]:
    """Return how RACI is derived here, and what it cannot say."""
    return [
        gettext(
            "R does the work, A answers for the whole, C is asked and gives what it knows, I is "
            "informed."
        ),
        gettext(
            "The letters are derived: the source has no RACI. Whoever leads is A and R, as nobody "
            "else is said to answer; who is only informed no duty says, so there is no I."
        ),
        gettext("RACI wants exactly one A in each row; rows with none or with several are marked."),
    ]


def listed(words: Iterable[str]) -> str:
    """Return things in a row, as the language writes them; of many only the first."""
    found = list(words)
    row = pgettext("list", ", ").join(found[:MOST_LISTED])
    if len(found) <= MOST_LISTED:
        return row
    return gettext("%(first)s and %(number)s more") % {
        "first": row,
        "number": len(found) - MOST_LISTED,
    }


def names(records: Iterable) -> str:
    """Return the names of departments or roles in a row."""
    return listed(called(one) for one in records)


def with_numbers(role: outline.Role, numbers: Iterable[int], notes: Iterable[str] = ()) -> str:
    """Return a role with the numbers of its duties, and what is noted of them."""
    numbers = list(dict.fromkeys(numbers))
    words = ngettext("item %(items)s", "items %(items)s", len(numbers))
    told = [words % {"items": pgettext("list", ", ").join(map(str, numbers))}]
    told += [note for note in dict.fromkeys(notes) if note]
    return called(role) + bracketed(pgettext("notes", "; ").join(told))


def bracketed(words: str) -> str:
    """Return the words in brackets, to stand behind a name."""
    return pgettext("brackets", " (%(words)s)") % {"words": words}


def tasks_in_words(tasks: Iterable[matrix.Task]) -> str:
    """Return role duties, gathered by role."""
    by_role: dict[str, tuple[outline.Role, list[int]]] = {}
    for task in tasks:
        by_role.setdefault(task.role.key, (task.role, []))[1].append(task.number)
    return listed(with_numbers(role, numbers) for role, numbers in by_role.values())


def carriers_in_words(carriers: Iterable[matrix.Carrier]) -> str:
    """Return the roles that carry a duty, with the numbers of their own."""
    return listed(
        with_numbers(
            carrier.role,
            [part.task.number for part in carrier.parts],
            [part.carrying.note for part in carrier.parts],
        )
        for carrier in carriers
    )


def in_brackets(involvements: Iterable[str]) -> str:
    """Return the kinds of involvement behind a name."""
    return bracketed(listed(str(Involvement(one).label) for one in matrix.distinct(involvements)))
