"""What tests may ask for: the seed, and a browser that stays at home."""

import os
import socket
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings

from orgchart.search import shelf
from tests.machine import CHROMIUM
from tests.seeding import load_seed

# Playwright's synchronous interface runs inside an event loop, where Django refuses queries.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


# A slow machine is no fault of what is tested.
settings.register_profile(
    "patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def nothing_left_to_answer(request):
    """A test ends when the live server has answered the last request of its browser.

    Pages are closed by then. An answer still under way would read tables that are emptied
    for the next test, and keep what it read there.
    """
    server = "live_server" in request.fixturenames and request.getfixturevalue("live_server")
    yield
    if server:
        finish_answers(urlsplit(server.url))


def finish_answers(server):
    """Wait until a server has accepted every connection, and has done with each."""
    with socket.create_connection((server.hostname, server.port), timeout=30) as last:
        last.shutdown(socket.SHUT_WR)
        last.recv(1)
    for thread in threading.enumerate():
        if thread.name.endswith("(process_request_thread)"):
            thread.join(timeout=30)


@pytest.fixture(autouse=True)
def nothing_found_before():
    """Tests take their changes back, and revisions come again with other contents."""
    shelf.forget()


@pytest.fixture
def seed(db):
    """The seed as `loaddata seed` stores it, gone again after the test."""
    load_seed()


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """The Chromium of the machine, which looks for nothing in the network."""
    return {
        "executable_path": CHROMIUM,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture
def plain_page(new_context):
    """A page that runs no script."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def complaints(page, live_server):
    """What the browser complains about: errors, broken policies, and any other address."""
    heard = []
    page.on("console", lambda message: heard.append(message.text) if is_bad(message) else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on(
        "request",
        lambda request: None if is_own(request.url, live_server.url) else heard.append(request.url),
    )
    yield heard
    assert heard == []


def is_bad(message) -> bool:
    return message.type in ("error", "warning")


def is_own(address: str, server: str) -> bool:
    return address.startswith((server, "data:", "blob:", "about:"))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Order the tests, and skip by name those that drive a browser where there is none.

    Tests with real transactions empty the tables behind them, the groups and permissions of
    the migrations too, so they go last, after every other plugin has ordered the tests.
    """
    items.sort(key=empties_tables)
    if Path(CHROMIUM).exists():
        return
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker(pytest.mark.skip(reason=f"no browser at {CHROMIUM}"))


def empties_tables(item) -> bool:
    """Whether the test asks for real transactions, by its mark or by what it uses."""
    if {"transactional_db", "live_server"} & set(item.fixturenames):
        return True
    return any(mark.kwargs.get("transaction") for mark in item.iter_markers("django_db"))
