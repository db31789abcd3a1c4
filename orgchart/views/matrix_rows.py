"""The rows of both matrices as the page shows them: signs, links, sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from departments.models import Chart, Function
from orgchart import matrix, outline
from orgchart.names import called
from orgchart.views import matrix_findings
from orgchart.views.matrix_scope import BRANCH, FUNCTION, Asked
from orgchart.views.matrix_words import duty_word, function_word, signs_of


@dataclass(frozen=True)
class Mark:
    """A cell that is not empty: its signs, and the duties that it stands for.

    `blank` is the markup of the empty cells before it. A large matrix is mostly
    empty, so its empty cells are written together and not one by one; and each
    of its marks is a `link` to the duties, which would be too many to be in it.
    """

    column: int
    blank: SafeString
    signs: str
    kind: str
    number: int
    duties: list[dict] = field(default_factory=list)
    is_of_roles: bool = False
    is_partial: bool = False
    link: str = ""


@dataclass(frozen=True)
class Row:
    """A row: what it is about, its marks, the empty cells after them, and its verdict.

    `finding` explains the verdict where it needs a sentence, which stands at `explained`.
    """

    anchor: str
    explained: str
    subject: object
    marks: list[Mark]
    blank: SafeString
    tone: str
    word: str
    finding: matrix_findings.Finding | None


# As many marks as hold their duties, to be opened in place.
MOST_OPENING = 1_000


class Addresses:
    """The addresses of a chart's departments and roles, without asking the router each time."""

    def __init__(self, chart: Chart) -> None:
        self.departments = reverse("department-list", args=[chart.slug])
        self.roles = reverse("role-list", args=[chart.slug])

    def item(self, item: matrix.Item) -> str:
        """Return where a department's duty stands."""
        return f"{self.departments}{quote(item.department.slug)}/#duty-{item.number}"

    def task(self, task: matrix.Task) -> str:
        """Return where a role's duty stands."""
        return f"{self.roles}{quote(task.role.slug)}/#duty-{task.number}"


def blanks(number: int) -> SafeString:
    """Return so many empty cells."""
    return mark_safe("<td></td>" * number)


def function_rows(
    found: matrix.FunctionMatrix,
    functions: Mapping[str, Function],
    addresses: Addresses,
    asked: Asked,
) -> list[Row]:
    """Return the rows of 职能 × department."""
    is_large = sum(len(row.cells) for row in found.rows) > MOST_OPENING
    rows = []
    for row in found.rows:
        function = functions[row.function]
        marks, place = [], 0
        for column, cell in row.cells.items():
            mark = function_mark(cell, asked.is_raci, column, place)
            if is_large:
                marks.append(replace(mark, link=alone(function, cell, asked)))
            else:
                marks.append(replace(mark, duties=told_of(cell, addresses)))
            place = column + 1
        rows.append(
            Row(
                anchor=function.slug,
                explained=function.slug,
                subject=function,
                marks=marks,
                blank=blanks(len(found.departments) - place),
                tone=row.verdict.tone,
                word=function_word(row.verdict.kind),
                finding=matrix_findings.of_function(row, called(function)),
            )
        )
    return rows


def alone(function: Function, cell: matrix.Cell, asked: Asked) -> str:
    """Return the address of the matrix that shows this one cell with its duties."""
    return asked.query(**{BRANCH: cell.department.slug, FUNCTION: function.slug})


def function_mark(cell: matrix.Cell, is_raci: bool, column: int, place: int) -> Mark:
    """Return the mark of a department in a function; `place` is the first column left empty."""
    blank, number = blanks(column - place), len(cell.items) or len(cell.tasks)
    if cell.items:
        signs = signs_of(((item.duty.involvement, "full") for item in cell.items), is_raci)
        return Mark(column, blank, signs, cell.involvements[0], number)
    signs = pgettext("matrix", "roles")
    return Mark(column, blank, signs, "of-roles", number, is_of_roles=True)


def told_of(cell: matrix.Cell, addresses: Addresses) -> list[dict]:
    """Return the duties of a department in a function, or of its roles."""
    own = [told(item, addresses.item(item)) for item in cell.items]
    return own or [told(task, addresses.task(task)) | {"role": task.role} for task in cell.tasks]


def duty_rows(table: matrix.DepartmentTable, addresses: Addresses, is_raci: bool) -> list[Row]:
    """Return the rows of department duty × role for one department."""
    columns = {role.key: place for place, role in enumerate(table.roles)}
    together = None if table.is_broken_down else matrix_findings.of_table(table)
    rows = []
    for row in table.rows:
        carriers = sorted(row.carriers, key=lambda one: columns[one.role.key])
        marks, place = [], 0
        for carrier in carriers:
            column = columns[carrier.role.key]
            marks.append(carrier_mark(carrier, addresses, is_raci, column, place))
            place = column + 1
        anchor = f"{table.department.slug}-{row.item.number}"
        rows.append(
            Row(
                anchor=anchor,
                explained=table.department.slug if together else anchor,
                subject=row,
                marks=marks,
                blank=blanks(len(columns) - place),
                tone=row.verdict.tone,
                word=duty_word(row.verdict.kind),
                finding=together or matrix_findings.of_duty(row),
            )
        )
    return rows


def carrier_mark(
    carrier: matrix.Carrier, addresses: Addresses, is_raci: bool, column: int, place: int
) -> Mark:
    """Return the mark of a role that carries a duty; `place` is the first column left empty."""
    blank = blanks(column - place)
    pairs = [(part.task.duty.involvement, part.carrying.extent) for part in carrier.parts]
    duties = [
        told(part.task, addresses.task(part.task)) | {"carrying": part.carrying}
        for part in carrier.parts
    ]
    kind = matrix.distinct(kind for kind, _extent in pairs)[0]
    signs, is_partial = signs_of(pairs, is_raci), not carrier.is_full
    return Mark(column, blank, signs, kind, len(duties), duties, is_partial=is_partial)


def told(duty: matrix.Item | matrix.Task, address: str) -> dict:
    """Return a duty with its number and where it stands."""
    words = gettext("item %(number)s") % {"number": duty.number}
    return {"item": words, "duty": duty.duty, "address": address}


def figures(rows: Iterable[Row]) -> list[dict]:
    """Return what stands out, by word: how many rows, and a sentence for each.

    Rows that one sentence explains together have it once.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.tone:
            found.setdefault(row.word, []).append(row)
    in_order = sorted(found.items(), key=lambda one: TONES.index(one[1][0].tone))
    return [
        {
            "anchor": f"found-{place}",
            "word": word,
            "tone": alike[0].tone,
            "number": len(alike),
            "rows": list({row.explained: row for row in alike}.values()),
        }
        for place, (word, alike) in enumerate(in_order, start=1)
    ]


TONES = ("gap", "overlap", "shared")


def without_duties(contents: matrix.Contents, branch: outline.Department | None) -> list:
    """Return the departments of the branch that list no duty, nor any role of theirs."""
    units = branch.walk() if branch else contents.departments.values()
    return [
        unit for unit in units if not unit.duties and not any(role.duties for role in unit.roles)
    ]
