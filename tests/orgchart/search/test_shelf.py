"""What is kept in memory is what is stored, whichever door a change came by."""

import pytest

from departments.models import Chart, Department
from orgchart import storage
from orgchart.search import find, read_query, shelf
from tests.factories import (
    new_chart,
    new_department,
    new_duty,
    new_function,
    new_hand_off,
    new_passage,
    new_role,
    new_role_duty,
)

pytestmark = pytest.mark.django_db

WORDS = ("蓝鲸", "座头鲸")


def total(text):
    found = find(read_query(text), list(Chart.objects.all()))
    return sum(len(matches.pks) for matches in found.values())


@pytest.mark.parametrize(
    ("factory", "field"),
    [
        (new_department, "name"),
        (new_department, "aliases"),
        (new_role, "name"),
        (new_duty, "text"),
        (new_role_duty, "heading"),
        (new_hand_off, "deliverables"),
        (new_function, "name"),
        (new_passage, "text"),
    ],
)
def test_a_change_is_found_at_once(factory, field):
    new_chart()
    before, after = WORDS
    assert [total(word) for word in WORDS] == [0, 0]
    record = factory(**{field: before})
    assert [total(word) for word in WORDS] == [1, 0]
    setattr(record, field, after)
    record.save()
    assert [total(word) for word in WORDS] == [0, 1]
    record.delete()
    assert [total(word) for word in WORDS] == [0, 0]


def test_a_stored_chart_is_found_at_once(seed):
    copy = storage.load(Chart.objects.first(), with_duties=True, with_roles=True)
    before = total("scb")
    Chart.objects.filter(key=copy.key).delete()
    storage.store(copy)
    assert total("scb") == before


def test_a_moved_department_is_found_in_its_new_place():
    chart = new_chart()
    first, second = (new_department(chart=chart, name=name) for name in ("鲸一部", "鲸二部"))

    def order():
        found = find(read_query("鲸"), list(Chart.objects.all()))["departments"]
        return [row.name for row in found.rows(2)]

    assert order() == ["鲸一部", "鲸二部"]
    second.move_to(first, "left")
    assert order() == ["鲸二部", "鲸一部"]


def test_a_chart_that_takes_the_key_of_a_deleted_one_is_read_anew():
    chart = new_chart()
    new_department(chart=chart, name="蓝鲸部")
    assert total("蓝鲸") == 1
    pk, revision = chart.pk, Chart.objects.get().revision
    chart.delete()
    Chart(pk=pk, name="另一个", slug="other", revision=revision).save_base(raw=True)
    assert total("蓝鲸") == 0


def test_what_did_not_change_is_not_read_again(django_assert_num_queries):
    charts = [new_department(name="蓝鲸部").chart for _number in range(3)]
    charts = list(Chart.objects.filter(pk__in=[chart.pk for chart in charts]))
    # What is stored, five tables, the library's two.
    with django_assert_num_queries(8):
        assert len(find(read_query("蓝鲸"), charts)["departments"].pks) == 3
    with django_assert_num_queries(0):
        assert len(find(read_query("蓝鲸"), charts)["departments"].pks) == 3


def test_what_was_deleted_a_moment_ago_is_left_out():
    chart = new_department(name="蓝鲸部").chart
    found = find(read_query("蓝鲸"), [chart])["departments"]
    Department.objects.all().delete()
    assert found.rows(5) == []


def test_the_memory_is_bounded(monkeypatch):
    charts = [new_department(name=f"蓝鲸{number}部").chart for number in range(3)]
    for chart in charts:
        find(read_query("蓝鲸"), [chart])
    size = sum(map(len, shelf.of_charts(charts[:1])[0].values()))
    shelf.forget()
    monkeypatch.setattr(shelf, "MOST_CHARACTERS", 2 * size)
    for chart in charts:
        assert len(find(read_query("蓝鲸"), [chart])["departments"].pks) == 1
    assert set(shelf._rooms) == {chart.pk for chart in charts[1:]}


def test_of_a_changed_chart_only_what_changed_is_read(django_assert_num_queries):
    unit = new_department(name="蓝鲸部")
    new_duty(department=unit, text="观察蓝鲸")
    new_role(department=unit, name="蓝鲸员")

    def search():
        found = find(read_query("蓝鲸"), list(Chart.objects.all()))
        return sum(len(matches.pks) for matches in found.values())

    assert search() == 3
    unit.name = "蓝鲸组"
    unit.save()
    # The charts, departments, a look at four other tables, the library's two.
    with django_assert_num_queries(1 + 1 + 4 + 2):
        assert search() == 3
    new_duty(department=unit, text="保护蓝鲸")
    with django_assert_num_queries(1 + 1 + 4 + 1 + 2):
        assert search() == 4


def test_one_record_that_takes_the_place_of_another_is_noticed():
    unit = new_department(name="部")
    new_duty(department=unit, text="观察座头鲸")
    last = new_duty(department=unit, text="观察蓝鲸")
    assert [total(word) for word in WORDS] == [1, 1]
    last.delete()
    new_duty(department=unit, text="喂养座头鲸")
    assert [total(word) for word in WORDS] == [0, 2]
