import pytest

from departments.models import Department
from tests.factories import (
    new_carrying,
    new_chart,
    new_department,
    new_duty,
    new_emphasis,
    new_role,
    new_role_duty,
    new_stage,
)

pytestmark = pytest.mark.django_db

MARKETING = "/方案/营销部统辖制/部门/市场部/"


def text(response):
    return response.content.decode()


def places(response):
    """The marked duties in the order of the list, each with its place in the stage."""
    duties = response.context["duties"]
    return {duty.number: duty.place for duty in duties if hasattr(duty, "place")}


def test_without_a_stage_no_duty_is_marked(client, seed):
    response = client.get(MARKETING)
    assert places(response) == {}
    assert "按来源的顺序" not in text(response)


@pytest.mark.parametrize(
    ("stage", "told"),
    [
        ("导入期", {3: 1, 7: 5, 8: 4, 9: 2, 10: 3}),
        ("成长期", {1: 2, 2: 1, 15: 3}),
        ("成熟期", {5: 1, 6: 2, 7: 3, 14: 5}),
    ],
)
def test_the_duties_that_lead_are_marked_with_their_place_in_the_source(client, seed, stage, told):
    response = client.get(f"{MARKETING}?阶段={stage}")
    assert places(response) == told
    assert f"★ {stage}第 {told[max(told)]} 位" in text(response)


def test_in_maturity_the_page_says_what_nobody_carries_and_what_lies_outside(client, seed):
    response = client.get(f"{MARKETING}?阶段=成熟期")
    assert [duty.number for duty in response.context["leading"]] == [5, 6, 7, 14]
    assert [duty.number for duty in response.context["gaps"]] == [14]
    assert [one.text for one in response.context["outside"]] == ["广告策略"]
    page = text(response)
    assert '其中 1 项无人承接：<a href="#duty-14">职责第 14 项</a>' in page
    assert "不在市场部 15 项内（见 A1.2.9、A1.6.5；最近似第 13 项）。" in page


def test_in_introduction_every_duty_has_a_role(client, seed):
    assert "每一项都有岗位承接" in text(client.get(f"{MARKETING}?阶段=导入期"))


def test_the_stages_together_stress_eleven_of_fifteen_one_twice_and_four_never(client, seed):
    response = client.get(MARKETING)
    spread = response.context["spread"]
    assert (len(spread.stressed), spread.repeated, spread.never) == (11, (7,), (4, 11, 12, 13))
    page = text(response)
    assert "各阶段共侧重 15 项职责中的 11 项。" in page
    assert '任何阶段都未侧重：<a href="#duty-4">职责第 4 项</a>、' in page


def test_the_emphases_lead_to_their_marks_and_back(client, seed):
    assert 'href="?阶段=%E6%88%90%E7%86%9F%E6%9C%9F#stage"' in text(client.get(MARKETING))
    assert f'href="{client.get(MARKETING).wsgi_request.path}"' in text(
        client.get(f"{MARKETING}?阶段=成熟期")
    )


@pytest.mark.parametrize("stage", ["衰退期", "<script>alert(1)</script>", "成" * 300])
def test_an_unknown_stage_is_answered_with_a_sentence(client, seed, stage):
    response = client.get(MARKETING, {"阶段": stage})
    assert response.status_code == 200
    assert "这个阶段。" in text(response)
    assert "看看有哪些阶段" in text(response)
    assert "<script>alert" not in text(response)


def test_two_stages_at_once_are_refused(client, seed):
    assert client.get(f"{MARKETING}?阶段=导入期&阶段=成长期").status_code == 400


def test_a_stage_of_which_the_department_says_nothing_leads_to_other_charts(client, seed):
    page = text(client.get("/方案/营销部统辖制/部门/销售部/?阶段=导入期"))
    assert "没有说明这个部门在导入期侧重什么" in page
    assert "其他方案对这个阶段怎么说" in page


def test_where_no_role_has_duties_nobody_is_missed(client):
    unit = new_department(chart=new_chart(status="published"))
    new_role(department=unit)
    stage = new_stage(name="导入期")
    new_emphasis(department=unit, stage=stage, duty=new_duty(department=unit))
    page = text(client.get(f"{unit.get_absolute_url()}?阶段=导入期"))
    assert "因此不说由谁承接" in page
    assert "无人承接" not in page


def test_a_fourth_stage_of_an_editor_is_marked_too(client, seed):
    unit = Department.objects.get(chart__key="s1", key="marketing")
    stage = new_stage(name="衰退期")
    new_emphasis(department=unit, stage=stage, duty=unit.duties.all()[3])
    response = client.get(f"{MARKETING}?阶段=衰退期")
    assert places(response) == {4: 1}
    assert response.context["spread"].never == (11, 12, 13)


@pytest.mark.parametrize("size", [1, 3, 300])
def test_the_stage_costs_no_query_more(client, django_assert_num_queries, size):
    unit = new_department(chart=new_chart(status="published", slug="大"), name="甲部")
    stage, role = new_stage(name="导入期"), new_role(department=unit)
    for _number in range(size):
        duty = new_duty(department=unit)
        new_carrying(role_duty=new_role_duty(role=role), department_duty=duty)
        new_emphasis(department=unit, stage=stage, duty=duty)
    with django_assert_num_queries(15):
        assert client.get("/方案/大/部门/甲部/?阶段=导入期").status_code == 200
    with django_assert_num_queries(16):
        client.get("/方案/大/部门/甲部/?阶段=无")
