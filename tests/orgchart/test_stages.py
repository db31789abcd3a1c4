import pytest

from departments.models import Chart
from orgchart import stages, storage
from orgchart.outline import Carrying, Duty, Emphasis, Role, RoleDuty
from tests.outlines import chart_of, duty, unit


def stressed(text, duty="", stage="introduction", department="市场部"):
    return Emphasis(key=text, text=text, stage=stage, department=department, duty=duty)


def carrier(name, *duties):
    """A role with one duty for each department duty that it carries."""
    return Role(
        key=name,
        name=name,
        duty_count=len(duties),
        duties=tuple(
            RoleDuty(key=f"{name}.{one}", text=one, carries=(Carrying(duty=one),)) for one in duties
        ),
    )


def numbers(items):
    return [one.number for one in items]


def names(item):
    return [one.role.name for one in item.carriers]


def test_emphases_stand_in_the_order_of_the_source_with_the_numbers_of_their_duties():
    market = unit("市场部", duties=(duty("调研"), duty("定价"), duty("品牌")))
    chart = chart_of(market, emphases=(stressed("品牌", "品牌"), stressed("调研", "调研")))
    [leading] = stages.leading(chart, "introduction")
    assert leading.department == market
    assert [(one.emphasis.text, one.number) for one in leading.items] == [("品牌", 3), ("调研", 1)]


def test_other_stages_and_other_departments_stay_out():
    chart = chart_of(
        unit("市场部", duties=(duty("调研"),)),
        unit("销售部", duties=(duty("回款"),)),
        emphases=(stressed("调研", "调研", stage="growth"),),
    )
    assert stages.leading(chart, "introduction") == ()
    assert stages.leading(chart, "unknown") == ()
    assert [one.department.name for one in stages.leading(chart, "growth")] == ["市场部"]


def test_whoever_carries_a_duty_is_named_wherever_in_the_chart_the_role_stands():
    chart = chart_of(
        unit(
            "营销部",
            unit("市场部", duties=(duty("调研"), duty("定价")), roles=(carrier("主管", "调研"),)),
            roles=(carrier("经理", "定价", "调研"),),
        ),
        emphases=(stressed("调研", "调研"), stressed("价格", "定价")),
    )
    [leading] = stages.leading(chart, "introduction")
    assert [names(one) for one in leading.items] == [["经理", "主管"], ["经理"]]
    first = leading.items[0].carriers[0]
    assert (first.department.name, first.numbers) == ("营销部", (2,))
    assert leading.gaps == ()


def test_a_stressed_duty_without_a_role_is_a_gap():
    market = unit("市场部", duties=(duty("调研"), duty("品牌")), roles=(carrier("主管", "调研"),))
    chart = chart_of(market, emphases=(stressed("品牌", "品牌"), stressed("调研", "调研")))
    [leading] = stages.leading(chart, "introduction")
    assert numbers(leading.gaps) == [2]


def test_where_no_role_has_a_duty_nothing_is_called_a_gap():
    market = unit("市场部", duties=(duty("品牌"),), roles=(carrier("经理"),))
    [leading] = stages.leading(
        chart_of(market, emphases=(stressed("品牌", "品牌"),)), "introduction"
    )
    assert (leading.tells_carriers, leading.gaps) == (False, ())


def test_what_is_outside_the_duty_list_is_kept_and_is_no_gap():
    market = unit(
        "市场部", duties=(Duty(key="调研", text="调研"),), roles=(carrier("主管", "调研"),)
    )
    emphases = (stressed("广告策略"), stressed("调研", "调研"), stressed("别处", "别处的职责"))
    [leading] = stages.leading(chart_of(market, emphases=emphases), "introduction")
    assert [one.emphasis.text for one in leading.outside] == ["广告策略", "别处"]
    assert numbers(leading.inside) == [1]
    assert leading.gaps == ()


def test_a_spread_tells_what_is_stressed_again_and_what_never():
    assert stages.spread(4, [2, 0, 3, 2]) == stages.Spread(
        stressed=(2, 3), repeated=(2,), never=(1, 4)
    )
    assert stages.spread(0, []) == stages.Spread((), (), ())


@pytest.fixture
def seeded(seed):
    return storage.load(
        Chart.objects.get(key="s1"), with_duties=True, with_roles=True, ties=["emphases"]
    )


# What facts.md, section 6, counts.
@pytest.mark.parametrize(
    ("stage", "told"),
    [
        ("introduction", [3, 9, 10, 8, 7]),
        ("growth", [2, 1, 15]),
        ("maturity", [5, 6, 7, 0, 14]),
    ],
)
def test_the_stages_of_the_source_lead_in_its_order(seeded, stage, told):
    [leading] = stages.leading(seeded, stage)
    assert leading.department.name == "市场部"
    assert numbers(leading.items) == told


def test_of_the_fifteen_duties_eleven_are_stressed_one_of_them_twice(seeded):
    told = [
        number
        for stage in ("introduction", "growth", "maturity")
        for number in numbers(stages.leading(seeded, stage)[0].items)
    ]
    assert stages.spread(15, told) == stages.Spread(
        stressed=(1, 2, 3, 5, 6, 7, 8, 9, 10, 14, 15), repeated=(7,), never=(4, 11, 12, 13)
    )


def test_in_maturity_nobody_carries_brand_planning_and_advertising_lies_outside(seeded):
    [leading] = stages.leading(seeded, "maturity")
    assert [one.duty.text for one in leading.gaps] == ["推进品牌规划与品牌形象建设"]
    assert [one.emphasis.text for one in leading.outside] == ["广告策略"]
    assert {one.number: names(one) for one in leading.inside} == {
        5: ["市场调研主管"],
        6: ["市场部经理", "促销企划主管"],
        7: ["产品企划主管"],
        14: [],
    }


def test_a_role_that_carries_a_duty_by_several_of_its_own_is_named_once(seeded):
    [leading] = stages.leading(seeded, "maturity")
    assert [one.numbers for one in leading.items[2].carriers] == [(1, 3)]
