"""Pages are kept ready for the next visitor, until anything in them changes."""

import gzip

import pytest
from django.contrib.auth.models import User
from django.core.cache import caches

from departments.models import Department

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/"


@pytest.fixture
def keeping(settings):
    """The cache as it is in use; the tests' own keeps nothing."""
    settings.CACHES = settings.CACHES | {
        "pages": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "kept in tests",
        }
    }
    yield
    caches["pages"].clear()


def test_the_next_visitor_gets_the_same_page_for_one_query(
    client, seed, keeping, django_assert_num_queries
):
    first = client.get(S1)
    with django_assert_num_queries(1):
        second = client.get(S1)
    assert second.content == first.content
    for response in (first, second):
        del response["X-Request-ID"]  # each request's own
    assert dict(second.items()) == dict(first.items())


def test_a_change_is_seen_at_once(client, seed, keeping):
    client.get(S1)
    department = Department.objects.get(chart__key="s1", key="sales")
    department.name = "业务部"
    department.save()
    assert "业务部" in client.get(S1).content.decode()


def test_people_who_are_logged_in_get_their_own_page(client, seed, keeping):
    client.get(S1)
    editor = User.objects.create_superuser("editor")
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(S1)
    assert "/admin/departments/chart/" in response.content.decode()
    assert "private" in response["Cache-Control"]
    client.logout()
    assert "/admin/departments/chart/" not in client.get(S1).content.decode()


def test_text_is_compressed_for_those_who_take_it(client, seed, keeping):
    plain = client.get(S1)
    short = client.get(S1, headers={"accept-encoding": "gzip, br"})
    assert gzip.decompress(short.content) == plain.content
    assert (short["Content-Encoding"], plain.get("Content-Encoding")) == ("gzip", None)
    assert "Accept-Encoding" in short["Vary"]
    assert "Accept-Encoding" in plain["Vary"]


def test_other_addresses_and_languages_are_other_pages(client, seed, keeping):
    pages = {client.get(path).content for path in (S1, f"/en{S1}", f"{S1}?岗位=1", "/")}
    assert len(pages) == 4


def test_what_is_not_found_is_not_kept(client, seed, keeping):
    assert client.get(f"{S1}?顶层=无此部门").status_code == 404
    Department.objects.filter(chart__key="s1", key="sales").get().save()
    assert client.get(f"{S1}?顶层=无此部门").status_code == 404
