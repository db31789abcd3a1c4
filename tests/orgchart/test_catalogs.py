import gettext
import os

import pytest
from django.core.management import call_command

from orgchart.catalogs import compile_catalogs, find_catalogs
from tests.processes import PROJECT

CATALOG = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Department"
msgstr "部门"
"""


@pytest.fixture
def catalog(tmp_path):
    source = tmp_path / "departments/locale/zh_Hans/LC_MESSAGES/django.po"
    source.parent.mkdir(parents=True)
    source.write_text(CATALOG, encoding="utf-8")
    return source


def test_a_catalog_is_compiled_beside_its_source(tmp_path, catalog):
    assert compile_catalogs(tmp_path) == [catalog]
    with catalog.with_suffix(".mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("Department") == "部门"
    assert [file.suffix for file in sorted(catalog.parent.iterdir())] == [".mo", ".po"]


def test_only_a_changed_catalog_is_compiled_again(tmp_path, catalog):
    compile_catalogs(tmp_path)
    assert compile_catalogs(tmp_path) == []
    later = catalog.with_suffix(".mo").stat().st_mtime + 1
    os.utime(catalog, (later, later))
    assert compile_catalogs(tmp_path) == [catalog]


def test_the_command_says_what_it_compiled(capsys, settings, tmp_path, catalog):
    settings.BASE_DIR = tmp_path
    call_command("compilecatalogs")
    assert capsys.readouterr().out == (
        "compiled departments/locale/zh_Hans/LC_MESSAGES/django.po\n"
    )


def test_every_room_speaks_chinese():
    assert list(find_catalogs(PROJECT))
    compile_catalogs(PROJECT)
    assert [file for file in find_catalogs(PROJECT) if not file.with_suffix(".mo").exists()] == []
