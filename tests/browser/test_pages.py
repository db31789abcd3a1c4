"""The public pages in a real browser: accessible, quiet, and inside the window."""

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from departments.models import Chart, Department
from tests.browser.charts import follow, until
from tests.factories import (
    new_chart,
    new_department,
    new_duty,
    new_hand_off,
    new_relation,
    new_role,
    new_role_duty,
    new_working_relationship,
)

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

S1 = "方案/营销部统辖制"
PAGES = [
    f"{S1}/部门/",
    f"{S1}/部门/市场部/",
    f"{S1}/部门/市场部/?阶段=成熟期",
    f"{S1}/部门/营销部/",
    "方案/中心制市场部/部门/市场调研中心/",
    "方案/供销部型/部门/供销部/",
    f"{S1}/岗位/",
    f"{S1}/岗位/市场部经理/",
    f"{S1}/岗位/理货员/",
    "方案/供销部型/岗位/",
    f"{S1}/协作/",
    f"{S1}/协作/?看=全部",
    f"{S1}/协作/市场部/销售部/",
    f"{S1}/协作/财务部/营销部/",
    "方案/供销部型/协作/",
    "职能/",
    "职能/市场企划/",
    "生命周期/",
    "生命周期/成熟期/",
    "参考/",
    "参考/来源与更正/",
    "参考/职责的岗位覆盖/",
    "搜索/",
    "搜索/?q=品牌",
    "搜索/?q=火箭",
]
HOSTILE = {
    "markup": "<script>alert(1)</script>",
    "rtl": "إدارة التسويق والمبيعات",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈部",
    "long": "长" * 200,
    "latin": "Unbroken" * 25,
}


def visit(page, live_server, address):
    page.goto(f"{live_server.url}/{quote(address, safe='/?=&')}")


def barriers(page):
    """What axe finds, and where."""
    violations = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations]


def overflow(page):
    """How far the page can be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_breaks_no_rule_of_accessibility(page, live_server, seed, complaints, address):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        visit(page, live_server, address)
        assert barriers(page) == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_fits_every_width_and_every_size_of_finger(
    page, live_server, seed, complaints, address
):
    for width in (390, 768, 1440):
        page.set_viewport_size({"width": width, "height": 844})
        visit(page, live_server, address)
        assert overflow(page) == 0
    assert page.locator("h1").count() == 1


def test_pages_in_english_break_no_rule_either(page, live_server, seed, complaints):
    for address in (f"{S1}/部门/市场部/", f"{S1}/协作/", f"{S1}/协作/市场部/销售部/", "职能/"):
        visit(page, live_server, f"en/{address}")
        assert barriers(page) == []


@pytest.mark.parametrize("width", [901, 1100, 1280])
def test_pages_in_english_fit_small_screens_too(page, live_server, seed, complaints, width):
    page.set_viewport_size({"width": width, "height": 800})
    for address in (S1, f"{S1}/部门/市场部/"):
        visit(page, live_server, f"en/{address}")
        assert overflow(page) == 0


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_names_of_any_kind_stay_inside_the_page(page, live_server, complaints, name):
    chart = new_chart(name=name, slug="x", status="published")
    unit = new_department(chart=chart, name=name, slug="a", aliases=name, mission=name)
    other = new_department(parent=unit, name=name, slug="b")
    new_duty(department=unit, text=name, heading=name)
    role = new_role(department=unit, name=name, slug="o")
    new_role_duty(role=role, text=name)
    new_role(department=unit, name=f"{name[:-1]}…", slug="p", reports_to=role)
    new_hand_off(giver=unit, receiver=other, text=name, medium=name)
    new_relation(from_department=unit, to_department=other)
    new_working_relationship(role=role, counterpart_text=name)
    page.set_viewport_size({"width": 390, "height": 844})
    for address in ("部门/", "部门/a/", "岗位/", "岗位/o/", "协作/", "协作/a/b/"):
        visit(page, live_server, f"方案/x/{address}")
        assert overflow(page) == 0
        assert page.locator("main bdi").get_by_text(name).first.is_visible()


def test_a_source_mark_opens_beside_its_fact_and_inside_the_window(
    page, live_server, seed, complaints
):
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, live_server, f"{S1}/部门/市场部/")
    for place in range(20):
        mark = page.locator(".source").nth(place)
        mark.locator("summary").click()
        expect(mark.locator("div")).to_be_visible()
        box = mark.locator("div").bounding_box()
        assert (box["x"] >= 0, box["x"] + box["width"] <= 390) == (True, True)
        assert "出处：" in mark.locator("div").inner_text()
        mark.locator("summary").click()
    assert overflow(page) == 0


def test_a_number_leads_to_what_it_counts(page, live_server, seed, complaints):
    visit(page, live_server, f"{S1}/部门/")
    follow(page, page.get_by_role("link", name="10 个岗位 市场部"))
    assert page.evaluate("decodeURIComponent(location.pathname + location.hash)") == (
        f"/{S1}/部门/市场部/#roles"
    )
    visit(page, live_server, f"{S1}/协作/")
    follow(page, page.get_by_role("link", name="销售部提供给市场部：9 项", exact=True))
    assert page.locator("h1").inner_text() == "销售部与市场部的协作"


def test_a_page_can_be_printed_by_its_button(page, live_server, seed, complaints):
    visit(page, live_server, f"{S1}/部门/市场部/")
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="打印").click()
    assert page.evaluate("window.printed") is True


def test_everything_is_there_without_scripts(plain_page, live_server, seed):
    page = plain_page
    visit(page, live_server, f"{S1}/部门/市场部/")
    assert page.locator("#duty-15").is_visible()
    assert page.get_by_role("button", name="打印").count() == 0


def test_on_paper_the_sheet_stands_alone(page, live_server, seed, complaints):
    visit(page, live_server, f"{S1}/部门/市场部/")
    page.emulate_media(media="print")
    shown = {
        name: page.locator(name).first.is_visible()
        for name in (".sheet", ".basics", ".imprint", ".top", ".foot", ".related", ".crumbs")
    }
    assert [name for name, visible in shown.items() if visible] == [
        ".sheet",
        ".basics",
        ".imprint",
    ]


def test_an_empty_chart_breaks_no_rule(page, live_server, complaints):
    new_chart(name="空", slug="empty", status="published")
    for address in ("部门/", "岗位/", "协作/"):
        visit(page, live_server, f"方案/empty/{address}")
        assert barriers(page) == []
    assert (Chart.objects.count(), Department.objects.count()) == (1, 0)


@pytest.mark.parametrize("size", [{"width": 390, "height": 844}, {"width": 1440, "height": 900}])
def test_a_long_comparison_always_says_who_is_who(page, live_server, seed, complaints, size):
    page.set_viewport_size(size)
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{live_server.url}/方案/营销部统辖制/对比/市场部/销售部/")
    page.click('.figures a[href="#b"]')
    until(page, lambda: page.url.endswith("#b"))
    page.locator("#b tr").last.scroll_into_view_if_needed()
    heads = page.locator(".comparison thead").last.locator("th.a, th.b")
    assert heads.all_text_contents() == ["甲 市场部", "乙 销售部"]
    for head in heads.all():
        box = head.bounding_box()
        below_the_bar = [box["x"] + 5, box["y"] + box["height"] / 2]
        assert 0 <= box["y"] < 100
        on_top = page.evaluate("([x, y]) => document.elementFromPoint(x, y).tagName", below_the_bar)
        assert on_top == "TH"
