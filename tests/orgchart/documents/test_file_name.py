from datetime import date

import pytest
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import override
from hypothesis import given

from orgchart.documents.file_name import file_name
from orgchart.outline import Chart
from tests.orgchart.strategies import texts

DAY = date(2026, 11, 23)


def named(name, part="", extension="svg", **values):
    chart = Chart(key="c", name=name, revision=12)
    with override("zh-hans"):
        return file_name(chart, extension, part, **{"day": DAY, **values})


def test_it_says_chart_content_revision_and_day():
    assert named("营销部统辖制") == "营销部统辖制-架构图-v12-2026-11-23.svg"


def test_it_says_which_part():
    assert named("营销部统辖制", "市场部") == "营销部统辖制-架构图-市场部-v12-2026-11-23.svg"


def test_it_says_which_content():
    assert named("方案", content="大纲", extension="txt") == "方案-大纲-v12-2026-11-23.txt"


def test_the_day_is_today_unless_it_is_told():
    with override("zh-hans"):
        name = file_name(Chart(key="c", name="方案"), "svg")
    assert name == f"方案-架构图-v0-{timezone.localdate().isoformat()}.svg"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "etcpasswd"),
        ("..", "方案"),
        ("....a", "a"),
        (".a.b.", "a.b"),
        ("./.", "方案"),
        ('a/b\\c:d*e?f"g<h>i|j', "abcdefghij"),
        ("a\r\nb\x00c\x7f", "abc"),
        ("图\u202egpj", "图gpj"),
        ("研发  中心", "研发 中心"),
        ("CON", "CON"),
    ],
)
def test_nothing_stays_that_a_file_name_cannot_hold(name, kept):
    assert named(name) == f"{kept}-架构图-v12-2026-11-23.svg"


def test_a_long_name_is_cut_and_the_rest_stays():
    name = named("营" * 200)
    assert len(name) == 80
    assert name.endswith("营-架构图-v12-2026-11-23.svg")


def test_characters_of_many_bytes_are_cut_sooner():
    name = named("😀" * 200, "😀" * 200)
    assert len(name.encode()) <= 240
    assert name.endswith("-v12-2026-11-23.svg")


@given(texts, texts)
def test_any_text_makes_a_name_that_every_system_takes(name, part):
    made = named(name, part)
    assert len(made) <= 80
    assert len(made.encode()) <= 255
    assert set('/\\:*?"<>|\r\n\0') & set(made) == set()
    assert ".." not in made
    assert not made.startswith((".", " ", "-"))
    assert made.endswith("-v12-2026-11-23.svg")


@given(texts)
def test_any_name_fits_into_a_header(name):
    header = content_disposition_header(True, named(name))
    assert header.startswith("attachment; filename")
    assert header.isascii()
