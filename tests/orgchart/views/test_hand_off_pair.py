from urllib.parse import unquote

import pytest

from orgchart.views import hand_off as view
from orgchart.views import hand_off_pictures
from tests.factories import (
    new_chart,
    new_department,
    new_forest,
    new_hand_off,
    new_role,
    new_working_relationship,
)

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/协作/"


@pytest.fixture
def units():
    return new_forest(chart=new_chart(status="published", slug="c"), 甲={}, 乙={})


def text_of(response):
    return response.content.decode()


def dealings(response):
    return [
        (str(one.mine), one.sign, str(one.theirs), one.record.matter)
        for one in response.context["dealings"]
    ]


def test_both_directions_stand_side_by_side_with_all_that_is_said(client, seed):
    response = client.get(f"{S1}市场部/销售部/")
    assert [
        (way, giver.name, receiver.name, flow.count)
        for way, giver, receiver, flow in response.context["directions"]
    ] == [("out", "市场部", "销售部", 5), ("in", "销售部", "市场部", 9)]
    text = text_of(response)
    assert text.count("双方均未确认") == 14
    assert text.count('<dd class="unsaid">未说明</dd>') == 5
    assert "说明、培训、研讨" in text
    assert "出处：A1 第十节a 第 1 项" in text


def test_the_first_named_stands_first(client, seed):
    names = [one[1].name for one in client.get(f"{S1}销售部/市场部/").context["directions"]]
    assert names == ["销售部", "市场部"]


def test_the_picture_says_who_gives_what_to_whom(client, seed):
    picture = client.get(f"{S1}市场部/销售部/").context["picture"]
    assert "<desc>市场部提供给销售部 5 项 · 销售部提供给市场部 9 项</desc>" in picture
    assert picture.count('class="step unconfirmed there"') == 5
    assert picture.count('class="step unconfirmed back"') == 9
    assert ">1. 终端陈列报告</text>" in picture


def test_what_runs_one_way_says_so(client, seed):
    response = client.get(f"{S1}财务部/营销部/")
    assert response.context["is_one_way"] is True
    assert "这个方向没有协作。" in response.context["picture"]
    assert text_of(response).count("这个方向没有协作。") == 2


def test_two_that_hand_over_nothing_say_so(client, admin_client, seed):
    response = client.get(f"{S1}财务部/综合办/")
    assert "这两个部门之间没有协作" in text_of(response)
    assert response.context["picture"] == ""
    assert "添加协作" in text_of(admin_client.get(f"{S1}财务部/综合办/"))


def test_an_unknown_department_is_not_found(client, seed):
    assert client.get(f"{S1}市场部/火箭部/").status_code == 404
    assert client.get(f"{S1}火箭部/火箭站/").status_code == 404


def test_a_department_of_another_chart_is_not_found(client, units):
    other = new_department(chart=new_chart(status="published"))
    assert client.get(f"/方案/c/协作/甲/{other.slug}/").status_code == 404


def test_one_department_twice_leads_to_all_its_hand_offs(client, seed):
    response = client.get(f"{S1}市场部/市场部/", follow=True)
    assert response.context["choice"].named["部门"].name == "市场部"


def test_relationships_of_their_roles_stand_below_whoever_has_written_them(client, units):
    mine = new_role(department=units["甲"], name="主管")
    theirs = new_role(department=units["乙"], name="代表")
    elsewhere = new_role(department=new_department(chart=units["甲"].chart), name="他人")
    new_working_relationship(role=mine, counterpart_role=theirs, direction="gives", matter="一")
    new_working_relationship(role=theirs, counterpart_role=mine, direction="gives", matter="二")
    new_working_relationship(department=units["乙"], counterpart_role=mine, matter="三")
    new_working_relationship(role=mine, counterpart_department=units["乙"], matter="四")
    new_working_relationship(role=elsewhere, counterpart_role=mine, matter="五")
    new_working_relationship(role=mine, counterpart_text="广告公司", matter="六")
    assert dealings(client.get("/方案/c/协作/甲/乙/")) == [
        ("主管", "→", "代表", "一"),
        ("主管", "←", "代表", "二"),
        ("主管", "⇄", "乙", "三"),
        ("主管", "⇄", "乙", "四"),
    ]


def test_relationships_of_the_seed_stand_at_their_pair(client, seed):
    assert dealings(client.get(f"{S1}市场部/销售部/")) == [
        ("营业企划主管", "⇄", "销售部", "月度销量计划沟通")
    ]


def test_confirmations_are_said_at_each_item(client, units):
    for place, (giver, receiver) in enumerate([(1, 1), (1, 0), (0, 1), (0, 0)]):
        new_hand_off(
            giver=units["甲"],
            receiver=units["乙"],
            position=place,
            confirmed_by_giver=giver,
            confirmed_by_receiver=receiver,
        )
    response = client.get("/方案/c/协作/甲/乙/")
    words = ("双方已确认", "仅提供方已确认", "仅接收方已确认", "双方均未确认")
    assert [text_of(response).count(f"{word}</span>") for word in words] == [1, 1, 1, 1]
    assert response.context["picture"].count('class="step confirmed there"') == 1


def test_only_editors_are_led_to_confirm(client, admin_client, units):
    item = new_hand_off(giver=units["甲"], receiver=units["乙"])
    assert "/admin/" not in text_of(client.get("/方案/c/协作/甲/乙/"))
    text = text_of(admin_client.get("/方案/c/协作/甲/乙/"))
    query = f"?giver__id__exact={units['甲'].pk}&amp;receiver__id__exact={units['乙'].pk}"
    assert f'href="/admin/departments/handoff/{query}"' in text
    found = admin_client.get(f"/admin/departments/handoff/{query.replace('&amp;', '&')}")
    assert found.context["cl"].result_list == [item]


def test_many_items_are_cut_with_a_sentence(client, units, monkeypatch):
    monkeypatch.setattr(view, "MOST_OF_PAIR", 4)
    monkeypatch.setattr(hand_off_pictures, "MOST_MESSAGES", 2)
    for place in range(6):
        new_hand_off(giver=units["甲"], receiver=units["乙"], position=place)
    response = client.get("/方案/c/协作/甲/乙/")
    assert ">另有 4 项</text>" in response.context["picture"]
    assert "另有 2 项未在此列出" in text_of(response)
    assert "6 项</span>" in text_of(response)
    assert "/方案/c/下载/协作.xlsx?提供方=甲&amp;接收方=乙" in unquote(text_of(response))
