import json
import logging

import pytest
from django.contrib.auth.models import User

from orgchart.logs import JsonLines


@pytest.fixture
def lines(monkeypatch):
    """The lines that the request log writes, read back."""
    written = []

    class Keep(logging.Handler):
        def emit(self, record):
            written.append(json.loads(self.format(record)))

    handler = Keep()
    handler.setFormatter(JsonLines())
    logger = logging.getLogger("orgchart.requests")
    logger.addHandler(handler)
    yield written
    logger.removeHandler(handler)


def test_every_request_is_one_line(client, lines):
    answer = client.get("/healthz?secret=1")
    [line] = lines
    assert line["request"] == answer["X-Request-ID"]
    assert line["user"] is None
    assert (line["method"], line["path"], line["status"]) == ("GET", "/healthz", 200)
    assert line["ms"] >= 0
    assert "secret" not in json.dumps(line)


def test_the_line_names_the_user_by_number_only(admin_client, lines):
    admin_client.get("/admin/")
    assert lines[-1]["user"] == User.objects.get(username="admin").pk
    assert "admin@example.com" not in json.dumps(lines)


def test_two_requests_have_two_numbers(client, lines):
    client.get("/healthz")
    client.get("/healthz", headers={"X-Request-ID": lines[0]["request"]})
    assert lines[0]["request"] != lines[1]["request"]


def test_a_request_that_is_refused_is_logged_too(client, lines):
    client.get("/healthz", headers={"host": "evil.example"})
    client.get("/%00")
    assert [line["status"] for line in lines] == [400, 400]


@pytest.mark.parametrize("address", ["/?q=%00", "/%00", "/admin/?q=a%00b", "/?q=" + "x" * 6200])
def test_a_malformed_address_is_refused(client, address):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "<h1>" in answer.content.decode()


def test_two_hundred_chinese_characters_are_not_too_long(client):
    assert client.get("/healthz", {"q": "部" * 200}).status_code == 200


def test_an_anonymous_visitor_costs_no_query(client):
    # Without the `db` fixture a query would fail the test.
    assert client.get("/healthz").status_code == 200


POLICY = [
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self' data:",
    "object-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/login/", "/healthz", "/%00", "/en/admin/login/"])
def test_every_page_tells_the_browser_what_it_may_do(client, address):
    answer = client.get(address)
    assert sorted(answer["Content-Security-Policy"].split("; ")) == POLICY
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_cookies_are_out_of_the_reach_of_scripts(client):
    User.objects.create_user("clerk", password="a long password", is_staff=True)
    client.get("/admin/login/")
    client.post("/admin/login/", {"username": "clerk", "password": "a long password"})
    assert set(client.cookies) == {"csrftoken", "sessionid"}
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
