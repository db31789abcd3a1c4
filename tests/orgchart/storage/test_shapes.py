import pytest

from departments.models import Chart
from orgchart import storage
from tests.factories import new_chart, new_forest

pytestmark = pytest.mark.django_db


def nested(departments):
    return {one.name: nested(one.children) for one in departments}


def test_the_first_levels_of_many_charts_are_read_at_once(django_assert_num_queries):
    forests = [{"甲": {"乙": {"丙": {"丁": {}}}}, "戊": {}}, {"己": {}}, {}]
    charts = [new_chart() for _forest in forests]
    for chart, forest in zip(charts, forests, strict=True):
        new_forest(chart=chart, **forest)
    with django_assert_num_queries(1):
        shapes = storage.load_shapes(charts, depth=3, most=12)
    assert [nested(shapes[chart.pk].departments) for chart in charts] == [
        {"甲": {"乙": {"丙": {}}}, "戊": {}},
        {"己": {}},
        {},
    ]


def test_no_more_are_read_than_are_wanted_and_the_upper_ones_first():
    new_forest(chart=new_chart(), 甲={"乙": {}, "丙": {}}, 丁={})
    shapes = storage.load_shapes(Chart.objects.all(), depth=3, most=3)
    assert [nested(shape.departments) for shape in shapes.values()] == [
        {"甲": {"乙": {}}, "丁": {}}
    ]


@pytest.mark.parametrize("address", ["/", "/方案/"])
def test_every_chart_card_has_its_drawing(client, seed, address):
    assert client.get(address).content.decode().count('<svg class="thumbnail"') == 10
