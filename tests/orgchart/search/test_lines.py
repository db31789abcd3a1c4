from orgchart.search.lines import LINE, Lines, Texts
from orgchart.search.query import read_query


def test_a_line_is_found_once_by_what_it_has_within_or_at_its_ends():
    lines = Lines(["市场部", "", "生产部部", "市场"])
    assert list(lines.having("部")) == [0, 2]
    assert list(lines.having(f"{LINE}市场")) == [0, 3]
    assert list(lines.having(f"市场{LINE}")) == [3]
    assert list(lines.having("部生")) == []
    assert [lines.line(number) for number in range(len(lines))] == [
        "市场部",
        "",
        "生产部部",
        "市场",
    ]


def test_there_may_be_no_line():
    assert list(Lines([]).having("a")) == []
    assert list(Texts([], []).matches(read_query("a").sought)) == []


def test_every_word_must_be_said_and_the_word_as_typed_comes_first():
    texts = Texts([7, 8, 9], ["维护渠道", "维护通路", "渠道"])
    assert list(texts.matches(read_query("通路").sought)) == [(0, 8), (1, 7), (1, 9)]
    assert list(texts.matches(read_query("维护 渠道").sought)) == [(0, 7), (0, 8)]
