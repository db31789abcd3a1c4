import pytest
from django.core.exceptions import ImproperlyConfigured

from orgchart import environment


def test_an_empty_variable_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("NAME", " ")
    assert environment.text("NAME", "default") == "default"
    assert environment.switch("NAME") is False
    assert environment.number("NAME", 8000, 1, 65535) == 8000
    assert environment.words("NAME", "a, b,") == ["a", "b"]


def test_a_dollar_sign_is_only_a_character(monkeypatch):
    monkeypatch.setenv("NAME", "$PATH")
    assert environment.text("NAME") == "$PATH"


@pytest.mark.parametrize(
    ("value", "meaning"), [("on", True), ("True", True), ("1", True), ("off", False), ("0", False)]
)
def test_a_switch_is_on_or_off(monkeypatch, value, meaning):
    monkeypatch.setenv("NAME", value)
    assert environment.switch("NAME") is meaning


@pytest.mark.parametrize("value", ["maybe", "yes", "2", "开"])
def test_a_switch_refuses_anything_else(monkeypatch, value):
    monkeypatch.setenv("NAME", value)
    with pytest.raises(ImproperlyConfigured, match=f"NAME is “{value}”, but it must be on or off"):
        environment.switch("NAME")


@pytest.mark.parametrize("value", ["0", "-1", "65536", "eighty", "1e3", "٣", "9" * 5000])
def test_a_number_stays_within_its_limits(monkeypatch, value):
    monkeypatch.setenv("NAME", value)
    with pytest.raises(ImproperlyConfigured, match="a whole number from 1 to 65535"):
        environment.number("NAME", 8000, 1, 65535)


def test_a_choice_names_the_choices(monkeypatch):
    monkeypatch.setenv("NAME", "LOUD")
    with pytest.raises(ImproperlyConfigured, match="one of: INFO, ERROR"):
        environment.choice("NAME", "INFO", ["INFO", "ERROR"])


def test_an_origin_has_a_scheme(monkeypatch):
    monkeypatch.setenv("NAME", "https://a.example, b.example")
    with pytest.raises(ImproperlyConfigured, match=r"NAME has “b\.example”"):
        environment.origins("NAME")


@pytest.mark.parametrize(
    "value",
    ["http://example.org", "example.org/charts", "example.org:8000", "a b", "[::1", "a..b", "-/"],
)
def test_a_host_is_a_name_only(monkeypatch, value):
    monkeypatch.setenv("NAME", f"localhost,{value}")
    with pytest.raises(ImproperlyConfigured) as refusal:
        environment.hosts("NAME", "localhost")
    assert str(refusal.value) == (
        f"NAME has “{value}”, but it must be a name such as charts.example,"
        " without a scheme, a port or a path."
    )


def test_hosts_are_names_addresses_and_patterns(monkeypatch):
    monkeypatch.setenv("NAME", "charts.example,.example.org,[::1],127.0.0.1,*,营销.example")
    assert len(environment.hosts("NAME", "localhost")) == 6
    monkeypatch.delenv("NAME")
    assert environment.hosts("NAME", "localhost") == ["localhost"]


def test_a_folder_is_made_for_ourselves_alone(monkeypatch, tmp_path):
    monkeypatch.delenv("NAME", raising=False)
    made = environment.folder("NAME", tmp_path / "a" / "data")
    assert made.stat().st_mode & 0o777 == 0o700
    assert environment.folder("NAME", made) == made


def test_a_folder_that_cannot_be_made_is_named(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("NAME", str(tmp_path / "file" / "data"))
    with pytest.raises(ImproperlyConfigured, match="cannot be made: Not a directory"):
        environment.folder("NAME", tmp_path)


def test_a_database_is_a_file_unless_told_otherwise(monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    described = environment.database("DATABASE_URL", tmp_path / "x.sqlite3")
    assert described["ENGINE"] == environment.SQLITE
    assert described["NAME"] == str(tmp_path / "x.sqlite3")
    assert described["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_database_address_names_a_server(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgres://me:secret@db.example:5433/charts")
    described = environment.database("DATABASE_URL", tmp_path / "x.sqlite3")
    assert described["ENGINE"] == environment.POSTGRESQL
    assert (described["HOST"], described["PORT"], described["NAME"]) == (
        "db.example",
        5433,
        "charts",
    )
    assert described["CONN_HEALTH_CHECKS"] is True
    # Compiling a short query takes ten times as long as answering it.
    assert "-c jit=off" in described["OPTIONS"]["options"]


@pytest.mark.parametrize(
    "address",
    [
        "mysql://me:secret@host/x",
        "charts",
        "postgres://me:secret@host:port/x",
        "postgres://",
        "x:y",
    ],
)
def test_a_wrong_database_address_is_refused_without_its_password(monkeypatch, tmp_path, address):
    monkeypatch.setenv("DATABASE_URL", address)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must look like") as refusal:
        environment.database("DATABASE_URL", tmp_path / "x.sqlite3")
    assert "secret" not in str(refusal.value)
