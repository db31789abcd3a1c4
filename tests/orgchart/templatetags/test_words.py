import pytest
from django.utils.translation import override

from orgchart.templatetags.words import listed, marked


@pytest.mark.parametrize(
    ("language", "expected"), [("zh-hans", "1、3、4"), ("en", "1, 3, 4"), ("en-gb", "1, 3, 4")]
)
def test_things_are_listed_as_the_language_does(language, expected):
    with override(language):
        assert listed([1, 3, 4]) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("市场部", ("市场",), "<mark>市场</mark>部"),
        ("市场与市场", ("市场",), "<mark>市场</mark>与<mark>市场</mark>"),
        ("Sales", ("sAL",), "<mark>Sal</mark>es"),
        ("市场部", ("市", "市场"), "<mark>市场</mark>部"),
        ("a<b>&", ("<b>",), "a<mark>&lt;b&gt;</mark>&amp;"),
        ("&amp;", ("amp",), "&amp;<mark>amp</mark>;"),
        ("a.c abc", ("a.c",), "<mark>a.c</mark> abc"),
        ("市场部", ("销售",), "市场部"),
        ("<i>", (), "&lt;i&gt;"),
    ],
)
def test_words_that_were_looked_for_are_marked(text, words, expected):
    assert marked(text, words) == expected
