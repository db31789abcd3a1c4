"""Every list: the same number of queries however long, search, filters, counts, order."""

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from departments.models import Chart, Function
from tests import factories
from tests.departments.admin.pages import Page, address, client_of
from tests.departments.admin.test_permissions import MAKERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return client_of("editors")


def of_one_chart(name, number, department):
    """Records of one kind, in one chart where they have one."""
    owner = {
        "departmentduty": {"department": department},
        "emphasis": {"department": department},
        "handoff": {"giver": department},
        "relation": {"from_department": department},
        "role": {"department": department},
        "trait": {"department": department},
        "department": {"chart": department.chart},
    }.get(name, {})
    return [MAKERS[name](**owner) for _one in range(number)]


def copied(record, number):
    """Many more rows like this one, written at once."""
    model = type(record)
    plain = {
        field.attname: getattr(record, field.attname)
        for field in model._meta.concrete_fields
        if not field.primary_key
    }
    rows = [model(**{**plain, **different(plain, f"{number}-{index}")}) for index in range(number)]
    QuerySet(model).bulk_create(rows)


def different(plain, mark):
    return {
        name: f"{name}{mark}" for name in ("key", "name", "slug", "object_key") if name in plain
    }


# Each row of these is unique in its relations, so that many are made one by one.
SLOW = {"relation", "carrying", "trait", "department", "likeness"}


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_a_list_asks_no_more_for_more_rows(editor, name):
    department = factories.new_department()
    path = address(of_one_chart(name, 1, department)[0], "changelist")
    if name == "department":
        path += f"?chart__id__exact={department.chart_id}"
    counts = []
    for more in (0, 2, 297):
        if name in SLOW:
            of_one_chart(name, min(more, 30), department)
        elif more:
            copied(MAKERS[name](), more - 1)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert editor.get(path).status_code == 200
        counts.append(len(asked))
    assert counts == [counts[0]] * 3


def test_numbers_link_to_what_they_count(editor):
    duty = factories.new_duty()
    factories.new_duty(department=duty.department)
    chart = duty.chart_id
    page = editor.get(f"/en/admin/departments/department/?chart__id__exact={chart}")
    link = f"/en/admin/departments/departmentduty/?department__id__exact={duty.department_id}"
    assert f'<a href="{link}">2</a>' in page.content.decode()
    assert editor.get(link).context["cl"].result_count == 2


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_every_list_is_searched(editor, name):
    record = MAKERS[name]()
    path = address(record, "changelist")
    path += f"?chart__id__exact={record.chart_id}&q=" if name == "department" else "?q="
    assert editor.get(path + "没有这样的").context["cl"].result_count == 0


def test_the_chosen_department_is_shown_as_a_filter(editor):
    duty = factories.new_duty(department=factories.new_department(name="市场部"))
    factories.new_duty(department=factories.new_department(name="销售部"))
    path = f"{address(duty, 'changelist')}?department__id__exact={duty.department_id}"
    page = editor.get(path).content.decode()
    assert "By department" in page
    assert editor.get(path).context["cl"].result_count == 1


@pytest.mark.parametrize(
    ("action", "status", "word"),
    [("publish", "published", "published"), ("archive", "archived", "archived")],
)
def test_charts_are_published_and_archived(editor, action, status, word):
    charts = [factories.new_chart(), factories.new_chart()]
    data = {"action": action, "_selected_action": [one.pk for one in charts]}
    response = editor.post(address(charts[0], "changelist"), data, follow=True)
    assert Page(response).messages == [f"2 charts are now “{word}”."]
    assert {chart.status for chart in Chart.objects.all()} == {status}
    assert {chart.version for chart in Chart.objects.all()} == {2}


def test_a_published_chart_goes_back_to_draft(editor):
    chart = factories.new_chart(status="published")
    data = {"action": "withdraw", "_selected_action": chart.pk}
    response = editor.post(address(chart, "changelist"), data, follow=True)
    assert Page(response).messages == ["1 chart is now “draft”."]
    assert Chart.objects.get().status == "draft"


@pytest.mark.parametrize(
    ("row", "number", "expected"),
    [("丙", 1, "丙甲乙"), ("甲", 3, "乙丙甲"), ("甲", 2, "乙甲丙"), ("甲", 99, "乙丙甲")],
)
def test_a_list_is_put_into_order(editor, row, number, expected):
    for place, name in enumerate("甲乙丙", start=1):
        factories.new_function(name=name, position=place)
    moved = Function.objects.get(name=row)
    data = {"cmd": "place_row", "row": moved.pk, "number": number}
    assert editor.post(address(moved, "changelist"), data).content == b"OK"
    assert "".join(one.name for one in Function.objects.order_by("position")) == expected
    assert [one.position for one in Function.objects.order_by("position")] == [1, 2, 3]


@pytest.mark.parametrize(("row", "number"), [("abc", "1"), ("9" * 30, "1"), (None, "x"), ("", "")])
def test_a_row_that_is_not_there_is_said(editor, row, number):
    function = factories.new_function()
    data = {"cmd": "place_row", "row": function.pk if row is None else row, "number": number}
    editor.post(address(function, "changelist"), data)
    messages = Page(editor.get("/en/admin/")).messages
    assert messages == ["This row was deleted meanwhile. Nothing was moved."]


def test_a_searched_list_shows_no_order_to_change(editor):
    path = address(factories.new_function(name="定价"), "changelist")
    assert 'class="place"' in editor.get(path).content.decode()
    assert 'class="place"' not in editor.get(path + "?q=定价").content.decode()


def test_the_position_in_a_form_makes_room(editor):
    for place, name in enumerate("甲乙丙", start=1):
        factories.new_function(name=name, position=place)
    moved = Function.objects.get(name="丙")
    fields = Page(editor.get(address(moved))).fields
    editor.post(address(moved), {**fields, "position": 1})
    assert "".join(one.name for one in Function.objects.order_by("position")) == "丙甲乙"


def test_only_a_list_that_leaves_out_rows_offers_to_show_all(editor):
    duty = factories.new_duty()
    lists = {
        address(duty, "changelist"): False,
        f"{address(duty, 'changelist')}?q=目标": True,
        f"{address(duty, 'changelist')}?involvement__exact=lead": True,
        f"{address(duty.department, 'changelist')}?chart__id__exact={duty.chart_id}": False,
    }
    offered = {path: "Show all</a>" in editor.get(path).content.decode() for path in lists}
    assert offered == lists


def test_the_verdicts_name_both_duties_with_their_departments(editor):
    home, away = factories.new_chart(name="甲案"), factories.new_chart(name="乙案")
    market, sales, other = (
        factories.new_department(chart=chart, name=name)
        for chart, name in ((home, "市场部"), (home, "销售部"), (away, "品牌部"))
    )
    first, second, third = (
        factories.new_duty(department=unit, text=f"策划活动{number}")
        for number, unit in enumerate((market, sales, other), start=1)
    )
    factories.new_likeness(first=first, second=second)
    decision = factories.new_likeness(first=first, second=third)
    page = editor.get(address(decision, "changelist")).content.decode()
    for words in ("市场部: 策划活动1", "销售部: 策划活动2", "品牌部 (乙案): 策划活动3"):
        assert words in page
    found = editor.get(address(decision, "changelist"), {"q": "品牌部"}).content.decode()
    assert ("策划活动3" in found, "策划活动2" in found) == (True, False)
