"""What the form could not foresee: a message, and nothing typed is lost."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.utils import translation

from departments.models import Chart, Department, Stale
from tests.departments.admin.pages import Page, address, client_of, edit
from tests.factories import new_chart, new_department

pytestmark = pytest.mark.django_db

SAME_MOMENT = (
    "Nothing was saved: somebody else stored something of the same kind at the same moment. "
    "Please try again."
)


@pytest.fixture
def editor():
    return client_of("editors")


def refusing(error):
    """A method that fails like the model or the database would."""
    made = {
        Stale: lambda record: Stale(record),
        ProtectedError: lambda record: ProtectedError("", [record]),
    }.get(error, lambda record: error("Refused."))

    def method(record, *args, **kwargs):
        raise made(record)

    return method


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ValidationError, "Refused."),
        (IntegrityError, SAME_MOMENT),
        (
            Stale,
            "“新名” was changed or deleted by somebody else after you opened it. "
            "Nothing was saved; open it again and repeat your change.",
        ),
    ],
)
def test_a_save_that_fails_keeps_what_was_typed(editor, monkeypatch, error, message):
    department = new_department(name="市场部")
    monkeypatch.setattr(Department, "save", refusing(error))
    page = Page(edit(editor, department, name="新名"))
    assert page.errors == [message]
    assert page.fields["name"] == "新名"
    assert Department.objects.get().name == "市场部"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (ValidationError, "Refused."),
        (IntegrityError, SAME_MOMENT),
        (ProtectedError, "It was not deleted: 市场部 still use it."),
    ],
)
def test_a_deletion_that_fails_is_said(editor, monkeypatch, error, message):
    department = new_department(name="市场部")
    monkeypatch.setattr(Department, "delete", refusing(error))
    response = editor.post(address(department, "delete"), {"post": "yes"}, follow=True)
    assert Page(response).messages == [message]
    path = f"{address(department, 'changelist')}?chart__id__exact={department.chart_id}"
    data = {"action": "delete_selected", "_selected_action": department.pk, "post": "yes"}
    assert Page(editor.post(path, data, follow=True)).messages == [message]
    assert Department.objects.count() == 1


def test_an_action_says_which_chart_was_refused_and_changes_the_rest(editor, monkeypatch):
    refused, other = new_chart(name="甲"), new_chart(name="乙")
    original = Chart.save

    def save(chart, *args, **kwargs):
        if chart.name == "甲":
            raise ValidationError("Refused.")
        original(chart, *args, **kwargs)

    monkeypatch.setattr(Chart, "save", save)
    data = {"action": "publish", "_selected_action": [refused.pk, other.pk]}
    response = editor.post(address(refused, "changelist"), data, follow=True)
    assert Page(response).messages == ["甲: Refused.", "1 chart is now “published”."]


@pytest.mark.parametrize("make", [new_chart, new_department])
def test_a_page_leads_to_the_public_page(editor, make):
    record = make()
    with translation.override("en"):
        public = record.get_absolute_url()
    assert f'href="{public}"' in editor.get(address(record)).content.decode()
    assert public.startswith("/en/")
