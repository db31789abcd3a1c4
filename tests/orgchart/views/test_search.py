import re
from urllib.parse import quote

import pytest
from django.urls import reverse

from departments.models import Chart
from tests.factories import (
    new_chart,
    new_department,
    new_duty,
    new_function,
    new_hand_off,
    new_passage,
    new_role,
    new_role_duty,
)

pytestmark = pytest.mark.django_db


def search(client, text, **values):
    return client.get("/搜索/", {"q": text, **values})


def totals(response):
    return {group.kind: group.total for group in response.context["groups"]}


def world(status):
    """A record of every kind that says 蓝鲸."""
    unit = new_department(chart=new_chart(status=status, name=f"方案 {status}"), name="蓝鲸部")
    new_duty(department=unit, text="观察蓝鲸")
    new_role_duty(role=new_role(department=unit, name="蓝鲸员"), text="喂养蓝鲸")
    new_hand_off(giver=unit, text="蓝鲸照片")
    return unit


def test_matches_are_grouped_by_kind_with_their_numbers(client):
    world("published")
    new_function(name="蓝鲸保护")
    new_passage(text="蓝鲸是什么？")
    response = search(client, "蓝鲸")
    assert totals(response) == {
        "departments": 1,
        "roles": 1,
        "department_duties": 1,
        "role_duties": 1,
        "functions": 1,
        "hand_offs": 1,
        "passages": 1,
    }
    assert "共 7 处匹配" in response.content.decode()


def test_drafts_are_found_by_people_with_permission_only(client, admin_client):
    world("draft")
    response = search(client, "蓝鲸")
    assert totals(response) == {}
    assert "方案 draft" not in response.content.decode()
    assert len(totals(search(admin_client, "蓝鲸"))) == 5


def test_a_draft_cannot_be_told_from_a_chart_that_does_not_exist(client):
    draft = world("draft").chart
    answers = {
        # The top bar keeps the address for the other language.
        search(client, "蓝鲸", 方案=slug).content.decode().partition("<main")[2]
        for slug in (draft.slug, "nowhere")
    }
    assert len(answers) == 1
    assert "没有这个方案，已改为搜索全部方案" in answers.pop()


def test_only_the_first_twenty_of_a_kind_are_shown(client):
    chart = new_chart(status="published")
    for number in range(21):
        new_department(chart=chart, name=f"区域{number}")
    response = search(client, "区域")
    assert [(len(group.rows), group.total) for group in response.context["groups"]] == [(20, 21)]
    assert "前 20 处，共 21 处" in response.content.decode()


def test_a_search_can_stay_in_one_chart(client):
    world("published")
    other = new_department(chart=new_chart(status="published"), name="蓝鲸组")
    for name in ("方案", "chart"):
        response = search(client, "蓝鲸", **{name: other.chart.slug})
        assert totals(response) == {"departments": 1}
        assert "在全部方案中搜索" in response.content.decode()


def test_an_empty_search_teaches_how(client):
    for address in ("/搜索/", "/搜索/?q=", "/搜索/?q=%20%20"):
        response = client.get(address)
        assert response.context["groups"] == []
        assert "在上方输入名称、别名、拼音或首字母" in response.content.decode()


def test_a_search_without_match_says_what_to_try(client):
    page = search(client, "火箭").content.decode()
    assert "没有内容包含“火箭”" in page
    assert "换一种说法" in page


def status(response):
    return re.search(r'role="status">(.*?)</p>', response.content.decode())[1]


def test_an_answered_question_does_not_say_that_nothing_matches(client):
    chart = new_chart(status="published")
    first, second = (new_department(chart=chart, name=name) for name in ("蓝鲸部", "海豚部"))
    response = search(client, "蓝鲸部和海豚部的区别")
    assert status(response) == "答案见下"
    address = reverse("compare", args=[chart.slug, first.slug, second.slug])
    assert f'href="{address}"' in response.content.decode()
    assert status(search(client, "蓝鲸部做什么")) == "答案见下 · 已搜索“蓝鲸部”：共 1 处匹配"
    assert status(search(client, "火箭")) == "共 0 处匹配"


def test_a_draft_is_no_side_of_a_comparison(client, admin_client):
    for state, name in (("published", "蓝鲸部"), ("draft", "海豚部")):
        new_department(chart=new_chart(status=state), name=name)
    assert search(client, "蓝鲸部和海豚部的区别").context["lead"] is None
    assert search(client, "海豚部做什么").context["lead"] is None
    address = search(admin_client, "蓝鲸部和海豚部的区别").context["lead"].address
    assert admin_client.get(address).status_code == 200
    assert client.get(address).status_code == 404


def test_on_english_pages_matches_lead_with_the_english_name(client):
    chart = new_chart(status="published")
    unit = new_department(chart=chart, name="蓝鲸部", name_en="Blue Whales")
    new_role(department=unit, name="蓝鲸员", name_en="Whale Keeper")
    new_function(name="蓝鲸保护", name_en="Whale protection")
    for root, lead, other in (("/en", "name_en", "name"), ("", "name", "name_en")):
        page = client.get(f"{root}/搜索/", {"q": "蓝鲸"})
        shown = [
            (re.sub("<.*?>", "", link), re.sub("<.*?>", "", beside))
            for link, beside in re.findall(
                r"<li><a [^>]*>(.*?)</a> <span class=\"english\"[^>]*>(.*?)</span>",
                page.content.decode(),
            )
        ]
        rows = [row for group in page.context["groups"] for row in group.rows]
        assert shown == [(getattr(row, lead), getattr(row, other)) for row in rows]


def test_too_much_is_cut_and_that_is_said(client):
    new_department(chart=new_chart(status="published"), name="蓝鲸部")
    response = search(client, " ".join(["蓝", "鲸"] * 6))
    assert len(response.context["query"].split()) == 10
    assert totals(response) == {"departments": 1}
    assert "只搜索了前 10 个词" in response.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "长" * 300,
        "a " * 400,
        "%",
        "_",
        "'; drop table",
        "\\",
        "👩‍👩‍👧‍👦",
        "مرحبا",
        "<b>",
        "{{ x }}",
    ],
    ids=range(10),
)
def test_a_search_for_anything_answers(client, seed, text):
    response = search(client, text)
    assert response.status_code == 200
    assert "<b>”" not in response.content.decode()


@pytest.mark.parametrize("address", ["q=%00", "q=a&q=b", "q=a&方案=x&chart=y", "q=" + "a" * 7000])
def test_what_cannot_be_meant_is_refused(client, address):
    assert client.get(f"/搜索/?{address}").status_code == 400


def test_matches_lead_to_where_they_stand(client, seed):
    page = search(client, "终端陈列报告").content.decode()
    hand_offs = "/方案/营销部统辖制/协作/销售部/市场部/"
    assert client.get(hand_offs).status_code == 200
    assert f'href="{quote(hand_offs)}"' in page
    assert "<mark>终端陈列报告</mark>" in page


def test_a_result_page_is_not_for_search_engines(client):
    assert '<meta name="robots" content="noindex">' in client.get("/搜索/").content.decode()


def test_a_result_page_within_a_draft_says_that_it_is_one(client, admin_client):
    draft = world("draft").chart
    assert "这个方案是草稿" in search(admin_client, "蓝鲸", 方案=draft.slug).content.decode()
    Chart.objects.update(status="published")
    assert "草稿" not in search(client, "蓝鲸", 方案=draft.slug).content.decode()
