import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from orgchart.logins import LONGEST_PASSWORD, has_one_time_password, make_one_time

LOGIN = "/admin/login/"
CHOOSE = "/admin/password_change/"
OWN = "栗子 and 42 rivers"


@pytest.fixture
def newcomer(db):
    return User.objects.create(
        username="newcomer", is_staff=True, password=make_one_time("for once")
    )


@pytest.fixture
def brake(settings):
    settings.AXES_ENABLED = True


def log_in(client, password, name="newcomer"):
    return client.post(LOGIN, {"username": name, "password": password})


def test_a_one_time_password_is_one_until_it_is_changed(newcomer):
    assert newcomer.check_password("for once")
    assert has_one_time_password(newcomer)
    newcomer.set_password(OWN)
    assert not has_one_time_password(newcomer)


def test_nobody_without_a_password_has_to_change_it(newcomer):
    newcomer.set_unusable_password()
    assert not has_one_time_password(newcomer)


@pytest.mark.parametrize("stored", ["", "plain", "md5$cut", "unknown$onetime$x", "pbkdf2_sha256$"])
def test_an_unreadable_password_is_not_a_one_time_password(client, newcomer, stored):
    newcomer.password = stored
    assert not has_one_time_password(newcomer)
    newcomer.save()
    client.force_login(newcomer, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/admin/").status_code == 200


def test_a_one_time_password_leads_to_choosing_one(client, newcomer):
    assert log_in(client, "for once").status_code == 302
    for address in ("/admin/", "/en/admin/", "/no/such/page"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"].endswith(CHOOSE)
    assert client.get(CHOOSE).status_code == 200


def test_an_own_password_opens_everything(client, newcomer):
    log_in(client, "for once")
    answer = client.post(
        CHOOSE, {"old_password": "for once", "new_password1": OWN, "new_password2": OWN}
    )
    assert answer["Location"] == reverse("admin:password_change_done")
    assert client.get("/admin/").status_code == 200


def test_a_login_does_not_wear_off_the_mark(client, newcomer):
    log_in(client, "for once")
    client.post("/admin/logout/")
    newcomer.refresh_from_db()
    assert has_one_time_password(newcomer)


@pytest.mark.parametrize("password", ["short", "password1234", "newcomer-new"])
def test_a_weak_password_is_refused(client, newcomer, password):
    log_in(client, "for once")
    answer = client.post(
        CHOOSE,
        {"old_password": "for once", "new_password1": password, "new_password2": password},
    )
    assert answer.status_code == 200
    assert answer.context["form"].errors["new_password2"]


@pytest.mark.parametrize(
    ("prefix", "sentence"),
    [
        ("", "这就是现在的密码，请另设一个。"),
        ("/en", "This is the password you have now. Choose another one."),
    ],
)
def test_a_one_time_password_cannot_be_kept(client, newcomer, prefix, sentence):
    newcomer.password = make_one_time(OWN)
    newcomer.save()
    log_in(client, OWN)
    answer = client.post(
        prefix + CHOOSE, {"old_password": OWN, "new_password1": OWN, "new_password2": OWN}
    )
    assert answer.context["form"].errors["new_password2"] == [sentence]
    newcomer.refresh_from_db()
    assert has_one_time_password(newcomer)


def test_the_page_says_what_a_new_password_must_be(client, newcomer):
    log_in(client, "for once")
    assert "新密码不能与现在的密码相同。" in client.get(CHOOSE).content.decode()


def test_an_endless_password_is_not_even_hashed(client, newcomer, monkeypatch):
    monkeypatch.setattr("orgchart.logins.LoginForm.clean", lambda form: form.cleaned_data)
    answer = log_in(client, "x" * (LONGEST_PASSWORD + 1))
    assert "password" in answer.context["form"].errors


def test_ten_wrong_passwords_close_the_login_for_a_while(client, newcomer, brake):
    answers = [log_in(client, "wrong").status_code for _ in range(10)]
    assert answers == [200] * 9 + [429]
    refusal = log_in(client, "for once")
    assert refusal.status_code == 429
    assert refusal["Retry-After"] == "900"
    assert "15" in refusal.content.decode()


def test_the_login_is_closed_for_one_name_from_one_address_only(client, newcomer, brake):
    for _ in range(11):
        log_in(client, "wrong", name="somebody")
    assert log_in(client, "for once").status_code == 302


def test_the_login_stays_open_elsewhere(client, newcomer, brake):
    for _ in range(11):
        log_in(client, "wrong")
    elsewhere = client.post(
        LOGIN, {"username": "newcomer", "password": "for once"}, REMOTE_ADDR="203.0.113.9"
    )
    assert elsewhere.status_code == 302


def test_the_log_says_from_where_passwords_are_tried_but_no_name(client, newcomer, brake, caplog):
    log_in(client, "wrong", name="a password typed as a name")
    said = [line for line in caplog.messages if "login failure" in line]
    assert len(said) == 1
    assert 'ip_address: "127.0.0.1"' in said[0]
    assert "a password typed" not in said[0]


def test_the_session_changes_at_login(client, newcomer):
    client.get(LOGIN)
    log_in(client, "for once")
    first = client.cookies["sessionid"].value
    client.post("/admin/logout/")
    log_in(client, "for once")
    assert client.cookies["sessionid"].value != first


def test_logging_out_takes_a_post(client, newcomer):
    log_in(client, "for once")
    assert client.get("/admin/logout/").status_code == 405


def test_a_changed_password_ends_other_sessions(client, newcomer):
    log_in(client, "for once")
    newcomer.set_password(OWN)
    newcomer.save()
    assert LOGIN in client.get("/admin/")["Location"]
