"""Two roles of a chart side by side."""

from urllib.parse import unquote

import pytest

from tests.factories import (
    new_carrying,
    new_chart,
    new_department,
    new_function,
    new_role,
    new_role_duty,
    new_working_relationship,
)

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/岗位对比/"


def answer(client, address):
    return client.get(f"{S1}{address}").context["answer"]


def test_siblings_are_answered_from_the_data(client, seed):
    assert answer(client, "市场调研主管/广告企划主管/") == (
        "市场调研主管与广告企划主管同在市场部。直接上级都是市场部经理。"
        "二者共有 0 项职能；仅市场调研主管有 3 项，仅广告企划主管有 3 项。"
        "另有 1 对职责措辞相近，待确认。二者之间有 1 项工作关系。"
    )


def test_a_superior_and_what_both_carry_are_told(client, seed):
    assert answer(client, "市场部经理/促销企划主管/") == (
        "市场部经理与促销企划主管同在市场部。促销企划主管的直接上级是市场部经理。"
        "二者共有 3 项职能；仅市场部经理有 4 项，仅促销企划主管有 0 项。二者共同承担 2 项部门职责。"
    )


def test_it_answers_in_english_below_en(client, seed):
    found = client.get(f"/en{S1}市场调研主管/广告企划主管/").context["answer"]
    assert found.startswith(
        "Market Research Supervisor and Advertising Planning Supervisor are both in Marketing "
        "Department. Both report to Marketing Manager. They share 0 functions;"
    )


def test_what_both_carry_stands_first_and_leads_to_the_duty(client, seed):
    response = client.get(f"{S1}市场部经理/促销企划主管/")
    assert [is_shared for _duty, is_shared, _cells in response.context["carried"]][:3] == [
        *(True, True, False)
    ]
    assert "#duty-11" in response.content.decode()


def test_similar_wording_has_its_reason_and_no_buttons(client, admin_client, seed):
    page = admin_client.get(f"{S1}市场调研主管/广告企划主管/").content.decode()
    assert "≈ 相近，待确认" in page
    assert "给两项职责指定同一职能，即为相同。" in page
    assert 'name="判断"' not in page


def test_a_role_is_compared_from_its_page(client, seed):
    page = client.get("/方案/营销部统辖制/岗位/广告企划主管/").content.decode()
    assert 'aria-label="对比广告企划主管与促销企划主管"' in page


def test_swapping_turns_the_sides_round(client, seed):
    context = client.get(f"{S1}市场调研主管/广告企划主管/").context
    assert unquote(context["swapped"]) == f"{S1}广告企划主管/市场调研主管/"


def test_roles_of_two_departments_say_where_each_is(client):
    chart = new_chart(name="方案", status="published")
    for number in (1, 2):
        home = new_department(chart=chart, name=f"部{number}")
        new_role(department=home, name=f"岗{number}")
    page = client.get("/方案/方案/岗位对比/岗1/岗2/")
    assert page.context["answer"] == "岗1在部1，岗2在部2。"
    assert "它们都还没有职责。" in page.content.decode()


def test_a_role_without_written_duties_is_not_counted_as_having_none(client):
    chart = new_chart(name="方案", status="published")
    home = new_department(chart=chart, name="市场部")
    manager, _planner = (new_role(department=home, name=name) for name in ("经理", "主管"))
    new_role_duty(role=manager, text="定价", function=new_function(name="定价"))
    page = client.get("/方案/方案/岗位对比/经理/主管/")
    assert page.context["answer"] == (
        "经理与主管同在市场部。主管在此没有写明职责，故不对比职能。经理有 1 项职能。"
    )
    assert [group.name for group in page.context["groups"]] == ["经理"]
    assert "主管在方案“方案”中没有写明职责。" in page.content.decode()


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("市场部经理/火箭经理/", 404, "本方案没有叫“火箭经理”的岗位"),
        ("市场部经理/市场部经理/", 200, "这是同一个岗位"),
        ("?甲=市场部经理&乙=火箭经理", 200, "本方案没有叫“火箭经理”的岗位"),
        ("?甲=市场部经理", 200, 'value="市场部经理"'),
        ("?甲=一&甲=二", 400, ""),
    ],
)
def test_what_cannot_be_compared_is_said(client, seed, address, status, sentence):
    response = client.get(f"{S1}{address}", follow=True)
    assert response.status_code == status
    assert sentence in response.content.decode()


