"""A comparison as a report for office files: the tables of the page, in its order."""

from collections.abc import Iterator, Sequence

from django.utils.translation import get_language, gettext, ngettext, pgettext

from departments.models import Basis, Chart
from orgchart import outline
from orgchart.compare import Comparison
from orgchart.documents.report import Cell, Report, Table, Tone, row
from orgchart.names import called
from orgchart.templatetags.site import MARKS, involvement
from orgchart.views.compare_answer import answer, question
from orgchart.views.compare_division import ShownDivision, divisions
from orgchart.views.compare_origins import origin, origins, origins_below
from orgchart.views.compare_shown import ShownGroup, counter_examples, shown
from orgchart.views.compare_sides import Lettered, Shown
from orgchart.views.file_words import chart_line

TONES: dict[str, Tone] = {"a": "first", "b": "second", "c": "third", "both": "both"}


def report(comparison: Comparison, sides: Sequence[Shown]) -> Report:
    """Return the comparison as a document; it says what it shows, and as of when."""
    page = shown(comparison, sides)
    charts = dict.fromkeys(chart_line(side.side.chart) for side in sides)
    tables = [
        departments_table(sides),
        aspects_table([*page["aspects_of_several"], *page["aspects_of_one"]], sides),
        functions_table(page["groups"], sides),
        *(division_table(one) for one in divisions(comparison, sides)),
        similar_table(page["similar"], similar_note(len(comparison.similar))),
        hand_offs_table(page["exchanges"]),
    ]
    return Report(
        title=question([called(side) for side in sides]),
        lines=(
            answer(comparison, sides),
            gettext(
                "The answer is derived from the data; the tables say where each entry is from."
            ),
            *map(warning, counter_examples(sides)),
            *charts,
        ),
        tables=tuple(table for table in tables if table.rows),
        language=get_language() or "zh-hans",
    )


def warning(chart: Chart) -> str:
    """Return what a counter-example says of itself, and where that is from."""
    name = gettext("%(label)s: %(name)s") % {
        "label": chart.get_kind_display(),
        "name": called(chart),
    }
    if not chart.summary:
        return name
    said = gettext("%(label)s: %(name)s") % {"label": name, "name": chart.summary}
    return f"{said} [{origin(chart)}]"


def head(side: Lettered) -> str:
    return f"{side.sign} {called(side)}"


def departments_table(sides: Sequence[Shown]) -> Table:
    """What the sides are."""
    return Table(
        name=gettext("Departments"),
        columns=(
            gettext("Department"),
            gettext("Chart"),
            gettext("Part of"),
            gettext("Mission"),
            gettext("Duties"),
            gettext("Source"),
        ),
        rows=tuple(
            row(
                Cell(head(side), TONES[side.letter]),
                called(side.record.chart),
                " › ".join(called(one) for one in side.above),
                side.record.mission,
                side.side.department.duty_count or gettext("no duties written down"),
                origin(side.record),
            )
            for side in sides
        ),
        widths=(2, 2, 2, 4, 1, 2),
    )


def aspects_table(rows: Sequence, sides: Sequence[Shown]) -> Table:
    """The aspects, a column for each side."""
    return Table(
        name=gettext("Side by side"),
        columns=(gettext("Aspect"), *(head(side) for side in sides), gettext("Source")),
        rows=tuple(
            row(
                Cell(called(aspect), "head"),
                *(
                    Cell(marked(trait.text, trait), TONES[side.letter]) if trait else nothing()
                    for side, trait in cells
                ),
                origins((side, [trait] if trait else []) for side, trait in cells),
            )
            for aspect, cells in rows
        ),
        notes=(marks(),),
        widths=(1, *([3] * len(sides)), 2),
    )


def functions_table(groups: Sequence[ShownGroup], sides: Sequence[Lettered]) -> Table:
    """Duties by function, a heading above each group."""
    return Table(
        name=gettext("Duties by function"),
        columns=(gettext("Function"), *(head(side) for side in sides), gettext("Source")),
        rows=tuple(
            line for group in groups if group.rows for line in group_lines(group, len(sides))
        ),
        notes=(marks(),),
        widths=(1, *([3] * len(sides)), 2),
    )


