from subprocess import TimeoutExpired

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import path
from django.utils.encoding import iri_to_uri

from orgchart import urls as site
from orgchart.views.errors import Missing
from tests.factories import new_chart

SECRET = "could not connect to db.internal as admin"


def fail_with(exception):
    def view(request):
        raise exception

    return view


urlpatterns = [
    path("locked", fail_with(OperationalError(SECRET))),
    path("closed", fail_with(InterfaceError(SECRET))),
    path("slow", fail_with(TimeoutExpired(SECRET, 20))),
    path("broken", fail_with(RuntimeError(SECRET))),
    path("forbidden", fail_with(PermissionDenied(SECRET))),
    path("api/locked", fail_with(OperationalError(SECRET))),
    path("gone", fail_with(Missing("No more <b>here</b>."))),
    path("unnamed", fail_with(Http404(SECRET))),
    path("form", lambda request: HttpResponse("sent")),
    *site.urlpatterns,
]
handler400 = site.handler400
handler403 = site.handler403
handler404 = site.handler404
handler500 = site.handler500

pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def visitor():
    """A client that shows the error page instead of raising."""
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/locked", 503),
        ("/closed", 503),
        ("/slow", 503),
        ("/broken", 500),
        ("/forbidden", 403),
        ("/nothing", 404),
        ("/unnamed", 404),
    ],
)
@pytest.mark.django_db
def test_an_error_is_said_in_words_without_its_cause(visitor, address, status):
    answer = visitor.get(address)
    page = answer.content.decode()
    assert answer.status_code == status
    assert page.count("<h1>") == 1
    for word in ("Traceback", "db.internal", "Error(", "orgchart/", "settings"):
        assert word not in page


@pytest.mark.django_db
def test_an_error_is_said_in_the_language_of_the_address(visitor):
    assert "没有这个页面" in visitor.get("/nothing").content.decode()
    assert "Page not found" in visitor.get("/en/nothing").content.decode()


@pytest.mark.django_db
def test_what_is_missing_is_said_in_the_views_own_words(visitor):
    answer = visitor.get("/gone")
    assert answer.status_code == 404
    assert "<p>No more &lt;b&gt;here&lt;/b&gt;.</p>" in answer.content.decode()


@pytest.mark.django_db
def test_a_page_that_is_nowhere_does_not_repeat_its_address(visitor):
    page = visitor.get("/nothing-of-this-name").content.decode()
    assert "它可能已改名" in page
    assert "tried" not in page


@pytest.mark.parametrize("address", ["?顶层=nothing", "大纲/?页=9", "部门/nothing/"])
@pytest.mark.django_db
def test_what_is_missing_in_a_chart_leads_back_to_it(visitor, address):
    chart = new_chart(status="published", name="甲案", name_en="Chart A")
    for prefix, words in (("", "回到“甲案”"), ("/en", "Back to Chart A")):
        answer = visitor.get(f"{prefix}/方案/{chart.slug}/{address}")
        assert answer.status_code == 404
        link = f'<a href="{prefix}{iri_to_uri(f"/方案/{chart.slug}/")}">{words}</a>'
        assert link in answer.content.decode()


@pytest.mark.django_db
def test_what_is_missing_in_a_draft_does_not_name_the_draft(visitor):
    new_chart(name="密案", slug="secret")
    page = visitor.get("/方案/secret/?顶层=nothing").content.decode()
    assert "密案" not in page
    assert "回到" not in page


def test_a_busy_database_says_when_to_come_back(visitor):
    assert visitor.get("/locked")["Retry-After"] == "10"


def test_the_api_says_it_in_json(visitor):
    answer = visitor.get("/api/locked")
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert answer.json() == {"detail": "系统正忙"}


def test_the_page_names_the_line_of_the_log(visitor, caplog):
    answer = visitor.get("/broken")
    assert answer["X-Request-ID"] in answer.content.decode()
    [record] = [record for record in caplog.records if record.name == "orgchart.failures"]
    assert record.facts == {"request": answer["X-Request-ID"]}
    assert record.exc_info


def test_a_broken_page_needs_no_database_and_no_stylesheet(visitor, settings):
    # Without the `db` fixture a query would fail the test; this storage has no manifest.
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": settings.HASHED_STATIC}}
    page = visitor.get("/broken").content.decode()
    assert "stylesheet" not in page
    assert page.count("<h1>") == 1


def test_a_foreign_host_gets_a_page_too(visitor):
    answer = visitor.get("/form", headers={"host": "evil.example"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "evil.example" not in page
    # It would be refused as well.
    assert "<a " not in page


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("搜索/?q=甲&q=乙", "地址中的“q”出现了不止一次，无法确定以哪一个为准。"),
        ("方案/c/岗位/?页=-1", "页码应为从 1 开始的整数。"),
        ("搜索/?q=%00", "地址中有文字里不会出现的字符（NUL）。"),
        ("搜索/?q=" + "1" * 6200, "地址问号后的内容超过 6200 个字符。"),
    ],
)
@pytest.mark.django_db
def test_an_address_that_cannot_be_read_is_told_why(visitor, address, reason):
    new_chart(status="published", slug="c")
    answer = visitor.get(f"/{address}")
    assert answer.status_code == 400
    page = answer.content.decode()
    assert f"<p>{reason} 没有任何改动。</p>" in page
    assert '<a href="/">首页</a>' in page


def test_an_english_address_that_cannot_be_read_leads_to_the_english_start(visitor):
    page = visitor.get("/en/?q=" + "1" * 6200).content.decode()
    assert '<a href="/en/">Start page</a>' in page


@pytest.mark.django_db
def test_an_expired_form_says_how_to_go_on(visitor):
    answer = visitor.post("/form")
    assert answer.status_code == 403
    assert answer.context["form_expired"] is True


@pytest.mark.django_db
def test_a_database_that_fails_outside_the_view_is_busy_too(admin_client, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError(SECRET)

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", fail)
    admin_client.raise_request_exception = False
    assert admin_client.get("/admin/").status_code == 503


@pytest.mark.django_db
def test_the_admin_answers_a_busy_database_in_words(admin_client, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr("django.contrib.admin.sites.AdminSite.get_app_list", fail)
    admin_client.raise_request_exception = False
    answer = admin_client.get("/admin/")
    assert answer.status_code == 503
    assert "locked" not in answer.content.decode()
