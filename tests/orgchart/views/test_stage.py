import pytest

from orgchart.views import stage as view
from tests.factories import (
    new_chart,
    new_department,
    new_duty,
    new_emphasis,
    new_role,
    new_stage,
)

pytestmark = pytest.mark.django_db


def test_the_stages_come_in_order_with_what_they_stress(client, seed):
    response = client.get("/生命周期/")
    assert [(one.name, len(one.shown)) for one in response.context["stages"]] == [
        ("导入期", 5),
        ("成长期", 3),
        ("成熟期", 5),
    ]
    page = response.content.decode()
    assert "来源只提到 3 个阶段：导入期、成长期、成熟期。" in page
    assert page.count("不在职责清单内") == 1


def test_a_stage_keeps_the_order_of_the_source_and_names_who_carries(client, seed):
    response = client.get("/生命周期/成熟期/")
    [part] = response.context["parts"]
    assert (part.chart.name, part.department.name) == ("营销部统辖制", "市场部")
    assert [
        (one.text, one.duty and one.duty.number, one.duty and len(one.duty.carried_by))
        for one in part.emphases
    ] == [
        ("竞品广告策略与竞争手段分析", 5, 1),
        ("销售预测与未来规划", 6, 2),
        ("产品企划策略", 7, 1),
        ("广告策略", None, None),
        ("品牌规划", 14, 0),
    ]


def test_a_stage_counts_what_leads_what_is_carried_and_what_is_not(client, seed):
    response = client.get("/生命周期/成熟期/")
    [part] = response.context["parts"]
    numbers = [
        [duty.number for duty in duties] for duties in (part.duties, part.carried, part.gaps)
    ]
    assert numbers == [[5, 6, 7, 14], [5, 6, 7], [14]]
    assert [one.text for one in part.outside] == ["广告策略"]
    page = response.content.decode()
    marketing = part.department.get_absolute_url()
    assert f'href="{marketing}?阶段=%E6%88%90%E7%86%9F%E6%9C%9F#stage">侧重 4 项职责</a>' in page
    assert f'1 项无人承接：<a href="{marketing}#duty-14">职责第 14 项</a>' in page
    assert f'href="#emphasis-{part.outside[0].pk}">另有 1 项侧重不在职责清单内</a>' in page


def test_the_list_says_how_the_stages_spread_over_the_duties(client, seed):
    response = client.get("/生命周期/")
    [one] = response.context["spreads"]
    assert (one.department.name, one.total, len(one.spread.stressed)) == ("市场部", 15, 11)
    assert (one.spread.repeated, one.spread.never) == ((7,), (4, 11, 12, 13))
    assert "各阶段共侧重 15 项职责中的 11 项。" in response.content.decode()


def test_an_emphasis_outside_the_duty_list_is_shown_with_its_note(client, seed):
    page = client.get("/生命周期/成熟期/").content.decode()
    assert (
        "不在职责清单内</span> <span>不在市场部 15 项内（见 A1.2.9、A1.6.5；最近似第 13 项）。"
        in page
    )


def test_a_department_without_duties_or_roles_misses_nothing(client):
    stage = new_stage(name="导入期")
    unit = new_department(chart=new_chart(status="published"))
    new_emphasis(department=unit, stage=stage, text="铺货")
    for address in ("/生命周期/", stage.get_absolute_url()):
        assert client.get(address).status_code == 200
    new_role(department=unit)
    new_emphasis(department=unit, stage=stage, duty=new_duty(department=unit))
    page = client.get(stage.get_absolute_url()).content.decode()
    assert "因此不说由谁承接" in page
    assert [words for words in ("无人承接", "没有岗位承接") if words in page] == []


def test_of_very_many_emphases_the_first_are_listed_and_the_rest_counted(client, monkeypatch):
    monkeypatch.setattr(view, "MOST_LISTED", 2)
    stage, unit = new_stage(name="导入期"), new_department(chart=new_chart(status="published"))
    for _number in range(3):
        new_emphasis(department=unit, stage=stage)
    for address in ("/生命周期/", stage.get_absolute_url()):
        assert "这里只列出 3 项侧重中的前 2 项" in client.get(address).content.decode()


def test_emphases_of_drafts_are_not_shown(client, admin_client):
    stage = new_stage(name="衰退期")
    department = new_department(chart=new_chart(name="秘密"))
    new_emphasis(stage=stage, department=department, text="清理库存")
    for address in ("/生命周期/", stage.get_absolute_url()):
        assert "清理库存" not in client.get(address).content.decode()
        assert "清理库存" in admin_client.get(address).content.decode()


def test_a_stage_that_no_source_names_is_not_said_to_be_named(client):
    new_stage(name="衰退期")
    assert "来源只提到" not in client.get("/生命周期/").content.decode()
