"""Run everything that must hold before a change is taken, and say what was left out.

    .venv/bin/python tests/run.py

Tests run twice: on the embedded database and on PostgreSQL (TEST_POSTGRES_URL). What
the machine lacks is named at the end; where CI is set, a lack is a failure.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

import psycopg

PROJECT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
POSTGRES = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
STRICT = bool(os.environ.get("CI"))
# An operator's settings must not change what is tested.
UNSET = {"SECRET_KEY", "DEBUG", "DATABASE_URL", "HTTPS", "TRUST_PROXY", "ALLOWED_HOSTS"} | {
    *("DJANGO_SETTINGS_MODULE", "DATA_DIR", "PORT", "ADDRESS", "WORKERS", "TIME_ZONE"),
    *("CSRF_TRUSTED_ORIGINS", "LOG_LEVEL"),
}


class Step(NamedTuple):
    """A command, what it is for, and the variables it runs with."""

    name: str
    command: list[str]
    variables: dict[str, str] = {}


class Outcome(NamedTuple):
    name: str
    passed: bool
    seconds: float


def tool(name: str, *arguments: str) -> list[str]:
    return [str(BIN / name), *arguments]


def manage(*arguments: str) -> list[str]:
    return [sys.executable, "manage.py", *arguments]


def checks(data: str) -> list[Step]:
    """What takes seconds: form, types, settings, migrations, translations."""
    production = {"DATA_DIR": data, "SECRET_KEY": secrets.token_urlsafe(64), "HTTPS": "on"}
    catalogs = [str(path) for path in sorted(PROJECT.glob("*/locale/*/LC_MESSAGES/*.po"))]
    steps = [
        Step("code is sound", tool("ruff", "check", ".")),
        Step("code is formatted", tool("ruff", "format", "--check", ".")),
        Step("pages are sound", tool("djlint", "--lint", "--quiet", "templates")),
        Step("pages are formatted", tool("djlint", "--check", "--quiet", "templates")),
        Step("types fit", tool("mypy")),
        Step(
            "settings are safe",
            manage("check", "--deploy", "--fail-level", "WARNING"),
            production,
        ),
        Step("migrations are complete", manage("makemigrations", "--check"), production),
    ]
    if shutil.which("msgfmt"):
        steps += [
            Step(f"{Path(catalog).parts[-5]} is translated", msgfmt(catalog))
            for catalog in catalogs
        ]
    return steps


def msgfmt(catalog: str) -> list[str]:
    return ["msgfmt", "--check", "--output-file", os.devnull, catalog]


def tests() -> list[Step]:
    """What takes minutes: every test, on each database there is."""
    pytest = tool("pytest", "--numprocesses", "2", "--quiet")
    steps = [Step("tests on SQLite", pytest)]
    if postgres_answers():
        steps.append(Step("tests on PostgreSQL", pytest, {"DATABASE_URL": own_database()}))
    return steps


def own_database() -> str:
    """An address that no other run uses at the same time; Django makes test_… of its name."""
    return urlunsplit(urlsplit(POSTGRES)._replace(path=f"/orgchart_{os.getpid()}"))


def postgres_answers() -> bool:
    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


def lacks() -> list[str]:
    """What this machine does not have, and what was not tested for it."""
    here = {
        "Chromium (apt: chromium): no test has driven a browser": shutil.which("chromium"),
        "gettext (apt: gettext): translations are not checked": shutil.which("msgfmt"),
        "PostgreSQL (TEST_POSTGRES_URL): tests ran on SQLite only": postgres_answers(),
    }
    return [lack for lack, found in here.items() if not found]


def run(step: Step) -> Outcome:
    print(f"\n── {step.name}: {shown(step.command)}", flush=True)
    inherited = {name: value for name, value in os.environ.items() if name not in UNSET}
    started = time.monotonic()
    ended = subprocess.run(
        step.command, cwd=PROJECT, env=inherited | step.variables, stdin=subprocess.DEVNULL
    )
    return Outcome(step.name, ended.returncode == 0, time.monotonic() - started)


def shown(command: list[str]) -> str:
    """The command as somebody would type it."""
    return " ".join(
        str(Path(word).relative_to(PROJECT)) if Path(word).is_relative_to(PROJECT) else word
        for word in command
    )


def report(outcomes: list[Outcome], missing: list[str]) -> bool:
    """Print the summary; True when everything passed."""
    print("\n── summary")
    for outcome in outcomes:
        print(
            f"{'passed' if outcome.passed else 'FAILED':8}{outcome.seconds:7.1f} s  {outcome.name}"
        )
    for lack in missing:
        print(f"\n!!! {'FAILED' if STRICT else 'NOT TESTED'}: this machine lacks {lack}")
    return all(outcome.passed for outcome in outcomes) and not (STRICT and missing)


def main() -> int:
    with tempfile.TemporaryDirectory() as data:
        outcomes = [run(step) for step in checks(data) + tests()]
    return 0 if report(outcomes, lacks()) else 1


if __name__ == "__main__":
    sys.exit(main())
