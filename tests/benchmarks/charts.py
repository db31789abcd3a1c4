"""What charts cost, in the browser and on the server, as ratios to what others cost.

    python -m tests.benchmarks.charts                     everything
    python -m tests.benchmarks.charts --only server       or: --only browser
    python -m tests.benchmarks.charts --runs 3

More: --chromium (the browser's place) and --database, a PostgreSQL server on
which a database of its own is made and dropped again. The peers come from npm
and igraph from pip, both into a folder that is gone afterwards. Only the ratios
of one run mean something; on a busy machine all figures are larger.
"""

import argparse
import json
import os
import subprocess
import sys
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from tests.benchmarks import browser, goals
from tests.benchmarks.serving import Unmeasurable, own, peers, versions
from tests.benchmarks.writers import own_database
from tests.machine import CHROMIUM
from tests.processes import PROJECT

POSTGRESQL = "postgres://postgres@127.0.0.1:5432/postgres"
SETTINGS = "tests.benchmarks.settings"
ROUNDS_A_RUN = 3


def main(arguments=None) -> None:
    options = parsed(arguments)
    with TemporaryDirectory() as name:
        folder = Path(name)
        if options.only != "browser":
            measure_server(options, folder)
            measure_drawings(options, folder)
        if options.only != "server":
            measure_browser(options, folder)


def parsed(arguments) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", choices=("browser", "server"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chromium", default=CHROMIUM)
    parser.add_argument("--database", default=os.environ.get("DATABASE_URL") or POSTGRESQL)
    return parser.parse_args(arguments)


def say(text: str) -> None:
    """Say how far it is, apart from what was measured."""
    print(text, file=sys.stderr, flush=True)


def warn(text: str) -> None:
    print(f"\n!!! {text}\n", flush=True)


def show(title: str, wanted: tuple[goals.Goal, ...], figures: goals.Figures) -> None:
    """Print the goals with what was measured, then what has no goal."""
    print(f"\n== {title}: {goals.summary(wanted, figures)}")
    print("\n".join(goals.table(wanted, figures)))
    rest = goals.others(wanted, figures)
    if rest:
        print("\n".join(["Besides:", *(f"  {line}" for line in rest)]), flush=True)


def figures_of(module: str, rounds: int, **variables: str) -> goals.Figures:
    """Run a module of this folder in a process of its own and return what it measured."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", str(rounds)],
        cwd=PROJECT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": SETTINGS} | variables,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def measure_server(options: argparse.Namespace, folder: Path) -> None:
    """Measure pages on SQLite, and on PostgreSQL where it answers."""
    for kind, wanted in (("SQLite", "sqlite"), ("PostgreSQL", options.database)):
        say(f"server: {kind}")
        try:
            with own_database(wanted, str(folder)) as address:
                variables = {"DATABASE_URL": address, "DATA_DIR": str(folder)}
                figures = figures_of("chart_pages", options.runs * ROUNDS_A_RUN, **variables)
        except psycopg.OperationalError as problem:
            warn(f"{kind} does not answer; its pages are not measured. {problem}")
            figures = {}
        show(f"Pages on {kind}", goals.SERVER, figures)


def measure_drawings(options: argparse.Namespace, folder: Path) -> None:
    """Measure layout and SVG, against igraph where it is or can be installed."""
    say("server: drawings")
    place = folder / "igraph"
    if not find_spec("igraph"):
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(place)]
        done = subprocess.run([*command, "igraph"], capture_output=True, text=True)
        if done.returncode:
            warn(f"pip could not install igraph, it is not measured. {done.stderr[-400:]}")
    # No database is read, but settings want one.
    variables = {"PYTHONPATH": str(place), "DATABASE_URL": "sqlite:///:memory:"}
    figures = figures_of("drawings", options.runs * ROUNDS_A_RUN, DATA_DIR=str(folder), **variables)
    show("Drawings", goals.WRITING, figures)


def measure_browser(options: argparse.Namespace, folder: Path) -> None:
    """Measure our pages as they are served in earnest, and the peers'."""
    if not Path(options.chromium).exists():
        warn(f"There is no browser at {options.chromium}. Name one with --chromium.")
        show("Browser", goals.BROWSER, {})
        return
    with ExitStack() as servers:
        theirs = None
        try:
            say("browser: installing the peers")
            theirs = servers.enter_context(peers(folder / "peers", browser.PEER_SIZES))
            print(f"\nMeasured against {', '.join(versions(folder / 'peers'))}.")
        except Unmeasurable as problem:
            warn(f"The peers are not measured. {problem}")
        say("browser: starting our own server")
        data = folder / "data"
        data.mkdir()
        ours = servers.enter_context(own(data, browser.SIZES))
        figures = browser.measure(options.chromium, ours, theirs, options.runs, say)
    show("Browser", goals.BROWSER, figures)


if __name__ == "__main__":
    main()
