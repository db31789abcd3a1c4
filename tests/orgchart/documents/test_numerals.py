import pytest
from hypothesis import given, strategies

from orgchart.documents.numerals import chinese, circled, letters, numeral


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (1000, "一千"),
        (1003, "一千零三"),
        (1010, "一千零一十"),
        (1203, "一千二百零三"),
        (5000, "五千"),
        (10_000, "一万"),
        (20_050, "二万零五十"),
        (10_010, "一万零一十"),
        (12_345, "一万二千三百四十五"),
        (99_999, "九万九千九百九十九"),
        (100_000, "十万"),
    ],
)
def test_numbers_are_read_as_in_chinese(number, text):
    assert chinese(number) == text


def test_each_level_has_its_numerals():
    assert [numeral(level, 2) for level in range(8)] == [
        *("二、", "（二）", "2. ", "（2）", "②", "b. ", "b. ", "b. ")
    ]


def test_circles_reach_to_fifty_and_brackets_go_on():
    assert [circled(number) for number in (1, 20, 21, 35, 36, 50, 51)] == [
        *("①", "⑳", "㉑", "㉟", "㊱", "㊿", "〔51〕")
    ]


def test_letters_go_on_after_z():
    assert [letters(number) for number in (1, 26, 27, 52, 53, 703)] == [
        *("a", "z", "aa", "az", "ba", "aaa")
    ]


@given(strategies.integers(0, 9), strategies.lists(strategies.integers(1, 99_999), unique=True))
def test_different_numbers_look_different(level, numbers):
    assert len({numeral(level, number) for number in numbers}) == len(numbers)
