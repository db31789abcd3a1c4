"""Nothing on any page is left in English for a Chinese reader."""

import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import polib
import pytest

from orgchart.catalogs import find_catalogs
from tests.processes import PROJECT

HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]")


def translations():
    """All entries of all catalogs by context and message."""
    entries = (entry for catalog in find_catalogs(PROJECT) for entry in polib.pofile(catalog))
    return {(entry.msgctxt, entry.msgid): entry for entry in entries}


def messages(folder):
    """Every message that code and templates mark for translation, freshly read from them."""
    for name in ("departments", "roles", "orgchart", "templates"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("locale"))
    (folder / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "zh_Hans"]
    # Without our settings: only the folder counts.
    alone = {"PATH": os.environ["PATH"]}
    subprocess.run(command, cwd=folder, env=alone, check=True, capture_output=True)
    found = polib.pofile(folder / "locale/zh_Hans/LC_MESSAGES/django.po")
    return [(entry.msgctxt, entry.msgid) for entry in found]


@pytest.mark.skipif(not shutil.which("xgettext"), reason="no xgettext")
def test_every_message_is_said_in_chinese(tmp_path):
    known = translations()
    missing = [
        message
        for message in messages(tmp_path)
        if message not in known or not known[message].translated()
    ]
    assert missing == []


@pytest.mark.parametrize("part", ["admin", "auth"])
def test_what_the_framework_says_in_english_only_is_said_in_chinese(part):
    folder = Path(import_module(f"django.contrib.{part}").__file__).parent / "locale"
    said, wanted = (
        polib.pofile(folder / language / "LC_MESSAGES/django.po") for language in ("zh_Hans", "en")
    )
    known = translations()
    known |= {(entry.msgctxt, entry.msgid): entry for entry in said if entry.translated()}
    missing = [entry.msgid for entry in wanted if (entry.msgctxt, entry.msgid) not in known]
    assert missing == []


def test_chinese_messages_have_full_width_punctuation():
    said = [
        text
        for entry in translations().values()
        for text in [entry.msgstr, *entry.msgstr_plural.values()]
    ]
    assert [text for text in said if HALF_WIDTH.search(text)] == []


@pytest.mark.parametrize(("other", "ours"), [("重点", "侧重"), ("您", "你")])
def test_a_thing_and_the_reader_are_called_by_one_word(other, ours):
    said = [
        text
        for entry in translations().values()
        for text in (entry.msgstr, *entry.msgstr_plural.values())
    ]
    assert [text for text in said if other in text] == []
    assert any(ours in text for text in said)
