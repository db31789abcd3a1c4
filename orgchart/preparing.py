"""One start at a time prepares a database; another waits until it is done."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.core.management import CommandError
from django.db import connection

LOCK = 7_266_002  # any fixed number that nothing else takes; it names the lock in PostgreSQL
PAUSE = 0.2  # seconds


@contextmanager
def preparing(say: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of this database's preparation; say so once if that takes waiting."""
    with advisory_lock() if connection.vendor == "postgresql" else file_lock() as is_taken:
        is_said = False
        while not is_taken():
            if not is_said:
                say("另一个启动正在准备，请稍候 Another start is preparing; waiting for it")
            is_said = True
            time.sleep(PAUSE)
        yield


@contextmanager
def advisory_lock() -> Iterator[Callable[[], bool]]:
    """A lock that PostgreSQL keeps as long as its connection, which nobody else uses."""
    own = connection.copy()

    def is_taken() -> bool:
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
            return cursor.fetchone()[0]

    try:
        yield is_taken
    finally:
        own.close()


@contextmanager
def file_lock() -> Iterator[Callable[[], bool]]:
    """A lock on a file beside the embedded database; gone with the process, however it ends."""
    database = Path(connection.settings_dict["NAME"])
    try:
        file = database.with_name(f"{database.name}.start").open("w")
    except OSError as problem:
        raise CommandError(f"Cannot write in {database.parent}: {problem.strerror}.") from None
    with file:

        def is_taken() -> bool:
            with suppress(BlockingIOError):
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            return False

        yield is_taken
