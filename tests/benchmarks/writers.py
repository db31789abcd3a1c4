"""Many writers at once, and writers killed in mid-write: what becomes of the trees?

    python -m tests.benchmarks.writers                          8 writers, 60 seconds, SQLite
    python -m tests.benchmarks.writers --kills 20               20 writers killed, one by one
    python -m tests.benchmarks.writers --database postgres://postgres@127.0.0.1:5432/postgres

More: --processes 4 --seconds 5 --json. On PostgreSQL it makes a database beside the
named one and drops it again; on SQLite it works in a temporary folder. Afterwards
it prints what was acknowledged, refused and in error, how long writes took, and
what was damaged or lost. Everything but the first block should be 0.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

import psycopg

PROJECT = Path(__file__).resolve().parents[2]
OWN_DATABASE = "writers_benchmark"


def main(arguments=None):
    options = parsed(arguments)
    with TemporaryDirectory() as folder, own_database(options.database, folder) as address:
        environment = os.environ | {
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATA_DIR": folder,
        }
        run("manage.py", "migrate", "--verbosity=0", environment=environment)
        run("-m", "tests.benchmarks.judge", "plant", environment=environment)
        ledgers = Path(folder) / "ledgers"
        ledgers.mkdir()
        if options.kills:
            kill_writers(options.kills, ledgers, environment)
        else:
            let_writers_write(options.processes, options.seconds, ledgers, environment)
        verdict = run("-m", "tests.benchmarks.judge", str(ledgers), environment=environment)
    show(json.loads(verdict), options)


def parsed(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--database", default="sqlite", help="sqlite or postgres://…")
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print the verdict as JSON")
    return parser.parse_args(arguments)


@contextmanager
def own_database(wanted, folder):
    """The address of an empty database that is gone afterwards."""
    if wanted == "sqlite":
        yield f"sqlite:///{folder}/writers.sqlite3"
        return
    own = f"{OWN_DATABASE}_{os.getpid()}"
    # From the one that every server has: the named one need not exist yet.
    server = urlunsplit(urlsplit(wanted)._replace(scheme="postgresql", path="/postgres"))
    with psycopg.connect(server, autocommit=True) as link:
        link.execute(f"CREATE DATABASE {own}")
        try:
            yield urlunsplit(urlsplit(wanted)._replace(path=f"/{own}"))
        finally:
            link.execute(f"DROP DATABASE {own} WITH (FORCE)")


def run(*command, environment):
    done = subprocess.run(
        [sys.executable, *command],
        cwd=PROJECT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def start_writer(ledger, seed, seconds, environment):
    command = [sys.executable, "-m", "tests.benchmarks.writer", str(ledger), str(seed)]
    return subprocess.Popen([*command, str(seconds)], cwd=PROJECT, env=environment)


def let_writers_write(processes, seconds, ledgers, environment):
    writers = [
        start_writer(ledgers / f"{number}.jsonl", number, seconds, environment)
        for number in range(processes)
    ]
    for writer in writers:
        writer.wait()


def kill_writers(kills, ledgers, environment):
    """Start a writer, kill it at some moment while it writes, start the next."""
    moment = random.Random(1)
    for number in range(kills):
        ledger = ledgers / f"{number}.jsonl"
        writer = start_writer(ledger, number, 600, environment)
        while not ledger.exists() or not ledger.stat().st_size:
            time.sleep(0.01)
        time.sleep(moment.uniform(0.1, 1.0))
        writer.kill()
        writer.wait()


def show(verdict, options):
    if options.json:
        sys.stdout.write(json.dumps(verdict, ensure_ascii=False) + "\n")
        return
    load = (
        f"{options.kills} writers killed"
        if options.kills
        else f"{options.processes} writers, {options.seconds:g} s"
    )
    sys.stdout.write(f"{urlsplit(options.database).scheme or 'sqlite'}, {load}\n")
    for name, value in verdict.items():
        value = (Counter(value) and dict(value)) or 0 if isinstance(value, dict) else value
        sys.stdout.write(f"  {name.replace('_', ' '):28} {value}\n")


if __name__ == "__main__":
    main()
