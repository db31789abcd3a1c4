import re

from orgchart.documents import as_thumbnail
from orgchart.outline import Chart, Department


def department(name, *children, kind="department"):
    return Department(key=name, name=name, kind=kind, children=children)


def boxes(*departments):
    """The left, top and width of each box."""
    svg = as_thumbnail.write(Chart(key="c", name="c", departments=departments))
    found = re.findall(r'x="([\d.]+)" y="(\d+)" width="([\d.]+)"', svg)
    return [tuple(float(number) for number in box) for box in found]


def test_a_box_stands_above_the_middle_of_what_is_below_it():
    branch = department("a", department("b"), department("c"))
    assert boxes(branch, department("d")) == [
        (51.3, 11, 56),
        (10.6, 33, 56),
        (91.9, 33, 56),
        (173.3, 11, 56),
    ]


def test_many_boxes_share_the_width():
    lefts_and_widths = [(left, width) for left, _top, width in boxes(*map(department, "abcdefgh"))]
    assert lefts_and_widths == [(30.5 * number, 26.5) for number in range(8)]


def test_only_three_levels_are_drawn():
    deep = department("a", department("b", department("c", department("d"))))
    assert [top for _left, top, _width in boxes(deep)] == [0, 22, 44]


def test_of_many_the_upper_twelve_are_drawn():
    wide = [department(f"{n}", department(f"{n} below")) for n in range(10)]
    tops = [top for _left, top, _width in boxes(*wide)]
    assert (tops.count(11), tops.count(33)) == (10, 2)


def test_it_says_nothing_in_words_and_is_hidden_from_screen_readers():
    svg = as_thumbnail.write(
        Chart(key="c", name="方案", departments=(department("<b>", kind="outside"),))
    )
    assert svg == (
        '<svg class="thumbnail" width="240" height="60" viewBox="0 0 240 60" aria-hidden="true">'
        '<rect class="outside" x="92" y="22" width="56" height="16" rx="2"/></svg>'
    )


def test_a_chart_without_departments_has_no_drawing():
    assert as_thumbnail.write(Chart(key="c", name="c")) == ""
