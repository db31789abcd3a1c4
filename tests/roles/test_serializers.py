"""What the models of roles refuse, their serializers refuse in the same words."""

import pytest
from django.utils import translation

from roles import serializers
from roles.models import Role
from tests import factories
from tests.orgchart.api.refusals import MODEL_WIDE, data_of, refused_alike

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def department():
    return factories.new_department()


@pytest.fixture
def stranger():
    """A role in another chart."""
    return factories.new_role()


@pytest.mark.parametrize("name", ["经理", " 经 理"])
def test_a_second_role_of_the_name_is_refused(department, name):
    factories.new_role(department=department, name="经理")
    said = refused_alike(serializers.RoleSerializer, department=department, name=name)
    assert said == {"name": ["The department already has a role of this name."]}


def test_a_superior_in_another_chart_is_refused(department, stranger):
    said = refused_alike(
        serializers.RoleSerializer, department=department, name="经理", reports_to=stranger
    )
    assert said == {
        "reports_to": ["The superior belongs to another chart. Choose a role of this chart."]
    }


@pytest.mark.parametrize("superior", ["经理", "主管"])
def test_a_role_above_itself_is_refused(department, superior):
    manager = factories.new_role(department=department, name="经理")
    factories.new_role(department=department, name="主管", reports_to=manager)
    below = Role.objects.get(name=superior)
    judged = serializers.RoleSerializer(manager, data_of(reports_to=below), partial=True)
    assert not judged.is_valid()
    assert judged.errors == {
        "reports_to": ["A role cannot report to itself or to a role below it."]
    }


def test_an_unknown_basis_of_the_superior_is_refused(department):
    said = refused_alike(
        serializers.RoleSerializer, department=department, name="经理", reports_to_basis="guess"
    )
    assert said == {"reports_to_basis": ["Value 'guess' is not a valid choice."]}


def test_a_role_stays_in_its_chart(department, stranger):
    role = factories.new_role(department=department)
    judged = serializers.RoleSerializer(
        role, data_of(chart=stranger.chart, department=stranger.department), partial=True
    )
    assert not judged.is_valid()
    assert judged.errors == {
        "department": ["It stays in its chart. To have it in another chart, add it there."]
    }


def test_a_duty_that_cannot_be_read_is_refused(stranger):
    said = refused_alike(serializers.RoleDutySerializer, role=stranger, text="a\u2066b")
    assert said == {"text": ["The text has a character that cannot be shown (U+2066). Remove it."]}


def test_a_duty_of_another_chart_cannot_be_carried(stranger):
    said = refused_alike(
        serializers.CarryingSerializer,
        role_duty=factories.new_role_duty(role=stranger),
        department_duty=factories.new_duty(),
    )
    assert said == {
        "department_duty": [
            "The department duty belongs to another chart. Choose one of this chart."
        ]
    }


def test_a_duty_is_carried_once():
    carrying = factories.new_carrying()
    said = refused_alike(
        serializers.CarryingSerializer,
        role_duty=carrying.role_duty,
        department_duty=carrying.department_duty,
    )
    assert said == {MODEL_WIDE: ["This duty is already carried here."]}


def relationship(**values):
    return refused_alike(serializers.WorkingRelationshipSerializer, **({"matter": "沟通"} | values))


def test_a_relationship_belongs_to_one(stranger):
    said = relationship(role=stranger, department=stranger.department, counterpart_text="广告公司")
    assert "Name the role or the department it belongs to, not both." in said[MODEL_WIDE]


@pytest.mark.parametrize("others", ["none", "two"])
def test_a_relationship_is_with_one(stranger, others):
    more = {"counterpart_text": "广告公司", "counterpart_department": stranger.department}
    said = relationship(role=stranger, **(more if others == "two" else {}))
    assert "Name one other side: a role, a department, or words." in said[MODEL_WIDE]


def test_a_relationship_with_another_chart_is_refused(department, stranger):
    for name, other in (
        ("counterpart_role", stranger),
        ("counterpart_department", stranger.department),
    ):
        said = relationship(department=department, **{name: other})
        assert said == {
            name: ["The other side belongs to another chart. Choose one of this chart."]
        }


def test_nobody_deals_with_oneself(stranger):
    said = relationship(role=stranger, counterpart_role=stranger)
    assert said == {"counterpart_role": ["Nobody deals with oneself. Choose another."]}


def test_what_is_valid_is_stored(department):
    judged = serializers.RoleSerializer(
        data={"chart": department.chart.key, "department": department.key, "name": " 经理 "}
    )
    assert judged.is_valid(), judged.errors
    assert Role.objects.get(pk=judged.save().pk).slug == "经理"
