"""A chart as the CSV text that draw.io draws: Arrange > Insert > Advanced > CSV.

Lines with one # tell draw.io how to draw, lines with two are for people, then
comes one row a department. draw.io splits the text at line ends before it looks
at quotes, so that no cell may hold one.
"""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from html import escape, unescape

from django.utils.translation import gettext

from orgchart import outline
from orgchart.documents.network import Line, branches, identities, ties
from orgchart.documents.words import counts, kind_words, tie_word

COLUMNS = (
    *("id", "name", "other_name", "kind", "counts", "mission"),
    *("duties", "roles", "role_names", "headcount", "parent", "outside_of"),
)
LABEL = '%name%<br><font style="font-size: 11px">%counts%</font>'
BOX = "rounded=1;arcSize=8;whiteSpace=wrap;html=1;spacing=8;fillColor={};strokeColor={};"
COLOURS = {
    "department": ("#ffffff", "#475569"),
    "centre": ("#eff6ff", "#1d4ed8"),
    "committee": ("#fefce8", "#a16207"),
    "team": ("#f0fdf4", "#15803d"),
    "company": ("#f1f5f9", "#0f172a"),
}
OUTSIDE = BOX.format("#f8fafc", "#64748b") + "dashed=1;"
BRANCH = "edgeStyle=orthogonalEdgeStyle;html=1;endArrow=none;strokeColor=#475569;"
TIE = "curved=1;html=1;endArrow=blockThin;endFill=1;fontSize=11;"
TIES = {
    "hand_off": TIE + "strokeColor=#9a3412;fontColor=#9a3412;",
    "dotted_line": TIE + "dashed=1;dashPattern=1 3;strokeColor=#475569;",
}
# A spreadsheet would compute a cell that begins with one of these.
FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
LINE_END = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")


def write(chart: outline.Chart, heading: Sequence[str] = ()) -> str:
    """Return the text to paste; `heading` stands in comments before it.

    Every department and tie that the outline holds is there. Columns of ties
    list the other departments by id: one column a relation, and one for each
    number of hand-offs, because all lines of a column carry the same label.
    """
    columns = tie_columns(ties(chart))
    lines = [f"## {plain(text)}" for text in [*heading, *explanation()]]
    lines += [f"# {name}: {value}" for name, value in settings()]
    lines += [f"# connect: {as_json(one)}" for one in connections(columns)]
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([*COLUMNS, *columns])
    rows.writerows(table(chart, columns))
    return "\n".join([*lines, text.getvalue()])


def explanation() -> list[str]:
    """Return how to use the file and what could surprise in it."""
    return [
        gettext("In draw.io choose Arrange > Insert > Advanced > CSV and paste all of this text."),
        gettext("An apostrophe before = + - @ keeps a spreadsheet from computing the cell."),
    ]


def settings() -> list[tuple[str, str]]:
    """Return how draw.io is to draw boxes and where it is to put them."""
    words = kind_words()
    boxes = {words[kind]: BOX.format(*colours) for kind, colours in COLOURS.items()}
    return [
        ("label", LABEL),
        ("style", BOX.format(*COLOURS["department"])),
        ("stylename", "kind"),
        ("styles", as_json({**boxes, words["outside"]: OUTSIDE})),
        ("width", "auto"),
        ("height", "auto"),
        ("padding", "12"),
        ("ignore", "id"),
        ("nodespacing", "40"),
        ("levelspacing", "80"),
        ("edgespacing", "40"),
        ("layout", "verticalflow"),
    ]


def connections(columns: dict[str, list[Line]]) -> list[dict[str, str | bool]]:
    """Return the kinds of lines: command, outside units, then each kind of tie."""
    down: dict[str, str | bool] = {"to": "id", "invert": True}
    found = [
        {"from": "parent", **down, "style": BRANCH},
        {"from": "outside_of", **down, "style": BRANCH + "dashed=1;"},
    ]
    for name, lines in columns.items():
        style = TIES.get(lines[0].kind, TIE + "dashed=1;strokeColor=#475569;")
        found.append({"from": name, "to": "id", "label": tie_word(lines[0]), "style": style})
    return found


def tie_columns(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """Gather the ties by the column that names their other ends."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line.kind != "hand_off", line.number)):
        many = line.kind == "hand_off"
        found[f"hand_offs_{line.number}" if many else line.kind].append(line)
    return found


def table(chart: outline.Chart, columns: dict[str, list[Line]]) -> list[list[str]]:
    """Return one row for each department, in the columns' order."""
    names, words = identities(chart), kind_words()
    above = {line.end: line for line in branches(chart)}
    ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for column, lines in columns.items():
        for line in lines:
            ends[column, line.start].append(names[line.end])
    rows = []
    for one in chart.walk():
        branch = above.get(one.key)
        superior = names[branch.start] if branch else ""
        outside = one.kind == "outside"
        rows.append(
            [
                names[one.key],
                cell(label(one.name)),
                cell(one.name_en),
                words.get(one.kind, one.kind),
                counts(one),
                cell(one.mission),
                str(one.duty_count),
                str(one.role_count),
                cell("、".join(role.name for role in one.roles)),
                "" if one.headcount is None else str(one.headcount),
                "" if outside else superior,
                superior if outside else "",
                *(",".join(ends[column, one.key]) for column in columns),
            ]
        )
    return rows


def label(text: str) -> str:
    """Return text that draw.io shows as it is: its labels are HTML.

    Only text that HTML would change is escaped, so that “R&D” stays readable.
    """
    return escape(text) if "<" in text or unescape(text) != text else text


def cell(text: str) -> str:
    """Return a cell's text on one line, which no spreadsheet takes for a formula."""
    text = plain(text)
    return f"'{text}" if FORMULA.match(text) else text


def plain(text: str) -> str:
    """Return the text on one line; a backslash at its end would swallow the next line."""
    text = LINE_END.sub(" ", text)
    return f"{text} " if text.endswith("\\") else text


def as_json(value: object) -> str:
    """Return readable JSON on one line."""
    return json.dumps(value, ensure_ascii=False)
