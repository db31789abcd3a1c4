"""The colours that carry meaning stand out from what lies behind them."""

import re

import pytest

from tests.processes import PROJECT

# WCAG 2.2, success criterion 1.4.11: lines that one must see to understand.
LEAST = 3
TOKENS = (PROJECT / "static" / "css" / "tokens.css").read_text("utf-8")
SCHEMES = dict(zip(("light", "dark", "print"), TOKENS.split("@media"), strict=True))
LINES = ("--command", "--accent", "--a", "--b", "--both", "--committee", "--centre")


def colours(scheme):
    """The colours of a scheme; what it does not change is as in the light one."""
    said = re.findall(r"(--[\w-]+): (#\w+);", SCHEMES["light"] + SCHEMES[scheme])
    return dict(said)


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["--ground", "--paper"])
def test_lines_stand_out(scheme, ground):
    known = colours(scheme)
    weak = [name for name in LINES if contrast(known[name], known[ground]) < LEAST]
    assert weak == []


def test_paper_on_a_dark_screen_has_every_colour_of_a_drawing():
    dark = set(re.findall(r"(--[\w-]+):", SCHEMES["dark"]))
    drawn = "".join(style(name) for name in ("drawing", "drawing_lens"))
    sheet = style("chart_print").partition(".sheet {")[2].partition("}")[0]
    told = set(re.findall(r"(--[\w-]+):", sheet))
    assert sorted(set(re.findall(r"var\((--[\w-]+)\)", drawn)) & dark - told) == []


def style(name):
    return (PROJECT / "static" / "css" / f"{name}.css").read_text("utf-8")
