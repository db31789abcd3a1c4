"""Two editors at once: the second is told, sees both values, and loses nothing."""

import pytest

from departments.models import Department, DepartmentDuty
from tests.departments.admin.pages import Page, added_row, address, client_of, edit, opened
from tests.factories import new_chart, new_department, new_duty

pytestmark = pytest.mark.django_db

CONFLICT = (
    "Somebody else has saved this record after you opened it. Nothing of yours is lost, and "
    "nothing is saved yet. Compare the marked fields, put in what is right and save again: "
    "what then stands in the fields will be stored."
)


@pytest.fixture
def editor():
    return client_of("editors")


def rename(department, name):
    """Another editor's save."""
    other = Department.objects.get(pk=department.pk)
    other.name = name
    other.save()


def test_a_stale_form_is_refused_with_both_values_and_keeps_what_was_typed(editor):
    department = new_department(name="市场部")
    fields = opened(editor, department)
    rename(department, "市场中心")
    page = Page(edit(editor, department, fields=fields, name="市场营销部", mission="定方向"))
    assert page.errors == [
        CONFLICT,
        "Here: “市场营销部”. Saved by somebody else: “市场中心”.",
    ]
    assert (page.fields["name"], page.fields["mission"]) == ("市场营销部", "定方向")
    assert Department.objects.get().name == "市场中心"


def test_saving_again_after_the_conflict_was_shown_stores_what_was_typed(editor):
    department = new_department(name="市场部")
    fields = opened(editor, department)
    rename(department, "市场中心")
    shown = Page(edit(editor, department, fields=fields, name="市场营销部"))
    assert Page(edit(editor, department, fields=shown.fields)).errors == []
    assert Department.objects.get().name == "市场营销部"


def test_a_third_save_in_between_is_shown_again(editor):
    department = new_department(name="市场部")
    fields = opened(editor, department)
    rename(department, "市场中心")
    shown = Page(edit(editor, department, fields=fields, name="市场营销部"))
    rename(department, "市场总部")
    again = Page(edit(editor, department, fields=shown.fields))
    assert again.errors[1] == "Here: “市场营销部”. Saved by somebody else: “市场总部”."


def test_the_same_change_by_both_is_no_conflict(editor):
    department = new_department(name="市场部")
    fields = opened(editor, department)
    rename(department, "市场中心")
    assert Page(edit(editor, department, fields=fields, name="市场中心")).errors == []


def test_choices_are_shown_in_words(editor):
    chart = new_chart()
    department = new_department(chart=chart, name="市场部")
    upper, other = (
        new_department(chart=chart, name="总部"),
        new_department(chart=chart, name="中心"),
    )
    fields = opened(editor, department)
    moved = Department.objects.get(pk=department.pk)
    moved.parent, moved.kind = upper, "team"
    moved.save()
    page = Page(edit(editor, department, fields=fields, parent=other.pk, kind="centre"))
    assert "Here: “中心”. Saved by somebody else: “总部”." in page.errors
    assert "Here: “centre”. Saved by somebody else: “team”." in page.errors


def test_a_form_without_a_version_counts_as_stale(editor):
    department = new_department(name="市场部")
    fields = opened(editor, department)
    del fields["opened_version"]
    assert Page(edit(editor, department, fields=fields, name="甲")).errors[0] == CONFLICT
    fields["opened_version"] = "garbage"
    assert Page(edit(editor, department, fields=fields, name="甲")).errors[0] == CONFLICT


def test_a_record_deleted_meanwhile_is_said_and_everything_typed_is_shown(editor):
    department = new_department(name="市场部")
    new_duty(department=department, text="定价")
    fields = opened(editor, department)
    Department.objects.get().delete()
    response = edit(
        editor, department, fields=fields, name="市场营销部", **{"duties-0-text": "制定价格"}
    )
    assert response.status_code == 409
    shown = response.content.decode()
    assert "Somebody else has deleted this record" in shown
    assert "市场营销部" in shown
    assert "制定价格" in shown


