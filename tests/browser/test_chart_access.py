"""The moving chart for everybody: without barriers, and at any size of type."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.charts import S1, visit

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

STATES = [
    "",
    "?岗位=1",
    "?方向=横向",
    "?竖排=1",
    "?图层=协作,关系",
    "?选中=市场部",
    "?收起=营销部",
    "?阶段=成熟期",
    "?阶段=无此阶段&选中=市场部",
    "?顶层=营销部&找=市场",
]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_is_accessible(page, live_server, seed, complaints, state, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    visit(page, live_server, S1 + state)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("size", [(720, 450), (360, 225)])
def test_it_is_usable_at_two_and_four_times_the_size(page, live_server, seed, complaints, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    visit(page, live_server, S1)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.locator(".canvas").scroll_into_view_if_needed()
    page.get_by_role("link", name="收起营销部").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="展开营销部：下面有 2 个部门").wait_for()
