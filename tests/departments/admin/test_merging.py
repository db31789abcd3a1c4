"""Two editors who change different things: both stay, and nobody has to compare."""

import pytest

from departments.models import Department, DepartmentDuty
from tests.departments.admin.pages import Page, client_of, edit, opened
from tests.factories import new_chart, new_department, new_duty, new_hand_off

pytestmark = pytest.mark.django_db

KEPT = "Somebody else saved here after you opened the page. Their changes stay."


@pytest.fixture
def editor():
    return client_of("editors")


def change(record, **values):
    """Another editor's save."""
    other = type(record).objects.get(pk=record.pk)
    for name, value in values.items():
        setattr(other, name, value)
    other.save()


def duties(department, texts):
    return [
        new_duty(department=department, text=text, position=place)
        for place, text in enumerate(texts, start=1)
    ]


def texts():
    return [one.text for one in DepartmentDuty.objects.order_by("position", "pk")]


def test_an_untouched_field_takes_over_what_somebody_else_saved(editor):
    department = new_department(name="市场部")
    fields = opened(editor, department)
    change(department, name="市场中心", headcount=9)
    page = Page(edit(editor, department, fields=fields, mission="定方向"))
    assert page.errors == []
    assert KEPT in page.messages
    stored = Department.objects.get()
    assert (stored.name, stored.headcount, stored.mission) == ("市场中心", 9, "定方向")


def test_nothing_is_said_where_nobody_else_saved(editor):
    department = new_department(name="市场部")
    assert KEPT not in Page(edit(editor, department, mission="定方向")).messages


def test_after_a_conflict_untouched_fields_say_what_somebody_else_saved(editor):
    department = new_department(name="市场部")
    fields = opened(editor, department)
    change(department, name="市场中心", mission="他人的使命")
    shown = Page(edit(editor, department, fields=fields, name="市场营销部"))
    assert shown.errors[1:] == ["Here: “市场营销部”. Saved by somebody else: “市场中心”."]
    assert shown.fields["mission"] == "他人的使命"
    assert Page(edit(editor, department, fields=shown.fields)).errors == []
    stored = Department.objects.get()
    assert (stored.name, stored.mission) == ("市场营销部", "他人的使命")


def test_a_third_save_of_an_untouched_field_is_taken_over_too(editor):
    department = new_department(name="市场部")
    fields = opened(editor, department)
    change(department, name="市场中心", mission="二")
    shown = Page(edit(editor, department, fields=fields, name="市场营销部"))
    change(department, mission="三")
    assert Page(edit(editor, department, fields=shown.fields)).errors == []
    stored = Department.objects.get()
    assert (stored.name, stored.mission) == ("市场营销部", "三")


def test_a_choice_that_somebody_else_made_stays(editor):
    chart = new_chart()
    department, upper = (
        new_department(chart=chart, name="市场部"),
        new_department(chart=chart, name="总部"),
    )
    fields = opened(editor, department)
    change(department, parent=upper, kind="team")
    assert Page(edit(editor, department, fields=fields, name="市场中心")).errors == []
    stored = Department.objects.get(pk=department.pk)
    assert (stored.parent, stored.kind, stored.name) == (upper, "team", "市场中心")
    assert Department.objects.find_damage() == []


def test_a_mark_that_somebody_else_set_stays(editor):
    hand_off = new_hand_off(confirmed_by_receiver=True)
    fields = opened(editor, hand_off)
    change(hand_off, confirmed_by_giver=True, confirmed_by_receiver=False)
    assert Page(edit(editor, hand_off, fields=fields, note="改过")).errors == []
    hand_off.refresh_from_db()
    assert (hand_off.confirmed_by_giver, hand_off.confirmed_by_receiver) == (True, False)
    assert hand_off.note == "改过"


def test_an_untouched_row_that_somebody_changed_is_not_undone(editor):
    duty = new_duty(text="定价")
    fields = opened(editor, duty.department)
    change(duty, text="制定价格")
    page = Page(edit(editor, duty.department, fields=fields, mission="定方向"))
    assert page.errors == []
    assert KEPT in page.messages
    assert Department.objects.get().mission == "定方向"
    assert texts() == ["制定价格"]


def test_two_editors_change_different_fields_of_one_row(editor):
    duty = new_duty(text="定价", heading="")
    fields = opened(editor, duty.department)
    change(duty, text="制定价格")
    page = Page(edit(editor, duty.department, fields=fields, **{"duties-0-heading": "价格"}))
    assert page.errors == []
    stored = DepartmentDuty.objects.get()
    assert (stored.text, stored.heading) == ("制定价格", "价格")


def test_an_untouched_row_that_somebody_deleted_stays_deleted(editor):
    department = new_department()
    first, _second, third = duties(department, "甲乙丙")
    fields = opened(editor, department)
    first.delete()
    third.delete()
    page = Page(edit(editor, department, fields=fields, **{"duties-1-text": "改过的乙"}))
    assert page.errors == []
    assert KEPT in page.messages
    assert texts() == ["改过的乙"]


def test_an_order_that_only_somebody_else_changed_stays(editor):
    department = new_department()
    duties(department, "甲乙丙")
    fields = opened(editor, department)
    edit(editor, department, **{"duties-0-position": 3, "duties-2-position": 1})
    page = Page(edit(editor, department, fields=fields, **{"duties-0-text": "改过的甲"}))
    assert page.errors == []
    assert texts() == ["丙", "乙", "改过的甲"]


def test_an_own_order_goes_with_somebody_elses_new_words(editor):
    department = new_department()
    first, *_others = duties(department, "甲乙")
    fields = opened(editor, department)
    change(first, text="改过的甲")
    places = {"duties-0-position": 2, "duties-1-position": 1}
    assert Page(edit(editor, department, fields=fields, **places)).errors == []
    assert texts() == ["乙", "改过的甲"]


def test_a_row_that_somebody_only_moved_is_deleted_at_once(editor):
    department = new_department()
    duties(department, "甲乙")
    fields = opened(editor, department)
    edit(editor, department, **{"duties-0-position": 2, "duties-1-position": 1})
    page = Page(edit(editor, department, fields=fields, **{"duties-0-DELETE": "on"}))
    assert page.errors == []
    assert texts() == ["乙"]


def test_a_browsers_line_ends_are_no_change(editor):
    duty = new_duty(text="一\n二", position=1)
    fields = opened(editor, duty.department) | {"duties-0-text": "一\r\n二"}
    assert Page(edit(editor, duty.department, fields=fields)).errors == []
    assert DepartmentDuty.objects.get().version == 1
    change(duty, text="三")
    assert Page(edit(editor, duty.department, fields=fields)).errors == []
    assert texts() == ["三"]
