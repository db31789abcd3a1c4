"""Keys that stand twice and what points at nothing are refused with a sentence."""

import pytest

from tests.orgchart.documents.as_toml.texts import instead, refusal


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('key = "sales"', 'key = "above"', "The department key “above” is used twice."),
        (
            'name = "销售部"\nparent = "above"',
            'name = "销售部"\nparent = "nobody"',
            "The department “sales” has the parent “nobody”, which does not exist.",
        ),
        (
            'name = "营销部"',
            'name = "营销部"\nparent = "sales"',
            "The department “sales” hangs below itself.",
        ),
        (
            'key = "above.last"',
            'key = "above.1"',
            "The department duty key “above.1” is used twice.",
        ),
        (
            'department = "marketing"\nname = "市场部经理"',
            'department = "nowhere"\nname = "市场部经理"',
            "The role “manager” has the department “nowhere”, which does not exist.",
        ),
        (
            'reports_to = "manager"',
            'reports_to = "nobody"',
            "The role “planner” has the reports_to “nobody”, which does not exist.",
        ),
        (
            '{ duty = "marketing.1", extent = "partial" }',
            '{ duty = "marketing.9" }',
            "The duty “planner.1” has the carries “marketing.9”, which does not exist.",
        ),
        ('key = "planner"', 'key = "manager"', "The role key “manager” is used twice."),
        (
            'giver = "marketing"',
            'giver = "nobody"',
            "The hand-off “marketing-to-sales.1” has the giver “nobody”, which does not exist.",
        ),
        (
            'receiver = "sales"',
            'receiver = "nobody"',
            "The hand-off “marketing-to-sales.1” has the receiver “nobody”, which does not exist.",
        ),
        (
            'to_department = "sales"',
            'to_department = "x"',
            "The relation “marketing-guides-sales” has the to_department “x”, "
            "which does not exist.",
        ),
        (
            'department = "marketing"\ntext = "战略"',
            'department = "x"\ntext = "战略"',
            "The trait “level.x” has the department “x”, which does not exist.",
        ),
        (
            'duty = "marketing.1"\n',
            'duty = "marketing.2"\n',
            "The emphasis “growth.1” has the duty “marketing.2”, which does not exist.",
        ),
        (
            'counterpart_text = "各部门"',
            'counterpart_role = "nobody"',
            "The working relationship “interface-1-1” has the counterpart_role “nobody”, "
            "which does not exist.",
        ),
        (
            'role = "manager"\n',
            "",
            "The working relationship “interface-1-1” needs exactly one of “role” or “department”.",
        ),
        (
            'counterpart_text = "各部门"',
            'counterpart_text = "各部门"\ncounterpart_role = "planner"',
            "The working relationship “interface-1-1” needs exactly one of “counterpart_role” "
            "or “counterpart_department” or “counterpart_text”.",
        ),
    ],
)
def test_a_reference_that_does_not_fit_is_refused_with_a_sentence(old, new, expected):
    assert refusal(instead(old, new)) == expected
