"""The matrices as a report: what the page shows, in tables that an office file holds."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import get_language, gettext, pgettext

from departments.models import Basis, Involvement
from orgchart import matrix
from orgchart.documents.report import Cell, Report, Table, Tone, row
from orgchart.names import called
from orgchart.templatetags.site import source_words
from orgchart.views import matrix_words
from orgchart.views.file_words import chart_line
from orgchart.views.matrix_findings import after_each_other
from orgchart.views.matrix_reading import Reading
from orgchart.views.matrix_rows import (
    Addresses,
    Mark,
    Row,
    duty_rows,
    figures,
    function_rows,
)
from roles.models import Carrying

# As many departments as get a sheet of their own; the list of details has all.
MOST_SHEETS = 40
# A larger table would take longer to write than anybody waits.
MOST_COLUMNS, MOST_ROWS = 200, 500
TONES: dict[str, Tone] = {"gap": "gap", "overlap": "overlap", "shared": "both"}


def report_of(reading: Reading) -> Report:
    """Return both matrices, what stands out, the details and the legend."""
    asked, contents = reading.asked, reading.contents
    names = {one.key: one for one in reading.functions}
    addresses = Addresses(reading.chart)
    found = matrix.by_function(contents, asked.scope, list(names))
    shown = found.cut(rows=MOST_ROWS, columns=MOST_COLUMNS)
    functions = function_rows(shown, names, addresses, asked)
    tables = [one for one in matrix.by_duty(contents, asked.scope) if one.rows]
    duties = [duty_rows(table, addresses, asked.is_raci) for table in tables]
    return Report(
        title=gettext("Matrix of duties"),
        lines=(chart_line(contents.chart), *filters(reading), gettext("derived from the data")),
        tables=(
            function_table(shown, functions, is_cut=shown is not found),
            *map(department_table, tables[:MOST_SHEETS], duties),
            findings_table(
                functions,
                [one for rows in duties for one in rows],
                matrix.alike(contents, asked.scope),
            ),
            details_table(shown, names),
            carriers_table(tables),
            legend_table(asked.is_raci),
        ),
        language=get_language(),
    )


def filters(reading: Reading) -> Iterator[str]:
    """Yield the filters that hold, in words, then those that name nothing there is."""
    asked = reading.asked
    for label, chosen in (
        (gettext("Department and all below"), asked.branch),
        (gettext("Function"), asked.function),
        (gettext("Stressed in the stage"), asked.stage),
    ):
        if chosen:
            yield gettext("%(label)s: %(name)s") % {"label": label, "name": called(chosen)}
    for sentence in asked.unknown:
        yield after_each_other(sentence, gettext("This filter is left open."))


def function_table(found: matrix.FunctionMatrix, rows: Sequence[Row], is_cut: bool) -> Table:
    """Return 职能 × department."""
    departments = found.departments
    cut = gettext(
        "The table is cut: it shows the first %(rows)s functions and %(columns)s departments."
    )
    return Table(
        name=gettext("Functions × departments"),
        columns=(gettext("Function"), pgettext("matrix", "Result"), *map(called, departments)),
        rows=tuple(
            (Cell(called(one.subject), "head"), *cells(one, len(departments))) for one in rows
        ),
        notes=(cut % {"rows": len(rows), "columns": len(departments)},) if is_cut else (),
        widths=(2, 1, *(1 for _one in departments)),
    )


def department_table(table: matrix.DepartmentTable, rows: Sequence[Row]) -> Table:
    """Return duty × role of one department."""
    return Table(
        name=called(table.department),
        columns=(gettext("Duty"), pgettext("matrix", "Result"), *map(called, table.roles)),
        rows=tuple((Cell(numbered(one), "head"), *cells(one, len(table.roles))) for one in rows),
        notes=(gettext("Duties × roles"),),
        widths=(4, 1, *(1 for _role in table.roles)),
    )


def numbered(one: Row) -> str:
    """Return a duty with its number."""
    item = one.subject.item
    return f"{item.number} {item.duty.text}"


def cells(one: Row, number: int) -> Iterator[Cell]:
    """Yield the verdict, then so many cells."""
    yield Cell(one.word, TONES.get(one.tone, ""))
    marks = {mark.column: mark for mark in one.marks}
    for column in range(number):
        yield cell(marks[column]) if column in marks else Cell("")


def cell(mark: Mark) -> Cell:
    """Return a mark as a cell: its signs, how many duties, and whether only in part."""
    words = [mark.signs]
    if mark.number > 1:
        words.append(str(mark.number))
    if mark.is_partial:
        words.append(gettext("in part"))
    return Cell(" ".join(words), "quiet" if mark.is_of_roles else "")


def findings_table(
    functions: Iterable[Row], duties: Iterable[Row], alike: Iterable[matrix.Likeness]
) -> Table:
    """Return what stands out, with the reason."""
    found = [*figures(functions), *figures(duties)]
    return Table(
        name=gettext("What stands out"),
        columns=(pgettext("matrix", "Result"), pgettext("matrix", "Reason")),
        rows=(
            *(
                row(Cell(figure["word"], TONES[figure["tone"]]), one.finding.sentence)
                for figure in found
                for one in figure["rows"]
            ),
            *(
                row(
                    pgettext("matrix", "similar, to be confirmed"),
                    f"“{one.words}” {matrix_words.tasks_in_words(one.tasks)}",
                )
                for one in alike
            ),
        ),
        widths=(1, 4),
    )


def details_table(found: matrix.FunctionMatrix, names: dict) -> Table:
    """Return the duties that the cells of functions stand for, each with its source."""
    return Table(
        name=gettext("Duties in the cells"),
        columns=(
            gettext("Function"),
            gettext("Department"),
            pgettext("matrix", "Item"),
            gettext("Duty"),
            pgettext("matrix", "Involvement"),
            pgettext("matrix", "Source"),
        ),
        rows=tuple(
            row(
                Cell(called(names[one.function]), "head"),
                called(place.department),
                item.number,
                item.duty.text,
                str(Involvement(item.duty.involvement).label),
                origin(item.duty),
            )
            for one in found.rows
            for place in one.cells.values()
            for item in place.items
        ),
        widths=(2, 2, 1, 4, 1, 3),
    )


def carriers_table(tables: Iterable[matrix.DepartmentTable]) -> Table:
    """Return which role duties carry which duties, each with its source."""
    return Table(
        name=gettext("Breakdown of duties"),
        columns=(
            gettext("Department"),
            pgettext("matrix", "Item"),
            gettext("Duty"),
            gettext("Role"),
            pgettext("matrix", "Item"),
            gettext("Duty of the role"),
            pgettext("matrix", "Extent"),
            pgettext("matrix", "Source"),
        ),
        rows=tuple(line for table in tables for one in table.rows for line in carried(one)),
        heads=3,
        widths=(2, 1, 4, 2, 1, 4, 2, 3),
    )


def carried(one: matrix.DutyRow) -> Iterator[tuple[Cell, ...]]:
    """Yield a line for each role duty that carries the duty, or one that says that none does."""
    item = one.item
    duty = (called(item.department), item.number, item.duty.text)
    if not one.carriers:
        yield row(*duty, "", "", "", Cell(matrix_words.duty_word(one.verdict.kind), "gap"), "")
    for carrier in one.carriers:
        for part in carrier.parts:
            extent = str(Carrying.Extent(part.carrying.extent).label)
            noted = f"{extent} {part.carrying.note}".strip()
            task = part.task
            role = (called(task.role), task.number, task.duty.text)
            yield row(*duty, *role, noted, origin(part.carrying))


def origin(fact: object) -> str:
    """Return where a fact comes from, in words."""
    basis = str(Basis(fact.basis).label)
    return f"{source_words(fact.source)} · {basis}" if fact.source else basis


def legend_table(is_raci: bool) -> Table:
    """Return what the signs mean."""
    return Table(
        name=gettext("Legend"),
        columns=(pgettext("matrix", "Sign"), pgettext("matrix", "Meaning")),
        rows=(
            *(row(sign, words) for sign, words in matrix_words.legend(is_raci)),
            row(pgettext("matrix", "roles"), matrix_words.of_roles()),
            row(gettext("in part"), matrix_words.in_part()),
            *(
                row(Cell(word, TONES[tone]), words)
                for word, tone, words in (
                    *matrix_words.results_of_functions(),
                    *matrix_words.results_of_duties(),
                )
            ),
        ),
        notes=tuple(matrix_words.meaning()) if is_raci else (),
        widths=(1, 4),
    )
