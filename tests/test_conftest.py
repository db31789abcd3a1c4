"""Tests that empty the tables go last, whatever order they were found in."""

from types import SimpleNamespace

import pytest

from tests.conftest import empties_tables, pytest_collection_modifyitems


def found(name, *marks, fixtures=()):
    """A test as pytest finds it."""
    return SimpleNamespace(
        name=name,
        fixturenames=list(fixtures),
        iter_markers=lambda wanted: [mark.mark for mark in marks if mark.name == wanted],
        add_marker=lambda mark: None,
    )


def test_whoever_empties_tables_goes_last_and_the_others_keep_their_order():
    plain, real = pytest.mark.django_db, pytest.mark.django_db(transaction=True)
    items = [
        found("a", real),
        found("b", plain),
        found("c", plain, real),
        found("d", fixtures=["page", "live_server"]),
        found("e"),
        found("f", pytest.mark.django_db(transaction=False)),
        found("g", fixtures=["transactional_db"]),
    ]
    pytest_collection_modifyitems(items)
    assert "".join(item.name for item in items) == "befacdg"


def test_it_has_the_last_word_on_the_order(request):
    """Other plugins order the tests too: this is the order in which they really run."""
    assert pytest_collection_modifyitems.pytest_impl["trylast"] is True
    emptying = [empties_tables(item) for item in request.session.items]
    assert emptying == sorted(emptying)
