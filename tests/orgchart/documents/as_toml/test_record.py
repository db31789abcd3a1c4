"""A table that makes no record is refused with a sentence that names it."""

import pytest

from tests.orgchart.documents.as_toml.texts import instead, refusal


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('key = "s1"\n', "", "The chart lacks the key “key”."),
        ('key = "s1"', "key = 1", "The chart has 1 as its “key”."),
        ('key = "s1"', 'key = "s1"\ncolour = 1', "The chart has the unknown key “colour”."),
        ('kind = "recommended"', 'kind = "best"', "The chart has the unknown kind “best”."),
        ('key = "sales"\n', "", "The department no. 1 lacks the key “key”."),
        ('key = "sales"\n', "key = 7\n", "The department no. 1 has 7 as its “key”."),
        ('name = "销售部"\n', "", "The department “sales” lacks the key “name”."),
        ('name = "销售部"\n', 'name = ""\n', "The department “sales” lacks the key “name”."),
        (
            'name = "销售部"\n',
            'name = "销售部"\nduty_count = 3\n',
            "The department “sales” has the unknown key “duty_count”.",
        ),
        (
            'name = "销售部"\n',
            'name = "销售部"\nheadcount = true\n',
            "The department “sales” has True as its “headcount”.",
        ),
        (
            'name = "销售部"\nparent = "above"',
            'name = "销售部"\nparent = 3',
            "The department “sales” has 3 as its “parent”.",
        ),
        (
            'source = "A0.Y.8"',
            'basis = "guessed"',
            "The duty “above.1” has the unknown basis “guessed”.",
        ),
        (
            'involvement = "other"',
            'involvement = "watch"',
            "The duty “above.last” has the unknown involvement “watch”.",
        ),
        (
            'duties = [{ text = "拟定产品价格" }]',
            'duties = ["拟定产品价格"]',
            "The department “marketing” has “duties”, which is not a list of tables.",
        ),
        (
            'department = "marketing"\nname = "市场部经理"',
            'name = "市场部经理"',
            "The role “manager” lacks the key “department”.",
        ),
        (
            'extent = "partial"',
            'extent = "half"',
            "The duty “planner.1” has the unknown extent “half”.",
        ),
        (
            'deliverables = ["一", "二"]',
            'deliverables = "一"',
            "The hand-off “marketing-to-sales.1” has '一' as its “deliverables”.",
        ),
        (
            'kind = "guides"',
            'kind = "likes"',
            "The relation “marketing-guides-sales” has the unknown kind “likes”.",
        ),
        (
            'stage = "growth"',
            "stage = []",
            "The emphasis “[].1” has [] as its “stage”.",
        ),
    ],
)
def test_a_record_that_does_not_fit_is_refused_with_a_sentence(old, new, expected):
    assert refusal(instead(old, new)) == expected