def group_lines(group: ShownGroup, sides: int) -> Iterator[tuple[Cell, ...]]:
    tone = TONES[group.tone]
    yield row(
        Cell(f"{group.name} · {number_of_functions(group)}", tone), *[Cell("", tone)] * (sides + 1)
    )
    for one in group.rows:
        name = called(one.function) if one.function else gettext("no function named")
        if one.is_settled:
            name = gettext("%(function)s (the same by decision)") % {"function": name}
        yield row(
            Cell(name, "head"),
            *(
                Cell(listed_duties(duties), TONES[side.letter]) if duties else nothing()
                for side, duties in one.cells
            ),
            origins(one.cells),
        )


def number_of_functions(group: ShownGroup) -> str:
    words = ngettext("%(number)s function", "%(number)s functions", group.number)
    return words % {"number": group.number}


def division_table(one: ShownDivision) -> Table:
    """What a superior keeps, and what it shares with whom below it."""
    lines = [
        row(
            Cell(called(function) if function else gettext("no function named"), "head"),
            listed_duties(duties),
            Cell(
                "\n".join(
                    f"{called(part)}{pgettext('punctuation', ': ')}{listed_duties(theirs)}"
                    for part, theirs in below
                )
                or gettext("nobody below"),
                "both" if below else "quiet",
            ),
            origins_below(duties, below),
        )
        for function, duties, below in (*one.shared, *one.own)
    ]
    names = {"name": called(one.superior)}
    return Table(
        name=gettext("What %(name)s keeps and shares") % names,
        columns=(
            gettext("Function"),
            called(one.superior),
            gettext("Departments below"),
            gettext("Source"),
        ),
        rows=tuple(lines),
        widths=(1, 3, 3, 2),
    )


def similar_table(pairs: Sequence, note: str) -> Table:
    """Pairs that are worded alike and nobody has decided on; the note says who decides."""
    return Table(
        name=gettext("Worded alike, to be confirmed"),
        columns=(
            gettext("Duty"),
            gettext("Other duty"),
            gettext("Likeness"),
            gettext("Words in common"),
            gettext("Source"),
        ),
        rows=tuple(
            row(
                *(
                    Cell(f"{side.sign} {listed_duties([duty])}", TONES[side.letter])
                    for side, duty, _function in pair.sides
                ),
                f"{pair.pair.percent}%",
                pgettext("list", ", ").join(pair.pair.words),
                origins((side, [duty]) for side, duty, _function in pair.sides),
            )
            for pair in pairs
        ),
        notes=(note,),
        heads=2,
        widths=(3, 3, 1, 2, 2),
    )


def similar_note(total: int) -> str:
    words = ngettext(
        "%(number)s pair in all. Only the wording is alike; an editor decides.",
        "%(number)s pairs in all. Only the wording is alike; an editor decides.",
        total,
    )
    return words % {"number": total}


def hand_offs_table(exchanges: Sequence) -> Table:
    """What the sides hand each other."""
    return Table(
        name=gettext("What they hand each other"),
        columns=(
            gettext("From"),
            gettext("To"),
            gettext("Item"),
            gettext("Medium"),
            gettext("Source"),
        ),
        rows=tuple(
            row(
                Cell(head(giver), TONES[giver.letter]),
                Cell(head(receiver), TONES[receiver.letter]),
                marked(item.text, item),
                item.medium,
                origin(item),
            )
            for giver, receiver, items in exchanges
            for item in items
        ),
        heads=2,
        widths=(1, 1, 3, 1, 1),
    )


def listed_duties(duties: Sequence[outline.Duty]) -> str:
    """Return the duties, one on a line, each with its involvement."""
    return "\n".join(
        marked(
            gettext("%(text)s (%(involvement)s)")
            % {"text": one.text, "involvement": involvement(one.involvement)},
            one,
        )
        for one in duties
    )


def marked(text: str, fact: outline.Fact) -> str:
    """Return the text with the mark of what the source does not say itself."""
    return text if fact.basis == Basis.STATED else f"{text} {MARKS[Basis(fact.basis)]}"


def marks() -> str:
    """Return what the marks mean."""
    words = {
        Basis.INFERRED: gettext("inferred from the source"),
        Basis.DERIVED: gettext("computed from other entries"),
    }
    return "  ".join(f"{MARKS[basis]} {text}" for basis, text in words.items())


def nothing() -> Cell:
    return Cell("—", "quiet")
