import pytest

from departments.models import Chart
from tests.factories import new_chart, new_department, new_role

pytestmark = pytest.mark.django_db


def test_a_new_role_comes_last_in_its_department():
    department = new_department()
    roles = [new_role(department=department, position=0) for _number in range(3)]
    assert [role.position for role in roles] == [1, 2, 3]


def test_a_new_chart_comes_last():
    first, second = new_chart(), new_chart()
    assert list(Chart.objects.all()) == [first, second]
