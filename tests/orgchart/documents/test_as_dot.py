import re
from html import unescape

import pytest
from django.utils.translation import override
from hypothesis import given

from orgchart.documents import as_dot
from orgchart.documents.network import branches, identities, ties
from orgchart.outline import Relation
from tests.orgchart.strategies import texts, tied_charts
from tests.outlines import chart_of, hand_off, unit

STRING = r'"((?:[^"\\]|\\.)*)"'
NODE = re.compile(rf"  (d\d+) \[label={STRING}.*\];")
EDGE = re.compile(r"  (d\d+) -> (d\d+) \[(.*)\];")
ESCAPED = {"\\\\": "\\", '\\"': '"', "\\n": "\n"}


def read(text):
    """What Graphviz shows of a string: first its escapes, then its entities."""
    plain = re.sub(r"\\.", lambda found: ESCAPED[found[0]], text)
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), plain).replace("&amp;", "&")


def nodes(written):
    found = (NODE.fullmatch(line) for line in written.split("\n"))
    return {node[1]: read(node[2]) for node in found if node}


def edges(written):
    found = (EDGE.fullmatch(line) for line in written.split("\n"))
    return [one.groups() for one in found if one]


@given(texts)
def test_any_text_comes_back(text):
    written = as_dot.quote(text)
    assert re.fullmatch(STRING, written)
    # An ampersand that is not ours would be written as an entity.
    assert read(written[1:-1]) == text


@given(texts)
def test_no_entity_of_the_text_is_resolved(text):
    entities = re.findall(r"&(?!amp;|#\d+;)", as_dot.quote(text))
    assert entities == []


def test_a_text_that_looks_like_an_entity_stays_as_it_is():
    assert unescape(as_dot.quote("&lt;")) == '"&lt;"'


@given(tied_charts())
def test_no_department_and_no_line_is_lost(chart):
    written = as_dot.write(chart)
    names = identities(chart)
    boxes = nodes(written)
    assert list(boxes) == list(names.values())
    assert [boxes[names[one.key]][: len(one.name)] for one in chart.walk()] == [
        one.name for one in chart.walk()
    ]
    assert [(start, end) for start, end, _look in edges(written)] == [
        (names[line.start], names[line.end]) for line in [*branches(chart), *ties(chart)]
    ]


@pytest.mark.parametrize("rankdir", ["TB", "LR", "BT", "RL"])
def test_it_grows_where_it_is_told(rankdir):
    assert f"rankdir={rankdir}," in as_dot.write(chart_of(unit("甲")), rankdir=rankdir)


def test_it_grows_downwards_and_in_a_chinese_font_by_itself():
    written = as_dot.write(chart_of(unit("甲")))
    assert "rankdir=TB," in written
    assert written.count('fontname="Noto Sans CJK SC,') == 3


def test_lines_differ_by_what_they_mean():
    tie = Relation(key="r", from_department="甲", to_department="顾问", kind="dotted_line")
    chart = chart_of(
        unit("根", unit("甲"), unit("顾问", kind="outside")),
        hand_offs=(hand_off("甲", "顾问"),),
        relations=(tie,),
    )
    with override("zh-hans"):
        found = edges(as_dot.write(chart))
    assert found == [
        ("d1", "d2", "dir=none"),
        ("d1", "d3", "dir=none, style=dashed"),
        (
            "d2",
            "d3",
            'label="1 项协作", constraint=false, color="#9a3412", fontcolor="#9a3412"',
        ),
        ("d2", "d3", 'label="虚线汇报给", constraint=false, style=dotted'),
    ]


def test_the_mission_is_a_tooltip():
    written = as_dot.write(chart_of(unit("甲", mission='制定"策略"')))
    assert r'tooltip="制定\"策略\""' in written


def test_the_heading_is_a_comment_on_one_line_each():
    written = as_dot.write(chart_of(unit("甲")), ["方案\n}", "修订 3"])
    assert written.split("\n")[:3] == ["// 方案 }", "// 修订 3", "digraph chart {"]
