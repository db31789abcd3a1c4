"""Choosing what to compare: names, charts, and what is said when they are nobody's."""

from urllib.parse import unquote

import pytest

from departments.models import Chart
from tests.factories import add_departments, new_chart, new_department

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/对比/"


def led_to(response):
    assert response.status_code == 302
    return unquote(response["Location"])


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ({"甲": "市场部", "乙": "业务部"}, "市场部/销售部/"),
        ({"甲": "市场部", "乙": "sales department"}, "市场部/销售部/"),
        ({"甲": "市场部", "乙": "销售部", "丙": ""}, "市场部/销售部/"),
        ({"甲": "市场部", "乙": "销售部", "丙": "营销部"}, "市场部/销售部/营销部/"),
        (
            {"甲": "市场部", "乙": "品牌中心", "乙方案": "中心制市场部"},
            "市场部/中心制市场部:品牌中心/",
        ),
        ({"甲": "市场部", "乙": "中心制市场部：品牌中心"}, "市场部/中心制市场部:品牌中心/"),
        ({"甲": "中心制市场部:市场部", "乙": "市场部"}, "中心制市场部:市场部/市场部/"),
    ],
)
def test_the_choice_leads_to_the_readable_address(client, seed, typed, address):
    assert led_to(client.get(S1, typed)) == f"{S1}{address}"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"甲": "市场部", "乙": "火箭部"}, "方案“营销部统辖制”里没有叫“火箭部”的部门"),
        (
            {"甲": "市场部", "乙": "市场部", "丙": "火箭部", "丙方案": "中心制市场部"},
            "方案“中心制市场部”里没有叫“火箭部”的部门",
        ),
        ({"甲": "市场部", "乙": "市场部"}, "这是同一个部门"),
        ({"甲": "市场部", "乙": "火" * 300}, "里没有叫“火火"),
        ({"甲": "市场部", "乙": "x", "乙方案": "没有这个方案"}, "里没有叫“x”的部门"),
        ({"甲": ":", "乙": "："}, "里没有叫“:”的部门"),
    ],
)
def test_what_cannot_be_compared_is_said_and_what_was_typed_stays(client, seed, typed, sentence):
    response = client.get(S1, typed)
    assert response.status_code == 200
    page = response.content.decode()
    assert sentence in page
    assert f'value="{typed["甲"]}"' in page


def test_an_address_of_one_department_asks_for_the_other(client, seed):
    response = client.get(f"{S1}市场部/", follow=True)
    assert 'value="市场部"' in response.content.decode()
    assert "请再填写一个部门。" in response.content.decode()
    assert client.get("/方案/没有/对比/市场部/").status_code == 404


@pytest.mark.parametrize("typed", [{}, {"甲": "火箭部"}, {"甲": "市场部", "乙": "火箭部"}])
def test_a_second_department_is_asked_for_only_where_it_is_all_that_lacks(client, seed, typed):
    assert "请再填写一个部门。" not in client.get(S1, typed).content.decode()


def test_two_different_names_for_one_field_are_refused(client, seed):
    assert client.get(f"{S1}?甲=市场部&甲=销售部&乙=营销部").status_code == 400


def test_a_draft_is_neither_offered_nor_found(client, admin_client, seed):
    new_department(chart=new_chart(name="草案"), name="机密部")
    typed = {"甲": "市场部", "乙": "机密部", "乙方案": "草案"}
    assert "草案" not in client.get(S1).content.decode()
    assert client.get(S1, typed).status_code == 200
    assert led_to(admin_client.get(S1, typed)) == f"{S1}市场部/草案:机密部/"


def test_departments_of_other_charts_are_suggested_with_their_chart(client, seed):
    page = client.get(S1).content.decode()
    assert '<option value="中心制市场部：品牌中心">' in page
    assert '<option value="市场部">' in page


def test_the_choice_offers_the_pairs_that_people_confuse(client, seed):
    pairs = [(one.name, other.name) for one, other in client.get(S1).context["pairs"]]
    assert pairs == [("市场部", "营销部"), ("销售部", "营销部"), ("市场部", "销售部")]


def test_a_counter_example_offers_what_it_sets_side_by_side(client, seed):
    pairs = client.get("/方案/营销部与销售部并列/对比/").context["pairs"]
    assert [(one.name, other.name) for one, other in pairs] == [("营销部", "销售部")]


def test_an_empty_chart_teaches_the_next_step(client):
    new_chart(name="空", status="published")
    assert "可对比的部门不足两个" in client.get("/方案/空/对比/").content.decode()


def namesakes(number=2):
    """A chart with a 华东组 in each of several departments, and one other department."""
    chart = new_chart(name="方案", status="published")
    new_department(chart=chart, name="市场部")
    for home in range(1, number + 1):
        parent = new_department(chart=chart, name=f"销售{home}部")
        new_department(chart=chart, name="华东组", name_en="East", parent=parent)


NAMED = "/方案/方案/对比/"


def test_a_name_of_several_is_said_and_each_is_a_link(client):
    namesakes()
    page = client.get(NAMED, {"甲": "华东组", "乙": "华东组"})
    assert page.status_code == 200
    text = page.content.decode()
    assert text.count("叫“华东组”的有 2 个，请选择是哪一个：") == 2
    assert "这是同一个部门" not in text
    first, second = page.context["fields"][0].candidates
    assert [first.label, second.label] == ["华东组（销售1部）", "华东组（销售2部）"]
    chosen = client.get(f"{NAMED}{first.address}")
    assert 'value="华东组（销售1部）"' in chosen.content.decode()
    other = chosen.context["fields"][1].candidates[1]
    assert led_to(client.get(f"{NAMED}{other.address}")) == f"{NAMED}华东组/华东组-2/"


@pytest.mark.parametrize(
    "typed",
    [
        {"甲": "华东组（销售1部）", "乙": "华东组（销售2部）"},
        {"甲": "/华东组", "乙": "方案：华东组（销售2部）"},
        {"甲": "方案:/华东组", "乙": "华东组-2"},
    ],
)
def test_namesakes_are_offered_apart_and_found_by_what_is_offered(client, typed):
    namesakes()
    assert '<option value="华东组（销售2部）">' in client.get(NAMED).content.decode()
    assert led_to(client.get(NAMED, typed)) == f"{NAMED}华东组/华东组-2/"


def test_a_third_is_added_to_namesakes(client):
    namesakes()
    words = client.get(f"{NAMED}华东组/华东组-2/").context["words"]
    assert led_to(client.get(NAMED, {**dict(words), "丙": "市场部"})).endswith(
        "/华东组/华东组-2/市场部/"
    )


def test_a_bracket_that_is_nobodys_is_unknown(client):
    namesakes()
    for name in ("华东组（财务部）", "（）", "(a", "/", "/无"):
        assert f"里没有叫“{name}”的部门" in client.get(NAMED, {"甲": name}).content.decode()


@pytest.mark.parametrize("number", [2, 3, 150])
def test_namesakes_cost_the_same_queries_at_any_number(client, django_assert_num_queries, number):
    namesakes(number)
    with django_assert_num_queries(4):
        client.get(NAMED)


@pytest.mark.parametrize("departments", [1, 3, 300])
def test_it_needs_the_same_queries_at_any_size(
    client, django_assert_num_queries, departments, seed
):
    add_departments(Chart.objects.get(key="s1"), departments)
    with django_assert_num_queries(4):
        client.get(S1)
