import re

import pytest
from hypothesis import given, strategies
from pypinyin import lazy_pinyin

from orgchart.search.pinyin import pattern, run_syllables, spelled, written
from tests.orgchart.search.names import NAMES


def means(typed, name):
    sounds = pattern(typed)
    return bool(sounds and re.search(sounds, spelled(name)))


@pytest.mark.parametrize(("name", "full", "initials", "_traditional"), NAMES)
def test_a_name_is_meant_by_pinyin_and_by_initials(name, full, initials, _traditional):
    assert means(full, name)
    assert means(initials, name)
    assert means(full[:-1], name)
    assert not means(f"{full}x", name)
    assert not means(f"{initials}x", name)


@pytest.mark.parametrize("typed", ["shichb", "schangbu", "scbu", "shcb", "changbu", "cb", "s"])
def test_pinyin_and_initials_mix_and_may_begin_at_any_syllable(typed):
    assert means(typed, "市场部")


@pytest.mark.parametrize("typed", ["hichangbu", "sb", "shichangb ", "市场", "12", "", "s" * 61])
def test_what_spells_nothing_of_the_name_is_not_meant(typed):
    assert not means(typed, "市场部")


@pytest.mark.parametrize(
    ("typed", "name", "is_meant"),
    [
        ("zhanlüe", "战略", True),
        ("nvzhuang", "女装", True),
        ("nuzhuang", "女装", True),
        ("nüzhuang", "女装", True),
        ("lvse", "绿色", True),
        ("luse", "绿色", True),
        ("lv", "道路", False),
        ("lu", "道路", True),
        ("kuaiji", "会计", True),
        ("chongqing", "重庆", True),
        ("zhongqing", "重庆", False),
        ("xi'an", "西安", True),
        ("crmxtz", "crm系统组", True),
        ("xtz", "crm系统组", True),
    ],
)
def test_umlauts_readings_and_foreign_words(typed, name, is_meant):
    assert means(typed, name) == is_meant


def test_the_part_that_was_meant_can_be_marked():
    assert written("华东市场部", pattern("scb")) == "市场部"
    assert written("crm系统组", pattern("crmx")) == "crm系"
    assert written("华东市场部", pattern("xyz")) == ""


def test_no_pinyin_is_tried_in_every_way_before_it_is_refused():
    # Were it, this would not end within years.
    long = spelled("安南恩呢" * 50)
    assert not re.search(pattern("anan" * 14 + "z"), long)
    assert not re.search(pattern("en" * 29 + "z"), long)


@given(
    strategies.text(alphabet="重庆长城行销银行会计调研品牌总监音乐快乐女绿略部〇㐀", max_size=12)
)
def test_phrase_by_phrase_it_reads_as_pypinyin_reads_the_whole(text):
    assert run_syllables(text) == tuple(lazy_pinyin(text))
