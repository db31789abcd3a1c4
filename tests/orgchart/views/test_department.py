from html.parser import HTMLParser

import pytest

from departments.models import Chart, Department
from orgchart.views import department as view
from orgchart.views.nesting import nested
from tests.factories import (
    add_departments,
    new_carrying,
    new_chart,
    new_department,
    new_duty,
    new_forest,
    new_role,
    new_role_duty,
)

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/部门/"
S4 = "/方案/中心制市场部/部门/"


def public(**values):
    return new_chart(status="published", **values)


def lines(response):
    return [(line.department.level, line.department.name) for line in response.context["lines"]]


def test_the_list_has_all_departments_in_the_order_of_the_tree(client, seed):
    response = client.get(S1)
    assert lines(response) == [
        (0, "营销部"),
        (1, "市场部"),
        (1, "销售部"),
        (0, "营销决策委员会"),
        (0, "财务部"),
        (0, "技术中心"),
        (0, "综合办"),
        (0, "人力资源部"),
        (0, "集团公司"),
    ]
    page = response.content.decode()
    assert "9 个部门，其中外部单位 5 个" in page
    assert page.count("外部单位</span>") == 5


def test_the_numbers_in_the_list_lead_to_what_they_count(client, seed):
    page = client.get(S1).content.decode()
    address = Department.objects.get(chart__slug="营销部统辖制", slug="市场部").get_absolute_url()
    assert f'<a href="{address}#duties">15 项职责' in page
    assert f'<a href="{address}#roles">10 个岗位' in page


def test_lists_open_and_close_with_the_levels():
    units = new_forest(a={"b": {"c": {}}, "d": {}}, e={})
    rows = Department.objects.order_by("tree_id", "lft")
    assert [(line.department.name, line.opens, len(line.closes)) for line in nested(rows)] == [
        ("a", True, 0),
        ("b", True, 0),
        ("c", False, 1),
        ("d", False, 1),
        ("e", False, 0),
    ]
    tail = nested([units["c"], units["d"]], above=[units["a"], units["b"]])
    assert [(line.department.name, line.is_continued, len(line.closes)) for line in tail] == [
        ("a", True, 0),
        ("b", True, 0),
        ("c", False, 1),
        ("d", False, 1),
    ]


class Lists(HTMLParser):
    """Counts how deep lists lie in each other, and fails where one is not closed."""

    def __init__(self, page):
        super().__init__()
        self.open, self.deepest = [], 0
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        if tag in ("ul", "li"):
            self.open.append(tag)
            self.deepest = max(self.deepest, self.open.count("ul"))

    def handle_endtag(self, tag):
        if tag in ("ul", "li"):
            assert self.open.pop() == tag


def test_the_nested_lists_are_well_formed(client):
    chart = public()
    new_forest(chart=chart, a={"b": {"c": {"d": {}}}, "e": {}}, f={"g": {}})
    assert Lists(client.get(f"/方案/{chart.slug}/部门/").content.decode()).deepest == 4


def test_a_long_list_goes_on_with_its_superiors(client, monkeypatch):
    monkeypatch.setattr(view, "PAGE_SIZE", 3)
    chart = public()
    new_forest(chart=chart, a={"b": {"c": {}, "d": {}}}, e={})
    address = f"/方案/{chart.slug}/部门/"
    second = client.get(f"{address}?页=2")
    assert lines(second) == [(0, "a"), (1, "b"), (2, "d"), (0, "e")]
    assert [line.is_continued for line in second.context["lines"]] == [True, True, False, False]
    assert Lists(second.content.decode()).deepest == 3
    assert client.get(f"/en{address}?page=2").status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "x", "1.5", "١", "1e3", "9" * 5000, "%00", "1&页=2"])
def test_a_page_that_is_no_number_is_refused_in_words(client, page):
    chart = public()
    response = client.get(f"/方案/{chart.slug}/部门/?页={page}")
    assert response.status_code == 400


def test_a_page_behind_the_last_is_not_found(client):
    assert client.get(f"/方案/{public().slug}/部门/?页=2").status_code == 404


def test_an_empty_chart_teaches_the_next_step(client, admin_client):
    address = f"/方案/{public().slug}/部门/"
    assert "这个方案还没有部门" in client.get(address).content.decode()
    assert "添加第一个部门" not in client.get(address).content.decode()
    assert "添加第一个部门" in admin_client.get(address).content.decode()


def carried(response):
    return [
        [(one.role.name, one.numbers, one.carrying.extent) for one in duty.carried_by]
        for duty in response.context["duties"]
    ]


def test_a_department_shows_who_carries_each_duty(client, seed):
    response = client.get(f"{S1}市场部/")
    assert len(response.context["duties"]) == 15
    assert carried(response)[0] == [
        ("市场部经理", [2], "full"),
        ("市场调研主管", [4], "partial"),
    ]
    assert carried(response)[9] == [("营业企划主管", [1, 3, 4, 5], "full")]
    assert carried(response)[13] == []
    assert response.content.decode().count("没有岗位承接") == 1


def test_where_nothing_is_carried_it_is_said_once(client, seed):
    page = client.get(f"{S4}品牌中心/").content.decode()
    assert page.count("没有岗位承接") == 1
    assert "这些职责都没有岗位承接" in page


