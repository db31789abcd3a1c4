import re

import pytest

from tests.factories import new_chart, new_department, new_duty, new_forest

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/对比/"


def test_the_question_of_the_product_is_answered_from_the_data(client, seed):
    response = client.get(f"{S1}市场部/营销部/")
    assert response.context["answer"] == (
        "市场部属于营销部。二者共有 4 项职能；仅市场部有 4 项，仅营销部有 11 项。"
    )


def test_siblings_are_said_to_stand_side_by_side_and_to_exchange(client, seed):
    answer = client.get(f"{S1}市场部/销售部/").context["answer"]
    assert answer.startswith("市场部与销售部并列，同属营销部。")
    assert answer.endswith("市场部向对方提供 5 项协作事项，从对方获得 9 项。")


def test_departments_of_different_branches_are_said_to_be_unrelated(client, seed):
    answer = client.get(f"{S1}市场部/财务部/").context["answer"]
    assert answer.startswith("市场部与财务部互不隶属。")


def test_duties_line_up_as_the_facts_say(client, seed):
    comparison = client.get(f"{S1}市场部/营销部/").context["comparison"]
    assert [
        tuple([duty.key for duty in duties] for duties in row.duties)
        for row in comparison.shared.rows
    ] == [
        (["marketing.1"], ["marketing-and-sales.3"]),
        (
            ["marketing.2", "marketing.3", "marketing.4", "marketing.5"],
            ["marketing-and-sales.1"],
        ),
        (
            ["marketing.7", "marketing.9", "marketing.10", "marketing.11", "marketing.13"],
            ["marketing-and-sales.2"],
        ),
        (["marketing.14"], ["marketing-and-sales.8"]),
    ]


def test_what_the_superior_keeps_and_shares_is_told_below(client, seed):
    (division,) = client.get(f"{S1}市场部/营销部/").context["divisions"]
    assert division.superior.name == "营销部"
    assert [one.name for one in division.below] == ["市场部", "销售部"]
    with_marketing = {
        duties[0].key: [
            duty.key for part, theirs in below for duty in theirs if part.slug == "市场部"
        ]
        for _function, duties, below in division.shared
    }
    assert {key: found for key, found in with_marketing.items() if found} == {
        "marketing-and-sales.1": [f"marketing.{number}" for number in (2, 3, 4, 5)],
        "marketing-and-sales.2": [f"marketing.{number}" for number in (7, 9, 10, 11, 13)],
        "marketing-and-sales.3": ["marketing.1"],
        "marketing-and-sales.8": ["marketing.14"],
    }
    assert [function.name for function, _duties, _below in division.own] == [
        *("合同与订单", "客户与信用", "售后服务", "年度工作报告"),
        *("科技与科研", "网络信息建设", "企业文化建设", "交办事项"),
    ]


def test_siblings_have_no_division(client, seed):
    response = client.get(f"{S1}市场部/销售部/")
    assert response.context["divisions"] == []


def test_all_twenty_aspects_stand_side_by_side(client, seed):
    response = client.get(f"{S1}市场部/销售部/")
    assert len(response.context["aspects_of_several"]) == 20
    assert response.context["aspects_of_one"] == []


def test_three_departments_are_answered_in_one_go(client, seed):
    answer = client.get(f"{S1}市场部/销售部/营销部/").context["answer"]
    assert answer == (
        "市场部与销售部属于营销部。三者共有 1 项职能；仅市场部与营销部共有 3 项；"
        "仅销售部与营销部共有 3 项；仅市场部有 4 项，仅销售部有 4 项，仅营销部有 8 项。"
        "另有 2 对职责措辞相近，待确认。协作事项：市场部 → 销售部 5 项，销售部 → 市场部 9 项。"
    )


def test_a_department_of_another_chart_is_named_with_its_chart(client, seed):
    response = client.get(f"{S1}市场部/中心制市场部:品牌中心/")
    assert response.context["answer"].startswith(
        "市场部在方案“营销部统辖制”中，品牌中心在方案“中心制市场部”中。二者共有 1 项职能；"
    )
    assert "它们不在同一方案中；协作事项只在方案之内。" in response.content.decode()


def test_one_department_in_two_charts_is_said_to_be_one(client, seed):
    response = client.get(f"{S1}市场部/中心制市场部:市场部/")
    assert response.context["answer"].startswith(
        "市场部（营销部统辖制）与市场部（中心制市场部）是同一部门在两个方案中的样子。"
    )


def test_three_departments_of_two_charts_say_where_each_is(client, seed):
    answer = client.get(f"{S1}市场部/中心制市场部:品牌中心/营销部/").context["answer"]
    assert answer.startswith(
        "市场部属于营销部。市场部与营销部在方案“营销部统辖制”中，品牌中心在方案“中心制市场部”中。"
    )


def test_it_answers_in_english_below_en(client, seed):
    answer = client.get(f"/en{S1}市场部/销售部/").context["answer"]
    assert answer == (
        "Marketing Department and Sales Department stand side by side under "
        "Marketing & Sales Department. They share 1 function; 7 only with Marketing Department, "
        "7 only with Sales Department. 2 pairs of duties are worded alike, to be confirmed. "
        "Marketing Department hands over 5 items and receives 9 in return."
    )


def test_the_own_chart_may_be_named_too(client, seed):
    response = client.get(f"{S1}营销部统辖制:市场部/销售部/")
    assert response.context["address"] == client.get(f"{S1}市场部/销售部/").context["address"]


