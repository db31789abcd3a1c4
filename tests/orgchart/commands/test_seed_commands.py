"""bringseed adds what is missing and nothing else; buildseed makes the fixture from its source."""

from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command

from departments.models import Chart, Department, Function
from tests.factories import new_chart, new_department, new_forest, new_function

FIXTURE = Path(settings.BASE_DIR) / "fixtures" / "seed.json"


def bring():
    said = StringIO()
    call_command("bringseed", stdout=said)
    return said.getvalue().splitlines()


def rows():
    models = [*apps.get_app_config("departments").get_models()]
    models += apps.get_app_config("roles").get_models()
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


@pytest.mark.django_db
def test_an_empty_database_gets_the_whole_seed():
    lines = bring()
    assert lines[1] == "营销部统辖制: added."
    assert len(lines) == 11
    assert Chart.objects.count() == 10
    assert Department.objects.find_damage() == []


def test_a_database_with_the_seed_stays_as_it_is(seed):
    before = rows()
    lines = bring()
    assert lines[0] == "Library: 0 entries added."
    assert {line.split(": ")[1] for line in lines[1:]} == {"already here, left as it is."}
    assert rows() == before


@pytest.mark.django_db
def test_bringing_twice_adds_nothing():
    new_forest(营销部={"市场部": {}}, 财务部={})
    bring()
    before = rows()
    assert bring()[0] == "Library: 0 entries added."
    assert rows() == before


def test_only_what_is_missing_comes_and_edits_stay(seed):
    own = new_forest(chart=new_chart(name="自建"), 总部={"甲": {}, "乙": {}})
    own["乙"].move_to(own["甲"], "left")
    edited = Department.objects.get(chart__key="s1", key="marketing")
    edited.name = "市场一部"
    edited.save()
    Department.objects.get(chart__key="s1", key="sales").delete()
    Chart.objects.get(key="s4").delete()
    assert sum(line.endswith(": added.") for line in bring()) == 1
    assert Department.objects.get(pk=edited.pk).name == "市场一部"
    assert not Department.objects.filter(chart__key="s1", key="sales").exists()
    assert Department.objects.filter(chart__key="s4").count() > 4
    assert [one.name for one in Department.objects.filter(chart__name="自建")] == [
        *["总部", "乙", "甲"]
    ]
    assert Department.objects.find_damage() == []


def test_an_address_that_is_taken_is_numbered(seed):
    gone = Chart.objects.get(key="s4")
    slug = gone.slug
    gone.delete()
    new_chart(name="自建", slug=slug)
    bring()
    assert Chart.objects.get(key="s4").slug != slug


@pytest.mark.django_db
def test_what_cannot_be_added_is_said_and_nothing_is_half_done():
    own = new_function(name="市场调研与信息")
    with pytest.raises(CommandError) as refusal:
        bring()
    assert str(refusal.value) == (
        "Nothing was added. “市场调研与信息”: Function with this Name already exists."
    )
    assert list(Function.objects.all()) == [own]
    assert Chart.objects.count() == 0


def test_the_fixture_is_what_its_source_makes(tmp_path):
    made = tmp_path / "seed.json"
    call_command("buildseed", output=str(made), stdout=StringIO())
    assert made.read_bytes() == FIXTURE.read_bytes()


@pytest.mark.django_db
def test_departments_can_be_added_after_bringing():
    bring()
    new_department(chart=Chart.objects.get(key="s1"), name="新部")
    assert Department.objects.find_damage() == []
