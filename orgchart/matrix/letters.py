"""Involvement in one sign: the order of the kinds, and their place in RACI."""

from collections.abc import Iterable

# From the strongest to the weakest.
INVOLVEMENTS = ("lead", "take_part_and_supply", "take_part", "supply", "other")
# Whoever leads answers and does the work; whoever takes part does some of it; whoever
# supplies is asked for it. Who is merely informed (I) no duty says, so there is no I.
RACI = {
    "lead": "AR",
    "take_part_and_supply": "RC",
    "take_part": "R",
    "supply": "C",
    "other": "",
}


def distinct(involvements: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds that occur, the strongest first."""
    found = set(involvements)
    return tuple(one for one in INVOLVEMENTS if one in found)


def raci(parts: Iterable[tuple[str, str]]) -> str:
    """Return the RACI letters of (involvement, extent) pairs: "A/R", "R", "R/C" or nothing.

    Whoever leads in a part only does work, but does not answer for the whole.
    """
    letters = {
        letter
        for involvement, extent in parts
        for letter in RACI[involvement]
        if letter != "A" or extent == "full"
    }
    return "/".join(letter for letter in "ARC" if letter in letters)
