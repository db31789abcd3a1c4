import json
import re
from html import unescape

import pytest
from django.utils.translation import override
from hypothesis import given

from orgchart.documents import as_drawio
from orgchart.documents.network import branches, identities, ties
from orgchart.outline import Relation
from tests.orgchart.strategies import HOSTILE, texts, tied_charts
from tests.outlines import chart_of, hand_off, role, unit


def split(line):
    """Cells of one line as draw.io takes them apart: only double quotes quote."""
    row, before, outside = [""], "", True
    for sign in line:
        if sign == '"':
            if outside and before == '"':
                row[-1] += sign
            outside = not outside
        elif sign == "," and outside:
            row.append("")
            sign = ""
        else:
            row[-1] += sign
        before = sign
    return row


def read(written):
    """Directives, connections and rows, found as draw.io finds them."""
    lines = written.split("\n")
    directives, connections = {}, []
    while lines[0].startswith("#"):
        line = lines.pop(0)
        assert not line.endswith("\\")
        if not line.startswith("##"):
            name, value = line[1:].split(":", 1)
            if name.strip() == "connect":
                connections.append(json.loads(value))
            else:
                directives[name.strip()] = value.strip()
    header, *rows = [split(line) for line in lines if line]
    return directives, connections, [dict(zip(header, row, strict=True)) for row in rows]


def drawn(connections, rows):
    """The lines that draw.io draws of the rows: start, end and label."""
    found = []
    for one in connections:
        for row in rows:
            for other in filter(None, row[one["from"]].split(",")):
                ends = (other, row["id"]) if one.get("invert") else (row["id"], other)
                found.append((*ends, one.get("label", "")))
    return found


def text_of(cell):
    """The text without the apostrophe before what looks like a formula."""
    return cell[1:] if re.match(r"''*[=+\-@\t＝＋－＠]", cell) else cell


@given(texts)
def test_any_text_comes_back_on_one_line(text):
    expected = as_drawio.plain(text)
    assert text_of(as_drawio.cell(text)) == expected
    assert expected.splitlines() in ([expected], [])
    assert unescape(as_drawio.label(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\ta", "＝1", "＋1", "'=1", "\n=1"])
def test_no_spreadsheet_takes_a_cell_for_a_formula(text):
    assert as_drawio.cell(text).startswith(("'", " "))


@pytest.mark.parametrize("text", ["营销部", "R&D", "a=b", "'a'", "1-2"])
def test_ordinary_text_stays_as_it_is(text):
    assert as_drawio.cell(as_drawio.label(text)) == text


@given(tied_charts())
def test_no_department_is_lost(chart):
    _directives, _connections, rows = read(as_drawio.write(chart))
    names = identities(chart)
    assert [(row["id"], unescape(text_of(row["name"]))) for row in rows] == [
        (names[one.key], unescape(as_drawio.plain(as_drawio.label(one.name))))
        for one in chart.walk()
    ]


@given(tied_charts())
def test_no_line_is_lost_and_none_changes_its_word(chart):
    _directives, connections, rows = read(as_drawio.write(chart))
    names = identities(chart)
    expected = [(names[line.start], names[line.end], "") for line in branches(chart)]
    expected += [
        (names[line.start], names[line.end], as_drawio.tie_word(line)) for line in ties(chart)
    ]
    assert sorted(drawn(connections, rows)) == sorted(expected)


def test_a_row_says_what_is_known_of_a_department():
    one = unit(
        "市场部",
        name_en="Marketing",
        mission="调研，\n策划",
        duty_count=3,
        role_count=1,
        headcount=7,
        roles=(role("主管"),),
    )
    with override("zh-hans"):
        _directives, _connections, rows = read(as_drawio.write(chart_of(unit("根", one))))
    assert rows[1] == {
        "id": "d2",
        "name": "市场部",
        "other_name": "Marketing",
        "kind": "部门",
        "counts": "3 项职责 · 1 个岗位 · 编制 7",
        "mission": "调研， 策划",
        "duties": "3",
        "roles": "1",
        "role_names": "主管",
        "headcount": "7",
        "parent": "d1",
        "outside_of": "",
    }


def test_each_kind_of_line_has_its_look():
    ties = (
        Relation(key="r1", from_department="甲", to_department="乙", kind="guides"),
        Relation(key="r2", from_department="甲", to_department="乙", kind="dotted_line"),
    )
    chart = chart_of(
        unit("根", unit("甲"), unit("乙", kind="outside")),
        hand_offs=(hand_off("甲", "乙"), hand_off("甲", "乙", "另"), hand_off("乙", "甲")),
        relations=ties,
    )
    with override("zh-hans"):
        _directives, connections, rows = read(as_drawio.write(chart))
    assert [(one["from"], one.get("label"), "dashed=1" in one["style"]) for one in connections] == [
        ("parent", None, False),
        ("outside_of", None, True),
        ("hand_offs_1", "1 项协作", False),
        ("hand_offs_2", "2 项协作", False),
        ("guides", "指导", True),
        ("dotted_line", "虚线汇报给", True),
    ]
    assert (rows[1]["parent"], rows[2]["outside_of"]) == ("d1", "d1")


def test_every_kind_of_department_has_a_style():
    kinds = ("department", "centre", "committee", "team", "company", "outside")
    chart = chart_of(*(unit(kind, kind=kind) for kind in kinds))
    directives, _connections, rows = read(as_drawio.write(chart))
    styles = json.loads(directives["styles"])
    assert [row["kind"] for row in rows] == list(styles)
    assert directives["stylename"] == "kind"


def test_the_label_shows_a_name_as_text():
    directives, _connections, rows = read(as_drawio.write(chart_of(unit("<b>甲</b>"))))
    assert directives["label"].startswith("%name%<br>")
    assert rows[0]["name"] == "&lt;b&gt;甲&lt;/b&gt;"


def test_the_heading_and_the_usage_stand_in_comments():
    with override("zh-hans"):
        lines = as_drawio.write(chart_of(unit("甲")), ["方案\n# label: x", "尾\\"]).split("\n")
    assert lines[:2] == ["## 方案 # label: x", "## 尾\\ "]
    assert lines[2].startswith("## 用法：在 draw.io 中选择")
    assert lines[4].startswith("# label: ")


def test_no_heading_swallows_the_line_after_it():
    directives, _connections, rows = read(as_drawio.write(chart_of(unit("甲")), HOSTILE))
    assert list(directives)[:2] == ["label", "style"]
    assert len(rows) == 1
