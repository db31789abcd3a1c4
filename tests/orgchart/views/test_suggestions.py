from urllib.parse import unquote

import pytest

from tests.factories import (
    new_chart,
    new_department,
    new_duty,
    new_function,
    new_hand_off,
    new_role,
    new_role_duty,
    new_working_relationship,
)

pytestmark = pytest.mark.django_db


def suggest(client, text, **values):
    response = client.get("/搜索/建议/", {"q": text, **values})
    assert response.status_code == 200
    return response.json()["suggestions"]


def names(client, text, **values):
    return [one["name"] for one in suggest(client, text, **values)]


def world(size, status="published", name="蓝鲸"):
    """So many records of every kind that say 蓝鲸, in one chart."""
    chart = new_chart(status=status)
    units = [new_department(chart=chart, name=f"{name}{number}部") for number in range(size)]
    function = new_function(name=f"{name}保护")
    for number in range(size):
        new_duty(department=units[0], text=f"观察{name}{number}", function=function)
        role = new_role(department=units[0], name=f"{name}{number}员")
        new_role_duty(role=role, text=f"喂养{name}{number}", function=function)
        new_hand_off(giver=units[0], receiver=new_department(chart=chart), text=f"{name}照片")
        new_working_relationship(role=role, matter=f"讨论{name}{number}")
    return units[0]


def test_a_few_of_each_kind_are_suggested_each_with_an_address_that_answers(client):
    world(5)
    found = suggest(client, "蓝鲸")
    assert [one["kind"] for one in found] == [
        *["部门"] * 4,
        *["岗位"] * 3,
        "职能",
        *["部门职责"] * 2,
        "岗位职责",
        "协作",
    ]
    assert {client.get(one["address"]).status_code for one in found} == {200}


def test_the_number_of_suggestions_is_said(client):
    new_department(chart=new_chart(status="published"), name="蓝鲸部")
    said = [client.get(f"{root}/搜索/建议/?q=蓝鲸").json()["status"] for root in ("", "/en")]
    assert said == ["1 条建议", "1 suggestion"]


def test_departments_of_one_name_are_suggested_once(client):
    for _number in range(3):
        new_department(chart=new_chart(status="published"), name="蓝鲸部")
    assert names(client, "ljb") == ["蓝鲸部"]


def test_english_pages_suggest_english_names_with_the_chinese_beside(client):
    chart = new_chart(status="published", slug="sea", name="海", name_en="Sea")
    new_department(chart=chart, name="蓝鲸部", name_en="Blue Whales", slug="whales")
    found = client.get("/en/搜索/建议/?q=蓝鲸").json()["suggestions"]
    assert [(one["kind"], one["name"], one["place"]) for one in found] == [
        ("Departments", "Blue Whales", "蓝鲸部 · Sea")
    ]
    assert found[0]["address"].startswith("/en/")


def test_names_that_are_the_same_in_both_languages_are_said_once(client):
    chart = new_chart(status="published", name="海")
    new_department(chart=chart, name="蓝鲸部")
    found = client.get("/en/搜索/建议/?q=蓝鲸").json()["suggestions"]
    assert [(one["name"], one["place"]) for one in found] == [("蓝鲸部", "海")]


def test_drafts_are_suggested_to_people_with_permission_only(client, admin_client):
    world(1, status="draft")
    assert names(admin_client, "蓝鲸0") == ["蓝鲸0部", "蓝鲸0员", "观察蓝鲸0", "喂养蓝鲸0"]
    for text in ("蓝鲸0", "lj", "喂养蓝鲸0", "谁负责蓝鲸保护", "蓝鲸0找谁配合"):
        assert [one for one in suggest(client, text) if one["kind"] not in ("职能", "答案")] == []
    # What one person was shown is not kept for the next.
    assert names(client, "蓝鲸0") == []