def test_the_choice_leads_to_the_readable_address(client, seed):
    response = client.get(S1, {"甲": "市场部经理", "乙": "marketing manager"})
    assert "这是同一个岗位" in response.content.decode()
    response = client.get(S1, {"甲": "marketing manager", "乙": "理货员"})
    assert unquote(response["Location"]) == f"{S1}市场部经理/理货员/"


def test_a_chart_without_roles_says_so(client):
    new_chart(name="空", status="published")
    assert "这个方案没有写明岗位" in client.get("/方案/空/岗位对比/").content.decode()


def test_a_draft_is_found_by_nobody(client, seed):
    home = new_department(chart=new_chart(name="草案"))
    for name in ("甲", "乙"):
        new_role(department=home, name=name)
    assert client.get("/方案/草案/岗位对比/甲/乙/").status_code == 404


@pytest.mark.parametrize("size", [1, 3, 300])
def test_it_needs_the_same_queries_at_any_size(client, django_assert_num_queries, size):
    home = new_department(chart=new_chart(name="方案", status="published"))
    roles = [new_role(department=home, name=name) for name in ("甲", "乙")]
    for number in range(size):
        duty = new_role_duty(role=roles[0], text=f"职责{number}")
        if number < 3:
            new_carrying(role_duty=duty)
            new_working_relationship(role=roles[1])
    # The chart; the roles; departments, duties, roles, their numbers, duties and carryings;
    # functions; dealings of each; what is carried, its numbers.
    with django_assert_num_queries(13):
        client.get("/方案/方案/岗位对比/甲/乙/")


def namesakes():
    chart = new_chart(name="方案", status="published")
    for name in ("华东组", "华南组"):
        new_role(department=new_department(chart=chart, name=name), name="组长", name_en="Lead")


def test_a_name_of_several_roles_is_said_and_each_is_a_link(client):
    namesakes()
    address = "/方案/方案/岗位对比/"
    page = client.get(address, {"甲": "组长", "乙": "组长"})
    text = page.content.decode()
    assert text.count("叫“组长”的有 2 个，请选择是哪一个：") == 2
    assert "这是同一个岗位" not in text
    assert "本方案没有叫" not in text
    first, second = page.context["doubts"][0].candidates
    assert [first.label, second.label] == ["组长（华东组）", "组长（华南组）"]
    chosen = client.get(f"{address}{first.address}")
    assert 'value="组长（华东组）"' in chosen.content.decode()
    other = chosen.context["doubts"][0].candidates[1]
    led = client.get(f"{address}{other.address}")
    assert unquote(led["Location"]) == f"{address}组长/组长-2/"


def test_roles_of_one_name_are_offered_apart_and_found_by_what_is_offered(client):
    namesakes()
    address = "/方案/方案/岗位对比/"
    assert '<option value="组长（华南组）">' in client.get(address).content.decode()
    led = client.get(address, {"甲": "组长（华东组）", "乙": "/组长-2"})
    assert unquote(led["Location"]) == f"{address}组长/组长-2/"
    unknown = client.get(address, {"甲": "组长（华北组）"}).content.decode()
    assert "本方案没有叫“组长（华北组）”的岗位" in unknown
    same = client.get(f"{address}组长-2/组长-2/", follow=True).content.decode()
    assert "这是同一个岗位" in same


def test_more_roles_of_one_name_than_are_listed_are_no_mistake(client, monkeypatch):
    monkeypatch.setattr("orgchart.views.role_choice.MOST_CANDIDATES", 1)
    namesakes()
    page = client.get("/方案/方案/岗位对比/", {"甲": "/组长-2"}).content.decode()
    assert 'value="组长（华南组）"' in page
