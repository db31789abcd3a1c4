"""What has the same name is told apart by its chart and by what it stands below."""

import pytest

from orgchart.views.namesakes import CHINESE, Placed, department_labels, told_apart
from tests.factories import new_chart, new_department, new_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def chart():
    """A chart with 华东组 below two departments, with a 组长 each."""
    chart = new_chart(name="方案", status="published")
    for parent in ("销售一部", "销售二部"):
        home = new_department(chart=chart, name=parent)
        new_role(department=new_department(chart=chart, name="华东组", parent=home), name="组长")
    return chart


@pytest.mark.parametrize(
    ("ones", "names"),
    [
        ([Placed("甲"), Placed("乙")], ["甲", "乙"]),
        ([Placed("甲", ("一",)), Placed("甲", ("二",))], ["甲（一）", "甲（二）"]),
        ([Placed("甲"), Placed("甲", ("二",))], ["甲", "甲（二）"]),
        (
            [Placed("甲", ("上", "一", "组")), Placed("甲", ("上", "二", "组"))],
            ["甲（一 › 组）", "甲（二 › 组）"],
        ),
        ([Placed("甲", ("一",), "此"), Placed("甲", ("一",), "彼")], ["甲（此）", "甲（彼）"]),
        (
            [Placed("甲", ("一",), "此"), Placed("甲", ("二",), "此"), Placed("甲", (), "彼")],
            ["甲（此 · 一）", "甲（此 · 二）", "甲（彼）"],
        ),
    ],
)
def test_as_much_is_added_as_tells_them_apart(ones, names):
    assert told_apart(ones, CHINESE) == names


def test_labels_need_a_query_only_where_names_recur(chart, django_assert_num_queries):
    teams = list(chart.departments.filter(name="华东组"))
    with django_assert_num_queries(1):
        assert list(department_labels(teams).values()) == [
            "华东组（销售一部）",
            "华东组（销售二部）",
        ]
    with django_assert_num_queries(0):
        assert list(department_labels(teams[:1]).values()) == ["华东组"]


def test_a_comparison_of_namesakes_names_their_superiors(client, chart):
    page = client.get("/方案/方案/对比/华东组/华东组-2/")
    assert page.context["question"] == "华东组（销售一部）与华东组（销售二部）有什么区别？"
    assert page.context["answer"].startswith("华东组（销售一部）与华东组（销售二部）互不隶属")


def test_a_comparison_of_roles_of_one_name_names_their_superiors(client, chart):
    page = client.get("/方案/方案/岗位对比/组长/组长-2/")
    assert page.context["question"] == (
        "组长（销售一部 › 华东组）与组长（销售二部 › 华东组）有什么区别？"
    )
    assert page.context["answer"].startswith(
        "组长（销售一部 › 华东组）在华东组（销售一部），"
        "组长（销售二部 › 华东组）在华东组（销售二部）。"
    )