def test_suggestions_can_stay_in_one_chart(client):
    world(1)
    other = new_department(chart=new_chart(status="published"), name="蓝鲸组")
    assert names(client, "蓝鲸组", 方案=other.chart.slug) == ["蓝鲸组"]
    assert names(client, "蓝鲸0部", 方案=other.chart.slug) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("谁负责定价", ("谁负责定价", "市场部", "/搜索/")),
        ("促销找谁配合", ("促销找谁配合", "市场部 → 销售部", "/搜索/")),
        ("市场部和营销部有什么区别", ("市场部与营销部逐项对比", "营销部统辖制", "/方案/")),
        (
            "营销部、市场部和销售部有什么区别",
            (
                "营销部、市场部与销售部逐项对比",
                "营销部统辖制",
                "/方案/营销部统辖制/对比/营销部/市场部/销售部/",
            ),
        ),
        (
            "企划部和策划部有什么区别",
            (
                "企划部与策划部逐项对比",
                "企划部、品牌推广部与销售部并列 · 策划部、市场推广部与销售部并列",
                "/方案/企划部-品牌推广部与销售部并列/对比/企划部/策划部-市场推广部与销售部并列:策划部/",
            ),
        ),
        (
            "市场部经理与理货员的区别",
            (
                "市场部经理与理货员逐项对比",
                "营销部统辖制 › 市场部",
                "/方案/营销部统辖制/岗位对比/市场部经理/理货员/",
            ),
        ),
        ("市场部是做什么的", ("市场部", "营销部统辖制", "/方案/营销部统辖制/部门/市场部/")),
        ("理货员做什么", ("理货员", "营销部统辖制 › 市场部", "/方案/营销部统辖制/岗位/理货员/")),
    ],
)
def test_a_question_is_answered_first(client, seed, text, first):
    found = suggest(client, text)[0]
    name, place, address = first
    assert (found["kind"], found["name"]) == ("答案", name)
    assert found["place"].startswith(place)
    assert unquote(found["address"]).startswith(address)
    assert client.get(found["address"]).status_code == 200


def test_nothing_typed_suggests_nothing(client):
    for address in ("/搜索/建议/", "/搜索/建议/?q=%20"):
        assert client.get(address).json() == {"suggestions": [], "status": "0 条建议"}


@pytest.mark.parametrize(
    "text", ["长" * 300, "a " * 1000, "%", "_", "'; --", "\\", "<b>", "[", "(a", "\x01"]
)
def test_anything_may_be_typed(client, seed, text):
    assert client.get("/搜索/建议/", {"q": text}).status_code in (200, 400)


@pytest.mark.parametrize("address", ["q=%00", "q=a&q=b", "q=" + "a" * 7000])
def test_what_cannot_be_meant_is_refused(client, address):
    assert client.get(f"/搜索/建议/?{address}").status_code == 400


def test_nobody_else_keeps_what_one_was_shown(client):
    assert client.get("/搜索/建议/?q=a")["Cache-Control"] == "private, no-cache"
    assert client.post("/搜索/建议/").status_code == 405


@pytest.mark.parametrize("size", [1, 3, 300])
def test_suggestions_and_results_cost_the_same_at_any_size(client, size, django_assert_num_queries):
    unit = world(size)
    # The charts; what can be found, stored or read once; and each kind that matches.
    with django_assert_num_queries(1 + 8 + 6):
        suggest(client, "蓝鲸")
    with django_assert_num_queries(1 + 6):
        suggest(client, "蓝鲸")
    with django_assert_num_queries(1 + 6):
        client.get("/搜索/?q=蓝鲸")
    # The function; its duties of departments and of roles, chosen by few columns and then
    # read; then as for its name.
    with django_assert_num_queries(1 + 1 + 2 * 2 + 1):
        suggest(client, "谁负责蓝鲸保护")
    # Hand-offs, functions and their hand-offs, dealings; then the six kinds of matches.
    with django_assert_num_queries(1 + 4 + 6):
        client.get("/搜索/?q=蓝鲸找谁配合")
    # The department that is named, and its name's own match.
    with django_assert_num_queries(1 + 1 + 1):
        suggest(client, "蓝鲸0部做什么")
    # The roles that are named.
    new_role(department=unit, name="鲸")
    suggest(client, "鲸")
    with django_assert_num_queries(1 + 1):
        assert len(suggest(client, f"蓝鲸{size - 1}员和鲸的区别")) == 1
