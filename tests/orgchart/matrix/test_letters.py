"""Involvement in RACI letters."""

import pytest

from orgchart.matrix import distinct, raci


@pytest.mark.parametrize(
    ("parts", "letters"),
    [
        ([("lead", "full")], "A/R"),
        ([("lead", "partial")], "R"),
        ([("take_part", "full")], "R"),
        ([("supply", "full")], "C"),
        ([("take_part_and_supply", "full")], "R/C"),
        ([("other", "full")], ""),
        ([("supply", "full"), ("lead", "full")], "A/R/C"),
        ([], ""),
    ],
)
def test_an_involvement_has_its_place_in_raci(parts, letters):
    assert raci(parts) == letters


def test_kinds_of_involvement_stand_once_and_the_strongest_first():
    assert distinct(["supply", "lead", "supply", "other"]) == ("lead", "supply", "other")
