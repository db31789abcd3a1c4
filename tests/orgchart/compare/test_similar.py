"""Similar wording: a question with a reason, never an answer, at a bounded cost."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from orgchart.compare.similar import LEAST_LIKE, is_too_much, similar
from orgchart.compare.wording import LONGEST, common_words, likeness, parts
from tests.outlines import duty

TEXTS = some.text(alphabet="市场推广方案策划新品促销制定并与，。 abc promotion", max_size=60)


@given(TEXTS, TEXTS)
def test_likeness_is_the_same_from_both_sides_and_between_nothing_and_all(one, other):
    there, back = likeness(parts(one), parts(other)), likeness(parts(other), parts(one))
    assert there == back
    assert 0 <= there <= 1


@given(TEXTS)
def test_a_text_is_wholly_like_itself_unless_it_says_nothing(text):
    assert likeness(parts(text), parts(text)) == (1 if parts(text) else 0)


@given(TEXTS)
def test_width_case_and_punctuation_do_not_count(text):
    assert parts(f"  {text.upper()}。") == parts(text)


@given(TEXTS, TEXTS)
def test_common_words_occur_in_the_first_text_and_explain_every_likeness(one, other):
    words = common_words(one, other)
    assert all(word in one.casefold() for word in words)
    assert bool(words) == bool(parts(one) & parts(other))


def test_words_that_every_duty_begins_with_make_nothing_alike():
    assert likeness(parts("制定并实施市场计划"), parts("制定并实施预算")) == 0


def test_neighbouring_pairs_are_told_as_one_word():
    words = common_words("落实市场部策略与新品推广方案", "编制新品推广方案")
    assert words == ("新品推广方案",)


def test_chinese_behind_a_number_is_cut_as_well():
    assert parts("第3区促销") == {"第", "3", "区促", "促销"}


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("规范销售行为、统一品牌形象", "监督销售行为与价格", ("销售行为",)),
        ("明确销售目的", "说明销售目的地", ("销售目的",)),
        ("合并报表数据", "合并报表口径", ("合并报表",)),
        ("品牌的形象推广", "品牌的形象建设", ("品牌的形象",)),
        ("品牌的形象", "品牌的传播", ("品牌",)),
        ("渠道和品牌", "终端和品牌", ("品牌",)),
        ("推进品牌规划与品牌形象建设", "规范销售行为、统一品牌形象", ("品牌", "品牌形象")),
    ],
)
def test_words_are_told_whole_as_they_are_written(one, other, words):
    assert common_words(one, other) == words


def test_english_is_compared_by_words():
    assert common_words("Plan the product launch", "The launch of a new product") == (
        "product",
        "launch",
    )


def pairs(first, second):
    return [
        (one.duties[0].text, one.duties[1].text, one.percent) for one in similar([first, second])
    ]


def test_duties_of_one_function_are_no_question():
    text = "策划并组织促销活动"
    assert pairs([duty(text, "a")], [duty(text, "a", key="b")]) == []
    assert pairs([duty(text, "a")], [duty(text, "", key="b")]) == [(text, text, 100)]


def test_one_key_is_one_duty_and_no_question():
    assert pairs([duty("促销活动", key="d")], [duty("促销活动", key="d")]) == []


def test_a_single_word_in_common_is_chance():
    assert pairs([duty("拟定产品价格")], [duty("推荐产品")]) == []


def test_the_most_alike_come_first():
    first = [duty("策划促销活动"), duty("编制新品推广方案")]
    second = [duty("配合终端促销活动"), duty("落实新品推广方案")]
    assert [percent for _one, _other, percent in pairs(first, second)] == [100, 60]


def test_three_sides_are_compared_two_by_two():
    lists = [[duty("策划促销活动", key=str(side))] for side in range(3)]
    assert [(one.one[0], one.other[0]) for one in similar(lists)] == [(0, 1), (0, 2), (1, 2)]


def test_nothing_below_the_threshold_is_shown():
    words = [f"市场{a}方案{b}推广" for a in "甲乙丙丁" for b in "天地玄黄"]
    lists = [[duty(word) for word in words], [duty(f"{word}计划") for word in words]]
    assert min(one.score for one in similar(lists)) >= LEAST_LIKE


def test_a_long_text_costs_no_more_than_its_beginning():
    text = "".join(chr(0x4E00 + number) for number in range(500))
    assert len(parts(text)) < LONGEST
    assert parts(text) == parts(text[:LONGEST])


def test_five_hundred_duties_a_side_are_still_looked_through():
    lists = [
        [duty(f"第{number}区促销活动", key=f"{side}{number}") for number in range(500)]
        for side in (0, 1)
    ]
    assert not is_too_much(lists)
    assert len(similar(lists)) == 500 * 500


def test_longer_lists_are_not_looked_through():
    lists = [[duty(f"促销活动{number}") for number in range(501)]] * 2
    assert is_too_much(lists)
    assert similar(lists) == ()
