"""A part of a chart is read alone, with as many queries for 300 departments as for one.

营销部            财务部
├── 市场部
│   ├── 调研组
│   └── 企划组
└── 销售部
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from departments.models import Chart
from orgchart import outline
from orgchart.storage import ALL_TIES, load, store, store_library
from tests.factories import (
    new_duty,
    new_forest,
    new_hand_off,
    new_role,
    new_role_duty,
    new_working_relationship,
)
from tests.orgchart.storage.outlines import LIBRARY

pytestmark = pytest.mark.django_db
TREE = {"营销部": {"市场部": {"调研组": {}, "企划组": {}}, "销售部": {}}, "财务部": {}}


@pytest.fixture
def drawn():
    return new_forest(**TREE)


def shape(chart):
    """The outline's names, nested, with the number of departments below."""

    def names(departments):
        return {(one.name, one.child_count): names(one.children) for one in departments}

    return names(chart.departments)


WHOLE = {
    ("营销部", 2): {
        ("市场部", 2): {("调研组", 0): {}, ("企划组", 0): {}},
        ("销售部", 0): {},
    },
    ("财务部", 0): {},
}


def test_the_whole_chart_is_read_in_order(drawn):
    assert shape(load(drawn["营销部"].chart)) == WHOLE


@pytest.mark.parametrize(
    ("root", "depth", "expected"),
    [
        (None, 1, {("营销部", 2): {}, ("财务部", 0): {}}),
        (None, 2, {("营销部", 2): {("市场部", 2): {}, ("销售部", 0): {}}, ("财务部", 0): {}}),
        (None, 3, WHOLE),
        (None, 30, WHOLE),
        (None, 0, {}),
        ("市场部", None, {("市场部", 2): {("调研组", 0): {}, ("企划组", 0): {}}}),
        ("市场部", 1, {("市场部", 2): {}}),
        ("销售部", None, {("销售部", 0): {}}),
        ("销售部", 5, {("销售部", 0): {}}),
    ],
)
def test_a_part_is_read_by_root_and_depth(drawn, root, depth, expected):
    chart = drawn["营销部"].chart
    assert shape(load(chart, root=drawn.get(root), depth=depth)) == expected


def test_the_root_is_found_though_it_was_moved_after_it_was_read(drawn):
    drawn["市场部"].move_to(drawn["财务部"], "right")
    old = drawn["营销部"]
    assert list(shape(load(old.chart, root=old))) == [("营销部", 1)]


def test_only_the_chosen_departments_are_read(drawn):
    chosen = [drawn["财务部"], drawn["市场部"]]
    read = load(drawn["营销部"].chart, only=chosen)
    assert shape(read) == {("市场部", 2): {}, ("财务部", 0): {}}


def test_ties_that_lead_out_of_the_part_stay_out(drawn):
    new_hand_off(giver=drawn["市场部"], receiver=drawn["销售部"], text="出")
    new_hand_off(giver=drawn["调研组"], receiver=drawn["企划组"], text="内")
    new_working_relationship(department=drawn["调研组"], matter="内")
    new_working_relationship(department=drawn["财务部"], matter="外")
    read = load(drawn["营销部"].chart, root=drawn["市场部"], ties=ALL_TIES)
    assert [one.text for one in read.hand_offs] == ["内"]
    assert [one.matter for one in read.working_relationships] == ["内"]


def test_numbers_are_known_where_the_things_are_left_out(drawn):
    new_duty(department=drawn["财务部"])
    new_role_duty(role=new_role(department=drawn["财务部"]))
    finance = load(drawn["营销部"].chart).departments[1]
    assert (finance.duty_count, finance.duties) == (1, ())
    assert (finance.role_count, finance.roles) == (1, ())
    roles = load(drawn["营销部"].chart, with_roles=True).departments[1].roles
    assert [(role.duty_count, role.duties) for role in roles] == [(1, ())]


def large(number):
    """A chart of so many departments, ten below each, with duties, roles and ties."""

    def unit(index):
        key = f"d-{index}"
        below = range(10 * index + 1, min(10 * index + 11, number))
        task = outline.RoleDuty(
            key=f"{key}.r.1", text="做", carries=(outline.Carrying(duty=f"{key}.1"),)
        )
        return outline.Department(
            key=key,
            name=key,
            duties=(outline.Duty(key=f"{key}.1", text="管", function="f-1"),),
            roles=(outline.Role(key=f"{key}.r", name="经理", duties=(task,)),),
            children=tuple(unit(child) for child in below),
        )

    ends = [(f"d-{one}", f"d-{one + 1}") for one in range(number - 1)]
    return outline.Chart(
        key=f"large-{number}",
        name=f"{number} 个部门",
        departments=(unit(0),),
        hand_offs=tuple(
            outline.HandOff(key=f"h-{one}", giver=one, receiver=other, text="信息")
            for one, other in ends
        ),
        traits=tuple(
            outline.Trait(key=f"t-{one}", aspect="a-1", department=one, text="快")
            for one, _ in ends
        ),
    )


ASKED = {
    "the first level": ({"depth": 1}, 1),
    "two levels": ({"depth": 2}, 1),
    "some at most": ({"depth": 3, "most": 12}, 1),
    "less than the first level": ({"most": 1}, 1),
    "what is opened and closed": ({"depth": 1, "opened": ["d-0"], "closed": ["d-1"]}, 1),
    "the whole": ({}, 1),
    "the whole with duties": ({"with_duties": True}, 2),
    "everything": ({"with_duties": True, "with_roles": True, "ties": ALL_TIES}, 11),
}


@pytest.mark.parametrize("number", [1, 3, 300])
@pytest.mark.parametrize("what", ASKED)
def test_the_number_of_queries_does_not_depend_on_the_size(what, number):
    store_library(LIBRARY)
    chart = Chart.objects.get(pk=store(large(number)).pk)
    options, expected = ASKED[what]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        load(chart, **options)
    assert len(asked) == expected
