"""The numbers of nested sets, computed and checked without a database.

1 营销部 ── 2 市场部 ── 3 调研组
       └─ 4 销售部
5 财务部
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from departments.models.tree import Damage, Node, cycles, damages, number, sound_parents

CHART = 7


def node(identity, parent, position, *numbers, chart=CHART):
    return Node(identity, chart, parent, position, *numbers)


SOUND = {
    1: node(1, None, 1, 1, 8, 1, 0),
    2: node(2, 1, 1, 2, 5, 1, 1),
    3: node(3, 2, 1, 3, 4, 1, 2),
    4: node(4, 1, 2, 6, 7, 1, 1),
    5: node(5, None, 2, 1, 2, 2, 0),
}


def codes(*changed):
    rows = SOUND | {one.id: one for one in changed}
    return {damage.code for damage in damages(rows.values())}


def test_a_sound_tree_has_no_damage():
    assert damages(SOUND.values()) == []
    assert damages([]) == []


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ([SOUND[4]._replace(lft=7, rght=8), SOUND[1]._replace(rght=9)], {"gap"}),
        ([SOUND[2]._replace(lft=4, rght=7), SOUND[4]._replace(lft=2, rght=3)], {"edges", "gap"}),
        ([SOUND[2]._replace(position=2), SOUND[4]._replace(position=1)], {"order"}),
        ([SOUND[2]._replace(position=3)], {"order"}),
        ([SOUND[4]._replace(position=1)], {"order"}),
        ([SOUND[5]._replace(tree_id=1)], {"gap", "shared_tree"}),
        ([SOUND[3]._replace(level=1)], {"level"}),
        ([SOUND[3]._replace(tree_id=2)], {"edges", "gap"}),
        ([SOUND[5]._replace(chart_id=8, position=1, parent_id=4)], {"foreign"}),
        ([SOUND[1]._replace(parent_id=3)], {"cycle"}),
        ([SOUND[4]._replace(parent_id=99)], {"level", "orphan", "shared_tree"}),
        ([SOUND[3]._replace(rght=2_000_000_000)], {"edges", "gap"}),
        ([SOUND[3]._replace(lft=4, rght=3)], {"edges"}),
    ],
    ids=lambda value: ",".join(sorted(value)) if isinstance(value, set) else "",
)
def test_each_damage_has_its_codes(changed, found):
    assert codes(*changed) >= found


def test_damage_is_said_in_words():
    rows = SOUND | {3: SOUND[3]._replace(level=7), 5: SOUND[5]._replace(parent_id=99)}
    assert damages(rows.values()) == [
        Damage("orphan", 5, "parent 99 does not exist"),
        Damage("level", 3, "level 7 does not follow from its parent"),
    ]


def test_a_cycle_is_cut_at_its_smallest_id_and_the_rest_hangs_on():
    rows = [node(3, 5, 1), node(4, 3, 1), node(5, 4, 1), node(6, 5, 2), node(1, None, 1)]
    parents, found = sound_parents(rows)
    assert parents == {3: None, 4: 3, 5: 4, 6: 5, 1: None}
    assert found == [Damage("cycle", 3, "is below itself, together with 2 more")]


def test_two_cycles_are_both_found_and_what_hangs_on_them_is_none():
    assert cycles({1: 2, 2: 1, 3: 3, 4: 1, 5: None, 6: 99}) == [{1, 2}, {3}]


def test_siblings_are_numbered_by_position_then_left_then_id():
    rows = [node(1, None, 1), node(2, 1, 2, 5), node(3, 1, 2, 4), node(4, 1, 1), node(5, 1, 2, 4)]
    numbered = number(rows, {one.id: one.parent_id for one in rows})
    assert [(one.id, one.position, one.lft, one.rght) for one in numbered] == [
        *[(1, 1, 1, 10), (4, 1, 2, 3), (3, 2, 4, 5), (5, 3, 6, 7), (2, 4, 8, 9)]
    ]


def test_charts_are_numbered_one_after_the_other():
    rows = [node(1, None, 1, chart=9), node(2, None, 1, chart=8), node(3, None, 2, chart=8)]
    numbered = number(rows, {one.id: None for one in rows}, first_tree=5)
    assert [(one.id, one.tree_id) for one in numbered] == [(2, 5), (3, 6), (1, 7)]


def test_a_chain_of_ten_thousand_needs_no_recursion():
    rows = [node(one, one - 1 or None, 1) for one in range(1, 10_001)]
    numbered = number(rows, {one.id: one.parent_id for one in rows})
    assert (numbered[0].rght, numbered[-1].level) == (20_000, 9_999)
    assert damages(numbered) == []


small = st.integers(1, 12)
any_nodes = st.lists(
    st.builds(
        Node,
        id=small,
        chart_id=st.integers(1, 2),
        parent_id=st.none() | small,
        position=st.integers(0, 5),
        lft=st.integers(-2, 30),
        rght=st.integers(-2, 30),
        tree_id=st.integers(0, 3),
        level=st.integers(0, 4),
    ),
    unique_by=lambda one: one.id,
)


@given(any_nodes)
def test_whatever_the_rows_say_numbering_makes_them_sound_and_loses_none(rows):
    parents, _cut = sound_parents(rows)
    numbered = number(rows, parents)
    assert damages(numbered) == []
    assert sorted(one.id for one in numbered) == sorted(one.id for one in rows)
    assert {one.id: one.parent_id for one in numbered} == parents
    assert number(numbered, parents) == numbered


@given(any_nodes)
def test_only_impossible_parents_are_cut(rows):
    parents, cut = sound_parents(rows)
    changed = {one.id for one in rows if parents[one.id] != one.parent_id}
    assert changed == {damage.id for damage in cut}
