"""A library in TOML becomes an outline, or is refused with a sentence."""

import pytest

from orgchart import outline
from orgchart.documents import as_toml
from tests.orgchart.documents.as_toml.texts import LIBRARY, instead, refusal


def test_a_library_is_read():
    assert as_toml.read_library(LIBRARY) == outline.Library(
        functions=(outline.Term(key="pricing", name="定价"),),
        stages=(outline.Term(key="growth", name="成长期"),),
        aspects=(outline.Term(key="level", name="层次"),),
        articles=(
            outline.Article(
                key="history",
                name="市场部发展史",
                passages=(
                    outline.Passage(key="history.1", text="供销部门", source="A3.1"),
                    outline.Passage(key="history.2", text="核心部门"),
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[[functions]]", "[[charts]]", "The library has the unknown key “charts”."),
        ('key = "pricing"\n', "", "The function no. 1 lacks the key “key”."),
        (
            'name = "成长期"',
            'name = "成长期"\ncolour = 1',
            "The stage “growth” has the unknown key “colour”.",
        ),
        ('name = "层次"', "name = 4", "The aspect “level” has 4 as its “name”."),
        (
            '{ text = "核心部门" }',
            '{ source = "A3.1" }',
            "The passage “history.2” lacks the key “text”.",
        ),
        (
            "[[stages]]",
            '[[functions]]\nkey = "pricing"\nname = "价格"\n[[stages]]',
            "The function key “pricing” is used twice.",
        ),
    ],
)
def test_a_library_that_does_not_fit_is_refused_with_a_sentence(old, new, expected):
    assert refusal(instead(old, new, LIBRARY), as_toml.read_library) == expected
