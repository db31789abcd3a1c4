"""Search-as-you-type: inside one chart, and only for those who may look."""

import pytest

from departments.models import Department
from tests.departments.admin.pages import Page, added_row, address, client_of, edit, opened
from tests.factories import new_chart, new_department, new_duty, new_role

pytestmark = pytest.mark.django_db


def found(record, **limits):
    """The texts that the search offers."""
    response = client_of("editors").get(address(record, "choices"), limits)
    assert response.status_code == 200
    return [one["text"] for one in response.json()["results"]]


def test_only_departments_of_the_chart_are_offered():
    chart = new_chart()
    upper = new_department(chart=chart, name="营销部")
    new_department(parent=upper, name="市场部")
    other = new_department(name="市场部")
    assert found(upper, chart=chart.pk, term="市场") == ["市场部 · 营销部"]
    assert found(upper, chart=other.chart_id, term="") == ["市场部"]


@pytest.mark.parametrize("make", [new_department, new_role, new_duty])
@pytest.mark.parametrize("chart", ["", "abc", "9" * 30, "١", None])
def test_without_a_chart_nothing_is_offered(make, chart):
    assert found(make(), **({} if chart is None else {"chart": chart})) == []


def test_djangos_own_search_offers_nothing_across_charts():
    new_department(name="市场部")
    parameters = {
        "app_label": "departments",
        "model_name": "department",
        "field_name": "parent",
        "term": "",
    }
    response = client_of("editors").get("/en/admin/autocomplete/", parameters)
    assert response.json()["results"] == []


def test_duties_are_offered_with_their_department():
    duty = new_duty(department=new_department(name="市场部"), text="定价")
    assert found(duty, chart=duty.chart_id) == ["定价 · 市场部"]
    assert found(duty, department=duty.department_id) == ["定价 · 市场部"]


@pytest.mark.parametrize("term", ["字" * 300, "a " * 900, "%", "_", "\\", "'; drop table"])
def test_any_search_is_answered(term):
    assert found(new_department(), chart=1, term=term) == []


def test_a_page_that_does_not_exist_is_a_404():
    department = new_department()
    for page in ("0", "99", "x", "9" * 30):
        parameters = {"chart": department.chart_id, "page": page}
        response = client_of("editors").get(address(department, "choices"), parameters)
        assert response.status_code == 404


def test_a_thousand_departments_make_no_option_each():
    department = new_department()
    before = len(client_of("editors").get(address(department)).content)
    for _number in range(30):
        new_department(chart=department.chart)
    after = len(client_of("editors").get(address(department)).content)
    assert after == before


@pytest.mark.parametrize("garbage", ["abc", "9" * 30, "-1", "1.5"])
def test_garbage_in_a_search_field_is_a_message(garbage):
    department = new_department()
    page = Page(edit(client_of("editors"), department, parent=garbage))
    assert page.errors == [
        "Select a valid choice. That choice is not one of the available choices."
    ]


def test_a_department_of_another_chart_is_refused_in_words():
    department, foreign = new_department(), new_department()
    page = Page(edit(client_of("editors"), department, parent=foreign.pk))
    assert page.errors == [
        "The superior department belongs to another chart. Choose one of this chart."
    ]
    assert Department.objects.get(pk=department.pk).parent is None


def test_a_receiver_of_another_chart_is_refused_in_its_row():
    editor, department, foreign = client_of("editors"), new_department(), new_department()
    row = {"text": "市场信息", "receiver": foreign.pk, "basis": "stated"}
    fields = added_row(opened(editor, department), "given", **row)
    page = Page(edit(editor, department, fields=fields))
    assert page.errors == ["Both departments must be in the same chart. Choose one of this chart."]
