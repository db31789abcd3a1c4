"""The stylesheet of drawings that leave the page: the site's own, in words any reader knows.

Programs that draw SVG know no variables, no media and no pointer, so values take
the place of the variables and the rest is left out. Fonts get names.
"""

import re
from functools import cache
from pathlib import Path

from orgchart.documents.fonts import BOLD, BOLD_WEIGHT, REGULAR

STYLESHEETS = Path(__file__).resolve().parents[2] / "static" / "css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
VARIABLE = re.compile(r"(--[\w-]+)\s*:\s*([^;]+);")
USE = re.compile(r"var\((--[\w-]+)\)")
PRINT = re.compile(r"@media print\s*\{((?:[^{}]*\{[^{}]*\})*)\s*\}")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
WEIGHT = re.compile(r"font-weight:\s*(\d+)")
# From here on type counts as bold.
SEMIBOLD = 600
OTHERS = '"PingFang SC", "Microsoft YaHei", sans-serif'
REGULAR_FAMILY = f'"{REGULAR}", "{BOLD}", {OTHERS}'
BOLD_FAMILY = f'"{BOLD}", "{REGULAR}", {OTHERS}'
# What a reader points at or opens; a file has no pointer.
MOVING = (":", ".toggle:", ".bars", ".away", ".dims", ".outlines")
OF_DRAWINGS = ("drawing.css", "drawing_lens.css")


@cache
def drawing_style(*, on_paper: bool = False) -> str:
    """Return the rules for the classes that `as_svg` gives; paper has stronger lines."""
    drawing = COMMENT.sub("", "".join(map(read, OF_DRAWINGS)))
    values = light_values() | (paper_values() if on_paper else {})
    found = RULE.findall(without_media(drawing))
    if on_paper:
        found += [rule for block in PRINT.findall(drawing) for rule in RULE.findall(block)]
    rules = []
    for selectors, body in found:
        kept = [one.strip() for one in selectors.split(",") if is_still(one)]
        if kept:
            rules.append(f"{','.join(kept)}{{{plain(body, values)}}}")
    return "".join(rules)


def light_values() -> dict[str, str]:
    """Return the values of the site's variables for light ground."""
    return variables(without_media(COMMENT.sub("", read("tokens.css"))))


def paper_values() -> dict[str, str]:
    """Return the values that differ on paper."""
    return variables(COMMENT.sub("", read("tokens.css")).partition("@media print")[2])


def variables(text: str) -> dict[str, str]:
    return {name: " ".join(value.split()) for name, value in VARIABLE.findall(text)}


def read(name: str) -> str:
    return (STYLESHEETS / name).read_text(encoding="utf-8")


def without_media(text: str) -> str:
    """Return a stylesheet without its blocks for certain media."""
    parts = []
    depth = 0
    for piece in re.split(r"(@[^{]+\{|[{}])", text):
        if piece.startswith("@") or (piece == "{" and depth):
            depth += 1
        elif piece == "}" and depth:
            depth -= 1
        elif not depth:
            parts.append(piece)
    return "".join(parts)


def is_still(selector: str) -> bool:
    """Say whether a selector names something that a file shows."""
    return not any(sign in selector for sign in MOVING) and ".legend" not in selector


def plain(body: str, values: dict[str, str]) -> str:
    """Return declarations with values for variables and with fonts by name."""
    body = re.sub(r"font-family:[^;]+;", f"font-family: {REGULAR_FAMILY};", body)
    body = USE.sub(lambda found: values[found[1]], body)
    weight = WEIGHT.search(body)
    if weight:
        is_bold = int(weight[1]) >= SEMIBOLD
        body = WEIGHT.sub(f"font-weight: {BOLD_WEIGHT if is_bold else 400}", body)
        body += f"font-family: {BOLD_FAMILY if is_bold else REGULAR_FAMILY};"
    return "".join(f"{one.strip()};" for one in body.split(";") if one.strip())