def test_swapping_turns_the_sides_round(client, seed):
    page = client.get(f"{S1}市场部/销售部/营销部/")
    names = [side.name for side in client.get(page.context["swapped"]).context["sides"]]
    assert names == ["销售部", "营销部", "市场部"]


def test_each_of_three_can_be_left_out(client, seed):
    without = client.get(f"{S1}市场部/销售部/营销部/").context["without"]
    assert [
        [side.name for side in client.get(address).context["sides"]] for address in without.values()
    ] == [["销售部", "营销部"], ["市场部", "营销部"], ["市场部", "销售部"]]


def test_how_much_each_has_to_do_with_a_duty_stands_beside_it(client, seed):
    page = client.get(f"{S1}市场部/营销部/").content.decode()
    words = re.findall(r'class="involvement [-\w]+">([^<]+)<', page)
    assert {"主责", "参与并提供", "其他"} <= set(words)


def test_similar_wording_is_shown_with_its_reason_and_as_open(client, seed):
    page = " ".join(client.get(f"{S1}市场部/销售部/").content.decode().split())
    assert "措辞相近 40%，共同用词： <q>促销活动</q>" in page
    assert "≈ 相近，待确认" in page


def test_long_duties_are_shown_whole(client):
    chart = new_chart(name="方案", status="published")
    for name in ("甲", "乙"):
        new_duty(department=new_department(chart=chart, name=name), text=name * 500)
    page = client.get("/方案/方案/对比/甲/乙/").content.decode()
    assert page.count("甲" * 500) == page.count("乙" * 500) == 1


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("市场部/火箭部/", "方案“营销部统辖制”里没有叫“火箭部”的部门"),
        ("市场部/品牌中心/", "方案“营销部统辖制”里没有叫“品牌中心”的部门"),
        ("市场部/火箭方案:品牌中心/", "没有叫“火箭方案”的方案"),
        ("市场部/中心制市场部:火箭部/", "方案“中心制市场部”里没有叫“火箭部”的部门"),
        ("市场部/销售部/火箭部/", "里没有叫“火箭部”的部门"),
    ],
)
def test_an_address_of_nobody_asks_again_with_a_sentence(client, seed, address, words):
    response = client.get(f"{S1}{address}")
    assert response.status_code == 404
    assert words in response.content.decode()
    assert 'value="市场部"' in response.content.decode()


def test_an_endless_name_is_cut(client, seed):
    page = client.get(f"{S1}市场部/{'长' * 3000}/").content.decode()
    assert "长" * 200 in page
    assert "长" * 201 not in page.partition("<form class=")[2]


@pytest.mark.parametrize("address", ["市场部/市场部/", "市场部/销售部/市场部/"])
def test_a_department_is_not_compared_with_itself(client, seed, address):
    response = client.get(f"{S1}{address}", follow=True)
    assert "这是同一个部门" in response.content.decode()


@pytest.mark.parametrize("side", ["第二", "第三"])
def test_a_draft_leaks_through_no_side(client, admin_client, seed, side):
    draft = new_chart(name="草案")
    new_department(chart=draft, name="机密部", mission="机密使命")
    third = "销售部/" if side == "第三" else ""
    address = f"{S1}市场部/{third}草案:机密部/"
    response = client.get(address)
    assert response.status_code == 404
    assert "机密使命" not in response.content.decode()
    seen = admin_client.get(address)
    assert "机密使命" in seen.content.decode()
    assert '<meta name="robots" content="noindex">' in seen.content.decode()


def test_a_department_is_compared_with_itself_in_another_chart_from_its_page(client, seed):
    page = client.get("/方案/营销部统辖制/部门/市场部/").content.decode()
    (address,) = re.findall(
        r'href="([^"]+)"\s+aria-label="对比营销部统辖制与中心制市场部"', page, re.DOTALL
    )
    names = [side.name for side in client.get(address).context["sides"]]
    assert names == ["市场部（营销部统辖制）", "市场部（中心制市场部）"]


def test_the_number_of_hand_offs_leads_to_their_page(client, seed):
    page = client.get(f"{S1}市场部/销售部/").content.decode()
    (address,) = re.findall(r'<a class="count"\s+href="([^"]+)">5</a>', page)
    assert client.get(address).status_code == 200


def test_two_departments_that_say_nothing_are_no_fault(client):
    chart = new_chart(name="空", status="published")
    new_forest(chart=chart, 甲={}, 乙={})
    assert client.get("/方案/空/对比/甲/乙/").context["answer"] == "甲与乙在方案顶层并列。"


def test_its_parts_are_one_jump_away(client, seed):
    page = client.get(f"{S1}市场部/销售部/").content.decode()
    jumps = re.findall(r'<a href="#([\w-]+)"><b[^>]*>([^<]+)</b>', page)
    assert jumps == [
        ("aspects", "20"),
        ("all", "1"),
        ("a", "7"),
        ("b", "7"),
        ("similar", "2"),
        ("hand-offs", "5 ⇄ 9"),
    ]
    assert [anchor for anchor, _number in jumps if f'id="{anchor}"' not in page] == []


@pytest.mark.parametrize(
    "address",
    [f"{S1}市场部/销售部/", "/方案/营销部统辖制/部门/市场部/", "/方案/营销部统辖制/岗位/理货员/"],
)
def test_the_marks_beside_texts_are_explained(client, seed, address):
    page = client.get(address).content.decode()
    marks = re.findall(r"<b[^>]*>(.)</b> (.*?)</li>", page.partition('class="marks"')[2])
    assert marks[:3] == [("○", "来源明示"), ("◐", "由来源推定"), ("●", "由其他条目派生")]
