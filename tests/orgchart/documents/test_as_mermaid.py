import re

from django.utils.translation import override
from hypothesis import given

from orgchart.documents import as_mermaid
from orgchart.documents.network import branches, identities, ties
from orgchart.outline import Relation
from tests.orgchart.strategies import HOSTILE, texts, tied_charts
from tests.outlines import chart_of, hand_off, role, unit

NODE = re.compile(r'  (d\d+)\["([^"]*)"\]')
EDGE = re.compile(
    r'  (d\d+) (?:(---|-\.-)|-- "([^"]*)" (-->)|-\. "([^"]*)" (\.->)) (d\d+)',
)


def unescape(text):
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), text.replace("#8203;", ""))


def nodes(written):
    """Each node's id and the lines in its box."""
    found = (NODE.fullmatch(line) for line in written.split("\n"))
    return {node[1]: [unescape(text) for text in node[2].split("<br/>")] for node in found if node}


def edges(written):
    """Each line's two ends, its sign and its word."""
    found = (EDGE.fullmatch(line) for line in written.split("\n"))
    return [
        (one[1], one[7], one[2] or one[4] or one[6], unescape(one[3] or one[5] or ""))
        for one in found
        if one
    ]


@given(texts)
def test_any_text_comes_back(text):
    assert unescape(as_mermaid.escape(text)) == text


@given(texts)
def test_what_is_written_has_no_sign_that_mermaid_reads(text):
    left = re.sub(r"#\d+;", "", as_mermaid.escape(text))
    assert re.findall(r"[^A-Za-z0-9 ]", re.sub(r"[^\x00-\x7f]", "", left)) == []
    assert [mark for mark in "ﬂ°¶ß\n\r\x85\u2028" if mark in left] == []


def test_formulas_and_icons_are_broken_up_because_mermaid_finds_them_in_entities_too():
    assert as_mermaid.escape("$$") == "#36;#8203;#36;"
    assert as_mermaid.escape("fa:fa-car") == "fa#58;#8203;fa#45;car"
    assert as_mermaid.escape("a:b") == "a#58;b"


@given(tied_charts())
def test_no_department_and_no_line_is_lost(chart):
    written = as_mermaid.write(chart)
    names = identities(chart)
    assert {name: lines[0] for name, lines in nodes(written).items()} == {
        names[one.key]: one.name for one in chart.walk()
    }
    assert [(start, end) for start, end, _sign, _word in edges(written)] == [
        (names[line.start], names[line.end]) for line in [*branches(chart), *ties(chart)]
    ]


@given(tied_charts())
def test_roles_stand_in_their_departments_box(chart):
    written = nodes(as_mermaid.write(chart))
    names = identities(chart)
    for one in chart.walk():
        number = len(one.roles)
        listed = written[names[one.key]][-number:] if number else []
        assert listed == [f"· {role.name}" for role in one.roles]


def test_command_is_solid_and_outside_units_are_dotted():
    written = as_mermaid.write(chart_of(unit("根", unit("甲"), unit("顾问", kind="outside"))))
    assert edges(written) == [("d1", "d2", "---", ""), ("d1", "d3", "-.-", "")]
    assert "  class d3 outside\n" in written


def test_ties_carry_their_number_or_their_word():
    relations = tuple(
        Relation(key=kind, from_department="甲", to_department="乙", kind=kind)
        for kind in ("guides", "evaluates", "collaborates", "dotted_line")
    )
    chart = chart_of(
        unit("甲"),
        unit("乙"),
        hand_offs=(hand_off("乙", "甲"), hand_off("乙", "甲", "另一份")),
        relations=relations,
    )
    with override("zh-hans"):
        written = as_mermaid.write(chart)
    assert edges(written) == [
        ("d2", "d1", "-->", "2 项协作"),
        ("d1", "d2", ".->", "指导"),
        ("d1", "d2", ".->", "评估考核"),
        ("d1", "d2", ".->", "协作"),
        ("d1", "d2", ".->", "虚线汇报给"),
    ]


def test_a_box_says_what_is_known_and_what_is_left_out():
    one = unit("甲", duty_count=3, role_count=1, headcount=7, child_count=2, roles=(role("主管"),))
    with override("zh-hans"):
        written = as_mermaid.write(chart_of(one))
    assert nodes(written)["d1"] == [
        "甲",
        "3 项职责 · 1 个岗位 · 编制 7 · 另有 2 个下级部门未列出",
        "· 主管",
    ]


def test_the_heading_is_a_comment_on_one_line_each():
    written = as_mermaid.write(chart_of(unit("甲")), ["方案\n  a --> b", "修订 3"])
    assert written.split("\n")[:3] == ["%% 方案 a --> b", "%% 修订 3", "flowchart TD"]


def test_no_heading_is_taken_for_a_directive():
    written = as_mermaid.write(chart_of(unit("甲")), HOSTILE)
    assert "%{" not in written


def wide(number):
    return chart_of(unit("根", *(unit(f"部{n}") for n in range(number))))


def test_a_chart_that_fits_mermaid_says_nothing_of_limits():
    assert as_mermaid.write(wide(500)).startswith("flowchart TD\n")


def test_a_chart_with_too_many_lines_begins_with_the_remedy():
    with override("zh-hans"):
        first, second, third, *_rest = as_mermaid.write(wide(501)).split("\n")
    assert first == "%% Mermaid 默认最多画 500 条连线，这里有 501 条。"
    assert second.endswith("：mermaid.initialize({maxEdges: 501})")
    assert third == "flowchart TD"


def test_a_chart_with_too_many_characters_begins_with_the_remedy():
    # Mermaid counts an emoji as two.
    with override("en"):
        written = as_mermaid.write(chart_of(*(unit("👩" * 200) for _n in range(130))))
    assert len(written) < 50_000
    first, second, third, *_rest = written.split("\n")
    said = r"%% By default Mermaid reads at most 50000 characters; this file has (5\d{4})\."
    number = int(re.fullmatch(said, first)[1])
    assert second.endswith(f": mermaid.initialize({{maxTextSize: {2 * number}}})")
    assert third == "flowchart TD"


def test_a_chart_with_too_much_of_both_says_both():
    with override("zh-hans"):
        first, second, third, *_rest = as_mermaid.write(wide(2000)).split("\n")
    assert first == "%% Mermaid 默认最多画 500 条连线，这里有 2000 条。"
    assert re.fullmatch(r"%% Mermaid 默认最多读 50000 个字符，这里有 \d{5} 个。", second)
    assert re.search(r"\{maxEdges: 2000, maxTextSize: \d+\}", third)
