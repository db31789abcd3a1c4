"""A role's page: its duties, what they carry, whom it deals with."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from departments.models import DepartmentDuty
from roles.models import Carrying, Role, RoleDuty
from tests.departments.admin.pages import Page, added_row, address, client_of, edit, opened
from tests.factories import (
    new_carrying,
    new_department,
    new_duty,
    new_role,
    new_role_duty,
    new_working_relationship,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return client_of("editors")


def refusals(client, record, **changes):
    return Page(edit(client, record, **changes)).errors


def row_refusals(client, role, prefix, **values):
    fields = added_row(opened(client, role), prefix, basis="stated", **values)
    return Page(edit(client, role, fields=fields)).errors


def carried(duty):
    """The department duties that a role duty carries."""
    return {one.department_duty for one in Carrying.objects.filter(role_duty=duty)}


def test_a_duty_is_added_with_what_it_carries(editor):
    role = new_role()
    first, second = (new_duty(department=role.department, text=text) for text in "甲乙")
    values = {"text": "做", "involvement": "lead", "carried": [first.pk, second.pk]}
    assert row_refusals(editor, role, "duties", **values) == []
    assert carried(RoleDuty.objects.get()) == {first, second}


def test_what_a_duty_carries_is_changed_and_the_rest_keeps_its_extent(editor):
    carrying = new_carrying(extent="partial")
    duty, kept = carrying.role_duty, carrying.department_duty
    other = new_duty(department=kept.department)
    edit(editor, duty.role, **{"duties-0-carried": [kept.pk, other.pk]})
    assert carried(duty) == {kept, other}
    assert Carrying.objects.get(department_duty=kept).extent == "partial"
    edit(editor, duty.role, **{"duties-0-carried": [other.pk]})
    assert carried(duty) == {other}


def test_a_stale_row_shows_what_is_carried_in_words(editor):
    duty = new_role_duty()
    department_duty = new_duty(department=duty.role.department, text="甲")
    other = new_duty(department=duty.role.department, text="乙")
    carrying = new_carrying(role_duty=duty, department_duty=department_duty)
    role = carrying.role_duty.role
    fields = opened(editor, role)
    duty.refresh_from_db()
    duty.text = "改过"
    duty.save()
    carrying.delete()
    page = Page(edit(editor, role, fields=fields, **{"duties-0-carried": [other.pk]}))
    assert "Here: “乙”. Saved by somebody else: “empty”." in page.errors


def test_a_form_that_is_older_than_a_new_carrying_takes_nothing_away(editor):
    duty = new_role_duty()
    department_duty = new_duty(department=duty.role.department)
    fields = opened(editor, duty.role)
    new_carrying(role_duty=duty, department_duty=department_duty)
    edit(editor, duty.role, fields=fields, **{"duties-0-text": "改过"})
    assert carried(duty) == {department_duty}


def test_what_somebody_else_let_a_duty_carry_stays(editor):
    duty = new_role_duty()
    department_duty = new_duty(department=duty.role.department, text="甲")
    fields = opened(editor, duty.role)
    edit(editor, duty.role, **{"duties-0-carried": [department_duty.pk]})
    page = Page(edit(editor, duty.role, fields=fields, **{"duties-0-text": "我的"}))
    assert page.errors == []
    assert carried(duty) == {department_duty}
    assert RoleDuty.objects.get().text == "我的"


def test_a_department_duty_of_another_chart_is_refused(editor):
    duty, foreign = new_role_duty(), new_duty()
    message = "The department duty belongs to another chart. Choose one of this chart."
    assert refusals(editor, duty.role, **{"duties-0-carried": [foreign.pk]}) == [message]
    fields = added_row(opened(editor, duty), "carryings", department_duty=foreign.pk)
    fields |= {"carryings-0-extent": "full", "carryings-0-basis": "stated"}
    assert Page(edit(editor, duty, fields=fields)).errors == [message]


@pytest.mark.parametrize("garbage", ["abc", "9" * 30, "-1"])
def test_garbage_among_what_is_carried_is_a_message(editor, garbage):
    duty = new_role_duty()
    assert len(refusals(editor, duty.role, **{"duties-0-carried": [garbage]})) == 1


def test_a_superior_elsewhere_or_below_is_refused(editor):
    role = new_role()
    below = new_role(department=role.department, reports_to=role)
    foreign = new_role()
    assert refusals(editor, role, reports_to=foreign.pk) == [
        "The superior belongs to another chart. Choose a role of this chart."
    ]
    circle = "A role cannot report to itself or to a role below it."
    assert refusals(editor, role, reports_to=below.pk) == [circle]
    assert circle in refusals(editor, role, reports_to=role.pk)


def test_two_roles_of_one_name_in_a_department_are_refused(editor):
    role = new_role(name="经理")
    other = new_role(department=role.department, name="主管")
    message = "The department already has a role of this name."
    assert message in refusals(editor, other, name="经 理")


def test_a_role_moves_within_its_chart_only(editor):
    role = new_role()
    beside, foreign = new_department(chart=role.chart), new_department()
    assert refusals(editor, role, department=beside.pk) == []
    assert Role.objects.get().department == beside
    assert refusals(editor, role, department=foreign.pk) == [
        "It stays in its chart. To have it in another chart, add it there."
    ]


def test_a_working_relationship_needs_one_other_side(editor):
    role = new_role()
    message = "Name one other side: a role, a department, or words."
    errors = row_refusals(editor, role, "working_relationships", matter="谈", direction="both")
    assert message in errors
    values = {"counterpart_text": "客户", "counterpart_role": new_role().pk}
    errors = row_refusals(
        editor, role, "working_relationships", matter="谈", direction="both", **values
    )
    assert message in errors


def test_a_working_relationship_with_oneself_or_another_chart_is_refused(editor):
    role, foreign = new_role(), new_role()
    values = {"matter": "谈", "direction": "both"}
    own = row_refusals(editor, role, "working_relationships", counterpart_role=role.pk, **values)
    assert own == ["Nobody deals with oneself. Choose another."]
    errors = row_refusals(
        editor, role, "working_relationships", counterpart_role=foreign.pk, **values
    )
    assert errors == ["The other side belongs to another chart. Choose one of this chart."]


def test_a_departments_working_relationship_is_added_in_its_chart(editor):
    department = new_department()
    other = new_department(chart=department.chart)
    path = "/en/admin/roles/workingrelationship/add/"
    assert "In which chart?" in editor.get(path).content.decode()
    data = {
        "department": department.pk,
        "counterpart_department": other.pk,
        "matter": "对账",
        "direction": "both",
        "basis": "stated",
    }
    assert editor.post(f"{path}?chart={department.chart_id}", data).status_code == 302
    assert department.working_relationships.get().matter == "对账"


def test_a_subject_is_needed_once(editor):
    relationship = new_working_relationship()
    department = relationship.role.department.pk
    message = "Name the role or the department it belongs to, not both."
    assert message in refusals(editor, relationship, department=department)
    assert message in refusals(editor, relationship, role="")


def test_what_is_missing_in_a_relationship_is_said_once_each(editor):
    relationship = new_working_relationship()
    department = relationship.role.department.pk
    errors = refusals(editor, relationship, department=department, counterpart_text="")
    assert errors == [
        "Name the role or the department it belongs to, not both.",
        "Name one other side: a role, a department, or words.",
    ]


def test_a_carrying_twice_is_refused(editor):
    carrying = new_carrying()
    duty = carrying.department_duty
    fields = added_row(opened(editor, carrying.role_duty), "carryings", department_duty=duty.pk)
    fields |= {"carryings-1-extent": "full", "carryings-1-basis": "stated"}
    errors = Page(edit(editor, carrying.role_duty, fields=fields)).errors
    assert "This duty is already carried here." in " ".join(errors)


def test_the_roles_of_a_department_are_put_into_order(editor):
    department = new_department()
    roles = [new_role(department=department, name=name) for name in "甲乙丙"]
    path = f"{address(roles[0], 'changelist')}?department__id__exact={department.pk}"
    assert 'class="place"' in editor.get(path).content.decode()
    assert 'class="place"' not in editor.get(address(roles[0], "changelist")).content.decode()
    editor.post(path, {"cmd": "place_row", "row": roles[2].pk, "number": 1})
    names = Role.objects.order_by("position").values_list("name", flat=True)
    assert [*names] == ["丙", "甲", "乙"]


def test_a_duty_that_is_carried_goes_with_its_carrying(editor):
    carrying = new_carrying()
    duty = carrying.department_duty
    page = editor.get(address(duty, "delete")).content.decode()
    assert "<b>1</b> carried duties" in page
    edit(editor, duty.department, **{"duties-0-DELETE": "on"})
    assert (DepartmentDuty.objects.count(), Carrying.objects.count()) == (0, 0)


def test_a_role_page_asks_no_more_for_more_duties(editor):
    def asked(number):
        role = new_role()
        for _one in range(number):
            duty = new_role_duty(role=role)
            new_carrying(role_duty=duty, department_duty=new_duty(department=role.department))
        with CaptureQueriesContext(connection) as queries:
            opened(editor, role)
        return len(queries)

    assert asked(3) == asked(15)
