"""A comparison of two roles as a report for office files, in the order of its page."""

from collections.abc import Sequence

from django.utils.translation import get_language, gettext, ngettext

from orgchart import outline
from orgchart.documents.report import Cell, Report, Table, row
from orgchart.names import called
from orgchart.views.compare_answer import after_each_other
from orgchart.views.compare_origins import origin, origins
from orgchart.views.compare_report import (
    TONES,
    functions_table,
    head,
    listed_duties,
    marked,
    nothing,
    similar_table,
)
from orgchart.views.dealings import Dealing
from orgchart.views.file_words import chart_line
from orgchart.views.role_compare import Line
from roles.models import Role


def report(page: dict, said: outline.Chart, question: str) -> Report:
    """Return the comparison that a page shows as a document."""
    tables = (
        roles_table(page["cards"]),
        functions_table(page["groups"], page["sides"]),
        carried_table(page["carried"], page["sides"]),
        similar_table(page["similar"], similar_note(len(page["comparison"].similar))),
        dealings_table(page["cards"]),
    )
    return Report(
        title=question,
        lines=(
            page["answer"],
            gettext(
                "The answer is derived from the data; the tables say where each entry is from."
            ),
            chart_line(said),
        ),
        tables=tuple(table for table in tables if table.rows),
        language=get_language() or "zh-hans",
    )


def similar_note(total: int) -> str:
    """Return how many pairs there are, and what decides on them: roles have no verdicts."""
    words = ngettext(
        "%(number)s pair in all. Only the wording is alike.",
        "%(number)s pairs in all. Only the wording is alike.",
        total,
    )
    deciding = gettext("Giving both duties the same function decides it.")
    return after_each_other(words % {"number": total}, deciding)


def roles_table(cards: Sequence) -> Table:
    """What the roles are."""
    return Table(
        name=gettext("Roles"),
        columns=(
            gettext("Role"),
            gettext("Department"),
            gettext("Reports to"),
            gettext("Purpose"),
            gettext("Duties"),
            gettext("Source"),
        ),
        rows=tuple(
            row(
                Cell(head(side), TONES[side.letter]),
                called(role.department),
                superior(role),
                role.purpose,
                said.duty_count or gettext("no duties written down"),
                origin(said),
            )
            for side, role, said, _dealings in cards
        ),
        widths=(2, 2, 2, 4, 1, 2),
    )


def superior(role: Role) -> str:
    """Return whom a role reports to; where nobody is named, why, as on the page."""
    if role.reports_to:
        return called(role.reports_to)
    return gettext("not said in the source") if role.source else gettext("not filled in")


def carried_table(lines: Sequence[Line], sides: Sequence) -> Table:
    """The department duties that the roles carry out."""
    return Table(
        name=gettext("Department duties that they carry out"),
        columns=(
            gettext("Department duty"),
            *(head(side) for side in sides),
            gettext("Source"),
        ),
        rows=tuple(
            row(
                Cell(f"{called(duty.department)} {duty.number} {duty.text}", "head"),
                *(
                    Cell(listed_duties(duties), TONES[side.letter]) if duties else nothing()
                    for side, duties in cells
                ),
                origins(cells),
            )
            for duty, _is_shared, cells in lines
        ),
        widths=(2, 3, 3, 2),
    )


def dealings_table(cards: Sequence) -> Table:
    """Whom the roles deal with, about what."""
    return Table(
        name=gettext("Working relationships"),
        columns=(
            gettext("Role"),
            gettext("Direction"),
            gettext("With"),
            gettext("Matter"),
            gettext("Source"),
        ),
        rows=tuple(
            row(
                Cell(head(side), TONES[side.letter]),
                str(dealing.direction.label),
                counterpart(dealing),
                marked(dealing.record.matter, dealing.record),
                origin(dealing.record),
            )
            for side, _role, _said, dealings in cards
            for dealing in dealings
        ),
        widths=(1, 1, 1, 3, 2),
    )


def counterpart(dealing: Dealing) -> str:
    other = dealing.role or dealing.department
    return called(other) if other else dealing.words
