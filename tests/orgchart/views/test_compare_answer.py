"""What a comparison answers: nothing more than is written, and what is wrong as wrong."""

import pytest

from tests.factories import new_chart, new_department, new_duty

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/对比/"


def test_what_is_one_though_its_functions_differ_is_said_plainly(client):
    for name in ("方案一", "方案二"):
        unit = new_department(chart=new_chart(name=name, status="published"), name=name[-1])
        new_duty(department=unit, key="同一件事")
    assert (
        client.get("/方案/方案一/对比/一/方案二:二/")
        .context["answer"]
        .endswith("另有 1 项职责虽未列在同一职能下，但确认为同一件事。")
    )


COUNTER_EXAMPLE = "/方案/营销部与销售部并列/对比/营销部/销售部/"


def test_a_counter_example_says_that_it_is_one_and_what_is_wrong(client, seed):
    page = client.get(COUNTER_EXAMPLE)
    lead = page.content.decode().partition("<h1>")[2].partition('class="sides')[0]
    assert page.context["answer"].startswith("营销部与销售部在方案顶层并列。")
    assert "反例</span>" in lead
    assert page.context["chart"].summary in lead
    assert 'class="source"' in lead
    sides = page.content.decode().partition('class="sides')[2].partition("</div>")[0]
    assert sides.count('<span class="chip counter_example">') == 2


def test_other_charts_are_not_called_counter_examples(client, seed):
    assert "反例" not in client.get(f"{S1}市场部/销售部/").content.decode()


def test_units_outside_the_organisation_are_not_said_to_stand_beside(client):
    chart = new_chart(name="方案", status="published")
    new_department(chart=chart, name="甲")
    new_department(chart=chart, name="乙", kind="outside")
    assert client.get("/方案/方案/对比/甲/乙/").context["answer"] == "甲与乙互不隶属。"


def test_duties_that_nobody_wrote_down_are_not_counted_as_none(client, seed):
    page = client.get(f"{S1}市场部/销售主导型:销售部/")
    assert page.context["answer"] == (
        "市场部在方案“营销部统辖制”中，销售部在方案“销售主导型”中。"
        "销售部在此没有写明职责，故不对比职能。市场部有 8 项职能。"
    )
    groups = page.context["groups"]
    assert [(one.anchor, one.name, one.number) for one in groups] == [("a", "市场部", 8)]
    text = page.content.decode()
    assert "销售部在方案“销售主导型”中没有写明职责。" in text
    assert "未写明职责" in text
    assert "#duties" in text.partition('class="side a"')[2].partition("</section>")[0]
    assert "#duties" not in text.partition('class="side b"')[2].partition("</section>")[0]


def test_two_of_three_are_compared_where_the_third_says_nothing(client, seed):
    page = client.get(f"{S1}市场部/营销部/销售主导型:销售部/")
    assert (
        "市场部与营销部共有 4 项职能；仅市场部有 4 项，仅营销部有 11 项。"
        in (page.context["answer"])
    )
    names = [one.name for one in page.context["groups"]]
    assert names == ["市场部与营销部", "仅市场部", "仅营销部"]


def test_one_department_in_three_charts_is_said_once(client):
    for name in ("一", "二", "三"):
        new_department(chart=new_chart(name=name, status="published"), name="部", key="部")
    answer = client.get("/方案/一/对比/部/二:部/三:部/").context["answer"]
    assert answer == "部（一）、部（二）与部（三）是同一部门在三个方案中的样子。"


def test_groups_of_nobody_are_not_drawn_between_three(client, seed):
    page = client.get(f"{S1}市场部/销售部/营销部/")
    assert [one.anchor for one in page.context["groups"]] == ["all", "ac", "bc", "a", "b", "c"]


def test_figures_of_hand_offs_say_what_they_count(client, seed):
    three = client.get(f"{S1}市场部/销售部/营销部/").content.decode()
    assert '<a href="#hand-offs"><b>14</b><span>各方向协作项数合计</span>' in three
    across = client.get(f"{S1}市场部/中心制市场部:品牌中心/").content.decode()
    assert 'href="#hand-offs"' not in across
