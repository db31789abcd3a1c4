"""The README's commands are the ones that are tested."""

import os
import re
import sqlite3
import subprocess
import sys

from tests.processes import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
COMMANDS = PROJECT / "orgchart" / "management" / "commands"


def test_the_first_command_sets_up_and_serves():
    assert BLOCKS[0].count("\n") == 1
    assert BLOCKS[0].endswith("-r requirements.txt && .venv/bin/python manage.py start\n")


def test_the_second_command_passes_the_tests():
    assert BLOCKS[1].count("\n") == 1
    assert BLOCKS[1].endswith("-r requirements-dev.txt && .venv/bin/python tests/run.py\n")


def test_the_machine_runs_what_the_readme_says():
    script = PROJECT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines()[-1] == BLOCKS[1].rstrip("\n")


def test_every_command_is_explained():
    own = [path.stem for path in COMMANDS.glob("[a-z]*.py")]
    assert "start" in own
    assert [name for name in own if f"`{name}`" not in README] == []


def test_a_backup_replaces_the_one_before_it(tmp_path):
    line = re.search(r'^\.venv/bin/python -c "(.*)"$', README, re.MULTILINE)[1]
    (tmp_path / "data").mkdir()
    people = sqlite3.connect(tmp_path / "data" / "orgchart.sqlite3")
    people.execute("PRAGMA journal_mode=WAL")
    people.execute("CREATE TABLE entries (number)")
    kept = []
    for number in (1, 2):
        people.execute("INSERT INTO entries VALUES (?)", [number])
        people.commit()
        subprocess.run([sys.executable, "-c", line], cwd=tmp_path, check=True)
        backup = sqlite3.connect(tmp_path / "backup.sqlite3")
        kept.append(backup.execute("SELECT count(*) FROM entries").fetchone()[0])
        backup.close()
    people.close()
    assert kept == [1, 2]


def test_every_folder_that_is_named_is_there():
    named = re.findall(r"^\| (.*?/`) \|", README, re.MULTILINE)
    folders = [folder for row in named for folder in re.findall(r"`(\w+)/`", row)]
    assert len(folders) == 7
    assert [folder for folder in folders if not (PROJECT / folder).is_dir()] == []
