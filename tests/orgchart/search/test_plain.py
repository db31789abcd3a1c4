import pytest

from orgchart.search.plain import mainland, plain
from tests.orgchart.search.names import NAMES


@pytest.mark.parametrize(("name", "_full", "_initials", "traditional"), NAMES)
def test_traditional_names_are_the_simplified_ones(name, _full, _initials, traditional):
    assert plain(traditional) == name


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Sales Department", "salesdepartment"),
        ("市场 部", "市场部"),
        ("市场　部\n", "市场部"),
        ("市\u200b场\u2060部\ufe0f", "市场部"),
        ("ＣＲＭ４", "crm4"),
        ("STRASSE", "strasse"),
        ("市场推广部", "市场推广部"),
        ("市場推廣部", "市场推广部"),
        ("，。！", "，。！"),
        ("𠮷野", "𠮷野"),
        ("", ""),
    ],
)
def test_what_a_reader_takes_for_one_is_one(text, same):
    assert plain(text) == same
    assert plain(same) == same


def test_words_of_taiwan_become_those_of_the_mainland():
    assert mainland("軟體") == "软件"
    assert mainland("市場部") == "市场部"
