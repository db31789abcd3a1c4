"""A chart in Graphviz's DOT language, for `dot -Tsvg` and its relatives."""

import unicodedata
from collections.abc import Sequence
from typing import Literal

from orgchart import outline
from orgchart.documents.network import Line, branches, identities, ties
from orgchart.documents.words import counts, tie_word

Direction = Literal["TB", "BT", "LR", "RL"]

# The first that the machine has: Linux, Windows, macOS.
FONTS = "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,SimHei,sans-serif"

# Ties do not push departments out of their level: constraint=false.
STYLES = {
    "command": "dir=none",
    "outside": "dir=none, style=dashed",
    "hand_off": 'constraint=false, color="#9a3412", fontcolor="#9a3412"',
    "dotted_line": "constraint=false, style=dotted",
}
OTHER = 'constraint=false, style=dashed, color="#475569", fontcolor="#475569"'


def write(chart: outline.Chart, heading: Sequence[str] = (), *, rankdir: Direction = "TB") -> str:
    """Return the graph; `heading` stands in comments before it.

    `rankdir` is where it grows: "TB" down, "LR" to the right, "BT", "RL".
    Every department and tie that the outline holds is there; roles where the
    outline holds roles.
    """
    names = identities(chart)
    lines = [
        *(f"// {' '.join(text.split())}" for text in heading),
        "digraph chart {",
        f"  graph [rankdir={rankdir}, nodesep=0.4, ranksep=0.6, "
        f"charset={quote('UTF-8')}, fontname={quote(FONTS)}, label={quote(chart.name)}, "
        "labelloc=t];",
        f"  node [shape=box, style=rounded, fontname={quote(FONTS)}];",
        f"  edge [fontname={quote(FONTS)}, fontsize=10];",
    ]
    lines += [f"  {names[one.key]} [{card(one)}];" for one in chart.walk()]
    for line in [*branches(chart), *ties(chart)]:
        lines.append(f"  {names[line.start]} -> {names[line.end]} [{look(line)}];")
    return "\n".join([*lines, "}", ""])


def card(department: outline.Department) -> str:
    """Return the attributes of a department's box."""
    texts = [department.name, counts(department), *(f"· {one.name}" for one in department.roles)]
    parts = [f"label={quote(*(text for text in texts if text))}"]
    if department.mission:
        parts.append(f"tooltip={quote(department.mission)}")
    if department.kind == "outside":
        parts.append('style="rounded,dashed"')
    return ", ".join(parts)


def look(line: Line) -> str:
    """Return the attributes of a line: solid for command, with a word for a tie."""
    style = STYLES.get(line.kind, OTHER)
    if line.kind in ("command", "outside"):
        return style
    return f"label={quote(tie_word(line))}, {style}"


def quote(*lines: str) -> str:
    """Return lines of text as one DOT string.

    A backslash would start an escape (\\N is the node's name), and an
    ampersand an entity.
    """
    return '"' + "\\n".join("".join(map(sign, line)) for line in lines) + '"'


def sign(character: str) -> str:
    """Return the character as a DOT string holds it."""
    if character in ESCAPES:
        return ESCAPES[character]
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return f"&#{ord(character)};"
    return character


ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "&": "&amp;"}
