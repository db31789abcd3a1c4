"""`manage.py start` in a process of its own, on a free port, in an empty folder."""

import json
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

from tests.processes import command, environment, free_port, manage

PATIENCE = 300  # seconds; a loaded machine compresses static files slowly


def fetch(port, path):
    """The status and the text that the server answers with."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read().decode()


def wait_until_ready(port, server=None):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert not server or server.poll() is None, "the server ended by itself"
        try:
            if fetch(port, "/readyz")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server is not ready")


@contextmanager
def started(folder, log, *, wait=True, **variables):
    """A running server; it ends by Ctrl-C, and its output is in the log."""
    port = free_port()
    with log.open("w") as output:
        server = subprocess.Popen(
            command("start"),
            env=environment(DATA_DIR=folder, PORT=port, WORKERS=1, **variables),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=folder.parent,
        )
        try:
            if wait:
                wait_until_ready(port, server)
            yield port
        except BaseException:
            server.kill()
            raise
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=PATIENCE) == 0


@pytest.fixture(scope="module")
def first_and_second(tmp_path_factory):
    """The outputs of a first and a second start, and a page of each."""
    folder = tmp_path_factory.mktemp("start")
    seen = []
    for number in (1, 2):
        log = folder / f"{number}.log"
        with started(folder / "data", log) as port:
            page = fetch(port, "/admin/login/")
            styles = [fetch(port, address)[0] for address in stylesheets(page[1])]
            talk_nonsense(port)
        seen.append((log.read_text(encoding="utf-8"), page, styles))
    return folder / "data", seen


def talk_nonsense(port):
    """Something that is no request, about which the server itself complains in its log."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as visitor:
        visitor.sendall(b"nonsense\r\n\r\n")
        visitor.recv(1000)


def stylesheets(page):
    return re.findall(r'href="(/static/[^"]+\.css)"', page)


def test_one_command_serves_from_nothing(first_and_second):
    folder, [(output, (status, page), styles), _] = first_and_second
    assert status == 200
    assert "<form" in page
    assert styles
    assert set(styles) == {200}
    assert "Seed loaded" in output
    assert "http://127.0.0.1:" in output
    assert (folder / "secret_key").stat().st_mode & 0o777 == 0o600
    assert (folder / "orgchart.sqlite3").is_file()


def test_the_first_password_is_shown_once(first_and_second):
    _, [(first, *_), (second, *_)] = first_and_second
    assert "editor" in first
    assert len(re.findall(r"One-time password +\S{16}\n", first)) == 1
    assert "password" not in second
    assert "Seed loaded" not in second
    assert "Static files collected" not in second


def test_the_log_is_json_on_standard_output(first_and_second):
    _, [(output, *_), _] = first_and_second
    lines = [line for line in output.splitlines() if line.startswith("{")]
    assert any('"path": "/admin/login/"' in line for line in lines)
    said = [json.loads(line) for line in output.splitlines() if "nvalid request" in line]
    assert [(line["level"], line["logger"]) for line in said] == [("WARNING", "gunicorn.error")]


def test_the_seed_is_there_and_the_editor_may_edit(first_and_second):
    folder, _ = first_and_second
    counted = manage(
        *("shell", "--verbosity", "0", "--command"),
        "from departments.models import Chart\n"
        "from django.contrib.auth.models import User\n"
        "editor = User.objects.get()\n"
        "print(Chart.objects.exists(), editor.has_perm('departments.change_chart'),"
        " editor.has_perm('auth.change_user'), editor.is_superuser)",
        DATA_DIR=folder,
    )
    assert counted.stdout.split() == ["True", "True", "False", "False"], counted.stderr


def test_two_first_starts_at_once_make_one_database(tmp_path):
    data, logs = tmp_path / "data", [tmp_path / "1.log", tmp_path / "2.log"]
    with started(data, logs[0], wait=False) as first, started(data, logs[1]) as second:
        assert fetch(second, "/admin/login/")[0] == 200
        wait_until_ready(first)
        assert fetch(first, "/admin/login/")[0] == 200
    outputs = [log.read_text(encoding="utf-8") for log in logs]
    assert sum("Seed loaded" in output for output in outputs) == 1
    assert sum("One-time password" in output for output in outputs) == 1
    assert sum("Another start is preparing; waiting for it" in output for output in outputs) == 1
    assert not any("Traceback" in output for output in outputs)


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path):
    address = f"sqlite:///{tmp_path}/nowhere/x.sqlite3"
    answer = manage("start", DATA_DIR=tmp_path, PORT=free_port(), DATABASE_URL=address)
    assert answer.returncode == 1
    assert answer.stderr == (
        f"CommandError: Cannot write in {tmp_path}/nowhere: No such file or directory.\n"
    )


def test_a_taken_port_is_said_before_anything_is_done(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = manage("start", DATA_DIR=tmp_path / "data", PORT=port)
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr == (
        f"CommandError: Cannot listen on 127.0.0.1 port {port}: Address already in use."
        " Set PORT (or ADDRESS) to another one, such as PORT=8001.\n"
    )
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["secret_key"]


@pytest.mark.parametrize("address", ["203.0.113.1", "no such host"])
def test_an_impossible_address_is_said_in_a_sentence(tmp_path, address):
    answer = manage("start", DATA_DIR=tmp_path, ADDRESS=address, PORT=free_port())
    assert answer.returncode == 1
    assert answer.stderr.startswith(f"CommandError: Cannot listen on {address} port ")
    assert "Traceback" not in answer.stderr


def test_a_wrong_setting_is_said_before_anything_is_done(tmp_path):
    answer = manage("start", DATA_DIR=tmp_path, WORKERS="many")
    assert answer.returncode == 1
    assert answer.stderr == "WORKERS is “many”, but it must be a whole number from 1 to 64.\n"
