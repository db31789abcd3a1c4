"""The key that signs sessions: made once, kept in a file only its owner can read."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

SHORTEST = 50
FEWEST = 5  # different characters; both as Django's own deployment check asks


def is_weak(key: str) -> bool:
    """Whether somebody could guess the key, and forge sessions with it."""
    return len(key) < SHORTEST or len(set(key)) < FEWEST or key.startswith("django-insecure-")


def make_key(file: Path) -> None:
    """Write a new key unless the file is there already."""
    if file.exists():
        return
    # Two starts at the same time: whoever is second keeps the first one's key, and nobody
    # ever reads half of one, because it gets its name only when it is written.
    unfinished = file.with_name(f"{file.name}.{os.getpid()}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as opened:
        opened.write(secrets.token_urlsafe(64))
    with suppress(FileExistsError):
        os.link(unfinished, file)
    unfinished.unlink()


def read_key(file: Path) -> str:
    """The key in the file, or an empty text when there is none."""
    return file.read_text(encoding="ascii").strip() if file.is_file() else ""
