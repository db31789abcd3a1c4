"""The chart that moves, in a real browser, with mouse, keys, fingers and without a script."""

from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from tests.browser.charts import (
    S1,
    at_rest,
    card,
    drawn,
    follow,
    names,
    query,
    settled,
    until,
    visit,
)

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def chart(page, live_server, seed, complaints):
    visit(page, live_server, S1)
    return page


def test_what_the_server_drew_stands_where_the_script_draws_it(page, plain_page, live_server, seed):
    # A window in which all of it fits without being made much smaller.
    page.set_viewport_size({"width": 1440, "height": 1000})
    seen = []
    for drawn_page, script in ((plain_page, False), (page, True)):
        visit(drawn_page, live_server, f"{S1}?顶层=营销部&岗位=1", script)
        cards = drawn_page.locator(".drawing .card")
        seen.append([(one.get_attribute("transform"), one.text_content()) for one in cards.all()])
    assert seen[0] == seen[1]
    assert len(seen[0]) == 3


def test_without_a_script_every_state_is_a_link(plain_page, live_server, seed):
    page = plain_page
    visit(page, live_server, S1, script=False)
    follow(page, page.get_by_role("link", name="收起营销部"))
    assert "收起=营销部" in unquote(page.url)
    assert "市场部" not in names(page)
    follow(page, page.get_by_role("link", name="展开营销部：下面有 2 个部门"))
    follow(page, page.get_by_role("link", name="横向"))
    follow(page, card(page, "市场部"))
    assert page.locator(".chosen h2").inner_text().startswith("市场部")
    assert "方向=横向" in unquote(page.url)
    page.get_by_role("searchbox", name="在图中查找").fill("业务代表")
    follow(page, page.get_by_role("button", name="查找"))
    follow(page, page.locator(".hits a").first)
    assert page.locator(".chosen h2").inner_text().startswith("销售部")
    assert page.url.endswith("#marked")
    assert page.locator("#marked title").first.text_content() == "销售部"


def test_closing_keeps_the_card_where_it_is_and_back_opens_it_again(chart):
    before = card(chart, "营销部").bounding_box()
    chart.get_by_role("link", name="收起营销部").click()
    chart.get_by_role("link", name="展开营销部：下面有 2 个部门").wait_for()
    settled(chart)
    after = card(chart, "营销部").bounding_box()
    assert (round(after["x"]), round(after["y"])) == (round(before["x"]), round(before["y"]))
    assert "市场部" not in names(chart)
    assert query(chart) == "?收起=营销部"
    chart.go_back()
    chart.get_by_role("link", name="收起营销部").wait_for()
    until(chart, lambda: "市场部" in names(chart))


def test_a_card_opens_the_side_panel_and_escape_closes_it(chart):
    card(chart, "市场部").click()
    chart.locator(".chosen h2").wait_for()
    assert query(chart) == "?选中=市场部"
    assert chart.locator(".card.marked .name").all_text_contents() == ["市场部"]
    chart.locator(".canvas").press("Escape")
    chart.locator(".chosen h2").wait_for(state="detached")
    card(chart, "市场部").click()
    follow(chart, chart.get_by_role("link", name="打开部门页"))
    assert chart.locator("h1").inner_text().startswith("市场部")


def distance(after, before):
    """How many pixels a box has moved, across and down."""
    return round(after["x"] - before["x"]), round(after["y"] - before["y"])


def test_dragging_moves_the_chart_and_is_no_click(chart):
    before = card(chart, "市场部").bounding_box()
    chart.mouse.move(before["x"] + 20, before["y"] + 20)
    chart.mouse.down()
    chart.mouse.move(before["x"] + 120, before["y"] + 80, steps=4)
    chart.mouse.up()
    drawn(chart)
    after = card(chart, "市场部").bounding_box()
    assert distance(after, before) == (100, 60)
    assert query(chart) in ("", "?")


