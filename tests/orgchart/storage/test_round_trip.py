"""What is stored is read back as it was said."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from departments.models import Chart, Department
from orgchart.documents import as_toml
from orgchart.storage import ALL_TIES, load, load_library, store, store_library
from tests.orgchart.storage.outlines import LIBRARY, charts

FOLDER = Path(site.BASE_DIR) / "fixtures" / "seed"
FILES = sorted(FOLDER.glob("[0-9]*.toml"))


def read_whole(chart):
    """Everything a chart says, without the number of its state."""
    said = load(chart, with_duties=True, with_roles=True, ties=ALL_TIES)
    return replace(said, revision=0)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_any_valid_outline_is_read_back_as_it_was_stored(said):
    with transaction.atomic():
        store_library(LIBRARY)
        chart = store(said)
        assert read_whole(chart) == said
        assert Department.objects.find_damage() == []
        transaction.set_rollback(True)


@pytest.mark.django_db
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_a_copy_of_a_chart_says_what_the_chart_says(said):
    with transaction.atomic():
        store_library(LIBRARY)
        first = read_whole(store(said))
        copied = store(replace(first, key="copy", slug="copy", based_on="any"))
        assert read_whole(copied) == replace(first, key="copy", slug="copy", based_on="any")
        assert Department.objects.find_damage() == []
        transaction.set_rollback(True)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_database_says_what_the_source_of_the_seed_says(seed, file):
    said = as_toml.read_chart(file.read_text("utf-8"))
    assert read_whole(Chart.objects.get(key=said.key)) == said


def test_the_library_says_what_its_source_says(seed):
    assert load_library() == as_toml.read_library((FOLDER / "library.toml").read_text("utf-8"))


@pytest.mark.django_db
def test_storing_the_library_twice_adds_nothing():
    library = as_toml.read_library((FOLDER / "library.toml").read_text("utf-8"))
    assert store_library(library) > 0
    assert store_library(library) == 0
    assert load_library() == library


def test_the_seed_stored_from_its_source_is_the_seed_that_is_loaded(seed):
    loaded = {chart.key: read_whole(chart) for chart in Chart.objects.all()}
    Chart.objects.all().delete()
    call_command("bringseed", verbosity=0)
    assert {chart.key: read_whole(chart) for chart in Chart.objects.all()} == loaded
