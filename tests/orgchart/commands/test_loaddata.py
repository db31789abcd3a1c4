"""`loaddata seed` fills an empty database, and leaves one that is in use alone."""

from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.core.serializers import serialize

from departments.models import Chart, Department, Function
from orgchart import seed as seeding
from orgchart import start
from orgchart.models import SearchIndex
from tests.factories import new_chart, new_department, new_function

REFUSAL = (
    "Nothing was loaded: this database is in use, and the seed would overwrite what is there;"
    " run “manage.py bringseed”, which adds only what is missing."
)


def load(label="seed"):
    call_command("loaddata", label, stdout=StringIO())


def refusal(label="seed"):
    """What loaddata says instead of loading; nothing may be changed by then."""
    before = seeding.rows()
    with pytest.raises(CommandError) as refused:
        load(label)
    assert refused.value.returncode == 1
    assert seeding.rows() == before
    return str(refused.value)


def edit(chart):
    chart.name = "改过的方案"
    chart.save()


@pytest.mark.django_db
def test_an_empty_database_is_filled():
    assert seeding.is_empty()
    load()
    assert not seeding.is_empty()
    assert Chart.objects.count() == 10


def test_a_seed_that_nobody_has_edited_is_loaded_again_without_a_change(seed):
    before = seeding.rows()
    load()
    assert seeding.rows() == before


@pytest.mark.parametrize(
    "use",
    [
        lambda: edit(Chart.objects.get(key="s1")),
        lambda: Department.objects.get(chart__key="s1", key="sales").delete(),
        lambda: Chart.objects.get(key="s4").delete(),
        lambda: Chart.objects.all().delete(),
    ],
    ids=["an edited chart", "a deleted department", "a deleted chart", "no chart left"],
)
@pytest.mark.parametrize("label", ["seed", "seed.json", "fixtures/seed"])
def test_a_seed_that_was_edited_is_not_brought_back(seed, use, label):
    use()
    assert refusal(label) == REFUSAL


@pytest.mark.django_db
@pytest.mark.parametrize(
    "use",
    [
        lambda: new_department(chart=new_chart(name="自建")),
        # The seed has a function of this name with another key: the database refuses it.
        lambda: new_function(name="市场调研与信息"),
    ],
    ids=["an own chart", "a name that is taken"],
)
def test_own_work_is_not_mixed_with_the_seed(use):
    use()
    assert refusal() == REFUSAL
    assert Function.objects.count() <= 1


def test_a_start_does_not_bring_back_what_was_deleted(seed):
    assert start.load_seed_if_empty() is False
    Chart.objects.all().delete()
    assert start.load_seed_if_empty() is False
    assert Chart.objects.count() == 0


def test_other_fixtures_are_loaded_as_ever(seed, tmp_path: Path):
    edit(Chart.objects.get(key="s1"))
    fixture = tmp_path / "groups.json"
    fixture.write_text(serialize("json", [Group(pk=99, name="readers")]), encoding="utf-8")
    load(str(fixture))
    assert Group.objects.get(pk=99).name == "readers"


@pytest.mark.django_db
def test_a_fixture_leaves_nothing_to_be_searched_that_it_may_have_set_back(tmp_path):
    chart = new_chart(name="旧名")
    fixture = tmp_path / "backup.json"
    fixture.write_text(serialize("json", [chart]), "utf-8")
    SearchIndex.objects.create(chart=chart.pk, key=chart.key, revision=9, maker="m", content=b"")
    load(str(fixture))
    assert not SearchIndex.objects.exists()
