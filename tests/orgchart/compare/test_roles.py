"""Two roles: superiors, duties by function, and the department duties they carry out."""

import pytest

from orgchart.compare import compare_roles
from orgchart.outline import Carrying, Role, RoleDuty


def duty(text, function="", *carries):
    return RoleDuty(
        key=text, text=text, function=function, carries=tuple(Carrying(duty=key) for key in carries)
    )


MANAGER = Role(
    key="经理",
    name="经理",
    duties=(duty("拟订调研计划", "research", "m.3"), duty("统管人员", "", "m.1")),
)
RESEARCHER = Role(
    key="调研",
    name="调研",
    reports_to="经理",
    duties=(duty("开展用户调研", "research", "m.2", "m.3"), duty("提交新品提案", "products")),
)
PLANNER = Role(key="企划", name="企划", reports_to="经理")


def test_duties_line_up_by_function():
    groups = compare_roles(MANAGER, RESEARCHER).groups
    assert [[row.function for row in group.rows] for group in groups] == [
        ["research"],
        [""],
        ["products"],
    ]


def test_department_duties_of_both_come_first():
    rows = compare_roles(MANAGER, RESEARCHER).carried
    assert [(row.duty, row.is_shared) for row in rows] == [
        ("m.3", True),
        ("m.1", False),
        ("m.2", False),
    ]


@pytest.mark.parametrize(
    ("first", "second", "superior", "one_superior"),
    [
        (MANAGER, RESEARCHER, 0, False),
        (RESEARCHER, MANAGER, 1, False),
        (RESEARCHER, PLANNER, None, True),
        (MANAGER, Role(key="外人", name="外人"), None, False),
    ],
)
def test_who_reports_to_whom(first, second, superior, one_superior):
    comparison = compare_roles(first, second)
    assert (comparison.superior, comparison.has_one_superior) == (superior, one_superior)


def test_a_role_without_duties_shares_nothing():
    comparison = compare_roles(PLANNER, RESEARCHER)
    assert (comparison.groups[0].rows, comparison.similar) == ((), ())
    assert [row.is_shared for row in comparison.carried] == [False, False]
