"""What stands around the moving chart: hits, side panel, whole screen, the other language."""

import pytest

from tests.browser.charts import S1, card, names, query, until, visit

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def chart(page, live_server, seed, complaints):
    visit(page, live_server, S1)
    return page


def test_looking_for_something_closes_the_panel_and_choosing_a_hit_the_list(chart):
    card(chart, "市场部").click()
    chart.locator(".chosen h2").wait_for()
    chart.get_by_role("searchbox", name="在图中查找").fill("业务代表")
    chart.locator(".hits a").first.wait_for()
    chart.locator(".chosen h2").wait_for(state="detached")
    assert query(chart) == "?找=业务代表"
    chart.locator(".hits a").first.click()
    chart.locator(".chosen h2").wait_for()
    chart.locator(".hits").wait_for(state="detached")
    chart.go_back()
    chart.locator(".hits a").first.wait_for()
    chart.locator(".chosen h2").wait_for(state="detached")
    assert query(chart) == "?找=业务代表"


def test_a_card_takes_the_focus_when_its_panel_or_its_hit_is_gone(chart):
    card(chart, "市场部").focus()
    chart.keyboard.press("Enter")
    chart.locator(".chosen .close").press("Enter")
    until(chart, lambda: focused(chart) == "市场部")
    chart.get_by_role("searchbox", name="在图中查找").fill("业务代表")
    chart.locator(".hits a").first.press("Enter")
    until(chart, lambda: focused(chart) == "销售部")


def focused(chart):
    return chart.evaluate(
        "document.activeElement.querySelector(':scope > .card > title')?.textContent"
    )


def test_the_whole_screen_has_the_panel_of_what_is_chosen(chart):
    side = chart.locator(".side")
    chart.get_by_role("button", name="全屏").click()
    until(chart, lambda: not side.is_visible())
    card(chart, "市场部").click()
    until(chart, lambda: side.is_visible())
    assert side.locator(".chosen h2").inner_text().startswith("市场部")
    chart.keyboard.press("Escape")


def test_english_pages_call_cards_what_they_call_departments(page, live_server, seed, complaints):
    page.set_viewport_size({"width": 1600, "height": 1000})
    visit(page, live_server, f"en/{S1}")
    assert {"Marketing Department", "Sales Department"} <= set(names(page))
    assert page.locator(".as-list .tree a").first.inner_text() == "Marketing & Sales Department"
    outside = page.locator(".drawing .outside").first
    assert outside.locator("text").all_text_contents() == ["Finance", "财务部", "outside unit"]
