"""Every text says in which language it is, where that is not the page's."""

import re
from html.parser import HTMLParser

import pytest
from django.utils.html import escape

from orgchart.names import HAN, LATIN
from tests.factories import (
    new_carrying,
    new_chart,
    new_department,
    new_duty,
    new_hand_off,
    new_role,
    new_role_duty,
)

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制"
PAGES = [
    f"{S1}/部门/",
    f"{S1}/部门/市场部/",
    f"{S1}/岗位/",
    f"{S1}/岗位/市场调研主管/",
    f"{S1}/对比/市场部/销售部/",
    f"{S1}/对比/市场部/中心制市场部:市场部/营销部/",
    f"{S1}/岗位对比/市场部经理/广告企划主管/",
    f"{S1}/职责矩阵/",
    f"{S1}/职责矩阵/岗位/?阶段=成熟期",
    f"{S1}/职责分解/",
    f"{S1}/部门/市场部/分解/",
    f"{S1}/协作/",
    f"{S1}/协作/市场部/销售部/",
    "/职能/",
    "/职能/市场调研与信息/",
    "/生命周期/",
    "/生命周期/成熟期/",
    "/参考/",
    "/参考/来源与更正/",
    "/搜索/?q=品牌",
]
HOSTILE = ["<script>alert(1)</script>", "مرحبا بالعالم", "👩‍👩‍👧‍👦🏳️‍🌈部", "长" * 200, "a" * 200]
VOID = {"meta", "link", "input", "br", "path", "rect", "img", "hr"}


class Texts(HTMLParser):
    """The texts of a page with the language that each is said to be in."""

    def __init__(self):
        super().__init__()
        self.languages = [""]
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.languages.append(dict(attrs).get("lang", self.languages[-1]))

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.languages.pop()

    def handle_data(self, data):
        self.found.append((self.languages[-1], data.strip()))


def texts(client, address):
    parser = Texts()
    parser.feed(client.get(address).content.decode().partition("<main")[2].partition("</main")[0])
    return parser.found


@pytest.mark.parametrize("address", PAGES)
def test_chinese_on_english_pages_is_said_to_be_chinese(client, seed, address):
    # The words that somebody looked for are repeated as they were typed.
    wrong = [
        text
        for language, text in texts(client, f"/en{address}")
        if HAN.search(text) and language != "zh-Hans" and "品牌" not in text
    ]
    assert wrong == []


@pytest.mark.parametrize("address", PAGES)
def test_english_inside_chinese_text_is_not_said_to_be_chinese_only(client, seed, address):
    wrong = [
        text
        for language, text in texts(client, f"/en{address}")
        if language == "zh-Hans" and LATIN.search(text) and not HAN.search(text)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", HOSTILE, ids=["markup", "rtl", "emoji", "long", "latin"])
def test_names_of_any_kind_are_shown_as_they_are(client, name):
    chart = new_chart(status="published")
    unit = new_department(chart=chart, name=name, slug="x")
    new_role_duty(role=new_role(department=unit, name=name, slug="y"), text=name)
    new_duty(department=unit, text=name, heading=name)
    isolated = rf"<bdi>(<span [^>]*>)?{re.escape(escape(name))}</"
    for address in (f"/方案/{chart.slug}/部门/", unit.get_absolute_url()):
        page = client.get(address).content.decode()
        assert re.search(isolated, page)
        assert "<script>alert" not in page


def test_one_thing_is_counted_in_the_singular(client):
    chart = new_chart(status="published")
    unit, other = (new_department(chart=chart, name=name) for name in ("甲", "乙"))
    role = new_role(department=unit, name="主管")
    duty = new_duty(department=unit)
    new_carrying(department_duty=duty, role_duty=new_role_duty(role=role))
    new_hand_off(giver=unit, receiver=other)
    address = f"/en/方案/{chart.slug}/部门/甲/"
    page = client.get(address).content.decode()
    assert 'aria-label="主管: 1 duty"' in page
    assert '<span class="muted">item 1</span>' in page
    new_carrying(department_duty=duty, role_duty=new_role_duty(role=role))
    page = client.get(address).content.decode()
    assert 'aria-label="主管: 2 duties"' in page
    assert '<span class="muted">items 1, 2</span>' in page
    answer = client.get(f"/en/方案/{chart.slug}/对比/甲/乙/").context["answer"]
    assert answer.endswith("甲 hands over 1 item and receives 0 in return.")
