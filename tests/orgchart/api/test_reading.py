"""What every address does: it reads only, in JSON, in the reader's language, and revalidates."""

import pytest

from departments.models import Chart, Department, Passage
from roles.models import Role
from tests import factories
from tests.orgchart.api.addresses import LISTS, VIEWS

pytestmark = pytest.mark.django_db

ADDRESSES = ["", *(f"{many}/" for many in LISTS), "charts/s1/", "charts/s1/tree/", "schema/"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_nothing_can_be_written(client, method):
    for address in [*ADDRESSES, "departments/s1/marketing/"]:
        answer = client.generic(
            method,
            f"/api/v1/{address}?nothing=1",
            b"[" * 100_000,
            content_type="application/json",
            headers={"accept-language": "en"},
        )
        assert answer.status_code == 405
        assert answer.json() == {"detail": f'Method "{method}" not allowed.'}
        assert answer["Allow"] == "GET, HEAD"


def test_a_head_is_an_answer_without_a_body(client, seed):
    for address in ADDRESSES:
        whole, head = (ask(f"/api/v1/{address}") for ask in (client.get, client.head))
        assert (head.status_code, head.content) == (200, b"")
        assert head["ETag"] == whole["ETag"]


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "image/*"])
def test_only_json_is_spoken(client, seed, accept):
    for address in ADDRESSES:
        answer = client.get(
            f"/api/v1/{address}", headers={"accept": accept, "accept-language": "en"}
        )
        assert answer.status_code == 406
        assert answer.json() == {"detail": "Could not satisfy the request Accept header."}


@pytest.mark.parametrize("accept", ["*/*", "application/json", "text/html, */*;q=0.1"])
def test_whoever_takes_anything_gets_json(client, seed, accept):
    answer = client.get("/api/v1/charts/", headers={"accept": accept})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"


def test_an_unknown_format_is_not_found(client, seed):
    for address in ADDRESSES:
        assert client.get(f"/api/v1/{address}?format=evil").status_code == 404
        assert client.get(f"/api/v1/{address}?format=json").status_code == 200


def test_an_unknown_address_is_said_to_be_one(client):
    answer = client.get("/api/v1/chrats/", headers={"accept-language": "en"})
    assert (answer.status_code, answer.json()) == (
        404,
        {"detail": "There is nothing at this address. Start at /api/v1/."},
    )


def test_a_forgotten_slash_is_added(client):
    assert client.get("/api/v1/charts")["Location"] == "/api/v1/charts/"


@pytest.mark.parametrize(
    ("wanted", "spoken", "sentence"),
    [
        ("en", "en", "This must be a whole number from 1 to 200."),
        ("en-GB,zh;q=0.5", "en", "This must be a whole number from 1 to 200."),
        ("zh-CN", "zh-hans", "这里应是从 1 到 200 的整数。"),
        ("fr, en;q=0.5", "en", "This must be a whole number from 1 to 200."),
        ("fr", "zh-hans", "这里应是从 1 到 200 的整数。"),
        ("", "zh-hans", "这里应是从 1 到 200 的整数。"),
        ("en" * 50_000, "zh-hans", "这里应是从 1 到 200 的整数。"),
    ],
)
def test_a_refusal_is_in_the_readers_language(client, wanted, spoken, sentence):
    answer = client.get("/api/v1/charts/?limit=0", headers={"accept-language": wanted})
    assert answer.json() == {"limit": [sentence]}
    assert answer["Content-Language"] == spoken


def test_the_language_of_a_page_that_is_linked_is_the_readers(client, seed):
    pages = [
        client.get("/api/v1/charts/s1/", headers={"accept-language": language}).json()["page"]
        for language in ("zh", "en")
    ]
    assert pages[1] == f"/en{pages[0]}"


def test_a_shared_cache_may_keep_an_answer_and_has_to_ask(client, seed):
    for address in ADDRESSES:
        answer = client.get(f"/api/v1/{address}")
        assert answer["Cache-Control"] == "public, no-cache"
        assert answer["Vary"] == "Accept, Accept-Language"
        assert not answer.cookies


def test_answers_that_differ_have_different_names(client, seed):
    answers = [
        client.get("/api/v1/charts/"),
        client.get("/api/v1/charts/?limit=1"),
        client.get("/api/v1/functions/"),
        client.get("/api/v1/charts/", headers={"accept-language": "en"}),
        client.get("/api/v1/charts/", headers={"accept": "application/json; indent=4"}),
    ]
    assert len({answer["ETag"] for answer in answers}) == len(answers)


def changed(client, address, change) -> bool:
    """Whether a reader who has the answer gets another after the change."""
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304
    change()
    return client.get(address, headers={"if-none-match": tag}).status_code == 200


def save(record):
    record.note = "改过"
    record.save()


@pytest.mark.parametrize("many", LISTS)
def test_a_change_of_any_record_shows_at_once(client, seed, many):
    answer = client.get(f"/api/v1/{many}/?limit=1").json()["results"][0]
    records = VIEWS[many].queryset.model.objects.filter(key=answer["key"])
    for address in (f"/api/v1/{many}/", answer["url"]):
        record = records.get(chart__key=answer["chart"]) if "chart" in answer else records.get()
        assert changed(client, address, lambda: save(record))  # noqa: B023


def test_a_change_of_a_passage_shows_at_once(client, seed):
    passage = Passage.objects.first()
    for address in ("/api/v1/articles/", f"/api/v1/articles/{passage.article.key}/"):
        assert changed(client, address, lambda: save(Passage.objects.get(pk=passage.pk)))


def test_a_change_in_one_chart_leaves_the_answers_from_others(client, seed):
    role = Role.objects.filter(chart__key="s4").first()
    assert not changed(client, "/api/v1/charts/s1/tree/", lambda: save(role))
    assert changed(client, "/api/v1/charts/s4/tree/", lambda: save(Role.objects.get(pk=role.pk)))


def test_a_chart_that_is_withdrawn_shows_at_once(client, seed):
    def withdraw():
        chart = Chart.objects.get(key="s4")
        chart.status = "draft"
        chart.save()

    assert changed(client, "/api/v1/departments/", withdraw)
    assert client.get("/api/v1/charts/s4/tree/", headers={"if-none-match": "*"}).status_code == 404


def test_without_a_published_chart_nothing_is_named(client):
    function = factories.new_function(name="定价")
    assert "ETag" not in client.get("/api/v1/functions/")
    function.name = "价格"
    function.save()
    assert client.get("/api/v1/functions/").json()["results"][0]["name"] == "价格"


def test_a_deleted_department_shows_at_once(client, seed):
    department = Department.objects.filter(chart__key="s1", key="finance").first()
    assert changed(client, "/api/v1/charts/s1/tree/", department.delete)
