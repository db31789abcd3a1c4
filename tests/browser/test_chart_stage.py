"""A life-cycle stage laid over the moving chart, with and without a script."""

from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from departments.models import Chart
from tests.browser.charts import S1, big, follow, query, until, visit
from tests.factories import new_emphasis, new_stage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def signs(page):
    return page.locator(".drawing .leads .sign text").all_text_contents()


def offered(page, stage):
    """The link to a stage, in the menu that is opened for it."""
    page.locator("summary", has_text="生命周期").click()
    return page.get_by_role("link", name=stage, exact=True)


def test_a_stage_is_laid_over_the_chart_and_taken_off_without_leaving_the_page(
    page, live_server, seed, complaints
):
    visit(page, live_server, S1)
    page.evaluate("window.stays = true")
    offered(page, "成熟期").click()
    until(page, lambda: signs(page) == ["★ 4+1"])
    panel = page.locator(".lens .leader")
    panel.wait_for()
    assert "不在市场部 15 项内" in panel.inner_text()
    assert query(page) == "?阶段=成熟期"
    expect(page.get_by_role("link", name="侧重 4 项职责")).to_have_count(1)
    page.get_by_role("link", name="关闭阶段").click()
    until(page, lambda: signs(page) == [] and page.locator(".lens").count() == 0)
    page.go_back()
    until(page, lambda: signs(page) == ["★ 4+1"])
    assert page.evaluate("window.stays")


@pytest.mark.parametrize("name", ["市场部", "销售部"])
def test_the_chosen_card_is_marked_whether_it_leads_or_not(
    page, live_server, seed, complaints, name
):
    visit(page, live_server, f"{S1}?阶段=成长期&选中={name}")
    edge = page.locator(".legend .key.department")
    accent = edge.evaluate("one => getComputedStyle(one).backgroundColor")
    box = page.locator(".drawing .marked .box")
    assert box.evaluate("one => getComputedStyle(one).stroke") == accent


def test_without_a_script_the_stages_are_links(plain_page, live_server, seed):
    page = plain_page
    visit(page, live_server, S1, script=False)
    follow(page, offered(page, "导入期"))
    assert signs(page) == ["★ 5"]
    assert "阶段=导入期" in unquote(page.url)
    assert page.locator(".lens .leader li").count() == 5


def test_what_leads_is_told_apart_where_cards_are_bars(page, live_server, complaints):
    big(400)
    stage = new_stage(name="导入期")
    for unit in Chart.objects.get(slug="大").departments.all()[5:8]:
        new_emphasis(department=unit, stage=stage)
    visit(page, live_server, "方案/大/?层级=全部&阶段=导入期")
    outlines = page.locator(".drawing .outlines")
    expect(outlines).to_have_attribute("class", "outlines away")
    page.get_by_role("button", name="显示全图").click()
    expect(outlines).to_have_attribute("class", "outlines")
    assert outlines.get_attribute("d").count("M") == 3


def test_a_department_marks_its_duties(page, live_server, seed, complaints):
    page.goto(f"{live_server.url}/{quote(f'{S1}部门/市场部/')}")
    follow(page, page.get_by_role("link", name="标出这些职责").first)
    assert page.locator(".duties .remark").all_text_contents() == [
        "★ 导入期第 1 位",
        "★ 导入期第 5 位",
        "★ 导入期第 4 位",
        "★ 导入期第 2 位",
        "★ 导入期第 3 位",
    ]


def test_the_signs_of_a_stage_fit_the_legend_of_a_sheet(page, live_server, seed, complaints):
    visit(page, live_server, f"{S1}打印/?阶段=成熟期", script=False)
    keys = page.locator(".sheet .key.sign")
    spill = "keys => keys.map(key => key.scrollHeight > key.offsetHeight)"
    assert keys.evaluate_all(spill) == [False, False]
