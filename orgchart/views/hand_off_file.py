"""The table and the list of hand-offs as an Excel file."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext, ngettext, pgettext

from departments.models import Basis, Chart, Function
from orgchart import exchange, outline, storage
from orgchart.documents import as_xlsx
from orgchart.documents.file_name import file_name
from orgchart.documents.report import Cell, Report, Table, row
from orgchart.names import called
from orgchart.templatetags.site import source_words
from orgchart.views.file_words import chart_line, saved
from orgchart.views.freshness import fresh
from orgchart.views.hand_off_choice import NAMES, Choice, read_choice
from orgchart.views.lookup import visible_chart

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Excel holds more, but nobody reads further, and whoever asks for it would wait.
WIDEST = 80


@fresh
def hand_off_file(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """What the page with the same query shows: the table of numbers, then every item."""
    chart = visible_chart(request, chart_slug)
    said = storage.load(chart, ties=["hand_offs"])
    every = exchange.flows(said)
    choice = read_choice(request, said)
    shown = choice.of(choice.scope(every))
    table = exchange.table(choice.departments(said, shown), shown, every, WIDEST)
    content = gettext("hand-offs")
    report = Report(
        title=gettext("Who hands what to whom"),
        lines=(chart_line(said), *told(choice, shown)),
        tables=(matrix(table), items(chart, shown)),
        language=get_language(),
    )
    part = "-".join([*(called(one) for one in choice.named.values()), choice.view]).strip("-")
    name = file_name(said, "xlsx", part, content=content)
    return saved(as_xlsx.write(report), XLSX, name)


def told(choice: Choice, shown: Sequence[exchange.Flow]) -> list[str]:
    """Return what the file shows, in the words of the page."""
    found = exchange.summary(shown)
    words = ngettext("%(number)s hand-off", "%(number)s hand-offs", found.items)
    pairs = ngettext(
        "between %(number)s pair of departments",
        "between %(number)s pairs of departments",
        found.pairs,
    )
    comma, colon = pgettext("punctuation", ", "), pgettext("punctuation", ": ")
    lines = [comma.join([words % {"number": found.items}, pairs % {"number": found.pairs}])]
    lines += [f"{gettext(name)}{colon}{called(unit)}" for name, unit in choice.named.items()]
    return lines + ([str(NAMES[choice.view])] if choice.view in NAMES else [])


def matrix(table: exchange.Table) -> Table:
    """Return the table of numbers with its sums; what is unanswered says so in words."""
    total = gettext("Sum")
    return Table(
        name=gettext("Numbers of hand-offs"),
        columns=("", *(called(unit) for unit in table.departments), total),
        rows=(
            *(
                row(
                    Cell(called(line.giver), "head"),
                    *map(number, line.cells),
                    Cell(line.total, "head"),
                )
                for line in table.rows
            ),
            row(
                Cell(total, "head"),
                *(Cell(amount, "head") for _unit, amount in table.received),
                Cell(table.total, "head"),
            ),
        ),
        notes=(gettext("Numbers of items; rows give, columns receive."), *left_out(table)),
        widths=(2, *(1 for _unit in table.departments), 1),
    )


def left_out(table: exchange.Table) -> list[str]:
    """Return the sentence about departments for which there is no room."""
    if not table.left_out:
        return []
    words = ngettext(
        "%(number)s more department with fewer items is not shown; the sums count it too.",
        "%(number)s more departments with fewer items are not shown; the sums count them too.",
        table.left_out,
    )
    return [words % {"number": table.left_out}]


def number(cell: exchange.Cell) -> Cell:
    """Return a number, or a word where something runs the other way only."""
    if cell.number:
        return Cell(cell.number, "both" if cell.way == "answered" else "")
    if cell.way == "unanswered":
        return Cell(gettext("← one way"), "gap")
    return Cell("—" if cell.way == "self" else "", "quiet")


def items(chart: Chart, shown: Sequence[exchange.Flow]) -> Table:
    """Return every item with all that is said of it, and a word where nothing is."""
    functions = {one.key: called(one) for one in Function.objects.all()}
    return Table(
        name=gettext("List of hand-offs"),
        columns=headings(),
        rows=tuple(
            line(flow, place, item, functions)
            for flow in shown
            for place, item in zip(flow.numbers, flow.items, strict=True)
        ),
        heads=2,
        widths=(1, 1, 1, 3, 2, 1, 1, 1, 1, 1, 1, 2),
    )


def headings() -> tuple[str, ...]:
    """Return what the columns of the list are called."""
    return (
        gettext("Giver"),
        gettext("Receiver"),
        gettext("No."),
        gettext("What is handed over"),
        gettext("Deliverables"),
        gettext("Medium"),
        gettext("Frequency"),
        gettext("Deadline"),
        gettext("Function"),
        gettext("Confirmation"),
        gettext("Answered"),
        gettext("Source"),
    )


def line(
    flow: exchange.Flow, place: int, item: outline.HandOff, functions: dict[str, str]
) -> tuple[Cell, ...]:
    return row(
        Cell(called(flow.giver), "head"),
        Cell(called(flow.receiver), "head"),
        place,
        item.text,
        "\n".join(item.deliverables),
        *(said(getattr(item, part)) for part in exchange.MANNER),
        functions.get(item.function, ""),
        confirmation(item),
        gettext("both ways") if flow.is_answered else gettext("one way only"),
        source(item),
    )


def said(text: str) -> Cell:
    """Return the text, or that there is none."""
    return Cell(text) if text else Cell(gettext("not said"), "quiet")


def confirmation(item: outline.HandOff) -> str:
    """Return who has confirmed the item, in the words of the page."""
    if exchange.is_confirmed(item):
        return gettext("confirmed by both")
    if item.confirmed_by_giver:
        return gettext("confirmed by the giver only")
    if item.confirmed_by_receiver:
        return gettext("confirmed by the receiver only")
    return gettext("not confirmed")


def source(item: outline.HandOff) -> str:
    """Return where the item is said, and on which basis."""
    basis = str(Basis(item.basis).label)
    return f"{source_words(item.source)} · {basis}" if item.source else basis
