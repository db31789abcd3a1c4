"""What one worker read, the next takes over, and finds the same as it would by reading all."""

import pytest
from django.db import DatabaseError, connection

from departments.models import Chart, Department, DepartmentDuty
from orgchart.models import SearchIndex
from orgchart.search import find, read_query, shelf, storing
from roles.models import Role
from tests.factories import (
    new_chart,
    new_department,
    new_duty,
    new_hand_off,
    new_role,
    new_role_duty,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_charts_are_stored(monkeypatch):
    monkeypatch.setattr(storing, "LEAST_CHARACTERS", 0)
    monkeypatch.setattr(storing, "LEAST_NEWS", 1)


@pytest.fixture
def chart():
    """Three departments in order, with something of every kind, all about whales."""
    chart = new_chart()
    units = [new_department(chart=chart, name=f"蓝鲸{name}部") for name in "甲乙丙"]
    for unit in units:
        for number in range(2):
            new_duty(department=unit, text=f"观察蓝鲸 {unit.name} {number}")
            role = new_role(department=unit, name=f"{unit.name}蓝鲸员{number}")
            new_role_duty(role=role, text=f"喂养蓝鲸 {role.name}")
    new_hand_off(giver=units[0], receiver=units[1], text="蓝鲸照片")
    return chart


def found(text="蓝鲸"):
    """What is found in all charts, by kind, in its order."""
    matches = find(read_query(text), list(Chart.objects.all()))
    return {kind: list(one.pks) for kind, one in matches.items()}


def by_another_worker(text="蓝鲸"):
    shelf.forget()
    return found(text)


def by_reading_all(text="蓝鲸"):
    SearchIndex.objects.all().delete()
    return by_another_worker(text)


def test_another_worker_takes_over_what_was_read(chart, django_assert_num_queries):
    first = found()
    assert [len(first[kind]) for kind in shelf.IN_A_CHART] == [3, 6, 6, 6, 1]
    # The charts, what is stored, the library's two.
    with django_assert_num_queries(4):
        assert by_another_worker() == first
    assert by_another_worker("lanjing") == by_reading_all("lanjing")


def change_a_duty(chart):
    duty = chart.departmentduty_set.all()[2]
    duty.text = "保护蓝鲸"
    duty.save()


def add_a_duty(chart):
    new_duty(department=chart.departments.last(), text="清点蓝鲸")


def delete_a_duty(chart):
    chart.departmentduty_set.first().delete()


def empty_a_department(chart):
    for duty in DepartmentDuty.objects.filter(department=chart.departments.first()):
        duty.delete()


def exchange_duties(chart):
    first, last = chart.departments.first(), chart.departments.last()
    one, other = first.duties.first(), last.duties.first()
    for duty, unit in ((one, last), (other, first)):
        duty.department = unit
        duty.save()


def rename_a_department(chart):
    unit = chart.departments.last()
    unit.name = "抹香鲸部"
    unit.save()


def move_a_department(chart):
    units = list(chart.departments.order_by("tree_id", "lft"))
    units[2].move_to(units[0], "left")


def delete_a_department(chart):
    chart.departments.first().delete()


def add_a_department(chart):
    unit = new_department(chart=chart, name="蓝鲸丁部")
    new_duty(department=unit, text="数蓝鲸")
    new_role_duty(role=new_role(department=unit, name="蓝鲸保安"), text="看守蓝鲸")


def rename_a_role(chart):
    role = Role.objects.filter(chart=chart).last()
    role.name = "座头鲸员"
    role.save()


CHANGES = [
    change_a_duty,
    add_a_duty,
    delete_a_duty,
    exchange_duties,
    empty_a_department,
    rename_a_department,
    move_a_department,
    delete_a_department,
    add_a_department,
    rename_a_role,
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("text", ["蓝鲸", "鲸", "ljy", "部"])
def test_a_stored_state_that_is_out_of_date_is_brought_up_to_date(chart, change, text):
    found()
    change(chart)
    by_warm, by_cold = found(text), by_another_worker(text)
    assert by_warm == by_cold == by_reading_all(text)


@pytest.mark.parametrize("change", CHANGES)
def test_where_much_changed_whole_tables_are_read(chart, change, monkeypatch):
    monkeypatch.setattr("orgchart.search.reading.MOST_PARTS", 0)
    found()
    change(chart)
    assert found() == by_another_worker() == by_reading_all()


def test_after_all_changes_one_by_one_the_same_is_found(chart):
    for change in CHANGES:
        change(chart)
        assert found() == by_another_worker()
    assert found() == by_reading_all()


def test_a_refresh_reads_only_the_owner_that_changed(chart, django_assert_num_queries, monkeypatch):
    found()
    monkeypatch.setattr(storing, "LEAST_NEWS", 2)
    change_a_duty(chart)
    shelf.forget()
    charts = list(Chart.objects.all())
    # What is stored, departments, a look at four tables, one owner's rows, the library's two.
    with django_assert_num_queries(1 + 1 + 4 + 1 + 2):
        find(read_query("蓝鲸"), charts)


def test_little_news_is_not_stored_again(chart, monkeypatch):
    found()
    monkeypatch.setattr(storing, "LEAST_NEWS", 2)
    before = SearchIndex.objects.get().revision
    change_a_duty(chart)
    assert by_another_worker() == found()
    assert SearchIndex.objects.get().revision == before
    add_a_department(chart)
    by_another_worker()
    assert SearchIndex.objects.get().revision == Chart.objects.get().revision


def test_small_charts_are_not_stored(chart, monkeypatch):
    monkeypatch.setattr(storing, "LEAST_CHARACTERS", 300_000)
    found()
    assert not SearchIndex.objects.exists()


def test_what_another_program_stored_is_read_anew(chart):
    first = found()
    SearchIndex.objects.update(maker="another", content=b"")
    assert by_another_worker() == first
    assert SearchIndex.objects.get().maker == storing.MAKER


def test_what_a_chart_of_the_same_number_left_behind_is_not_believed(chart):
    found()
    SearchIndex.objects.update(key="another")
    new_department(chart=chart, name="蓝鲸戊部")
    assert len(by_another_worker()["departments"]) == 4


def test_where_nothing_can_be_written_the_search_answers_all_the_same(chart, monkeypatch):
    def refuse(*_rows, **_how):
        raise DatabaseError("read-only")

    monkeypatch.setattr(SearchIndex.objects, "bulk_create", refuse)
    assert len(found()["departments"]) == 3
    assert not SearchIndex.objects.exists()


def test_the_patience_of_others_stays_what_it_was(chart):
    def patience():
        with connection.cursor() as cursor:
            return cursor.execute("PRAGMA busy_timeout").fetchone()

    before = patience() if connection.vendor == "sqlite" else None
    found()
    assert SearchIndex.objects.count() == 1
    assert before is None or patience() == before


def test_deleting_a_chart_deletes_nothing_of_another(chart):
    other = new_department(name="蓝鲸部").chart
    found()
    chart.delete()
    assert by_another_worker() == by_reading_all()
    assert Department.objects.get().chart == other
