"""The way a visitor goes, in a real browser: from the question to the answer."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.charts import at_rest, follow

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PAGES = ["/", "/方案/", "/方案/营销部统辖制/", "/方案/营销部统辖制/?岗位=1"]
PAGES += [
    "/方案/营销部统辖制/大纲/",
    "/方案/营销部统辖制/对比/",
    "/方案/营销部统辖制/对比/市场部/销售部/",
]


def test_from_the_start_to_the_chart_a_department_a_role_and_a_comparison(
    page, live_server, seed, complaints
):
    page.goto(live_server.url)
    assert page.locator("h1").inner_text() == "市场部与营销部有什么区别？"
    follow(page, page.get_by_role("link", name="打开架构图"))
    at_rest(page)
    page.locator(".drawing a:has(.card)", has_text="市场部").first.click()
    follow(page, page.get_by_role("link", name="打开部门页"))
    assert page.locator("h1").inner_text().startswith("市场部")
    follow(page, page.get_by_role("link", name="市场调研主管").first)
    assert page.locator("h1").inner_text().startswith("市场调研主管")
    follow(page, page.get_by_role("link", name="对比", exact=True))
    page.get_by_label("甲 部门").fill("市场部")
    page.get_by_label("乙 部门").fill("销售部")
    follow(page, page.get_by_role("button", name="对比"))
    assert page.locator("h1").inner_text() == "市场部与销售部有什么区别？"
    assert "市场部与销售部并列，同属营销部。" in page.locator(".lead").inner_text()


def test_the_language_switch_keeps_the_page(page, live_server, seed, complaints):
    page.goto(f"{live_server.url}/方案/营销部统辖制/对比/市场部/营销部/")
    follow(page, page.get_by_role("link", name="English"))
    assert page.locator("h1").inner_text() == (
        "What is the difference between Marketing Department 市场部"
        " and Marketing & Sales Department 营销部?"
    )
    follow(page, page.get_by_role("link", name="简体中文"))
    assert page.locator("h1").inner_text() == "市场部与营销部有什么区别？"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_barrier_that_axe_finds(page, live_server, seed, complaints, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(live_server.url + path)
    violations = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_never_scrolls_the_page_sideways(page, live_server, seed, complaints, path):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(live_server.url + path)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_everything_works_without_javascript(plain_page, live_server, seed):
    page = plain_page
    page.goto(f"{live_server.url}/方案/营销部统辖制/")
    page.locator(".switch summary").first.click()
    follow(page, page.get_by_role("link", name="中心制市场部"))
    assert page.locator("h1").inner_text().startswith("中心制市场部")
