"""Every rule of roles, their duties and their working relationships, asked through save()."""

import pytest
from django.core.exceptions import ValidationError

from roles.models import Role
from tests.factories import (
    new_carrying,
    new_department,
    new_duty,
    new_role,
    new_role_duty,
    new_working_relationship,
)

pytestmark = pytest.mark.django_db
GONE = 987_654


def changed(record, **values):
    for field, value in values.items():
        setattr(record, field, value)
    record.save()


def beside(role, **values):
    """Another role of the same department."""
    return new_role(department=role.department, **values)


def circle():
    first = new_role()
    second = beside(first, reports_to=first)
    changed(first, reports_to=beside(second, reports_to=second))


def twin():
    beside(new_role(name="产品经理"), name="产品 经理")


def second_carrying():
    first = new_carrying()
    new_carrying(role_duty=first.role_duty, department_duty=first.department_duty)


def with_itself():
    role = new_role()
    new_working_relationship(role=role, counterpart_role=role)


def with_its_own_department():
    department = new_department()
    new_working_relationship(department=department, counterpart_department=department)


SUPERIOR = "The superior belongs to another chart. Choose a role of this chart."
NOT_BELOW = "A role cannot report to itself or to a role below it."
STAYS = "It stays in its chart. To have it in another chart, add it there."
SUBJECT = "Name the role or the department it belongs to, not both."
COUNTERPART = "Name one other side: a role, a department, or words."
ELSEWHERE = "The other side belongs to another chart. Choose one of this chart."
ONESELF = "Nobody deals with oneself. Choose another."
GONE_WORDS = "This was deleted. Choose another."
RULES = {
    "role: twin": (twin, "name", "The department already has a role of this name."),
    "role: superior of another chart": (
        lambda: changed(new_role(), reports_to=new_role()),
        *("reports_to", SUPERIOR),
    ),
    "role: its own superior": (
        lambda: (one := new_role()) and changed(one, reports_to=one),
        *("reports_to", NOT_BELOW),
    ),
    "role: superior in a circle": (circle, "reports_to", NOT_BELOW),
    "role: superior is gone": (
        lambda: changed(new_role(), reports_to_id=GONE),
        *("reports_to", GONE_WORDS),
    ),
    "role: department is gone": (
        lambda: Role(department_id=GONE, name="经理").save(),
        *("department", GONE_WORDS),
    ),
    "role: into another chart": (
        lambda: changed(new_role(), department=new_department()),
        *("department", STAYS),
    ),
    "role duty: into another chart": (
        lambda: changed(new_role_duty(), role=new_role()),
        *("role", STAYS),
    ),
    "carrying: duty of another chart": (
        lambda: new_carrying(department_duty=new_duty()),
        "department_duty",
        "The department duty belongs to another chart. Choose one of this chart.",
    ),
    "carrying: twice": (second_carrying, "__all__", "This duty is already carried here."),
    "working relationship: nobody's": (
        lambda: changed(new_working_relationship(), role=None),
        *("__all__", SUBJECT),
    ),
    "working relationship: of two": (
        lambda: (
            (one := new_role()) and new_working_relationship(role=one, department=one.department)
        ),
        *("__all__", SUBJECT),
    ),
    "working relationship: with nobody": (
        lambda: new_working_relationship(counterpart_text=""),
        *("__all__", COUNTERPART),
    ),
    "working relationship: with two": (
        lambda: (
            (one := new_role())
            and new_working_relationship(
                role=one, counterpart_text="媒体", counterpart_department=one.department
            )
        ),
        *("__all__", COUNTERPART),
    ),
    "working relationship: with another chart's role": (
        lambda: new_working_relationship(counterpart_role=new_role()),
        *("counterpart_role", ELSEWHERE),
    ),
    "working relationship: with another chart's department": (
        lambda: new_working_relationship(counterpart_department=new_department()),
        *("counterpart_department", ELSEWHERE),
    ),
    "working relationship: with itself": (with_itself, "counterpart_role", ONESELF),
    "working relationship: with its own department": (
        with_its_own_department,
        *("counterpart_department", ONESELF),
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_broken_rule_is_refused_on_its_field_in_words(rule):
    act, field, words = RULES[rule]
    with pytest.raises(ValidationError) as refusal:
        act()
    found = refusal.value.message_dict
    # The database's own check says the same once more where no field is to blame.
    assert {name: lines[0] for name, lines in found.items()} == {field: words}


def test_a_role_may_have_its_name_in_another_department():
    first = new_role(name="经理")
    other = new_department(chart=first.chart)
    assert new_role(department=other, name="经理").slug == "经理-2"


def test_a_role_moves_with_its_duties_inside_the_chart():
    duty = new_role_duty()
    other = new_department(chart=duty.chart)
    changed(duty.role, department=other)
    assert list(other.roles.all()) == [duty.role]


def test_deleting_a_superior_leaves_its_reports():
    superior = new_role()
    report = beside(superior, reports_to=superior)
    superior.delete()
    report.refresh_from_db()
    assert report.reports_to is None


def test_deleting_a_department_takes_its_roles_and_ties_along():
    carrying = new_carrying()
    carrying.role_duty.role.department.delete()
    assert (Role.objects.count(), type(carrying).objects.count()) == (0, 0)
