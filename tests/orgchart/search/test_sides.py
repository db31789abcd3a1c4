"""Which departments or roles a question means by their names."""

import pytest

from departments.models import Chart
from orgchart.search.sides import sides
from tests.factories import new_chart, new_department, new_role

pytestmark = pytest.mark.django_db


def meant(*named, charts=None):
    charts = list(Chart.objects.all()) if charts is None else charts
    return [str(one) for one in sides(named, charts)]


def units(chart, *names):
    return [new_department(chart=chart, name=name) for name in names]


def test_two_roles_of_one_chart_are_meant():
    unit = new_department(name="市场部")
    new_role(department=unit, name="市场部经理")
    new_role(department=unit, name="理货员")
    assert meant(("市场部经理", "理货员")) == ["市场部经理", "理货员"]


def test_roles_of_different_charts_have_no_page_that_compares_them():
    for name in ("市场部经理", "理货员"):
        new_role(department=new_department(chart=new_chart(), name="部门"), name=name)
    assert meant(("市场部经理", "理货员")) == []


def test_departments_come_before_roles_of_the_same_name():
    chart = new_chart()
    for unit in units(chart, "推广", "培训"):
        new_role(department=unit, name=unit.name)
    found = sides([("推广", "培训")], [chart])
    assert [type(one).__name__ for one in found] == ["Department", "Department"]


def test_three_departments_are_meant_where_two_names_would_not_fit():
    units(new_chart(), "营销部", "市场部", "销售部")
    groups = (
        ("营销部", "市场部和销售部"),
        ("营销部、市场部", "销售部"),
        ("营销部", "市场部", "销售部"),
    )
    assert meant(*groups) == ["营销部", "市场部", "销售部"]


def test_departments_of_several_charts_are_meant_where_no_chart_has_them_all():
    one, other = (new_chart(position=number) for number in (1, 2))
    units(one, "企划部")
    units(other, "市场推广部")
    assert [str(unit.chart) for unit in sides([("企划部", "市场推广部")], [one, other])] == [
        str(one),
        str(other),
    ]
    units(other, "企划部")
    one.refresh_from_db()
    other.refresh_from_db()
    assert {unit.chart for unit in sides([("企划部", "市场推广部")], [one, other])} == {other}


def test_a_name_may_leave_out_what_kind_of_department_it_is():
    chart = new_chart()
    names = {
        "营销部": "Marketing & Sales Department",
        "市场调研中心": "Market Research Centre",
        "市场部": "Marketing Department",
        "销售部": "Sales Department",
    }
    for name, name_en in names.items():
        new_department(chart=chart, name=name, name_en=name_en)
    assert meant(("marketing", "sales")) == ["市场部", "销售部"]
    assert meant(("sales department", "market research")) == ["销售部", "市场调研中心"]
    assert meant(("市场", "销售")) == ["市场部", "销售部"]


def test_no_department_is_meant_twice_and_none_that_only_describes_the_word():
    new_department(name="市场部", mission="做火箭", summary="做火箭")
    assert meant(("市场部", "scb")) == []
    assert meant(("火箭",)) == []


def test_nothing_is_meant_outside_the_charts():
    units(new_chart(), "市场部", "销售部")
    assert meant(("市场部", "销售部"), charts=[new_chart()]) == []
    assert meant(("市场部", "销售部"), charts=[]) == []


@pytest.mark.parametrize("size", [1, 3, 300])
def test_it_costs_the_same_at_any_size(size, django_assert_num_queries):
    chart = new_chart()
    units(chart, *(f"部门{number}" for number in range(size)), "市场部")
    # What can be found in the chart is read once.
    chart.refresh_from_db()
    assert meant(("市场部",), charts=[chart]) == ["市场部"]
    with django_assert_num_queries(1):
        assert len(sides([("部门0", "市场部")], [chart])) == 2
