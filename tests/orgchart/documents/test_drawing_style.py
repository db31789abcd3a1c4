"""The stylesheet of files says what the site's says, without what only browsers know."""

import re

from orgchart.documents.drawing_style import (
    RULE,
    drawing_style,
    light_values,
    paper_values,
    read,
    without_media,
)


def test_no_variable_no_media_and_no_pointer_is_left():
    for style in (drawing_style(), drawing_style(on_paper=True)):
        assert re.findall(r"var\(|@|:hover|:focus|light-dark|&|<", style) == []


def test_every_class_of_a_still_drawing_keeps_its_rule():
    style = drawing_style()
    for name in ("line", "dashed", "box", "edge", "name", "mission", "counts", "role", "toggle"):
        assert f".drawing .{name}" in style


def test_colours_are_those_of_light_pages():
    assert light_values()["--paper"] == "#fff"
    assert f"fill: {light_values()['--centre']}" in drawing_style()


def test_paper_has_stronger_lines():
    assert paper_values()["--line-2"] in drawing_style(on_paper=True)
    assert light_values()["--line-2"] not in drawing_style(on_paper=True)


def test_paper_tells_kinds_apart_without_colour():
    on_paper = drawing_style(on_paper=True)
    assert on_paper.count(".drawing .centre .edge{") == 2
    assert drawing_style().count(".drawing .centre .edge{") == 1
    assert "stroke-dasharray: 4 2" in on_paper


def test_bold_type_names_the_bold_font_and_other_type_the_regular_one():
    rules = dict(RULE.findall(drawing_style()))
    assert 'font-family: "Noto Sans CJK SC", "Noto Sans SC"' in rules[".drawing .name"]
    assert "font-weight: 700" in rules[".drawing .name"]
    assert 'font-family: "Noto Sans SC", "Noto Sans CJK SC"' in rules[".drawing .outside .counts"]
    assert "system-ui" not in drawing_style()


def test_blocks_for_certain_media_are_left_out_whole():
    text = "a{b:c}@media print{a{d:e}@supports (x){f{g:h}}}i{j:k}"
    assert without_media(text) == "a{b:c}i{j:k}"
    assert "prefers-color-scheme" in read("tokens.css")
