"""The lists on a page: their order, their size, and what they ask the database."""

import pytest
from django.contrib.admin import site
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import flatten_fieldsets
from django.db import connection
from django.test.utils import CaptureQueriesContext

from departments.admin.inlines import FIELDS_BESIDES, MOST_ROWS
from departments.admin.rows import RowFormSet
from departments.models import DepartmentDuty, HandOff
from tests.departments.admin.pages import Page, added_row, client_of, edit, opened
from tests.factories import new_department, new_duty, new_function, new_hand_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return client_of("editors")


def department_with(texts):
    department = new_department()
    for place, text in enumerate(texts, start=1):
        new_duty(department=department, text=text, position=place)
    return department


def numbered(rows):
    return [f"{row.position} {row.text}" for row in rows.order_by("position", "pk")]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({0: 4}, "乙丙丁甲"),
        ({3: 1}, "丁甲乙丙"),
        ({0: 2}, "乙甲丙丁"),
        ({2: 2}, "甲丙乙丁"),
        ({0: 4, 1: 3, 2: 2, 3: 1}, "丁丙乙甲"),
        ({0: 99}, "乙丙丁甲"),
        ({1: ""}, "甲丙丁乙"),
        ({}, "甲乙丙丁"),
    ],
)
def test_rows_are_stored_in_the_order_of_their_numbers(editor, places, expected):
    department = department_with("甲乙丙丁")
    typed = {f"duties-{index}-position": place for index, place in places.items()}
    assert Page(edit(editor, department, **typed)).errors == []
    assert numbered(department.duties) == [
        f"{place} {text}" for place, text in enumerate(expected, start=1)
    ]


def test_a_new_row_goes_last_or_to_its_number(editor):
    department = department_with("甲乙")
    row = {"involvement": "lead", "basis": "stated"}
    last = added_row(opened(editor, department), "duties", text="丙", **row)
    edit(editor, department, fields=last)
    assert numbered(department.duties) == ["1 甲", "2 乙", "3 丙"]
    first = added_row(opened(editor, department), "duties", text="丁", position=1, **row)
    edit(editor, department, fields=first)
    assert numbered(department.duties) == ["1 丁", "2 甲", "3 乙", "4 丙"]


def test_the_numbers_close_up_when_a_row_is_deleted(editor):
    department = department_with("甲乙丙")
    edit(editor, department, **{"duties-0-DELETE": "on"})
    assert numbered(department.duties) == ["1 乙", "2 丙"]


def test_hand_offs_are_numbered_for_each_receiver(editor):
    giver = new_department()
    one, other = new_department(chart=giver.chart), new_department(chart=giver.chart)
    for text, receiver in (("甲", one), ("乙", one), ("丙", other)):
        new_hand_off(giver=giver, receiver=receiver, text=text, position=1)
    fields = opened(editor, giver)
    edit(editor, giver, fields=fields, **{"given-0-position": 3, "given-1-position": 1})
    assert numbered(HandOff.objects.filter(receiver=one)) == ["1 乙", "2 甲"]
    assert numbered(HandOff.objects.filter(receiver=other)) == ["1 丙"]


def test_a_new_order_counts_as_a_change_of_the_chart_and_of_the_rows(editor):
    department = department_with("甲乙")
    before = department.chart.__class__.objects.get().revision
    edit(editor, department, **{"duties-0-position": 2, "duties-1-position": 1})
    assert department.chart.__class__.objects.get().revision > before
    assert {row.version for row in DepartmentDuty.objects.all()} == {2}
    assert "position" in LogEntry.objects.latest("pk").change_message


def test_nothing_typed_stores_no_row(editor):
    department = department_with("甲乙")
    edit(editor, department)
    assert {row.version for row in DepartmentDuty.objects.all()} == {1}


def test_two_hundred_rows_are_edited_and_put_into_order(editor, django_assert_max_num_queries):
    department = department_with([f"职责{number}" for number in range(1, 201)])
    fields = opened(editor, department)
    for index in range(200):
        fields[f"duties-{index}-position"] = 200 - index
    fields["duties-0-text"] = "改过的"
    with django_assert_max_num_queries(120):
        assert Page(edit(editor, department, fields=fields)).errors == []
    assert numbered(department.duties)[-1] == "200 改过的"


def test_a_page_asks_no_more_for_more_rows(editor):
    def asked(rows):
        department, function = new_department(), new_function()
        for _number in range(rows):
            new_duty(department=department, function=function)
            new_hand_off(giver=department, function=function)
            new_hand_off(receiver=department, giver=new_department(chart=department.chart))
        with CaptureQueriesContext(connection) as queries:
            opened(editor, department)
        return len(queries)

    assert (asked(3), asked(20)) == (asked(1), asked(1))


def test_a_list_too_long_for_one_page_leads_to_a_list_of_its_own(editor, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 560
    department = department_with("甲乙丙丁戊己")
    page = editor.get(f"/en/admin/departments/department/{department.pk}/change/").content.decode()
    assert "duties-TOTAL_FORMS" not in page
    address = f"/en/admin/departments/departmentduty/?department__id__exact={department.pk}"
    assert f'<a href="{address}">Department duties 6</a>' in page


@pytest.mark.parametrize("count", [601, 99_999, 10**17])
def test_a_made_up_number_of_rows_is_refused_in_a_sentence(editor, count, monkeypatch):
    made = []
    construct = RowFormSet._construct_form
    monkeypatch.setattr(
        RowFormSet,
        "_construct_form",
        lambda rows, i, **options: made.append(i) or construct(rows, i, **options),
    )
    department = department_with("甲")
    fields = opened(editor, department)
    made.clear()
    sent = {"duties-TOTAL_FORMS": count, "duties-0-text": "改"}
    page = Page(edit(editor, department, fields=fields, **sent))
    assert page.messages == ["Nothing was saved: more than 600 rows were sent. Send fewer at once."]
    # Only the page that is shown afterwards has drawn its one row.
    assert made == [0]
    assert numbered(department.duties) == ["1 甲"]


def test_whoever_fills_in_a_page_never_sends_too_many_rows(settings):
    inlines = [inline for one in site._registry.values() for inline in one.inlines]
    fields = [len(flatten_fieldsets(inline.fieldsets)) + FIELDS_BESIDES for inline in inlines]
    assert min(fields) == 9
    assert settings.DATA_UPLOAD_MAX_NUMBER_FIELDS // min(fields) < MOST_ROWS


def test_rows_of_a_new_department_wait_for_its_page(editor):
    chart = new_department().chart
    page = editor.get(f"/en/admin/departments/department/add/?chart={chart.pk}").content.decode()
    assert "duties-TOTAL_FORMS" not in page
