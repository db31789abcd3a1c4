"""The benchmark for a few seconds: nothing is damaged, lost or in error."""

import json
import os
import subprocess
import sys

import pytest

from tests.benchmarks.writers import PROJECT

# The same kind of database that the tests run on.
DATABASE = os.environ.get("DATABASE_URL") or "sqlite"
KIND = DATABASE if DATABASE.startswith("postgres") else "sqlite"
NOTHING = {
    "errors": {},
    "damaged_trees": 0,
    "parent_cycles": 0,
    "parents_in_another_chart": 0,
    "lost_departments": 0,
    "risen_departments": 0,
    "lost_renames": 0,
    "lost_saves": 0,
}


@pytest.mark.parametrize(
    "load",
    [["--processes=4", "--seconds=5"], ["--kills=3"]],
    ids=["four writers at once", "three writers killed"],
)
def test_writers_damage_and_lose_nothing(load):
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.writers", "--json", f"--database={KIND}", *load],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    verdict = json.loads(done.stdout)
    assert verdict["acknowledged"] > 0
    assert {name: verdict[name] for name in NOTHING} == NOTHING
