"""The steps from a fresh clone to a running server; `manage.py start` takes them in turn.

Each step looks first whether it is needed, so that starting again is quick and
never touches what people have entered.
"""

import os
import secrets
import socket
import sys
from typing import NoReturn

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import transaction

from orgchart import seed
from orgchart.logins import make_one_time

EDITOR = "editor"
EDITORS = "editors"


def refuse_taken_port(address: str, port: int) -> None:
    """Say so now if the server could not listen, before anything else is done."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            # As the server does it: a port that was closed a moment ago is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, port))
    except OSError as problem:
        raise CommandError(
            f"Cannot listen on {address} port {port}: {problem.strerror}."
            " Set PORT (or ADDRESS) to another one, such as PORT=8001."
        ) from None


def load_seed_if_empty() -> bool:
    """Load the seed into an empty database; False when anything is there."""
    if not seed.is_empty():
        return False
    call_command("loaddata", "seed", verbosity=0)
    return True


@transaction.atomic
def make_first_editor() -> str | None:
    """Make the first login and return its one-time password, or None if anybody exists."""
    people = get_user_model().objects
    if people.exists():
        return None
    password = secrets.token_urlsafe(12)
    editor = people.create(username=EDITOR, is_staff=True, password=make_one_time(password))
    # A migration of roles makes the group: it may change charts, but neither people nor settings.
    editor.groups.add(Group.objects.get(name=EDITORS))
    return password


def serve() -> NoReturn:
    """Become the production server, so that signals such as Ctrl-C reach it directly."""
    command = [
        *(sys.executable, "-m", "gunicorn", "orgchart.wsgi:application"),
        # So that our own page answers an address that is too long.
        *("--limit-request-line", "8190"),
        *("--chdir", str(settings.BASE_DIR)),
        *("--bind", f"{bracketed(settings.ADDRESS)}:{settings.PORT}"),
        *("--workers", str(settings.WORKERS)),
        # Threads keep a slow reader from holding up a whole worker.
        *("--worker-class", "gthread", "--threads", "4"),
        # After Ctrl-C, requests under way have so many seconds to end.
        *("--graceful-timeout", "10"),
        *("--log-level", "warning", "--logger-class", "orgchart.server_log.ServerLog"),
        # Whether to believe a proxy is said once, by TRUST_PROXY, and not guessed here.
        *("--forwarded-allow-ips", ""),
        "--no-control-socket",
    ]
    sys.stdout.flush()
    os.execv(sys.executable, command)


def site_address() -> str:
    """Where a browser finds the server."""
    return f"http://{bracketed(settings.ADDRESS)}:{settings.PORT}/"


def bracketed(address: str) -> str:
    """An address as it stands before a colon: IPv6 has colons of its own."""
    return f"[{address}]" if ":" in address else address
