"""What a comparison costs, and when it is a new version."""

import pytest

from departments.models import DepartmentDuty, Function
from tests.factories import new_chart, new_department, new_duty, new_forest

pytestmark = pytest.mark.django_db


def add_duties(department, number):
    """Give the department so many duties, each with a function of its own."""
    functions = Function.objects.bulk_create(
        Function(key=f"{department.slug}{n}", slug=f"{department.slug}{n}", name=f"{department}{n}")
        for n in range(number)
    )
    DepartmentDuty.objects.bulk_create(
        DepartmentDuty(
            chart=department.chart, department=department, key=one.key, function=one, text=one.name
        )
        for one in functions
    )


@pytest.mark.parametrize("duties", [1, 3, 300])
def test_it_needs_the_same_queries_at_any_size(client, django_assert_num_queries, duties):
    made = new_forest(chart=new_chart(name="方案", status="published"), 总={"甲": {}, "乙": {}})
    for one in made.values():
        add_duties(one, duties)
    # The charts; the sides; their rows, duties, hand-offs, traits; superiors, verdicts;
    # functions, aspects.
    with django_assert_num_queries(10):
        client.get("/方案/方案/对比/甲/乙/")
    # Those below, their rows, duties, verdicts, and functions.
    with django_assert_num_queries(15):
        client.get("/方案/方案/对比/甲/总/")


@pytest.mark.parametrize("size", [1, 3, 300])
def test_three_sides_in_three_charts_need_four_queries_for_each_chart(
    client, django_assert_num_queries, size
):
    for name in ("方案一", "方案二", "方案三"):
        add_duties(
            new_department(chart=new_chart(name=name, status="published"), name=name[-1]), size
        )
    with django_assert_num_queries(18):
        client.get("/方案/方案一/对比/一/方案二:二/方案三:三/")


def test_a_change_in_either_chart_makes_a_new_version(client):
    charts = [new_chart(name=name, status="published") for name in ("一", "二")]
    units = [new_department(chart=chart, name=f"{chart}部") for chart in charts]
    address = "/方案/一/对比/一部/二:二部/"
    versions = [client.get(address)["ETag"]]
    for unit in units:
        new_duty(department=unit)
        versions.append(client.get(address)["ETag"])
    assert len(set(versions)) == 3


def test_too_many_duties_are_said_to_be_too_many(client):
    chart = new_chart(name="方案", status="published")
    for name in ("甲", "乙"):
        add_duties(new_department(chart=chart, name=name), 501)
    page = client.get("/方案/方案/对比/甲/乙/").content.decode()
    assert "职责太多，没有查找措辞相近的。" in page
