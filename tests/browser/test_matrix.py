"""职责矩阵 in a real browser: asked, read, scrolled by keys, printed."""

import re
from dataclasses import replace
from urllib.parse import quote, unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from orgchart import storage
from orgchart.outline import Library, Term
from tests.browser.charts import follow, until
from tests.browser.test_pages import HOSTILE
from tests.orgchart.matrix.charts import duty, role, task, unit
from tests.outlines import chart_of

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

S1 = "方案/营销部统辖制/"
PAGES = [
    "职责矩阵/",
    "职责矩阵/岗位/",
    "职责矩阵/?记号=RACI&阶段=成熟期",
    "职责分解/",
    "部门/市场部/分解/",
]
# How far the first heading is from the corner of the region that scrolls.
AWAY_FROM_ITS_PLACE = """() => {
  const [head, region] = [".corner", ".matrix-scroll"].map(
    (one) => document.querySelector(one).getBoundingClientRect());
  return Math.abs(head.x - region.x) + Math.abs(head.y - region.y);
}"""
# Words of letters that stand on more than one line, without sources that nobody has opened.
BROKEN_WORDS = """() => {
  const found = [];
  for (const part of document.querySelectorAll(".legend, .matrix th")) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement.closest(".source")) continue;
      for (const word of texts.currentNode.data.matchAll(/[A-Za-z]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        if (range.getClientRects().length > 1) found.push(word[0]);
      }
    }
  }
  return found;
}"""
SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]


def visit(page, live_server, address):
    page.goto(f"{live_server.url}/{quote(address, safe='/?=&')}")


def barriers(page):
    violations = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations]


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_breaks_no_rule_and_fits_the_window(
    page, live_server, seed, complaints, address, scheme
):
    page.emulate_media(color_scheme=scheme)
    for size in SIZES:
        page.set_viewport_size(size)
        visit(page, live_server, S1 + address)
        assert (barriers(page), overflow(page)) == ([], 0)


def test_a_sign_opens_to_its_duties(page, live_server, seed, complaints):
    visit(page, live_server, S1 + "职责矩阵/")
    row = page.locator("tr", has=page.get_by_role("link", name="终端与理货", exact=True))
    sign = row.locator(".part.is-lead > details > summary")
    assert sign.inner_text() == "主·参 2"
    sign.focus()
    page.keyboard.press("Enter")
    expect(row.get_by_text("开展产品理货")).to_be_visible()
    follow(page, row.get_by_role("link", name="第 9 项"))
    assert unquote(page.url).endswith("/部门/销售部/#duty-9")
    page.go_back()
    assert barriers(page) == []


def test_filters_go_into_the_address_and_come_back(page, live_server, seed, complaints):
    visit(page, live_server, S1 + "职责矩阵/")
    page.get_by_label("部门（含下级）").select_option("市场部")
    page.get_by_label("生命周期阶段侧重").select_option("成熟期")
    follow(page, page.get_by_role("button", name="显示"))
    assert "部门=市场部" in unquote(page.url)
    assert page.locator(".matrix tbody th").all_inner_texts() == [
        *("市场调研与信息", "市场企划", "销售预测与分析", "品牌建设")
    ]
    follow(page, page.get_by_role("link", name="职责 × 岗位"))
    assert page.locator(".matrix tbody tr").count() == 4
    assert "阶段=成熟期" in unquote(page.url)
    follow(page, page.get_by_role("link", name="清除筛选"))
    assert page.locator(".matrix tbody tr").count() == 45


def test_a_count_leads_to_its_sentences_and_these_to_their_rows(
    page, live_server, seed, complaints
):
    visit(page, live_server, S1 + "职责矩阵/岗位/?部门=市场部")
    page.get_by_role("link", name="1 空白").click()
    page.get_by_role("link", name="市场部第 14 项“推进品牌规划与品牌形象建设”").click()
    expect(page.locator("tr:target th")).to_have_text(re.compile("^14 推进品牌规划"))
    page.locator("tr:target").get_by_role("link", name="空白").click()
    expect(page.locator("li:target")).to_have_text(re.compile("没有任何岗位承接。$"))