def test_the_wheel_zooms_around_the_pointer(chart):
    box = card(chart, "市场部").bounding_box()
    chart.mouse.move(box["x"], box["y"])
    chart.mouse.wheel(0, -300)
    until(chart, lambda: card(chart, "市场部").bounding_box()["width"] > box["width"] * 1.3)
    after = card(chart, "市场部").bounding_box()
    assert (abs(after["x"] - box["x"]) < 3, abs(after["y"] - box["y"]) < 3) == (True, True)


def test_keys_move_zoom_and_walk_along_the_lines(chart):
    canvas = chart.locator(".canvas")
    canvas.focus()
    before = card(chart, "市场部").bounding_box()
    canvas.press("ArrowDown")
    drawn(chart)
    assert round(card(chart, "市场部").bounding_box()["y"] - before["y"]) == -80
    canvas.press("+")
    drawn(chart)
    assert card(chart, "市场部").bounding_box()["width"] > before["width"] * 1.2
    canvas.press("0")
    drawn(chart)
    card(chart, "营销部").focus()
    for key, name in (("ArrowDown", "市场部"), ("ArrowRight", "销售部"), ("ArrowUp", "营销部")):
        chart.keyboard.press(key)
        focused = chart.evaluate("document.activeElement.querySelector('title').textContent")
        assert focused == name
    chart.keyboard.press(" ")
    chart.get_by_role("link", name="展开营销部：下面有 2 个部门").wait_for()


def test_the_focus_stays_on_a_card_that_is_drawn_in_another_detail(chart):
    card(chart, "市场部").focus()
    seen = []
    for key in ("+", "+", "-", "-", "0"):
        chart.keyboard.press(key)
        drawn(chart)
        details = chart.evaluate(
            "[document.activeElement.querySelector('title').textContent,"
            " Boolean(document.querySelector('.card .mission'))]"
        )
        seen.append(details)
    assert [name for name, _full in seen] == ["市场部"] * 5
    assert {full for _name, full in seen} == {True, False}


def test_what_is_found_is_opened_centred_and_marked_and_the_rest_dims(
    page, live_server, seed, complaints
):
    visit(page, live_server, f"{S1}?层级=1")
    page.get_by_role("searchbox", name="在图中查找").fill("业务代表")
    page.locator(".hits a").first.click()
    page.locator(".chosen h2").wait_for()
    assert page.locator(".chosen h2").inner_text().startswith("销售部")
    settled(page)
    until(page, lambda: max(off_centre(page, card(page, "销售部"))) < 3)
    assert page.locator(".drawing.dims .on-the-way .name").all_text_contents() == [
        "营销部",
        "销售部",
    ]
    assert page.locator(".drawing.dims .toggle.on-the-way").count() == 1


def off_centre(page, place):
    """How far the middle of a place is from the middle of the canvas, across and down."""
    inner, outer = place.bounding_box(), page.locator(".canvas").bounding_box()
    return [
        abs(inner[start] + inner[size] / 2 - outer[start] - outer[size] / 2)
        for start, size in (("x", "width"), ("y", "height"))
    ]


def test_layers_and_direction_are_switched_without_leaving_the_page(chart):
    chart.evaluate("window.stayed = true")
    expect(chart.locator(".drawing .arrow")).to_have_count(5)
    chart.locator(".tools").get_by_role("link", name="协作", exact=True).click()
    expect(chart.locator(".drawing .arrow")).to_have_count(0)
    sideways = chart.get_by_role("link", name="横向")
    until(chart, lambda: "图层=" in unquote(sideways.get_attribute("href")))
    sideways.click()
    until(chart, lambda: "方向=横向" in query(chart))
    assert chart.evaluate("window.stayed") is True


def test_the_place_one_looks_at_is_in_the_address(chart, live_server):
    first = chart.evaluate("location.hash")
    chart.locator(".canvas").press("ArrowDown")
    until(chart, lambda: chart.evaluate("location.hash") != first)
    assert "?" not in chart.url
    before = card(chart, "市场部").bounding_box()
    chart.reload()
    at_rest(chart)
    until(chart, lambda: distance(card(chart, "市场部").bounding_box(), before) == (0, 0))


