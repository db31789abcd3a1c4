import pytest

from orgchart.search.synonyms import other_ways


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("业务部", ("销售部",)),
        ("销售部", ("业务部",)),
        ("業務部", ("销售部",)),
        ("通路企划", ("渠道企划", "通路策划", "渠道策划")),
        ("行銷部", ("营销部",)),
        ("串货", ("窜货",)),
        ("軟體", ("软件",)),
        ("市场部", ()),
    ],
)
def test_each_word_of_the_trade_has_its_other_ways(typed, ways):
    assert other_ways(typed) == ways