@pytest.mark.parametrize("size", SIZES)
def test_a_wide_table_scrolls_by_keys_and_keeps_its_heads(page, live_server, complaints, size):
    wide()
    page.set_viewport_size(size)
    visit(page, live_server, "方案/w/职责矩阵/")
    region = page.get_by_role("region", name="职能与部门")
    region.focus()
    page.keyboard.press("End")
    for _turn in range(3):
        page.keyboard.press("ArrowRight")
    until(page, lambda: region.evaluate("one => one.scrollLeft > 0 && one.scrollTop > 99"))
    until(page, lambda: page.evaluate(AWAY_FROM_ITS_PLACE) < 3)
    assert overflow(page) == 0


def wide():
    """A published chart of forty departments that share forty functions."""
    functions = [f"f{number}" for number in range(40)]
    terms = tuple(Term(key=name, name=f"职能{name}") for name in functions)
    storage.store_library(Library(functions=terms))
    departments = [
        unit(
            f"第{place}部",
            duties=tuple(duty(f"d{place}.{name}", name) for name in functions[place % 7 :: 3]),
            roles=(role(f"岗{place}", task(f"t{place}", f"d{place}.{functions[place % 7]}")),),
        )
        for place in range(40)
    ]
    storage.store(chart_of(*departments, slug="w", status="published"))


@pytest.mark.parametrize("address", ["职责矩阵/", "职责矩阵/岗位/", "职责矩阵/?记号=RACI"])
def test_a_phone_breaks_lines_between_words_only(page, live_server, seed, complaints, address):
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, live_server, f"en/{S1}{address}")
    assert (page.evaluate(BROKEN_WORDS), overflow(page)) == ([], 0)


def test_paper_is_used_from_edge_to_edge_and_told_nothing_of_clicks(
    page, live_server, seed, complaints
):
    visit(page, live_server, S1 + "职责矩阵/")
    hint = page.get_by_text("点开记号可看内容")
    assert hint.is_visible()
    page.emulate_media(media="print")
    assert not hint.is_visible()
    widths = [page.locator(one).bounding_box()["width"] for one in (".matrix", "main .legend")]
    assert abs(widths[0] - widths[1]) < 2


def test_paper_shows_the_whole_table(page, live_server, seed, complaints):
    visit(page, live_server, S1 + "职责矩阵/")
    page.emulate_media(media="print")
    region = page.locator(".matrix-scroll")
    assert region.evaluate("one => getComputedStyle(one).overflow") == "visible"
    assert region.evaluate("one => one.scrollHeight - one.clientHeight") == 0
    assert page.locator(".legend").is_visible()
    assert not page.locator(".filters").is_visible()


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_names_of_any_kind_stay_inside_the_page(page, live_server, complaints, name):
    storage.store_library(Library(functions=(Term(key="f", name=name[:100], slug="f"),)))
    posts = (role("一", task("t", "d", function="f")), role("二", task("u", "d")))
    posts = tuple(replace(one, name=f"{name[:-1]}{place}") for place, one in enumerate(posts))
    marked = replace(duty("d", "f"), text=name)
    department = unit(name, duties=(marked,), roles=posts, key="a")
    storage.store(chart_of(replace(department, slug="a"), slug="x", status="published"))
    page.set_viewport_size({"width": 390, "height": 844})
    for address in ("职责矩阵/", "职责矩阵/岗位/", "职责分解/", "部门/a/分解/"):
        visit(page, live_server, f"方案/x/{address}")
        assert overflow(page) == 0
        assert page.locator("main a", has_text=name[:60]).first.is_visible()


def test_everything_is_there_without_scripts(plain_page, live_server, seed):
    page = plain_page
    visit(page, live_server, S1 + "职责矩阵/?职能=定价")
    page.locator(".part.is-lead > details > summary").click()
    expect(page.get_by_text("拟定产品价格")).to_be_visible()
