from django.http import QueryDict
from hypothesis import given, strategies

from orgchart.layout import Style
from orgchart.views.chart_state import Branches, ChartState, read_state

slugs = strategies.lists(
    strategies.text(alphabet="市场部销售-abc", min_size=1, max_size=6), unique=True, max_size=5
).map(tuple)
states = strategies.builds(
    ChartState,
    root=strategies.sampled_from(["", "市场部"]),
    depth=strategies.sampled_from([None, 0, 1, 30]),
    opened=slugs,
    closed=slugs,
    style=strategies.builds(
        Style,
        sideways=strategies.booleans(),
        with_roles=strategies.booleans(),
        vertical=strategies.booleans(),
    ),
    layers=strategies.sampled_from([(), ("协作",), ("关系",), ("协作", "关系")]),
    chosen=strategies.sampled_from(["", "销售部"]),
    sought=strategies.sampled_from(["", "定价 策略", "a&b=c"]),
    stage=strategies.sampled_from(["", "导入期"]),
)


def read(query):
    return read_state(QueryDict(query.removeprefix("?")))


def test_the_state_a_chart_opens_with_needs_no_words():
    assert ChartState().query() == "?"


@given(states)
def test_every_state_has_an_address_that_is_read_as_the_same_state(state):
    assert read(state.query()) == state


@given(strategies.text(max_size=50), strategies.text(max_size=50))
def test_any_words_in_an_address_are_some_state(name, value):
    query = QueryDict(mutable=True)
    for parameter in ("层级", "展开", "收起", "图层", "找", name):
        query[parameter] = value
    state = read_state(query)
    assert state.depth is None or 0 <= state.depth <= 30


def test_a_depth_beyond_the_deepest_is_the_deepest():
    assert [read(f"?层级={text}").depth for text in ("0", "1", "31", "9" * 5000, "全部")] == [
        *(1, 1, 30, 30, 0)
    ]


def test_what_is_no_depth_counts_as_unsaid():
    assert [read(f"?层级={text}").depth for text in ("-1", "1e3", "NaN", "٣", "")] == [None] * 5


def test_opening_what_was_closed_forgets_that_it_was_closed():
    branches = Branches(closed=("市场部", "销售部"))
    assert branches.opening("市场部") == Branches(closed=("销售部",))
    assert branches.opening("品牌部").opened == ("品牌部",)


def test_closing_what_was_opened_forgets_that_it_was_opened():
    branches = Branches(opened=("市场部",))
    assert branches.closing("市场部") == Branches()
    assert branches.closing("销售部").closed == ("销售部",)


def test_showing_a_department_opens_all_above_it():
    state = ChartState(closed=("营销部",), root="财务部")
    assert state.showing("渠道组", ["营销部", "市场部"]) == ChartState(
        opened=("营销部", "市场部"), chosen="渠道组"
    )
