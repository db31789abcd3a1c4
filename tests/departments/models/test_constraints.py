"""What the database itself refuses, when somebody writes past the models."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint, QuerySet, UniqueConstraint

from departments.models import Department
from tests.factories import (
    EVERY_MODEL,
    new_article,
    new_carrying,
    new_chart,
    new_department,
    new_duty,
    new_emphasis,
    new_hand_off,
    new_likeness,
    new_passage,
    new_relation,
    new_role,
    new_role_duty,
    new_trait,
    new_waiver,
    new_working_relationship,
)

pytestmark = pytest.mark.django_db

CONSTRAINTS = {
    constraint.name: (model, constraint)
    for model in EVERY_MODEL
    for constraint in model._meta.constraints
}
UNIQUE = [name for name, (_, one) in CONSTRAINTS.items() if isinstance(one, UniqueConstraint)]
CHECKS = [name for name, (_, one) in CONSTRAINTS.items() if isinstance(one, CheckConstraint)]


def neighbour(record):
    """Another record of its kind in the same chart or article."""
    chart = getattr(record, "chart", None)
    home = new_department(chart=chart) if chart else None
    makers = {
        "Department": lambda: new_department(chart=chart, parent=record.parent),
        "DepartmentDuty": lambda: new_duty(department=home),
        "Emphasis": lambda: new_emphasis(department=home),
        "HandOff": lambda: new_hand_off(giver=home),
        "Likeness": lambda: new_likeness(first=new_duty(department=home)),
        "Relation": lambda: new_relation(from_department=home),
        "Trait": lambda: new_trait(department=home),
        "Waiver": lambda: new_waiver(chart=chart, code="E2"),
        "Role": lambda: new_role(department=home),
        "RoleDuty": lambda: new_role_duty(role=new_role(department=home)),
        "Carrying": lambda: new_carrying(role_duty=new_role_duty(role=new_role(department=home))),
        "WorkingRelationship": lambda: new_working_relationship(department=home),
        "Passage": lambda: new_passage(article=record.article),
    }
    return makers.get(type(record).__name__, EVERY_MODEL[type(record)])()


def write_past_the_model(record, **values):
    with transaction.atomic():
        QuerySet(type(record)).filter(pk=record.pk).update(**values)


@pytest.mark.parametrize("name", UNIQUE)
def test_the_database_refuses_a_second_of_its_kind(name):
    model, constraint = CONSTRAINTS[name]
    first = EVERY_MODEL[model]()
    if name == "department_sibling_unique":
        first = new_department(parent=first)
    second = neighbour(first)
    same = {field: getattr(first, field) for field in constraint.fields}
    with pytest.raises(IntegrityError):
        write_past_the_model(second, **same)


@pytest.mark.parametrize("name", UNIQUE)
def test_the_model_refuses_it_in_words_before(name):
    model, constraint = CONSTRAINTS[name]
    first = EVERY_MODEL[model]()
    if name == "department_sibling_unique":
        first = new_department(parent=first)
    second = neighbour(first)
    for field in constraint.fields:
        setattr(second, field, getattr(first, field))
    with pytest.raises(ValidationError):
        second.save()


BROKEN = {
    "department_not_own_parent": lambda: past(new_department(), parent="self"),
    "hand_off_two_ends": lambda: ends(new_hand_off(), "giver", "receiver"),
    "likeness_in_order": lambda: ends(new_likeness(), "first", "second"),
    "relation_two_ends": lambda: ends(new_relation(), "from_department", "to_department"),
    "role_not_own_superior": lambda: past(new_role(), reports_to="self"),
    "working_relationship_one_subject": lambda: past(new_working_relationship(), role=None),
    "working_relationship_one_counterpart": lambda: past(
        new_working_relationship(), counterpart_text=""
    ),
}


def past(record, **values):
    return record, {name: record if value == "self" else value for name, value in values.items()}


def ends(record, one, other):
    return record, {other: getattr(record, one)}


def test_every_check_has_a_case():
    assert set(BROKEN) == set(CHECKS)


@pytest.mark.parametrize("name", CHECKS)
def test_the_database_refuses_what_breaks_the_check(name):
    record, values = BROKEN[name]()
    with pytest.raises(IntegrityError):
        write_past_the_model(record, **values)


@pytest.mark.parametrize("name", CHECKS)
def test_the_model_refuses_what_breaks_the_check_in_words(name):
    record, values = BROKEN[name]()
    for field, value in values.items():
        setattr(record, field, value)
    with pytest.raises(ValidationError):
        record.save()


def in_the_database(model):
    with connection.cursor() as cursor:
        return connection.introspection.get_constraints(cursor, model._meta.db_table)


@pytest.mark.parametrize("model", EVERY_MODEL, ids=lambda model: model.__name__)
def test_every_constraint_and_index_reached_the_database(model):
    declared = {one.name for one in [*model._meta.constraints, *model._meta.indexes]}
    assert declared - in_the_database(model).keys() == set()


def test_the_tree_is_indexed_as_it_is_read():
    stored = in_the_database(Department)
    assert stored["department_tree"]["columns"] == ["tree_id", "lft"]
    assert stored["department_siblings"]["columns"] == ["chart_id", "parent_id", "position"]


def test_addresses_of_charts_are_unique_in_the_database():
    first, second = new_chart(), new_chart()
    with pytest.raises(IntegrityError):
        write_past_the_model(second, slug=first.slug)
    first, second = new_article(), new_article()
    with pytest.raises(IntegrityError):
        write_past_the_model(second, slug=first.slug)


def test_moving_departments_past_the_model_is_refused_in_words():
    department = new_department()
    for values in ({"parent": None}, {"parent_id": 1}, {"position": 2}, {"chart": 1}):
        with pytest.raises(TypeError) as refusal:
            Department.objects.filter(pk=department.pk).update(**values)
        assert str(refusal.value) == "Moving departments by update() breaks the tree; use save()."
    with pytest.raises(TypeError):
        Department.objects.bulk_update([department], ["parent"])
    with pytest.raises(TypeError) as refusal:
        Department.objects.bulk_create([Department(name="新部")])
    assert str(refusal.value) == (
        "bulk_create() leaves departments unnumbered; use create_numbered()."
    )


def test_moving_departments_through_a_relation_is_refused():
    department, other = new_department(), new_department()
    parent = new_department(chart=department.chart)
    for act in (
        lambda: parent.children.add(department),
        lambda: parent.children.set([department]),
        lambda: other.chart.departments.add(department),
    ):
        with pytest.raises(TypeError), transaction.atomic():
            act()
        assert Department.objects.find_damage() == []


def test_mptts_insertion_is_refused_in_words():
    parent = new_department()
    department = Department(chart=parent.chart, name="新部")
    with pytest.raises(TypeError) as refusal:
        department.insert_at(parent, "first-child")
    assert str(refusal.value) == ("insert_at() leaves a gap; set parent and position, then save().")
    assert Department.objects.find_damage() == []
