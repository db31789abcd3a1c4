"""Duty lists lined up: every duty stands in exactly one row."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as some

from orgchart.compare.lining import grouped, lined_up
from tests.outlines import duty

FUNCTIONS = some.sampled_from(["", "a", "b", "c"])


@some.composite
def lists_and_pairs(draw):
    """Two or three duty lists, and pairs across them that are the same."""
    sides = draw(some.integers(2, 3))
    lists = [
        tuple(
            duty(f"职责{number}", draw(FUNCTIONS), key=f"{side}-{number}")
            for number in range(draw(some.integers(0, 5)))
        )
        for side in range(sides)
    ]
    places = [(side, one.key) for side, duties in enumerate(lists) for one in duties]
    crossing = [(one, other) for one in places for other in places if one[0] < other[0]]
    pairs = draw(some.lists(some.sampled_from(crossing), max_size=6)) if crossing else []
    return lists, pairs


@given(lists_and_pairs())
def test_every_duty_stands_in_exactly_one_row_on_its_own_side(case):
    lists, pairs = case
    rows = lined_up(lists, pairs)
    for side, duties in enumerate(lists):
        shown = Counter(one.key for row in rows for one in row.duties[side])
        assert shown == Counter(one.key for one in duties)


@given(lists_and_pairs())
def test_what_is_the_same_stands_in_one_row(case):
    lists, pairs = case
    rows = lined_up(lists, pairs)
    places = {
        (side, one.key): row
        for row in rows
        for side, duties in enumerate(row.duties)
        for one in duties
    }
    functions = {
        (side, one.key): one.function for side, all_of in enumerate(lists) for one in all_of
    }
    for one, other in pairs:
        if not functions[one] or functions[one] != functions[other]:
            assert places[one] is places[other]


@given(lists_and_pairs())
def test_groups_part_the_rows_by_who_has_them(case):
    lists, pairs = case
    rows = lined_up(lists, pairs)
    groups = grouped(rows, len(lists))
    assert sorted(id(row) for group in groups for row in group.rows) == sorted(map(id, rows))
    assert all(row.who == group.who for group in groups for row in group.rows)


def test_duties_without_a_function_are_never_shared():
    assert [row.who for row in lined_up([(duty("一"),), (duty("二"),)])] == [(0,), (1,)]


def test_a_chain_of_pairs_is_one_row():
    lists = [(duty("一", "a"),), (duty("二", "b"),), (duty("三"),)]
    (row,) = lined_up(lists, [((0, "一"), (1, "二")), ((1, "二"), (2, "三"))])
    assert (row.who, row.function, row.is_settled) == ((0, 1, 2), "a", True)


def test_duties_of_one_function_need_no_decision():
    lists = [(duty("一", "a"),), (duty("二", "a"),)]
    (row,) = lined_up(lists, [((0, "一"), (1, "二"))])
    assert not row.is_settled
