import html

import pytest

from departments.models import Chart
from tests.factories import add_departments, new_chart, new_department

pytestmark = pytest.mark.django_db


def test_it_asks_and_answers_the_question_of_the_recommended_chart(client, seed):
    page = " ".join(client.get("/").content.decode().split())
    assert "<h1> 市场部与营销部有什么区别？ </h1>" in page
    assert "市场部属于营销部。二者共有 4 项职能；仅市场部有 4 项，仅营销部有 11 项。" in page


def test_it_answers_in_english_below_en(client, seed):
    page = html.unescape(client.get("/en/").content.decode())
    assert (
        "What is the difference between Marketing Department and Marketing & Sales Department?"
        in page
    )
    assert (
        "Marketing Department is part of Marketing & Sales Department. They share 4 functions;"
        " 4 only with Marketing Department, 11 only with Marketing & Sales Department." in page
    )


def test_it_offers_the_pairs_that_people_ask_about(client, seed):
    pairs = client.get("/").context["questions"]
    assert [(one.name, other.name, one.chart.kind) for one, other in pairs] == [
        ("销售部", "营销部", "recommended"),
        ("市场部", "销售部", "recommended"),
        ("营销部", "销售部", "counter_example"),
        ("策划部", "市场推广部", "counter_example"),
        ("企划部", "品牌推广部", "counter_example"),
    ]


def test_an_empty_database_teaches_the_next_step(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "还没有已发布的方案" in response.content.decode()


def test_a_chart_without_departments_is_no_fault(client):
    new_chart(name="空方案", status="published")
    assert client.get("/").status_code == 200


def test_a_draft_is_not_named(client, seed):
    new_department(chart=new_chart(name="机密方案"), name="机密部")
    assert "机密" not in client.get("/").content.decode()


@pytest.mark.parametrize(("departments", "queries"), [(1, 15), (3, 15), (300, 15)])
def test_it_needs_the_same_queries_at_any_size(
    client, django_assert_num_queries, departments, queries, seed
):
    add_departments(Chart.objects.get(key="s1"), departments)
    with django_assert_num_queries(queries):
        client.get("/")
