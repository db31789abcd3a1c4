"""Lines of command."""

from orgchart.matrix.lines import above, ends, in_one_line

PARENTS = {"manager": "director", "clerk": "manager", "driver": "manager"}


def test_those_above_come_nearest_first():
    assert list(above("clerk", PARENTS)) == ["manager", "director"]
    assert list(above("director", PARENTS)) == []


def test_a_circle_ends_where_it_began():
    assert list(above("a", {"a": "b", "b": "a"})) == ["b"]
    assert list(above("a", {"a": "a"})) == []


def test_a_superior_and_one_below_are_one_line():
    assert ends(["director", "clerk"], PARENTS) == ("clerk",)
    assert in_one_line("director", "clerk", PARENTS)
    assert in_one_line("clerk", "clerk", PARENTS)


def test_two_below_one_superior_are_two_lines():
    assert ends(["manager", "clerk", "driver"], PARENTS) == ("clerk", "driver")
    assert not in_one_line("clerk", "driver", PARENTS)
