"""What people type, against the seed: names however they are typed, and questions in words."""

from urllib.parse import unquote

import pytest

from departments.models import Department
from roles.models import Role
from tests.orgchart.search.names import NAMES

pytestmark = pytest.mark.django_db


def shown_names(client, text):
    """The names and other names of the departments and roles that are found, in their order."""
    groups = client.get("/搜索/", {"q": text}).context["groups"]
    rows = [row for group in groups if group.kind in ("departments", "roles") for row in group.rows]
    return [name for row in rows for name in (row.name, *row.alias_list)]


def test_every_name_of_the_trade_in_the_seed_is_found_however_it_is_typed(client, seed):
    records = [*Department.objects.all(), *Role.objects.all()]
    known = {name for one in records for name in (one.name, *one.alias_list)}
    rows = [row for row in NAMES if row[0] in known]
    assert {row[0] for row in NAMES} - known == {"生产部"}
    missed = [
        (name, typed)
        for name, full, initials, traditional in rows
        for typed in (name, full, full.upper(), f"{full[:4]} {full[4:]}", initials, traditional)
        if name not in shown_names(client, typed)
    ]
    assert missed == []


def test_initials_that_several_share_find_them_all(client, seed):
    found = dict.fromkeys(shown_names(client, "scb"))
    assert list(found) == ["市场部", "市场部经理"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("zhanlüe", "营销决策委员会"), ("celue", "策略总监"), ("celve", "策略总监")],
)
def test_u_with_two_dots_is_typed_in_three_ways(client, seed, typed, first):
    assert shown_names(client, typed)[0] == first


@pytest.mark.parametrize(
    "question",
    [
        "谁负责定价?",
        "谁负责定价？",
        "谁负责定价",
        "誰負責定價？",
        "Who is responsible for pricing？",
    ],
)
def test_who_is_responsible_is_answered(client, seed, question):
    found = client.get("/搜索/", {"q": question}).context["answer"]
    assert [one.name for one in found.functions] == ["定价"]
    assert [duty.department.name for duty in found.department_duties] == ["市场部"]


@pytest.mark.parametrize(
    ("question", "pair"),
    [
        ("市场部和营销部有什么区别", "市场部/营销部/"),
        ("市场部和营销部有什么区别？", "市场部/营销部/"),
        ("市场部 和 销售部 有什么 区别?", "市场部/销售部/"),
        ("市场部vs销售部", "市场部/销售部/"),
        # More words than are looked for.
        (
            "What is the difference between the Marketing Department and the Sales Department?",
            "市场部/销售部/",
        ),
        ("difference between marketing and sales", "市场部/销售部/"),
    ],
)
def test_a_question_after_the_difference_leads_to_the_comparison(client, seed, question, pair):
    first, second = client.get("/搜索/", {"q": question}).context["answer"].sides
    assert f"{first.slug}/{second.slug}/" == pair
    assert {first.chart.slug, second.chart.slug} == {"营销部统辖制"}
    offered = client.get("/搜索/建议/", {"q": question}).json()["suggestions"][0]
    assert offered["kind"] == "答案"
    response = client.get(offered["address"])
    assert (response.status_code, response.context["sides"][0].name) == (200, first.name)


@pytest.mark.parametrize(
    "question",
    ["市场部是做什么的", "市场部做什么？", "what does marketing do?", "市场部的职责是什么"],
)
def test_what_a_department_does_leads_to_its_page(client, seed, question):
    page = client.get("/搜索/", {"q": question})
    assert unquote(page.context["lead"].address) == "/方案/营销部统辖制/部门/市场部/"
    assert '<h2 id="answer">市场部做什么？</h2>' in page.content.decode()


@pytest.mark.parametrize(
    ("question", "first"), [("谁做市场调研", "市场调研主管"), ("谁做理货", "理货员")]
)
def test_who_does_it_leads_to_the_role_of_that_name(client, seed, question, first):
    found = client.get("/搜索/", {"q": question}).context["answer"]
    assert found.role_duties[0].role.name == first


@pytest.mark.parametrize(
    "question",
    ["促销找谁配合", "促销找谁配合？", "促销活动找谁配合?", "who works with whom on promotion?"],
)
def test_with_whom_to_work_is_answered(client, seed, question):
    found = client.get("/搜索/", {"q": question}).context["answer"]
    assert "促销/公关活动计划与安排；终端活化状况的检查与沟通" in [
        one.text for one in found.hand_offs
    ]
