"""Readers of environment variables that refuse what they do not understand.

django-environ understands database addresses, but takes `DEBUG=maybe` for "off"
and answers other mistakes with a trace. These readers name the variable, its value
and what would have been right, in one sentence; manage.py prints just that.
An empty variable counts as one that is not set.
"""

import os
import re
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

SWITCH = {"on": True, "true": True, "1": True, "off": False, "false": False, "0": False}

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"


def text(name: str, default: str = "") -> str:
    """The variable's value without surrounding blanks, or the default."""
    # Not env.str: it takes a value that begins with “$” for the name of another variable.
    return os.environ.get(name, "").strip() or default


def switch(name: str) -> bool:
    """A variable that is on or off, and off when it is not set."""
    value = text(name, "off")
    if value.lower() not in SWITCH:
        raise ImproperlyConfigured(f"{name} is “{value}”, but it must be on or off.")
    return SWITCH[value.lower()]


def number(name: str, default: int, lowest: int, highest: int) -> int:
    """A whole number within its limits."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and lowest <= int(value[:9]) <= highest):
        raise ImproperlyConfigured(
            f"{name} is “{value}”, but it must be a whole number from {lowest} to {highest}."
        )
    return int(value)


def choice(name: str, default: str, choices: list[str]) -> str:
    """One of a few words."""
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(
            f"{name} is “{value}”, but it must be one of: {', '.join(choices)}."
        )
    return value


def words(name: str, default: str = "") -> list[str]:
    """A list with commas between its items."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """A folder of our own, made if it is not there, which nobody else may look into."""
    path = Path(text(name, str(default))).resolve()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        raise ImproperlyConfigured(
            f"{name} is “{path}”, but that folder cannot be made: {problem.strerror}."
        ) from None
    return path


# A name, perhaps with all below it (.example.org), an IPv6 address in brackets, or any (*).
HOST = re.compile(r"\*|\.?[\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:.]+\]")


def hosts(name: str, default: str) -> list[str]:
    """A list of host names, without which every request would be refused in silence."""
    values = words(name, default)
    for value in values:
        if not HOST.fullmatch(value):
            raise ImproperlyConfigured(
                f"{name} has “{value}”, but it must be a name such as charts.example,"
                " without a scheme, a port or a path."
            )
    return values


def origins(name: str) -> list[str]:
    """A list of web origins, each with its scheme."""
    values = words(name)
    for value in values:
        if not value.startswith(("http://", "https://")):
            raise ImproperlyConfigured(
                f"{name} has “{value}”, but an origin starts with http:// or https://."
            )
    return values


def database(name: str, default_file: Path) -> dict:
    """Django's description of the database that an address names."""
    address = text(name, f"sqlite:///{default_file}")
    # The value is never repeated in the message: it may hold a password.
    refusal = ImproperlyConfigured(
        f"{name} must look like sqlite:///folder/file.sqlite3 or"
        " postgres://user:password@host:5432/name."
    )
    if not address.startswith(("sqlite:", "postgres:", "postgresql:")):
        raise refusal
    try:
        description = environ.Env.db_url_config(address)
    except (ImproperlyConfigured, ValueError):
        raise refusal from None
    if not description["NAME"]:
        raise refusal
    return description | (sqlite() if description["ENGINE"] == SQLITE else postgresql())


def sqlite() -> dict:
    """Without these, writers that meet fail at once with “database is locked”."""
    return {
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
            ),
        }
    }


def postgresql() -> dict:
    """Reconnect by itself after a restart, and never wait without end.

    Queries are short here: compiling one would take longer than answering it.
    """
    return {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 3, "options": "-c lock_timeout=20s -c jit=off"},
    }
