"""How departments stand to each other: inside, beside, the same in two charts."""

from dataclasses import replace

from orgchart.compare.sides import standing
from tests.orgchart.compare.sides import sides_of
from tests.outlines import chart_of, unit

CHART = chart_of(unit("总部"), unit("甲"), unit("乙"), unit("丙"))
OTHER = replace(CHART, key="other")
ABOVE = {"甲": ("总部",), "乙": ("总部",), "丙": ("乙", "总部")}


def stand(*keys):
    return standing(sides_of(CHART, *keys, above=ABOVE))


def test_each_container_names_those_inside():
    assert stand("甲", "总部", "丙").inside == ((1, (0, 2)),)
    assert stand("丙", "乙", "总部").inside == ((1, (0,)), (2, (0, 1)))


def test_siblings_have_one_direct_superior():
    assert stand("甲", "乙").are_siblings
    assert not stand("甲", "丙").are_siblings
    assert not stand("甲", "乙", "丙").are_siblings


def test_departments_of_the_first_level_have_no_superior_in_common():
    roots = sides_of(CHART, "甲", "乙")
    assert not standing(roots).are_siblings
    assert standing(roots).are_at_top


def test_only_top_level_units_of_one_chart_stand_at_its_top():
    outside = sides_of(chart_of(unit("甲"), unit("客户", kind="outside")), "甲", "客户")
    across = (*sides_of(CHART, "甲"), *sides_of(OTHER, "乙"))
    found = [standing(sides).are_at_top for sides in (outside, across)]
    assert [*found, stand("甲", "乙").are_at_top] == [False, False, False]


def test_one_department_in_two_charts_is_known_by_its_key():
    sides = (*sides_of(CHART, "甲", "乙"), *sides_of(OTHER, "甲"))
    assert standing(sides).same == ((0, 2),)
    assert standing(sides).is_across_charts


def test_nothing_is_inside_or_beside_across_charts():
    sides = (*sides_of(CHART, "甲", above=ABOVE), *sides_of(OTHER, "总部", "乙", above=ABOVE))
    found = standing(sides)
    assert (found.inside, found.are_siblings) == (((1, (2,)),), False)
