"""Charts on paper: nothing is lost between the pages, and everything can be read."""

from collections import Counter

import pytest
from hypothesis import given, settings, strategies

from orgchart.layout import Style
from orgchart.layout.fitting import LEGIBLE, edge_of
from orgchart.layout.paging import pages, ties_lost
from orgchart.layout.paper import A3, A4, PAPERS
from tests.orgchart.layout.judge import faults
from tests.outlines import STYLES, big_chart, chart_of, charts, hand_off, role, unit

styles = strategies.sampled_from(STYLES)
papers = strategies.sampled_from(list(PAPERS.values()))


def names(page):
    return [card.department.name for card in page.drawing.cards]


def tops(page):
    """The keys of the cards that may stand on other pages too."""
    cards = page.drawing.cards
    first = {card.department.key for card in cards if card.parent < 0}
    came = {cards[index].department.key for index in page.continues}
    return came | (first if page.parts > 1 and len(first) == 1 else set())


def printed(found):
    """How often each department is printed, leaving out the boxes that go on elsewhere."""
    return Counter(
        card.department.key
        for page in found
        for index, card in enumerate(page.drawing.cards)
        if index not in page.continued and card.department.key not in tops(page)
    ) + Counter({key: 1 for page in found for key in tops(page)})


def lines(found):
    return Counter(
        (
            page.drawing.cards[family.superior].department.key,
            page.drawing.cards[line.subordinate].department.key,
        )
        for page in found
        for family in page.drawing.families
        for line in family.lines
    )


def test_a_chart_that_fits_stands_on_one_page_at_its_own_size():
    (page,) = pages(chart_of(unit("营销部", unit("市场部"), unit("销售部"))), Style(), A4)
    assert (page.scale, page.number, page.total, page.continued) == (1, 1, 1, {})


def test_an_empty_chart_has_no_page():
    assert pages(chart_of(), Style(), A4) == ()


def test_a_chart_a_little_too_wide_is_printed_smaller():
    chart = chart_of(unit("根", *(unit(f"部{n}") for n in range(5))))
    (page,) = pages(chart, Style(), A4)
    assert 0.77 < page.scale < 1


def test_a_branch_that_does_not_fit_goes_on_on_a_page_that_both_name():
    branches = [unit(f"部{n}", *(unit(f"组{n}{m}") for m in range(12))) for n in range(3)]
    first, *rest = pages(chart_of(unit("根", *branches)), Style(), A4)
    assert names(first) == ["根", "部0", "部1", "部2"]
    assert first.continued == {1: 2, 2: 3, 3: 4}
    assert [(names(page)[0], page.continues, page.total) for page in rest] == [
        ("部0", {0: 1}, 4),
        ("部1", {0: 1}, 4),
        ("部2", {0: 1}, 4),
    ]


def test_a_branch_that_fits_beside_those_that_do_not_stays_where_it_is():
    large = unit("大部", *(unit(f"组{n}") for n in range(18)))
    chart = chart_of(unit("根", large, unit("小部", unit("一组"))))
    first, second = pages(chart, Style(), A4)
    assert names(first) == ["根", "大部", "小部", "一组"]
    assert (names(second)[0], len(names(second))) == ("大部", 19)


def test_small_branches_share_a_page():
    def grown(name, *numbers):
        below = (grown(f"{name}{n}", *numbers[1:]) for n in range(numbers[0] if numbers else 0))
        return unit(name, *below)

    first, *rest = pages(chart_of(grown("部", 4, 3, 2)), Style(), A4)
    assert len(first.continued) > len(rest) > 0
    assert [names(page)[index] for page in rest for index in page.continues] == [
        names(first)[index] for index in first.continued
    ]


def test_more_children_than_fit_share_pages_that_repeat_their_superior():
    chart = chart_of(unit("根", *(unit(f"部{n}") for n in range(100))))
    found = pages(chart, Style(), A4)
    assert {names(page)[0] for page in found} == {"根"}
    assert [(page.part, page.parts) for page in found] == [
        (number, len(found)) for number in range(1, len(found) + 1)
    ]
    assert [name for page in found for name in names(page)[1:]] == [f"部{n}" for n in range(100)]