def test_where_no_role_has_duties_nothing_is_said_about_carrying(client):
    chart = public()
    unit = new_duty(department=new_department(chart=chart)).department
    new_role(department=unit)
    assert "没有岗位承接" not in client.get(unit.get_absolute_url()).content.decode()


def test_one_carried_duty_among_others_names_the_rest(client):
    duty = new_duty(department=new_department(chart=public()))
    new_duty(department=duty.department, text="另一项", position=1)
    role_duty = new_role_duty(role=new_role(department=duty.department, name="主管"))
    new_carrying(role_duty=role_duty, department_duty=duty)
    response = client.get(duty.department.get_absolute_url())
    assert carried(response) == [[("主管", [1], "full")], []]
    assert response.content.decode().count("没有岗位承接") == 1


def test_duties_are_numbered_on_through_their_headings(client, seed):
    groups = client.get(f"{S4}市场调研中心/").context["duty_groups"]
    assert [(group.heading, group.first, len(group.duties)) for group in groups] == [
        ("调研", 1, 3),
        ("监管", 4, 5),
    ]


def test_hand_offs_are_gathered_by_counterpart(client, seed):
    response = client.get(f"{S1}市场部/")
    assert [(flow.receiver.name, len(flow.items)) for flow in response.context["given"]] == [
        ("销售部", 5)
    ]
    assert [(flow.giver.name, len(flow.items)) for flow in response.context["received"]] == [
        ("销售部", 9)
    ]
    assert response.context["given"][0].shared == {
        "medium": "说明、培训、研讨",
        "frequency": "",
        "deadline": "",
    }


def test_a_department_shows_relations_both_ways_traits_and_emphases(client, seed):
    context = client.get(f"{S1}市场部/").context
    assert [str(one.from_department) for one in context["relations"]] == [
        "市场部",
        "市场部",
        "营销决策委员会",
        "营销决策委员会",
    ]
    assert len(context["traits"]) == 20
    assert [
        (one.text, one.number) for one in context["emphases"] if one.stage.name == "成熟期"
    ] == [
        ("竞品广告策略与竞争手段分析", 5),
        ("销售预测与未来规划", 6),
        ("产品企划策略", 7),
        ("广告策略", None),
        ("品牌规划", 14),
    ]


def test_what_a_department_is_compared_with_is_near_and_inside(client, seed):
    context = client.get(f"{S1}市场部/").context
    assert [one.name for one in context["comparable"]] == ["营销部", "销售部"]
    assert (context["previous"], context["next"].name) == (None, "销售部")
    assert [one.name for one in client.get(f"{S1}营销部/").context["comparable"]] == [
        "营销决策委员会",
        "市场部",
        "销售部",
    ]


def test_among_many_siblings_the_nearest_are_offered(client):
    chart = public()
    add_departments(chart, 50)
    unit = Department.objects.get(chart=chart, position=20)
    context = client.get(unit.get_absolute_url()).context
    assert [one.position for one in context["comparable"]] == [17, 18, 19, 21, 22, 23]
    assert (context["previous"].position, context["next"].position) == (19, 21)


def test_the_same_department_elsewhere_is_found_by_key_and_no_draft_leaks(client, admin_client):
    unit = new_department(chart=public(), key="sales")
    new_department(chart=public(name="公开"), key="sales")
    new_department(chart=new_chart(name="秘密"), key="sales")
    page = unit.get_absolute_url()
    assert [one.chart.name for one in client.get(page).context["elsewhere"]] == ["公开"]
    assert [one.chart.name for one in admin_client.get(page).context["elsewhere"]] == [
        "公开",
        "秘密",
    ]


def test_only_editors_are_offered_to_edit(client, admin_client):
    unit = new_department(chart=public())
    assert "/admin/" not in client.get(unit.get_absolute_url()).content.decode()
    page = admin_client.get(unit.get_absolute_url()).content.decode()
    assert f'href="/admin/departments/department/{unit.pk}/change/"' in page


def test_a_department_of_which_nothing_is_said_points_to_where_more_is_said(client):
    unit = new_department(chart=public(), key="sales")
    new_department(chart=public(name="更详细"), key="sales")
    page = client.get(unit.get_absolute_url()).content.decode()
    assert "这个方案只画出了这个部门" in page
    assert "其他方案可能写得更多：" in page


def test_headcounts_appear_only_when_one_is_known(client):
    unit = new_department(chart=public())
    role = new_role(department=unit)
    assert "编制" not in client.get(unit.get_absolute_url()).content.decode()
    role.headcount = 3
    role.save()
    assert "编制" in client.get(unit.get_absolute_url()).content.decode()


@pytest.mark.parametrize("query", ["depth=-1", "x=1&x=2", "q=%F0%9F%98%80", "页外=1"])
def test_parameters_that_mean_nothing_are_ignored(client, query):
    unit = new_department(chart=public())
    assert client.get(f"{unit.get_absolute_url()}?{query}").status_code == 200


def test_a_department_of_another_chart_is_not_found(client, seed):
    assert client.get(f"{S4}营销部/").status_code == 404


def test_an_archived_chart_is_for_editors_only(client, admin_client):
    unit = new_department(chart=new_chart(status=Chart.Status.ARCHIVED))
    assert client.get(unit.get_absolute_url()).status_code == 404
    assert "这个方案已归档" in admin_client.get(unit.get_absolute_url()).content.decode()
