"""The search field answers while one types, by mouse and by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.charts import follow, opening

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def field(page, live_server, seed, complaints):
    """The search field of the start page."""
    page.goto(f"{live_server.url}/")
    return page.get_by_role("combobox", name="搜索")


def options(page):
    return page.get_by_role("listbox", name="搜索建议").get_by_role("option")


def test_initials_suggest_departments_which_the_keyboard_opens(page, field):
    field.fill("scb")
    expect(options(page).first).to_contain_text("市场部")
    assert field.get_attribute("aria-expanded") == "true"
    field.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(chosen).to_contain_text("市场部")
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    field.press("ArrowUp")
    expect(chosen).to_have_count(0)
    field.press("ArrowDown")
    with opening(page):
        field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^市场部(?!与)"))


def test_escape_closes_the_list_and_enter_searches(page, field):
    field.press_sequentially("dingjia")
    expect(options(page).first).to_contain_text("定价")
    field.press("Escape")
    expect(options(page)).to_have_count(0)
    assert (field.get_attribute("aria-expanded"), field.input_value()) == ("false", "dingjia")
    with opening(page):
        field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("dingjia")


def test_a_question_leads_to_the_comparison_with_one_click(page, field):
    field.fill("市场部和营销部有什么区别？")
    follow(page, options(page).filter(has_text="逐项对比"))
    expect(page).to_have_title(re.compile("^市场部与营销部有什么区别？"))


def test_what_is_suggested_is_shown_as_text(page, field):
    page.route(
        "**/%E6%90%9C%E7%B4%A2/%E5%BB%BA%E8%AE%AE/**",
        lambda route: route.fulfill(
            json={
                "status": "",
                "suggestions": [
                    {"kind": "", "name": "<img src=x>", "place": "", "address": "/"},
                ],
            }
        ),
    )
    field.press_sequentially("x")
    expect(options(page).first).to_contain_text("<img src=x>")
    assert page.locator("#suggestions img").count() == 0


def test_without_a_script_the_field_searches(plain_page, live_server, seed):
    page = plain_page
    page.goto(f"{live_server.url}/")
    page.get_by_role("searchbox", name="搜索").fill("scb")
    with opening(page):
        page.get_by_role("searchbox", name="搜索").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("scb")
    expect(page.locator("mark").first).to_have_text("市场部")
