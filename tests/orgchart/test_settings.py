"""Settings as a fresh process reads them, and the database settings really in force."""

import pytest

from tests.processes import KEY, PROJECT, free_port, manage


@pytest.mark.parametrize("command", ["check", "migrate", "createsuperuser", "shell"])
def test_refuses_to_run_without_a_key(tmp_path, command):
    answer = manage(command, DATA_DIR=tmp_path)
    assert answer.returncode == 1
    assert answer.stderr == (
        "SECRET_KEY is not set; set it to a long random text, or run"
        " “manage.py start” once, which makes a key and keeps it.\n"
    )


def test_a_key_file_is_as_good_as_a_variable(tmp_path):
    (tmp_path / "secret_key").write_text(KEY)
    assert manage("check", DATA_DIR=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEBUG", "maybe", "DEBUG is “maybe”, but it must be on or off."),
        ("PORT", "http", "PORT is “http”, but it must be a whole number from 1 to 65535."),
        ("TIME_ZONE", "Mars", "TIME_ZONE is “Mars”, but it must be a name such as Asia/Shanghai."),
        ("LOG_LEVEL", "ALL", "LOG_LEVEL is “ALL”, but it must be one of: "),
        (
            "ALLOWED_HOSTS",
            "localhost,http://example.org",
            "ALLOWED_HOSTS has “http://example.org”, but it must be a name such as charts.example,"
            " without a scheme, a port or a path.\n",
        ),
        ("DATABASE_URL", "oracle://x", "DATABASE_URL must look like sqlite:///"),
    ],
)
def test_a_wrong_value_is_said_in_one_sentence(tmp_path, name, value, sentence):
    answer = manage("check", DATA_DIR=tmp_path, SECRET_KEY=KEY, **{name: value})
    assert answer.returncode == 1
    assert answer.stderr.startswith(sentence)
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("key", [KEY[:49], "abcd" * 20, "django-insecure-" + KEY])
@pytest.mark.parametrize("place", ["variable", "file"])
def test_a_key_that_can_be_guessed_is_refused(tmp_path, key, place):
    if place == "file":
        (tmp_path / "secret_key").write_text(key)
    answer = manage("check", DATA_DIR=tmp_path, SECRET_KEY=key if place == "variable" else "")
    assert answer.returncode == 1
    assert answer.stderr == (
        "SECRET_KEY is too easy to guess: it must have at least 50 characters, at least 5"
        " different ones, and not begin with django-insecure-.\n"
    )


def test_development_needs_no_key(tmp_path):
    assert manage("check", DATA_DIR=tmp_path, DEBUG="on").returncode == 0


@pytest.mark.parametrize("command", ["start", "migrate"])
def test_a_database_that_is_down_is_said_without_a_trace(tmp_path, command):
    answer = manage(
        command,
        DATA_DIR=tmp_path,
        SECRET_KEY=KEY,
        PORT=free_port(),
        DATABASE_URL=f"postgres://me:secret@127.0.0.1:{free_port()}/charts",
    )
    assert answer.returncode == 1
    assert answer.stderr.startswith("The database does not answer: ")
    assert "Traceback" not in answer.stderr
    assert "secret" not in answer.stderr


def test_nothing_to_complain_about_in_production(tmp_path):
    answer = manage(
        *("check", "--deploy", "--fail-level", "WARNING"),
        DATA_DIR=tmp_path,
        SECRET_KEY=KEY,
        HTTPS="on",
        ALLOWED_HOSTS="charts.example",
    )
    assert answer.stderr == ""
    assert answer.returncode == 0


def test_no_setting_is_read_that_the_readme_does_not_explain():
    table = (PROJECT / "README.md").read_text(encoding="utf-8")
    source = (PROJECT / "orgchart" / "settings.py").read_text(encoding="utf-8")
    read = {piece.split('"')[1] for piece in source.split("environment.")[1:] if '("' in piece[:10]}
    assert read
    assert [name for name in sorted(read) if f"`{name}`" not in table] == []


IN_FORCE = """
from django.db import connection, transaction

connection.force_debug_cursor = True
with connection.cursor() as cursor:
    for name in ("journal_mode", "busy_timeout", "foreign_keys", "synchronous"):
        print(name, cursor.execute(f"PRAGMA {name}").fetchone()[0])
connection.queries_log.clear()
with transaction.atomic(), connection.cursor() as cursor:
    cursor.execute("SELECT 1")
print(*(query["sql"] for query in connection.queries), sep="; ")
"""


@pytest.mark.parametrize("address", ["", "sqlite:///{}/other.sqlite3"])
def test_the_embedded_database_is_set_up_for_writers_that_meet(tmp_path, address):
    answer = manage(
        *("shell", "--verbosity", "0", "--command", IN_FORCE),
        DATA_DIR=tmp_path,
        SECRET_KEY=KEY,
        DATABASE_URL=address.format(tmp_path),
    )
    assert answer.stdout.splitlines() == [
        "journal_mode wal",
        "busy_timeout 20000",
        "foreign_keys 1",
        "synchronous 1",
        # IMMEDIATE takes the write lock at once: a transaction that has read first never fails.
        "BEGIN IMMEDIATE; SELECT 1; COMMIT",
    ]
    assert (tmp_path / ("other.sqlite3" if address else "orgchart.sqlite3")).is_file()
