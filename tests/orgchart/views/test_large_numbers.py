import pytest
from django.utils.translation import override

from orgchart.views.large_numbers import in_words


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [
        (8_000_000, "800 万", "8 million"),
        (8_412_345, "841 万", "8.41 million"),
        (12_345_678, "1230 万", "12.3 million"),
        (99_999_999, "1 亿", "100 million"),
        (106_478_233, "1.06 亿", "106 million"),
        (2_345_678_901, "23.5 亿", "2350 million"),
    ],
)
def test_a_large_number_is_said_in_the_units_of_the_language(number, chinese, english):
    with override("zh-hans"):
        assert in_words(number) == chinese
    with override("en"):
        assert in_words(number) == english
