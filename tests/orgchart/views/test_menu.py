"""The menu keeps the chart in view on the pages that all charts share."""

from urllib.parse import unquote

import pytest

from departments.models import Chart
from tests.factories import new_chart, new_function

pytestmark = pytest.mark.django_db

SHARED = ["/职能/", "/职能/定价/", "/生命周期/", "/生命周期/成熟期/", "/参考/", "/参考/新品流程/"]


def menu(client, address):
    page = unquote(client.get(address).content.decode())
    return page.partition('<header class="top"')[2].partition("</header>")[0]


@pytest.mark.parametrize("address", [*SHARED, "/搜索/", "/方案/"])
def test_without_a_chart_the_menu_leads_to_the_one_to_follow(client, seed, address):
    assert 'href="/方案/营销部统辖制/部门/"' in menu(client, address)
    assert 'name="方案"' not in menu(client, address)


@pytest.mark.parametrize("address", [*SHARED, "/搜索/"])
def test_the_chart_that_the_address_names_stays_in_the_menu(client, seed, address):
    there = menu(client, f"{address}?方案=中心制市场部")
    assert 'href="/方案/中心制市场部/部门/"' in there
    assert 'href="/职能/?方案=中心制市场部"' in there
    assert '<input type="hidden" name="方案" value="中心制市场部">' in there


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/方案/中心制市场部/部门/", "/参考/?方案=中心制市场部"),
        ("/方案/中心制市场部/部门/市场部/", "/职能/队伍与培训/?方案=中心制市场部"),
        ("/方案/中心制市场部/部门/", "/生命周期/?方案=中心制市场部"),
        ("/职能/?方案=中心制市场部", "/职能/定价/?方案=中心制市场部"),
        ("/职能/定价/?方案=中心制市场部", "/职能/媒介与代理商/?方案=中心制市场部"),
        ("/生命周期/?方案=中心制市场部", "/生命周期/成熟期/?方案=中心制市场部"),
        ("/参考/?方案=中心制市场部", "/参考/新品流程/?方案=中心制市场部"),
        ("/职能/", "/职能/定价/"),
    ],
)
def test_links_carry_the_chart_on(client, seed, address, link):
    assert f'href="{link}"' in unquote(client.get(address).content.decode())


def test_a_chart_that_is_not_there_leaves_the_one_to_follow(client, seed):
    there = menu(client, "/职能/?方案=没有")
    assert 'href="/方案/营销部统辖制/部门/"' in there
    assert 'name="方案"' not in there


def test_a_draft_never_shows_in_the_menu_of_others(client, admin_client):
    new_function(name="定价")
    draft = new_chart(name="机密", kind="recommended")
    new_chart(name="公开", status="published")
    assert draft.status == Chart.Status.DRAFT
    assert 'href="/方案/公开/部门/"' in menu(client, "/职能/?方案=机密")
    assert 'href="/方案/公开/部门/"' in menu(admin_client, "/职能/")
    assert 'href="/方案/机密/部门/"' in menu(admin_client, "/职能/?方案=机密")


def test_without_charts_the_menu_offers_the_list(client):
    assert 'href="/方案/"' in menu(client, "/职能/")


def test_hostile_addresses_stay_text(client, seed):
    page = client.get("/职能/?方案=%22%3E%3Cscript%3E").content.decode()
    assert "<script>" not in page
