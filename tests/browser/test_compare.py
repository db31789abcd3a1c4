"""Comparing in a real browser: from the start to the file, and an editor who decides."""

from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from pypdf import PdfReader

from departments.models import Likeness
from tests.browser.charts import follow
from tests.departments.admin.pages import client_of

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

S1 = "/方案/营销部统辖制/"
PAGES = [
    f"{S1}对比/",
    f"{S1}对比/市场部/营销部/",
    f"{S1}对比/市场部/中心制市场部:品牌中心/销售部/",
    f"{S1}岗位对比/",
    f"{S1}岗位对比/市场部经理/促销企划主管/",
]


def log_in(page, live_server):
    cookie = client_of("editors").cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )


def test_from_the_start_to_the_comparison_swapped_and_as_a_file(
    page, live_server, seed, complaints
):
    page.goto(live_server.url)
    follow(page, page.get_by_role("link", name="逐项对比"))
    assert page.locator("h1").inner_text() == "市场部与营销部有什么区别？"
    follow(page, page.get_by_role("link", name="对调"))
    assert page.locator("h1").inner_text() == "营销部与市场部有什么区别？"
    with page.expect_download() as expected:
        page.get_by_role("link", name="Word 文件").click()
    assert expected.value.suggested_filename.startswith("营销部统辖制-对比-营销部、市场部-v")


def test_a_third_department_of_another_chart_is_added(page, live_server, seed, complaints):
    page.goto(f"{live_server.url}{S1}对比/市场部/销售部/")
    page.get_by_text("第三个部门").click()
    page.locator(".third input[name=丙]").fill("品牌中心")
    page.get_by_label("所在方案").select_option("中心制市场部")
    follow(page, page.locator(".third").get_by_role("button", name="对比"))
    assert page.locator("h1").inner_text() == "市场部、销售部与品牌中心有什么区别？"
    follow(page, page.get_by_role("link", name="不对比销售部"))
    assert page.locator("h1").inner_text() == "市场部与品牌中心有什么区别？"


def test_the_address_is_copied_and_said_to_be(page, live_server, seed, complaints):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{live_server.url}{S1}对比/市场部/销售部/")
    page.get_by_role("link", name="本页网址").click()
    page.get_by_role("link", name="网址已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_an_editor_decides_with_one_click_and_takes_it_back(page, live_server, seed, complaints):
    log_in(page, live_server)
    page.goto(f"{live_server.url}{S1}对比/市场部/销售部/")
    pair = page.locator(".pair", has_text="策划并组织促销活动")
    follow(page, pair.get_by_role("button", name="= 相同"))
    assert page.url.endswith("#similar")
    assert page.locator("#similar .count").inner_text() == "1 对"
    assert "1 项确认相同" in page.locator("#all").inner_text()
    follow(page, page.get_by_role("button", name="≠ 不同"))
    page.get_by_text("没有待确认的。").wait_for()
    assert Likeness.objects.count() == 2
    follow(page, page.get_by_role("link", name="查看全部判断，可撤回"))
    assert page.locator("#result_list tbody tr").count() == 2


def test_without_javascript_all_of_it_works(plain_page, live_server, seed):
    page = plain_page
    page.goto(f"{live_server.url}{S1}对比/市场部/销售部/")
    page.get_by_text("第三个部门").click()
    page.locator(".third input[name=丙]").fill("营销部")
    follow(page, page.locator(".third").get_by_role("button", name="对比"))
    follow(page, page.get_by_role("link", name="本页网址"))
    assert page.locator("h1").inner_text() == "市场部、销售部与营销部有什么区别？"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_barrier_that_axe_finds(page, live_server, seed, complaints, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(live_server.url + path)
    violations = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == []


@pytest.mark.parametrize("width", [390, 768])
@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_screen_never_scrolls_sideways(page, live_server, seed, complaints, path, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(live_server.url + path)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [390, 360, 320])
@pytest.mark.parametrize("language", ["", "/en"])
def test_long_words_of_involvement_fit_a_phone(page, live_server, seed, language, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{live_server.url}{language}{S1}对比/市场部/营销部/")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_paper_the_marks_stay_and_pages_are_numbered(page, live_server, seed, complaints):
    page.goto(f"{live_server.url}{S1}对比/市场部/销售部/")
    page.locator(".comparison .source summary").first.click()
    page.emulate_media(media="print")
    assert page.locator(".comparison .source summary").first.is_visible()
    assert not page.locator(".comparison .source > div").first.is_visible()
    assert page.locator(".marks").inner_text().split() == [
        *("○", "来源明示", "◐", "由来源推定", "●", "由其他条目派生")
    ]
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert f"1 / {len(printed.pages)}" in printed.pages[0].extract_text()


def test_a_name_in_the_question_never_breaks(page, live_server, seed, complaints):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{live_server.url}/en{S1}岗位对比/市场部经理/促销企划主管/")
    lines = """names => names.map(name => {
        const range = document.createRange();
        range.selectNodeContents(name);
        return new Set([...range.getClientRects()].map(one => one.top)).size;
    })"""
    assert page.locator("h1 .other-name").evaluate_all(lines) == [1, 1]
