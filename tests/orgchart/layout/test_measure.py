import pytest
from hypothesis import given, strategies

from orgchart.layout.measure import clusters, stands_upright, width, wrap
from tests.outlines import names


def test_a_chinese_character_is_as_wide_as_the_type_size():
    assert width("市场部", 15) == 45


def test_a_mark_takes_no_room_of_its_own():
    assert width("e\u0301", 10) == width("e", 10)


@pytest.mark.parametrize(
    ("name", "upright"), [("市场部", True), ("KA大客户部", True), ("Sales", False)]
)
def test_chinese_stands_upright_and_latin_does_not(name, upright):
    assert stands_upright(name) is upright


def test_a_short_name_stays_on_one_line():
    assert wrap("市场部", 15, 190, 2) == ("市场部",)


def test_a_long_chinese_name_breaks_anywhere_and_is_cut_off_with_an_ellipsis():
    assert wrap("市场调研与营销信息管理中心", 10, 50, 2) == ("市场调研与", "营销信息…")


def test_a_latin_name_breaks_at_a_space():
    assert wrap("Marketing Department", 10, 80, 2) == ("Marketing", "Department")


def test_a_text_that_fits_exactly_is_not_cut_off():
    assert wrap("市场调研与营销信息管", 10, 50, 2) == ("市场调研与", "营销信息管")


def test_joined_characters_are_never_torn_apart():
    assert list(clusters("👩\u200d💻部e\u0301")) == ["👩\u200d💻", "部", "e\u0301"]


def test_nothing_gives_no_line():
    assert wrap("", 15, 190, 2) == ()


@given(names, strategies.integers(1, 3))
def test_no_line_is_wider_than_its_room(name, lines):
    found = wrap(name, 15, 188, lines)
    assert len(found) in range(1, lines + 1)
    assert [line for line in found if width(line, 15) > 188] == []


@given(names)
def test_a_text_with_room_enough_loses_nothing_but_spaces(name):
    assert "".join("".join(wrap(name, 1, 60, 999)).split()) == "".join(name.split())