def test_a_stale_row_is_refused_with_both_values(editor):
    duty = new_duty(text="定价")
    fields = opened(editor, duty.department)
    other = DepartmentDuty.objects.get()
    other.text = "制定价格"
    other.save()
    page = Page(edit(editor, duty.department, fields=fields, **{"duties-0-text": "定价策略"}))
    assert page.errors == [CONFLICT, "Here: “定价策略”. Saved by somebody else: “制定价格”."]
    assert page.fields["duties-0-text"] == "定价策略"
    again = Page(edit(editor, duty.department, fields=page.fields))
    assert again.errors == []
    assert DepartmentDuty.objects.get().text == "定价策略"


def test_a_row_deleted_meanwhile_can_be_added_again_by_saving_once_more(editor):
    department = new_department()
    gone, kept = (
        new_duty(department=department, text="甲"),
        new_duty(department=department, text="乙"),
    )
    fields = opened(editor, department) | {"duties-0-text": "改过的甲"}
    gone.delete()
    page = Page(edit(editor, department, fields=fields))
    assert page.errors == [
        "Somebody else has deleted this row after you opened the page. Save again to add what "
        "you typed as a new row, or remove it."
    ]
    again = Page(edit(editor, department, fields=page.fields))
    assert again.errors == []
    texts = DepartmentDuty.objects.order_by("position").values_list("text", "pk")
    assert [text for text, _pk in texts] == ["改过的甲", "乙"]
    assert kept.pk in {pk for _text, pk in texts}


def test_a_row_that_both_deleted_is_simply_gone(editor):
    duty = new_duty()
    fields = opened(editor, duty.department)
    duty.delete()
    page = Page(edit(editor, duty.department, fields=fields, **{"duties-0-DELETE": "on"}))
    assert page.errors == []


def test_a_row_with_somebodys_new_words_is_not_deleted_unread(editor):
    duty = new_duty(text="定价")
    fields = opened(editor, duty.department)
    other = DepartmentDuty.objects.get()
    other.text = "制定价格"
    other.save()
    page = Page(edit(editor, duty.department, fields=fields, **{"duties-0-DELETE": "on"}))
    assert (
        "Somebody else has changed this row after you opened the page; it was not deleted. "
        "It now says “制定价格”. Mark it again to delete it." in page.errors
    )
    again = {**page.fields, "duties-0-DELETE": "on"}
    assert Page(edit(editor, duty.department, fields=again)).errors == []
    assert DepartmentDuty.objects.count() == 0


def test_an_order_that_somebody_changed_is_shown_before_it_is_replaced(editor):
    department = new_department()
    for text in "甲乙丙":
        new_duty(department=department, text=text, position="甲乙丙".index(text) + 1)
    fields = opened(editor, department)
    places = {"duties-0-position": 3, "duties-2-position": 1}
    edit(editor, department, **{"duties-0-position": 2, "duties-1-position": 1})
    page = Page(edit(editor, department, fields=fields, **places))
    assert page.errors == [
        "Somebody else has changed the order after you opened the page. It now is: "
        "1. 乙 2. 甲 3. 丙. Save again to store the order that you see here."
    ]
    assert Page(edit(editor, department, fields=page.fields)).errors == []
    stored = DepartmentDuty.objects.order_by("position").values_list("text", flat=True)
    assert [*stored] == ["丙", "乙", "甲"]


def test_a_new_row_beside_somebody_elses_new_row_keeps_both(editor):
    department = new_department()
    fields = opened(editor, department)
    new_duty(department=department, text="别人的")
    page = Page(
        edit(
            editor,
            department,
            fields=added_row(fields, "duties", text="我的", involvement="lead", basis="stated"),
        )
    )
    assert page.errors == []
    assert {one.text for one in DepartmentDuty.objects.all()} == {"别人的", "我的"}


def test_a_second_deletion_of_the_same_record_says_so(editor):
    department = new_department()
    department.delete()
    department.pk = 1
    response = editor.post(address(department, "delete"), {"post": "yes"}, follow=True)
    assert Page(response).messages == [
        "There is no department with the number “1”. Perhaps it was deleted."
    ]
