"""A chart in TOML becomes an outline of all it says."""

import tomllib

import pytest

from orgchart import outline
from orgchart.documents import as_toml
from tests.orgchart.documents.as_toml.texts import CHART


@pytest.fixture(scope="module")
def chart() -> outline.Chart:
    return as_toml.read_chart(CHART)


def test_flat_departments_become_a_tree_in_the_order_of_the_file(chart):
    tree = [(root.key, [child.key for child in root.children]) for root in chart.departments]
    assert tree == [("above", ["sales", "marketing"]), ("committee", [])]


def test_a_department_counts_what_it_has(chart):
    counts = {d.key: (d.duty_count, d.role_count, d.child_count) for d in chart.walk()}
    assert counts == {
        "above": (2, 0, 2),
        "sales": (0, 0, 0),
        "marketing": (1, 2, 0),
        "committee": (0, 0, 0),
    }


def test_a_duty_is_numbered_by_its_place_unless_it_has_a_key(chart):
    assert chart.departments[0].duties == (
        outline.Duty(key="above.1", text="建设品牌", function="brand", source="A0.Y.8"),
        outline.Duty(key="above.last", text="完成上级交办的其他事项", involvement="other"),
    )


def test_a_role_sits_in_its_department_and_carries_duties(chart):
    assert chart.departments[0].children[1].roles == (
        outline.Role(key="manager", name="市场部经理"),
        outline.Role(
            key="planner",
            name="产品企划主管",
            reports_to="manager",
            reports_to_basis="inferred",
            duties=(
                outline.RoleDuty(
                    key="planner.1",
                    text="开展产品企划",
                    carries=(outline.Carrying(duty="marketing.1", extent="partial"),),
                ),
            ),
            duty_count=1,
        ),
    )


def test_a_hand_off_keeps_its_deliverables(chart):
    assert chart.hand_offs == (
        outline.HandOff(
            key="marketing-to-sales.1",
            giver="marketing",
            receiver="sales",
            text="两件交付物",
            deliverables=("一", "二"),
        ),
    )


def test_a_trait_is_known_by_its_aspect_and_department(chart):
    assert chart.traits == (
        outline.Trait(key="level.marketing", aspect="level", department="marketing", text="战略"),
    )


def test_an_emphasis_is_numbered_in_its_stage(chart):
    assert [(e.key, e.duty) for e in chart.emphases] == [
        ("growth.1", "marketing.1"),
        ("maturity.1", ""),
    ]


def test_a_chart_may_be_empty():
    assert as_toml.read_chart('key = "mine"\nname = "我的"') == outline.Chart(
        key="mine", name="我的"
    )


def test_a_deep_chart_is_read():
    below = "\n".join(
        f'[[departments]]\nkey = "d{n}"\nname = "部门{n}"\nparent = "d{n - 1}"'
        for n in range(1, 3000)
    )
    top = 'key = "deep"\nname = "深"\n[[departments]]\nkey = "d0"\nname = "部门0"\n'
    assert sum(1 for _ in as_toml.read_chart(top + below).walk()) == 3000


def test_text_that_is_no_toml_is_refused():
    with pytest.raises(tomllib.TOMLDecodeError):
        as_toml.read_chart("key = ")
