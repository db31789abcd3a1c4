from types import SimpleNamespace

import pytest
from django.utils.translation import override

from orgchart.templatetags.names import (
    called,
    in_both,
    language_of,
    listed_names,
    mixed,
    named,
    titled,
)

RESEARCH = SimpleNamespace(name="市场调研", name_en="Market research")
ONLY_CHINESE = SimpleNamespace(name="理货", name_en="")


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        (called, "Market research", "市场调研"),
        (named, "Market research", "市场调研"),
        (
            titled,
            'Market research <span class="other-name"><span lang="zh-Hans">市场调研</span></span>',
            "市场调研",
        ),
        (
            in_both,
            'Market research <span class="other-name"><span lang="zh-Hans">市场调研</span></span>',
            '市场调研 <span class="other-name" lang="en">Market research</span>',
        ),
    ],
)
def test_a_name_is_shown_in_the_language_of_the_page(name, english, chinese):
    with override("en"):
        assert name(RESEARCH) == english
    with override("zh-hans"):
        assert name(RESEARCH) == chinese


@pytest.mark.parametrize("name", [named, titled, in_both])
def test_an_only_name_is_shown_once_and_marked_in_english(name):
    with override("en"):
        assert name(ONLY_CHINESE) == '<span lang="zh-Hans">理货</span>'
    with override("zh-hans"):
        assert name(ONLY_CHINESE) == "理货"


def test_chinese_inside_an_english_sentence_is_marked_run_by_run():
    sentence = "Item 3 “选择（广告）公司” & 年/季 <b>"
    with override("en"):
        assert mixed(sentence) == (
            'Item 3 “<span lang="zh-Hans">选择（广告）公司</span>” &amp; '
            '<span lang="zh-Hans">年</span>/<span lang="zh-Hans">季</span> &lt;b&gt;'
        )
    with override("zh-hans"):
        assert mixed(sentence) == "Item 3 “选择（广告）公司” &amp; 年/季 &lt;b&gt;"


def test_names_in_a_row_are_listed_as_the_language_does():
    with override("en"):
        assert listed_names([RESEARCH, RESEARCH]) == "Market research, Market research"
    with override("zh-hans"):
        assert listed_names([RESEARCH, ONLY_CHINESE]) == "市场调研、理货"


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("调查消费者", ' lang="zh-Hans"', ""),
        ("POP 投放计划", ' lang="zh-Hans"', ""),
        ("Market research", "", ' lang="en"'),
        ("15", "", ""),
        ("", "", ""),
    ],
)
def test_only_a_text_in_another_language_names_its_language(text, english, chinese):
    with override("en"):
        assert language_of(text) == english
    with override("zh-hans"):
        assert language_of(text) == chinese


def test_markup_in_a_name_stays_text():
    name = SimpleNamespace(name="<b>", name_en="<i>")
    with override("en"):
        assert named(name) == "&lt;i&gt;"
        assert titled(name) == '&lt;i&gt; <span class="other-name">&lt;b&gt;</span>'
