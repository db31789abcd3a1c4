"""What the tab says."""

import re

import pytest

from tests.factories import new_chart, new_department

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/"


def title(client, address):
    return re.search("<title>(.*?)</title>", client.get(address).content.decode(), re.DOTALL)[1]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "市场部与营销部有什么区别？ · 营销架构"),
        (S1, "营销部统辖制 · 营销架构"),
        (f"{S1}大纲/", "营销部统辖制：大纲 · 营销架构"),
        (f"{S1}对比/市场部/销售部/", "市场部与销售部有什么区别？ · 营销架构"),
        (f"{S1}职责矩阵/", "谁负责什么 · 营销部统辖制 · 营销架构"),
        (f"{S1}部门/市场部/分解/", "市场部的职责分解 · 营销部统辖制 · 营销架构"),
        (f"{S1}部门/市场部/", "市场部 · 营销部统辖制 · 营销架构"),
        ("/en/职能/定价/", "Pricing · Functions · Marketing org charts"),
    ],
)
def test_a_title_is_one_line_without_stray_space(client, seed, address, expected):
    assert title(client, address) == expected


def test_markup_in_a_title_stays_text(client):
    unit = new_department(chart=new_chart(name="<b>&", status="published"), name="</title>")
    assert title(client, unit.get_absolute_url()).startswith("&lt;/title&gt; · &lt;b&gt;&amp; · ")
