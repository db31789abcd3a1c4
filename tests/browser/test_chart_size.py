"""What the moving chart asks the server for, and how much of a chart is in the document."""

from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from orgchart import storage
from tests.browser.charts import (
    S1,
    at_rest,
    big,
    card,
    drawn,
    names,
    query,
    settled,
    until,
    visit,
)
from tests.outlines import chart_of, unit

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

MOST_ELEMENTS = 1500


@pytest.fixture
def chart(page, live_server, seed, complaints):
    visit(page, live_server, S1)
    return page


@pytest.mark.parametrize("number", [1_000, 10_000])
@pytest.mark.parametrize("levels", ["2", "全部"])
def test_only_what_is_in_view_is_in_the_document(page, live_server, complaints, number, levels):
    big(number)
    visit(page, live_server, f"方案/大/?层级={levels}")
    for press in ("", "0", "+", "+", "+", "+", "+", "+", "ArrowRight"):
        if press:
            page.locator(".canvas").press(press)
            drawn(page)
        assert page.evaluate("document.querySelectorAll('*').length") <= MOST_ELEMENTS


@pytest.mark.parametrize("number", [99, 130])
def test_cards_that_can_be_read_have_their_names(page, live_server, complaints, number):
    below = [unit(f"第{index}部", key=f"d{index}") for index in range(number)]
    storage.store(chart_of(unit("总部", *below, key="top"), slug="宽", status="published"))
    page.set_viewport_size({"width": 2200, "height": 1300})
    visit(page, live_server, "方案/宽/")
    page.get_by_role("button", name="显示全图").click()
    until(page, lambda: page.locator(".drawing .card").count() == number + 1)
    assert len(names(page)) == number + 1
    assert page.evaluate("document.getElementsByTagName('*').length") <= MOST_ELEMENTS


def test_of_many_long_names_the_branches_opened_last_stay_open(page, live_server, complaints):
    long = "管理与服务支持中心及其下属机构"
    branches = [
        unit(f"{long}{index}", unit(f"{long}{index}组", key=f"g{index}"), key=f"d{index}")
        for index in range(40)
    ]
    storage.store(chart_of(unit("总部", *branches, key="top"), slug="长", status="published"))
    slugs = ",".join(f"{long}{index}" for index in range(40))
    visit(page, live_server, f"方案/长/?层级=2&展开={slugs}")
    opened = query(page).partition("展开=")[2].split(",")
    badge = page.get_by_role("link", name=f"展开{long}0：", exact=False).first
    badge.dispatch_event("click")
    until(page, lambda: query(page).endswith(f",{long}0"))
    kept = query(page).partition("展开=")[2].split(",")
    assert len(opened) == 40
    assert kept == [*(f"{long}{index}" for index in range(41 - len(kept), 40)), f"{long}0"]
    assert page.evaluate("location.search.length") < 2900


def test_the_minimap_leads_to_another_place(page, live_server, complaints):
    big(1_000)
    visit(page, live_server, "方案/大/?层级=全部")
    overview = page.locator(".minimap svg")
    expect(overview).to_be_visible()
    before = names(page)
    overview.click(position={"x": 170, "y": 2})
    until(page, lambda: names(page) != before)


@pytest.mark.parametrize("place", ["99999,99999,1", "-5000,300,0.9"])
def test_a_place_where_nothing_is_counts_as_none(page, live_server, seed, complaints, place):
    page.goto(f"{live_server.url}/{quote(S1)}#{place}")
    at_rest(page)
    until(page, lambda: "市场部" in names(page))


def test_fewer_levels_are_shown_where_something_is(page, live_server, complaints):
    big(1_000)
    visit(page, live_server, "方案/大/?层级=4")
    for _turn in range(40):
        page.locator(".canvas").press("ArrowRight")
    until(page, lambda: "第0部" not in names(page))
    page.get_by_text("展开到", exact=False).first.click()
    page.get_by_role("link", name="1 级", exact=True).click()
    until(page, lambda: names(page) == ["第0部"])


def test_the_last_question_wins(chart):
    held, ended = [], []
    for end in ("requestfinished", "requestfailed"):
        chart.on(end, lambda request: ended.append(unquote(request.url)))
    chart.route("**/*选中=市场部*", lambda route: held.append(route))
    chart.route(f"**/*{quote('选中=市场部', safe='=')}*", lambda route: held.append(route))
    card(chart, "市场部").click()
    card(chart, "销售部").click()
    chart.locator(".chosen h2").wait_for()
    for route in held:
        route.continue_()
    until(chart, lambda: any("选中=市场部" in one for one in ended))
    drawn(chart)
    assert chart.locator(".chosen h2").inner_text().startswith("销售部")
    assert query(chart) == "?选中=销售部"


def test_the_upper_levels_stand_still_until_all_that_is_open_is_there(
    page, live_server, complaints
):
    big(1_000)
    held = hold(page, "/图/?层级=全部")
    page.goto(f"{live_server.url}/{quote('方案/大/')}?{quote('层级=全部', safe='=')}")
    page.wait_for_selector(".moving-chart .drawing .view")
    until(page, lambda: held)
    overview = page.locator(".minimap svg")
    before = (place(page), overview.get_attribute("viewBox"))
    assert page.evaluate("location.hash") == ""
    held.pop().continue_()
    until(page, lambda: overview.get_attribute("viewBox") != before[1])
    at_rest(page)
    settled(page)
    assert place(page) == before[0]
    assert page.locator(".drawing .card").count() > 1


