"""Old copies are refused, and every change shows in the revisions of the charts."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet

from departments.models import Chart, Function, Relation, Stale
from tests.factories import (
    EVERY_MODEL,
    IN_A_CHART,
    IN_THE_LIBRARY,
    new_chart,
    new_department,
    new_duty,
    new_emphasis,
    new_function,
    new_relation,
)

pytestmark = pytest.mark.django_db


def each(factories):
    return pytest.mark.parametrize(
        "new", factories.values(), ids=[model.__name__ for model in factories]
    )


def again(record):
    return type(record).objects.get(pk=record.pk)


def revision(chart):
    return Chart.objects.values_list("revision", flat=True).get(pk=chart.pk)


def test_every_model_of_both_rooms_has_a_factory():
    models = [*apps.get_app_config("departments").get_models()]
    models += apps.get_app_config("roles").get_models()
    assert set(models) == set(EVERY_MODEL)


@each(EVERY_MODEL)
def test_each_save_raises_the_version(new):
    record = new()
    assert record.version == 1
    record.note = "新"
    record.save()
    assert (record.version, again(record).version) == (2, 2)


@each(EVERY_MODEL)
def test_an_old_copy_is_refused_and_writes_nothing(new):
    record = new()
    old = again(record)
    record.note = "先来"
    record.save()
    old.note = "后到"
    with pytest.raises(Stale):
        old.save()
    with pytest.raises(Stale):
        old.save(update_fields=["note"])
    assert (old.version, again(record).note) == (1, "先来")


@each(EVERY_MODEL)
def test_a_deleted_record_is_refused_in_words(new):
    record = new()
    old = again(record)
    record.delete()
    with pytest.raises(Stale) as refusal:
        old.save()
    assert refusal.value.messages[0].endswith(
        "was changed or deleted by somebody else after you opened it. "
        "Nothing was saved; open it again and repeat your change."
    )
    assert old.delete() == (0, {})


@each(EVERY_MODEL)
def test_a_failed_save_leaves_the_copy_as_fresh_as_it_was(new):
    record = new()
    record.basis = "guessed"
    with pytest.raises(ValidationError) as refusal:
        record.save()
    assert list(refusal.value.message_dict) == ["basis"]
    assert record.version == 1
    record.basis = "derived"
    record.save()
    assert again(record).basis == "derived"


@each(EVERY_MODEL)
def test_saving_one_field_writes_that_and_the_version(new):
    record = new()
    record.note, record.source = "新", "不存"
    record.save(update_fields=["note"])
    stored = again(record)
    assert (stored.note, stored.source, stored.version) == ("新", "", 2)


@each(IN_A_CHART)
def test_each_change_in_a_chart_raises_its_revision(new):
    record = new()
    chart, other = record.chart, new_chart()
    seen = [revision(chart)]
    record.save()
    seen.append(revision(chart))
    record.delete()
    seen.append(revision(chart))
    assert seen == sorted(set(seen))
    assert revision(other) == other.revision


@each(IN_A_CHART)
def test_a_new_record_raises_the_revision_of_its_chart(new):
    chart = new().chart
    assert revision(chart) > new_chart().revision


@each(IN_A_CHART)
def test_a_refused_change_leaves_the_revision(new):
    record = new()
    before = revision(record.chart)
    record.basis = "guessed"
    with pytest.raises(ValidationError):
        record.save()
    assert revision(record.chart) == before


@each(IN_THE_LIBRARY)
def test_each_change_of_the_library_raises_all_revisions(new):
    charts = [new_chart(), new_chart()]
    seen = [[revision(chart) for chart in charts]]
    record = new()
    seen.append([revision(chart) for chart in charts])
    record.save()
    seen.append([revision(chart) for chart in charts])
    record.delete()
    seen.append([revision(chart) for chart in charts])
    assert all(sorted(set(column)) == list(column) for column in zip(*seen, strict=True))


def test_a_chart_saved_after_changes_inside_keeps_their_revision():
    chart = new_chart()
    opened = again(chart)
    for name in ("市场部", "销售部"):
        new_department(chart=chart, name=name)
    inside = revision(chart)
    opened.summary = "新"
    opened.save()
    assert opened.revision == revision(chart) == inside + 1


def test_saving_one_field_of_a_chart_raises_its_revision():
    chart = new_chart()
    before = revision(chart)
    chart.save(update_fields=["summary"])
    assert revision(chart) == before + 1


def test_deleting_many_obeys_each_records_own_delete():
    function, chart = new_function(), new_chart()
    before = revision(chart)
    assert Function.objects.filter(pk=function.pk).delete() == (1, {"departments.Function": 1})
    assert revision(chart) == before + 1


def test_a_stale_relation_is_named_though_its_departments_are_gone():
    relation = Relation.objects.get(pk=new_relation().pk)
    relation.chart.delete()
    with pytest.raises(Stale) as refusal:
        Relation(pk=relation.pk, from_department_id=relation.from_department_id).claim()
    assert refusal.value.messages[0].startswith("“relation” was changed or deleted")


def test_the_version_is_checked_against_the_table_not_the_copy():
    record = new_function()
    QuerySet(Function).filter(pk=record.pk).update(version=F("version") + 1)
    with pytest.raises(Stale):
        record.save()


def test_a_duty_that_moves_takes_its_emphases_along():
    duty = new_duty()
    emphasis = new_emphasis(department=duty.department, duty=duty)
    duty.department = new_department(chart=duty.chart)
    duty.save()
    assert again(emphasis).department == duty.department
    assert again(emphasis).version == 2
