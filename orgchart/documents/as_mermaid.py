"""A chart as a Mermaid flowchart, for wikis, Markdown pages and mermaid.live."""

import re
import string
import unicodedata
from collections.abc import Sequence

from django.utils.translation import gettext

from orgchart import outline
from orgchart.documents.network import Line, branches, identities, ties
from orgchart.documents.words import counts, tie_word

# What Mermaid draws unless a page raises these two; a file cannot raise them itself.
MOST_EDGES = 500
MOST_CHARACTERS = 50_000

PLAIN = frozenset(string.ascii_letters + string.digits + " ")
# The letters with which Mermaid marks entities inside itself.
MARKS = frozenset("ﬂ°¶ß")
# Formulas, icons and those marks are looked for even after entities became text;
# a space of no width between their signs leaves them text.
AMBIGUOUS = re.compile(r"\$(?=\$)|:(?=fa-)|ﬂ(?=°)|¶(?=ß)")
GAP = "#8203;"
BREAK = "<br/>"


def write(chart: outline.Chart, heading: Sequence[str] = ()) -> str:
    """Return the flowchart, top-down; `heading` stands in comments before it.

    Every department and tie that the outline holds is there; roles where the
    outline holds roles.
    """
    names = identities(chart)
    below, across = branches(chart), ties(chart)
    body = ["flowchart TD"]
    body += [f'  {names[one.key]}["{card(one)}"]' for one in chart.walk()]
    body += [f"  {names[line.start]} {arrow(line)} {names[line.end]}" for line in below]
    body += [f"  {names[line.start]} {arrow(line)} {names[line.end]}" for line in across]
    outside = [names[one.key] for one in chart.walk() if one.kind == "outside"]
    if outside:
        body.append("  classDef outside stroke-dasharray: 4 3")
        body.append(f"  class {','.join(outside)} outside")
    comments = [*heading, *limits(len(below) + len(across), "\n".join(body))]
    return "\n".join([*(comment(line) for line in comments), *body, ""])


def card(department: outline.Department) -> str:
    """Return what stands in a department's box."""
    lines = [department.name, counts(department), *(f"· {one.name}" for one in department.roles)]
    return BREAK.join(escape(line) for line in lines if line)


def arrow(line: Line) -> str:
    """Return the line's sign with its word: solid without a tip for command.

    Relations are dotted, as they are wherever the chart is drawn; hand-offs are solid.
    """
    if line.kind == "command":
        return "---"
    if line.kind == "outside":
        return "-.-"
    word = escape(tie_word(line))
    return f'-- "{word}" -->' if line.kind == "hand_off" else f'-. "{word}" .->'


def escape(text: str) -> str:
    """Return the text for between quotes, where it means nothing but itself.

    Mermaid reads quotes, Markdown, HTML, formulas, icons, directives and its
    own entities there, so every sign that is not a letter, a digit or a space
    is written as an entity.
    """
    gaps = {found.start() for found in AMBIGUOUS.finditer(text)}
    return "".join(
        (f"#{ord(one)};" if is_sign(one) else one) + (GAP if place in gaps else "")
        for place, one in enumerate(text)
    )


def is_sign(character: str) -> bool:
    """Say whether Mermaid could take the character for more than itself."""
    if character.isascii():
        return character not in PLAIN
    return character in MARKS or unicodedata.category(character) in ("Cc", "Zl", "Zp")


def comment(text: str) -> str:
    """Return one comment line; Mermaid obeys directives even in comments."""
    return "%% " + " ".join(text.split()).replace("%{", "% {")


def limits(edges: int, body: str) -> list[str]:
    """Return what is too much for Mermaid as it comes, and what to do about it."""
    # Mermaid counts as JavaScript does, in units of UTF-16.
    characters = len(body.encode("utf-16-le")) // 2
    said, settings = [], []
    if edges > MOST_EDGES:
        words = gettext(
            "By default Mermaid draws at most %(most)s lines; this file has %(number)s."
        )
        said.append(words % {"most": MOST_EDGES, "number": edges})
        settings.append(f"maxEdges: {edges}")
    if characters > MOST_CHARACTERS:
        words = gettext(
            "By default Mermaid reads at most %(most)s characters; this file has %(number)s."
        )
        said.append(words % {"most": MOST_CHARACTERS, "number": characters})
        settings.append(f"maxTextSize: {2 * characters}")
    if said:
        words = gettext(
            "Download fewer levels or one branch, or set in the page that shows it: %(setting)s"
        )
        said.append(words % {"setting": f"mermaid.initialize({{{', '.join(settings)}}})"})
    return said
