from dataclasses import replace

from hypothesis import given

from orgchart import exchange
from tests.outlines import chart_of, charts, hand_off, unit

MARKET, SALES, FINANCE = unit("市场部"), unit("销售部"), unit("财务部")
CHART = chart_of(
    unit("营销部", MARKET, SALES),
    FINANCE,
    hand_offs=(
        hand_off("销售部", "市场部", "理货报告"),
        hand_off("市场部", "销售部", "销售目标"),
        hand_off("市场部", "销售部", "促销计划"),
        hand_off("营销部", "财务部"),
    ),
)


def said(flows):
    return [(*flow.ends, [item.text for item in flow.items]) for flow in flows]


def confirmed(item, *, giver=True, receiver=True):
    return replace(item, confirmed_by_giver=giver, confirmed_by_receiver=receiver)


def numbers(table):
    return [[cell.number or cell.way for cell in row.cells] for row in table.rows]


def table_of(chart, *, most=9, shown=None, departments=None):
    every = exchange.flows(chart)
    shown = every if shown is None else shown
    departments = departments or exchange.taking_part(chart, shown)
    return exchange.table(departments, shown, every, most)


def test_flows_stand_by_giver_in_the_order_of_the_tree():
    assert said(exchange.flows(CHART)) == [
        ("营销部", "财务部", ["资料"]),
        ("市场部", "销售部", ["销售目标", "促销计划"]),
        ("销售部", "市场部", ["理货报告"]),
    ]


def test_a_flow_knows_whether_anything_comes_back():
    flows = exchange.flows(CHART)
    assert [flow.is_answered for flow in flows] == [False, True, True]
    assert said(exchange.one_way(flows)) == [("营销部", "财务部", ["资料"])]


def test_what_one_side_has_confirmed_alone_is_unconfirmed():
    first, *others = CHART.hand_offs
    chart = replace(CHART, hand_offs=(confirmed(first), confirmed(others[0], giver=False)))
    flows = exchange.flows(chart)
    assert [flow.unconfirmed for flow in flows] == [1, 0]
    assert said(exchange.unconfirmed(flows)) == [("市场部", "销售部", ["销售目标"])]


def test_items_keep_their_numbers_when_others_are_left_out():
    items = (CHART.hand_offs[1], replace(CHART.hand_offs[2], frequency="每月"))
    flows = exchange.flows(replace(CHART, hand_offs=items[::-1]))
    (open_one,) = exchange.unsaid(flows, "frequency")
    assert (open_one.numbers, [item.text for item in open_one.items]) == ((2,), ["销售目标"])


def test_a_summary_counts_what_is_there_and_what_is_lacking():
    assert exchange.summary(exchange.flows(CHART)) == exchange.Summary(
        items=4,
        pairs=2,
        one_way=1,
        unconfirmed=4,
        unsaid=(("medium", 4), ("frequency", 4), ("deadline", 4)),
    )


def test_a_pair_has_the_way_back_beside():
    assert [said(pair.flows) for pair in exchange.pairs(exchange.flows(CHART))] == [
        [("营销部", "财务部", ["资料"])],
        [("市场部", "销售部", ["销售目标", "促销计划"]), ("销售部", "市场部", ["理货报告"])],
    ]


def test_the_table_shows_what_is_empty_and_what_is_left_unanswered():
    table = table_of(CHART)
    assert [one.name for one in table.departments] == ["营销部", "市场部", "销售部", "财务部"]
    assert numbers(table) == [
        ["self", "none", "none", 1],
        ["none", "self", 2, "none"],
        ["none", 1, "self", "none"],
        ["unanswered", "none", "none", "self"],
    ]
    assert [row.total for row in table.rows] == [1, 2, 1, 0]
    assert [number for _one, number in table.received] == [0, 1, 2, 1]
    assert (table.total, table.left_out) == (4, 0)


def test_what_a_filter_hides_is_not_called_unanswered():
    shown = exchange.touching(exchange.flows(CHART)[1:2], {"市场部"})
    assert numbers(table_of(CHART, shown=shown)) == [["self", 2], ["none", "self"]]


def test_departments_without_hand_offs_have_empty_rows_when_asked_for():
    table = table_of(CHART, departments=[*CHART.walk(), unit("综合办")])
    assert numbers(table)[-1] == ["none", "none", "none", "none", "self"]


def test_a_wide_table_keeps_the_busiest_and_counts_what_they_give_elsewhere():
    table = table_of(CHART, most=3)
    assert [one.name for one in table.departments] == ["营销部", "市场部", "销售部"]
    assert (table.left_out, table.total) == (1, 4)
    assert table.rows[0].total == 1


def test_flows_that_touch_a_department_begin_or_end_there():
    flows = exchange.flows(CHART)
    assert said(exchange.touching(flows, {"财务部"})) == [("营销部", "财务部", ["资料"])]
    assert exchange.touching(flows, set()) == ()


def test_the_strongest_flows_are_kept_between_few_departments():
    flows = exchange.flows(CHART)
    assert said(exchange.strongest(flows, 9, 1)) == [("市场部", "销售部", ["销售目标", "促销计划"])]
    assert [flow.ends for flow in exchange.strongest(flows, 2, 9)] == [
        ("市场部", "销售部"),
        ("销售部", "市场部"),
    ]
    assert exchange.strongest(flows, 1, 9) == ()


@given(charts(most=12))
def test_sums_add_up_for_any_chart(chart):
    table = table_of(chart)
    assert table.total == len(chart.hand_offs)
    assert sum(number for _one, number in table.received) <= table.total
    if not table.left_out:
        assert sum(row.total for row in table.rows) == table.total
        assert all(sum(cell.number for cell in row.cells) == row.total for row in table.rows)
