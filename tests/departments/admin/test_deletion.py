"""Deleting says exactly what goes, and what forbids it."""

import re

import pytest
from django.contrib import admin
from django.utils import translation

from departments.models import Chart, Department, Function
from tests.departments.admin.pages import Page, address, client_of
from tests.factories import (
    new_carrying,
    new_chart,
    new_department,
    new_duty,
    new_emphasis,
    new_function,
    new_hand_off,
    new_relation,
    new_role,
    new_trait,
    new_waiver,
    new_working_relationship,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return client_of("editors")


def full_chart():
    """A chart with something of every kind."""
    carrying = new_carrying()
    duty, department = carrying.department_duty, carrying.department_duty.department
    new_department(parent=department)
    new_hand_off(giver=department)
    new_relation(from_department=department)
    new_trait(department=department)
    new_emphasis(department=department, duty=duty)
    new_working_relationship(role=carrying.role_duty.role)
    new_waiver(chart=department.chart)
    return department.chart


def announced(response) -> dict[str, int]:
    """The counts that the page shows, by kind."""
    shown = re.findall(r"<li><b>([\d,]+)</b> ([^<]+)</li>", response.content.decode())
    return {kind: int(number.replace(",", "")) for number, kind in shown}


def stored() -> dict[str, int]:
    """How many there are of each kind."""
    ours = ("departments", "roles")
    models = [one for one in admin.site._registry if one._meta.app_label in ours]
    with translation.override("en"):
        return {str(one._meta.verbose_name_plural): one._base_manager.count() for one in models}


def gone(before) -> dict[str, int]:
    """How many of each kind have gone."""
    after = stored()
    return {kind: before[kind] - after[kind] for kind in before if before[kind] != after[kind]}


@pytest.mark.parametrize("kind", ["chart", "department", "role"])
def test_the_page_counts_what_is_deleted(editor, kind):
    chart = full_chart()
    new_role()  # of another chart
    record = {
        "chart": chart,
        "department": chart.departments.order_by("pk").first(),
        "role": chart.role_set.get(),
    }[kind]
    page, before = editor.get(address(record, "delete")), stored()
    response = editor.post(address(record, "delete"), Page(page).fields)
    assert response.status_code == 302
    assert announced(page) == gone(before)


def test_the_page_for_several_counts_what_is_deleted(editor):
    charts = [full_chart(), full_chart()]
    data = {"action": "delete_selected", "_selected_action": [one.pk for one in charts]}
    page, before = editor.post(address(charts[0], "changelist"), data), stored()
    confirmed = {**data, "post": "yes", "seen": Page(page).fields["seen"]}
    editor.post(address(charts[0], "changelist"), confirmed)
    assert announced(page) == gone(before)
    assert Chart.objects.count() == 0


def test_what_came_meanwhile_is_shown_before_it_goes(editor):
    department = new_department()
    fields = Page(editor.get(address(department, "delete"))).fields
    new_duty(department=department)
    page = editor.post(address(department, "delete"), fields)
    assert Page(page).messages == [
        "Meanwhile something else was added or deleted here. Look again at what goes."
    ]
    assert Department.objects.count() == 1
    editor.post(address(department, "delete"), Page(page).fields)
    assert Department.objects.count() == 0


def test_what_came_meanwhile_is_shown_for_several_too(editor):
    chart = new_chart()
    data = {"action": "delete_selected", "_selected_action": chart.pk}
    page = editor.post(address(chart, "changelist"), data)
    new_department(chart=chart)
    confirmed = {**data, "post": "yes", "seen": Page(page).fields["seen"]}
    again = editor.post(address(chart, "changelist"), confirmed)
    assert "Look again at what goes." in again.content.decode()
    assert Chart.objects.count() == 1


def test_names_are_shown_up_to_twenty_and_the_rest_is_counted(editor):
    department = new_department()
    for _number in range(23):
        new_duty(department=department)
    page = editor.get(address(department, "delete")).content.decode()
    assert page.count("制定年度营销目标</a>") == 20
    assert "and 3 more" in page


def test_a_function_in_use_stays_and_its_duties_are_linked(editor):
    function = new_function(name="定价")
    duty = new_duty(department=new_department(name="市场部"), text="制定价格", function=function)
    page = editor.get(address(function, "delete")).content.decode()
    assert "“定价” is still in use, so it cannot be deleted." in page
    assert f'<a href="{address(duty)}">市场部 · 制定价格</a>' in page
    editor.post(address(function, "delete"), {"post": "yes"})
    data = {"action": "delete_selected", "_selected_action": function.pk, "post": "yes"}
    several = editor.post(address(function, "changelist"), data).content.decode()
    assert "Some of these are still in use, so nothing was deleted." in several
    assert Function.objects.count() == 1


def test_several_departments_of_one_branch_go_without_damage(editor):
    upper = new_department()
    below = new_department(parent=upper)
    new_department(parent=below)
    new_department(chart=upper.chart)
    data = {
        "action": "delete_selected",
        "_selected_action": [upper.pk, below.pk],
        "post": "yes",
    }
    editor.post(f"{address(upper, 'changelist')}?chart__id__exact={upper.chart_id}", data)
    assert Department.objects.count() == 1
    assert Department.objects.find_damage() == []


def test_after_a_deletion_the_tree_of_its_chart_is_shown(editor):
    department = new_department()
    trees = f"{address(department, 'changelist')}?chart__id__exact={department.chart_id}"
    answer = editor.post(address(department, "delete"), {"post": "yes"})
    assert answer["Location"] == trees
