from xml.etree import ElementTree

from hypothesis import given

from orgchart.documents import as_flow_pair
from orgchart.layout.flow_pair import Message, flow_pair
from tests.outlines import names

SVG = "{http://www.w3.org/2000/svg}"


def written(there, back, first="市场部", second="销售部"):
    drawn = flow_pair(first, second, there, back)
    text = as_flow_pair.write(
        drawn, title="题", description="说明", language=lambda said: "en" if said.isascii() else ""
    )
    return ElementTree.fromstring(text)


def steps(picture):
    groups = [one for one in picture.iter(f"{SVG}g") if one.get("class").startswith("step")]
    return [
        (
            one.get("class").removeprefix("step "),
            "".join(text.text for text in one.iter(f"{SVG}text")),
            len(list(one.iter(f"{SVG}path"))),
        )
        for one in groups
    ]


def test_what_is_given_and_what_comes_back_are_arrows_with_their_text():
    picture = written([Message("计划", "confirmed")], [Message("报告", "unconfirmed")])
    assert steps(picture) == [("confirmed there", "计划", 2), ("unconfirmed back", "报告", 2)]


def test_where_nothing_comes_back_there_is_no_arrow():
    picture = written([Message("计划", "confirmed")], [Message("没有", "nothing")])
    assert steps(picture)[1] == ("nothing back", "没有", 0)


def test_it_says_what_it_shows():
    picture = written([], [])
    assert (picture.get("role"), picture.get("aria-label")) == ("img", "题")
    assert picture.findtext(f"{SVG}desc") == "说明"


@given(names, names)
def test_any_text_is_text(name, text):
    written([Message(text, "confirmed")], [Message("<b>", "rest")], first=name, second="&")


def test_texts_in_another_language_say_so():
    picture = written([Message("Plan", "confirmed")], [Message("报告", "confirmed")], "Sales")
    assert [one.get("lang") for one in picture.iter(f"{SVG}g")] == ["en", None, "en", None]