def test_on_paper_all_that_is_open_is_drawn(chart):
    chart.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert names(chart) == [
        *("营销部", "市场部", "销售部", "营销决策委员会", "财务部"),
        *("技术中心", "综合办", "人力资源部", "集团公司"),
    ]
    assert chart.locator(".drawing").get_attribute("viewBox").startswith("0 0 ")
    before = card(chart, "市场部").bounding_box()
    chart.evaluate("dispatchEvent(new Event('afterprint'))")
    assert chart.locator(".drawing").get_attribute("viewBox") is None
    assert card(chart, "市场部").bounding_box() != before


def test_a_menu_closes_when_another_opens_and_on_escape(chart):
    chart.get_by_text("导出与打印").click()
    chart.get_by_text("展开到").click()
    expect(chart.locator("details.switch[open]")).to_have_count(1)
    expect(chart.locator("details.switch[open] > summary")).to_contain_text("展开到")
    chart.keyboard.press("Escape")
    expect(chart.locator("details.switch[open]")).to_have_count(0)


def test_a_drag_ends_where_the_button_is_let_go_outside(chart):
    box = chart.locator(".canvas").bounding_box()
    chart.mouse.move(box["x"] + 30, box["y"] + 3)
    chart.mouse.down()
    chart.mouse.move(box["x"] + 30, box["y"] - 1)
    chart.mouse.up()
    before = card(chart, "市场部").bounding_box()
    chart.mouse.move(box["x"] + 300, box["y"] + 200, steps=4)
    drawn(chart)
    assert card(chart, "市场部").bounding_box()["x"] == before["x"]


def test_two_fingers_zoom(new_context, live_server, seed):
    context = new_context(
        has_touch=True, viewport={"width": 390, "height": 844}, reduced_motion="reduce"
    )
    page = context.new_page()
    visit(page, live_server, S1)
    page.locator(".canvas").scroll_into_view_if_needed()
    before = page.locator(".drawing .card").first.bounding_box()["width"]
    box = page.locator(".canvas").bounding_box()
    x, y = box["x"] + 150, box["y"] + 150
    session = context.new_cdp_session(page)

    def touch(kind, *places):
        points = [{"x": place, "y": y, "id": number} for number, place in enumerate(places)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", x, x + 40)
    for step in range(1, 6):
        touch("touchMove", x - 8 * step, x + 40 + 8 * step)
    touch("touchEnd")
    until(page, lambda: page.locator(".drawing .card").first.bounding_box()["width"] > before * 1.5)


def test_what_stays_is_the_same_card_and_keeps_the_focus(chart):
    chart.evaluate("document.querySelectorAll('.drawing a').forEach((one) => (one.stays = true))")
    card(chart, "营销部").focus()
    chart.keyboard.press(" ")
    chart.get_by_role("link", name="展开营销部：下面有 2 个部门").wait_for()
    assert chart.evaluate("document.activeElement.querySelector('title').textContent") == "营销部"
    stays = chart.evaluate(
        "[...document.querySelectorAll('.drawing a')].slice(0, 4).map((one) =>"
        " [one.querySelector('title')?.textContent ?? '', Boolean(one.stays)])"
    )
    # The badge says something else now, so it is a new one.
    assert stays == [["营销部", True], ["", False], ["营销决策委员会", True], ["财务部", True]]


def test_the_room_of_the_drawing_is_there_before_its_script(page, live_server, seed):
    held = []
    page.route("**/chart/main*.js", lambda route: held.append(route))
    page.goto(f"{live_server.url}/{quote(S1)}", wait_until="commit")
    until(page, lambda: held and page.locator(".drawing .card").count())
    places = [".canvas", ".side", ".legend", ".as-list"]
    before = [page.locator(place).bounding_box() for place in places]
    held.pop().continue_()
    at_rest(page)
    assert [page.locator(place).bounding_box() for place in places] == before
