"""Who hands what to whom, in a real browser: the matrix, a pair, and both sides' word for it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import expect

from departments.models import HandOff
from orgchart import storage
from tests.browser.charts import S1, follow, opening, visit
from tests.departments.admin.pages import client_of
from tests.outlines import chart_of, hand_off, unit

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LIST = f"{S1}协作/"


@pytest.fixture
def crowd(db):
    """A published chart of 60 departments, each giving to the next three."""
    units = [unit(f"第{number}部") for number in range(60)]
    flows = tuple(
        hand_off(units[one].key, units[(one + step) % 60].key)
        for one in range(60)
        for step in (1, 2, 3)
    )
    storage.store(chart_of(*units, slug="众", status="published", hand_offs=flows))


@pytest.fixture
def star(db):
    """A published chart of one department that gives to twenty and gets from them."""
    units = [unit(f"第{number}部") for number in range(21)]
    ways = [pair for one in units[1:] for pair in ((units[0], one), (one, units[0]))]
    flows = tuple(hand_off(giver.key, receiver.key) for giver, receiver in ways)
    storage.store(chart_of(*units, slug="星", status="published", hand_offs=flows))


def open_list(page, live_server, address=LIST):
    visit(page, live_server, address, script=False)


def test_from_the_matrix_to_a_pair_and_back(page, live_server, seed, complaints):
    open_list(page, live_server)
    follow(page, page.get_by_role("link", name="市场部提供给销售部：5 项", exact=True))
    assert page.locator("h1").inner_text() == "市场部与销售部的协作"
    assert page.locator(".sides .out .items > li").count() == 5
    assert page.locator(".sides .in .items > li").count() == 9
    assert page.locator(".flow-pair .step").count() == 14
    page.go_back()
    follow(page, page.get_by_role("link", name="单向：财务部没有向营销部提供任何事项"))
    assert page.locator("h1").inner_text() == "财务部与营销部的协作"
    follow(page, page.locator(".crumbs").get_by_role("link", name="协作"))
    assert page.locator("h1").inner_text() == "谁向谁交接什么"


def test_the_counts_at_the_top_lead_to_what_they_count(page, live_server, seed, complaints):
    open_list(page, live_server)
    follow(page, page.get_by_role("link", name="只有单向 3"))
    assert page.locator(".pair").count() == 3
    page.get_by_label("部门", exact=True).fill("技术中心")
    follow(page, page.get_by_role("button", name="筛选"))
    assert page.locator(".pair h2").all_text_contents() == ["营销部 →到 技术中心"]
    follow(page, page.get_by_role("link", name="显示全部协作"))
    assert page.locator(".pair").count() == 4


def test_an_arrow_of_the_picture_leads_to_its_pair(page, live_server, seed, complaints):
    open_list(page, live_server)
    page.locator(".flow-map a.strand.one-way").first.focus()
    with opening(page):
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("营销部与")


def test_both_sides_confirm_in_the_admin_and_everybody_sees_it(page, live_server, seed, complaints):
    cookie = client_of("editors").cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    open_list(page, live_server, f"{LIST}市场部/销售部/")
    follow(page, page.get_by_role("link", name="确认 市场部 → 销售部"))
    row = page.locator("#result_list tbody tr", has_text="销售促进计划")
    follow(page, row.get_by_role("button", name="提供方确认"))
    follow(page, row.get_by_role("button", name="接收方确认"))
    expect(row.get_by_role("button", name="撤回接收方确认")).to_be_visible()
    assert HandOff.objects.filter(confirmed_by_giver=True, confirmed_by_receiver=True).count() == 1
    page.context.clear_cookies()
    open_list(page, live_server, f"{LIST}市场部/销售部/")
    assert page.locator(".confirmation.both").count() == 1
    assert page.locator(".flow-pair .step.confirmed").count() == 1
    open_list(page, live_server)
    assert page.get_by_role("link", name="未经双方确认 19").count() == 1


def test_names_stay_in_view_in_a_wide_table(page, live_server, crowd, complaints):
    page.set_viewport_size({"width": 390, "height": 844})
    open_list(page, live_server, "方案/众/协作/")
    room = page.locator(".matrix-room")
    room.evaluate("room => room.scrollTo(600, 500)")
    edge = room.bounding_box()
    head = page.locator(".exchange thead th").nth(30).bounding_box()
    name = page.locator(".exchange tbody th").nth(20).bounding_box()
    assert (round(head["y"] - edge["y"]), round(name["x"] - edge["x"])) == (1, 1)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") == 0
    assert "另有 20 个协作较少的部门未列出" in page.locator("main").inner_text()


def test_a_phone_shows_all_of_a_small_picture_and_of_the_words_below_the_table(
    page, live_server, seed, complaints
):
    page.set_viewport_size({"width": 390, "height": 844})
    open_list(page, live_server)
    room = page.locator(".scroll", has=page.locator(".flow-map"))
    assert room.evaluate("room => room.scrollWidth - room.clientWidth") == 0
    assert page.locator(".flow-map .box text").first.bounding_box()["height"] > 11
    assert not page.locator(".sideways").is_visible()
    told = page.locator("#numbers")
    before = told.bounding_box()
    page.locator(".matrix-room").evaluate("room => room.scrollTo(200, 0)")
    assert told.bounding_box() == before
    assert before["x"] >= 0
    assert before["x"] + before["width"] <= 390


def test_a_large_picture_keeps_its_size_and_says_that_it_can_be_moved(
    page, live_server, star, complaints
):
    page.set_viewport_size({"width": 390, "height": 844})
    open_list(page, live_server, "方案/星/协作/")
    room = page.locator(".scroll", has=page.locator(".flow-map"))
    assert room.evaluate("room => room.scrollWidth > room.clientWidth")
    expect(page.locator(".sideways")).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".sideways")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_a_crowd_breaks_no_rule_of_accessibility(
    page, live_server, crowd, complaints, scheme, width
):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    open_list(page, live_server, "方案/众/协作/")
    violations = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == []


@pytest.mark.parametrize("address", [LIST, f"{LIST}市场部/销售部/"])
def test_pictures_keep_their_text_inside(page, live_server, seed, complaints, address):
    open_list(page, live_server, address)
    wide = page.evaluate(
        """[...document.querySelectorAll(".flow-map, .flow-pair")].flatMap(picture => {
            const room = picture.getBoundingClientRect();
            return [...picture.querySelectorAll("text")].filter(text => {
                const box = text.getBoundingClientRect();
                return box.left < room.left || box.right > room.right;
            }).map(text => text.textContent);
        })"""
    )
    assert wide == []