def test_all_stands_on_one_page_when_that_is_asked_for():
    (page,) = pages(big_chart(200), Style(), A4, by_branch=False)
    assert len(page.drawing.cards) == 200
    assert page.scale < LEGIBLE


def test_the_number_below_is_on_no_card_that_goes_on_elsewhere():
    branches = [unit(f"部{n}", *(unit(f"组{n}{m}") for m in range(12))) for n in range(3)]
    closed = unit("远部", descendant_count=7)
    found = pages(chart_of(unit("根", *branches, closed)), Style(), A4)
    shown = {card.department.name: card.hidden for page in found for card in page.drawing.cards}
    assert {name: hidden for name, hidden in shown.items() if hidden} == {"远部": 7}


def test_more_roles_than_a_page_holds_go_on_with_the_card_repeated():
    roles = tuple(role(f"岗位{n}", n) for n in range(80))
    one = unit("大部", unit("组"), roles=roles)
    found = pages(chart_of(unit("根", one)), Style(with_roles=True), A4)
    assert names(found[0]) == ["根", "大部"]
    listed = [line for page in found for card in page.drawing.cards for line in card.role_lines]
    assert listed == [(f"岗位{n}", n) for n in range(80)]
    assert names(found[-1]) == ["大部", "组"]


def test_a_branch_is_arranged_on_its_own_page_as_its_superior_says():
    wide = unit("部", *(unit(f"组{n}", unit(f"班{n}"), unit(f"队{n}")) for n in range(6)))
    chart = chart_of(unit("根", wide, branch_layout="stacked"))
    page = pages(chart, Style(), A4)[1]
    assert page.drawing.cards[0].department.branch_layout == "stacked"


def test_exchanges_between_pages_are_counted():
    branches = [unit(f"部{n}", *(unit(f"组{n}{m}") for m in range(12))) for n in range(2)]
    ties = (hand_off("组00", "组10"), hand_off("组00", "组01"), hand_off("组00", "不在"))
    chart = chart_of(unit("根", *branches), hand_offs=ties)
    assert ties_lost(chart, pages(chart, Style(), A4)) == 1


@settings(max_examples=60, deadline=None)
@given(charts(), styles, papers)
def test_every_department_and_every_line_is_printed_once(chart, style, paper):
    found = pages(chart, style, paper)
    assert printed(found) == Counter(one.key for one in chart.walk())
    assert lines(found) == Counter(
        (one.key, below.key) for one in chart.walk() for below in one.children
    )


@settings(max_examples=60, deadline=None)
@given(charts(), styles, papers)
def test_every_page_is_legible_and_sound(chart, style, paper):
    for page in pages(chart, style, paper):
        assert page.scale >= LEGIBLE
        assert (page.drawing.width - 2 * edge_of(page.drawing)) * page.scale <= paper.width + 1e-6
        assert page.drawing.height * page.scale <= paper.height + 1e-6
        assert faults(page.drawing) == []


@settings(max_examples=60, deadline=None)
@given(charts(), styles, papers)
def test_pages_name_each_other(chart, style, paper):
    found = pages(chart, style, paper)
    assert [page.number for page in found] == list(range(1, len(found) + 1))
    for page in found:
        for index, number in page.continued.items():
            other = found[number - 1]
            keys = [card.department.key for card in other.drawing.cards]
            top = keys.index(page.drawing.cards[index].department.key)
            assert (other.drawing.cards[top].parent, other.continues[top]) == (-1, page.number)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", [300, 1_000])
def test_large_charts_lose_nothing(style, size):
    chart = big_chart(size, seed=size)
    found = pages(chart, style, A3)
    assert printed(found) == Counter(one.key for one in chart.walk())
    assert lines(found).total() == sum(len(one.children) for one in chart.walk())


def test_five_thousand_siblings_are_all_printed():
    wide = chart_of(unit("根", *(unit(f"部{n}") for n in range(5_000))))
    assert printed(pages(wide, Style(), A4)).total() == 5_001