def place(page):
    """Where the top card is on the screen."""
    return [round(value) for value in card(page, "第0部").bounding_box().values()]


def hold(page, ending):
    """Hold back what is asked for at addresses that end so; returns what is held."""
    held = []
    page.route(lambda address: unquote(address).endswith(ending), lambda route: held.append(route))
    return held


def test_switches_that_are_pressed_at_once_all_count(chart):
    hold(chart, "&只=周边")
    tools = chart.locator(".tools")
    tools.get_by_role("link", name="协作", exact=True).click()
    until(chart, lambda: chart.locator(".drawing .arrow").count() == 0)
    tools.get_by_role("link", name="横向").click()
    until(chart, lambda: set(query(chart)[1:].split("&")) == {"图层=无", "方向=横向"})
    assert chart.locator(".drawing .arrow").count() == 0


def test_what_a_badge_leads_to_is_asked_for_before_it_is_pressed(chart):
    asked = []
    chart.on("request", lambda request: asked.append(unquote(request.url)))
    chart.get_by_role("link", name="收起营销部").hover()
    until(chart, lambda: [one for one in asked if "收起=营销部" in one])
    chart.get_by_role("link", name="收起营销部").click()
    chart.get_by_role("link", name="展开营销部：下面有 2 个部门").wait_for()
    assert len([one for one in asked if one.endswith("/图/?收起=营销部")]) == 1


def test_closed_branches_in_view_are_asked_for_while_the_reader_looks(
    page, live_server, complaints
):
    big(1_000)
    asked = []
    page.on("request", lambda request: asked.append(unquote(request.url)))
    visit(page, live_server, "方案/大/")
    until(page, lambda: any(one.endswith("/图/?展开=第6部") for one in asked))
    before = len(asked)
    page.get_by_role("link", name="展开第6部", exact=False).first.click()
    until(page, lambda: "第37部" in names(page))
    opened = [one for one in asked[before:] if one.endswith("/图/?展开=第6部")]
    assert opened == []


# How long the drawing has stood still when a part of the page around it is replaced.
RESTS = """place => {
  let moved = 0;
  const view = document.querySelector(".drawing .view");
  new MutationObserver(() => (moved = performance.now())).observe(view, {attributes: true});
  new MutationObserver(() => (window.rested ??= performance.now() - moved))
    .observe(document.querySelector(place), {childList: true});
}"""


def test_what_stands_around_the_drawing_waits_until_it_stands_still(chart):
    chart.evaluate(RESTS, '[data-piece="tools"]')
    with chart.expect_response(lambda response: "周边" in unquote(response.url)):
        chart.get_by_role("link", name="横向", exact=True).click()
        chart.mouse.move(700, 400)
        chart.mouse.down()
        for turn in range(80):
            chart.mouse.move(700 + turn % 20, 400)
            chart.wait_for_timeout(10)
    chart.mouse.up()
    until(chart, lambda: chart.evaluate("window.rested"))
    assert chart.evaluate("window.rested") > 100


def test_an_empty_chart_and_a_chart_of_one_move_too(page, live_server, complaints):
    storage.store(chart_of(slug="空", status="published"))
    page.goto(f"{live_server.url}/方案/空/")
    assert "这个方案还没有部门" in page.locator(".empty").inner_text()


def test_a_chart_of_one_department_is_shown_at_its_size(page, live_server, complaints):
    storage.store(chart_of(unit("市场部"), slug="一", status="published"))
    visit(page, live_server, "方案/一/")
    assert names(page) == ["市场部"]
    assert round(page.locator(".drawing .box").bounding_box()["width"]) in range(219, 224)


def test_branches_that_are_pressed_at_once_all_open(page, live_server, complaints):
    big(50)
    visit(page, live_server, "方案/大/?层级=2")
    page.evaluate(
        "[...document.querySelectorAll('.toggle')].slice(1, 3).forEach((one) => one.dispatchEvent("
        "new MouseEvent('click', { bubbles: true, cancelable: true })))"
    )
    until(page, lambda: query(page) == "?层级=2&展开=第1部,第2部")
    until(page, lambda: {"第7部", "第13部"} <= set(names(page)))


def test_an_answer_that_does_not_come_leaves_the_address_as_it_was(page, live_server, seed):
    visit(page, live_server, S1)
    before = (query(page), page.evaluate("history.length"))
    page.route(lambda address: "/图/" in unquote(address), lambda route: route.abort())
    page.get_by_role("link", name="收起营销部").click()
    expect(page.locator(".notice")).to_contain_text("新的图没有传来")
    assert (query(page), page.evaluate("history.length")) == before
    page.unroute_all()
    page.get_by_role("link", name="收起营销部").click()
    until(page, lambda: query(page) == "?收起=营销部")
    assert page.evaluate("history.length") == before[1] + 1


def test_a_card_chosen_while_a_branch_is_on_its_way_comes_with_it(chart):
    held = hold(chart, "/图/?收起=营销部")
    chart.get_by_role("link", name="收起营销部").click()
    until(chart, lambda: held)
    card(chart, "财务部").click()
    chart.locator(".chosen h2").wait_for()
    assert "市场部" not in names(chart)
    assert set(query(chart)[1:].split("&")) == {"收起=营销部", "选中=财务部"}
