import itertools

from hypothesis import given
from hypothesis import strategies as some

from orgchart.layout.flow_pair import (
    BOX_WIDTH,
    NAME_LINE,
    NAME_SIZE,
    PADDING,
    TEXT_LINE,
    TEXT_SIZE,
    Message,
    flow_pair,
)
from orgchart.layout.measure import width
from tests.outlines import names

kinds = some.sampled_from(["confirmed", "unconfirmed", "rest", "nothing"])
messages = some.lists(some.builds(Message, names, kinds), max_size=12)


@given(names, names, messages, messages)
def test_steps_follow_each_other_below_the_boxes(first, second, there, back):
    drawn = flow_pair(first, second, there, back)
    edges = [drawn.posts[0].y + drawn.posts[0].height]
    for step in drawn.steps:
        edges += [step.top, step.top + len(step.text) * TEXT_LINE, step.y]
    assert all(one < other for one, other in itertools.pairwise([*edges, drawn.height]))


@given(names, names, messages, messages)
def test_texts_stay_between_the_lines_and_names_inside_the_boxes(first, second, there, back):
    drawn = flow_pair(first, second, there, back)
    left, right = drawn.posts
    for step in drawn.steps:
        assert all(width(line, TEXT_SIZE) < right.middle - left.middle for line in step.text)
    for post in drawn.posts:
        assert all(width(line, NAME_SIZE) <= BOX_WIDTH - 2 * PADDING for line in post.name)
        assert len(post.name) * NAME_LINE < post.height
    assert 0 < left.x < left.x + left.width < right.x < right.x + right.width < drawn.width


def test_one_direction_comes_first_then_the_other():
    drawn = flow_pair("甲", "乙", [Message("计划", "confirmed")], [Message("报告", "unconfirmed")])
    assert [(step.forward, step.text, step.kind) for step in drawn.steps] == [
        (True, ("计划",), "confirmed"),
        (False, ("报告",), "unconfirmed"),
    ]


def test_a_long_text_takes_three_lines_and_an_ellipsis():
    (step,) = flow_pair("甲", "乙", [Message("长" * 200, "confirmed")], []).steps
    assert len(step.text) == 3
    assert step.text[2].endswith("…")


def test_names_break_between_words_where_these_fit():
    posts = flow_pair("Sales Department", "市场调研与策划执行中心", [], []).posts
    assert [post.name for post in posts] == [
        ("Sales", "Department"),
        ("市场调研与策划", "执行中心"),
    ]
