"""Where the facts of a comparison come from, in words for office files."""

from collections.abc import Iterable

from departments.models import Basis
from orgchart import outline
from orgchart.names import called
from orgchart.templatetags.site import source_words
from orgchart.views.compare_sides import Lettered


def origin(fact: outline.Fact) -> str:
    """Return where a fact is said, and on which basis."""
    basis = str(Basis(fact.basis).label)
    return f"{source_words(fact.source)} · {basis}" if fact.source else basis


def origins(cells: Iterable[tuple[Lettered, Iterable[outline.Fact]]]) -> str:
    """Return a line for each fact of each side, in the order of the row."""
    return "\n".join(f"{side.sign} {origin(fact)}" for side, facts in cells for fact in facts)


def origins_below(duties: Iterable[outline.Duty], below: Iterable) -> str:
    """Return a line for each duty of a superior, then of those below it, by their names."""
    lines = [origin(duty) for duty in duties]
    lines += [f"{called(part)} {origin(duty)}" for part, theirs in below for duty in theirs]
    return "\n".join(lines)
