"""One visitor may ask often, but not without end."""

import pytest
from django.core.cache import cache

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_a_minute(settings, _patience):
    cache.clear()
    settings.API_RATE = "2/min"
    yield
    cache.clear()


def ask(client, address="10.0.0.1", **headers):
    return client.get("/api/v1/", REMOTE_ADDR=address, headers={"accept-language": "en"} | headers)


def test_who_asks_too_often_is_told_to_wait(client):
    assert [ask(client).status_code for _ in range(3)] == [200, 200, 429]
    refusal = ask(client)
    assert refusal.json()["detail"].startswith("Request was throttled. Expected available in")
    assert 0 < int(refusal["Retry-After"]) <= 60


def test_others_are_not_kept_waiting(client):
    for _ in range(3):
        ask(client)
    assert ask(client, "10.0.0.2").status_code == 200


def test_nobody_asks_more_by_making_up_addresses(client):
    made_up = [{"x-forwarded-for": f"1.2.3.{number}"} for number in range(3)]
    assert [ask(client, **headers).status_code for headers in made_up] == [200, 200, 429]
