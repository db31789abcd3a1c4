"""Running manage.py as an operator does: in a process of its own, with few variables set."""

import os
import random
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
KEY = "".join(chr(number) for number in range(33, 123))
OTHERS = {
    "ADDRESS": "127.0.0.1",
    "DJANGO_SETTINGS_MODULE": "orgchart.settings",
}
# Set by pytest, by conftest.py or by whoever runs the tests against another database.
UNSET = ["SECRET_KEY", "DATABASE_URL", "DEBUG", "HTTPS", "DJANGO_ALLOW_ASYNC_UNSAFE"]


def environment(**variables) -> dict[str, str]:
    """This process's variables without the project's own, and with the given ones."""
    inherited = {name: value for name, value in os.environ.items() if name not in UNSET}
    return inherited | OTHERS | {name: str(value) for name, value in variables.items()}


def command(*arguments: str) -> list[str]:
    """The words of a manage.py command."""
    return [sys.executable, str(PROJECT / "manage.py"), *arguments]


def manage(*arguments: str, **variables) -> subprocess.CompletedProcess:
    """Run a manage.py command to its end."""
    return subprocess.run(
        command(*arguments),
        env=environment(**variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def free_port() -> int:
    """A port that nobody uses, and that the system gives to nobody who asks for any port."""
    for port in random.sample(range(20_000, 32_000), 100):
        with suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")
