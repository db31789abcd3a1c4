import re
from urllib.parse import quote

import pytest
from django.contrib.auth.models import Group, User

from departments.models import Chart, Department
from orgchart.views.chart import PAGE_CARDS
from orgchart.views.chart_scene import OPENS_WHOLE
from tests.factories import (
    add_departments,
    new_chart,
    new_department,
    new_forest,
    new_hand_off,
    new_relation,
)
from tests.processes import PROJECT

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/"


def names_drawn(response):
    return [card.department.name for card in response.context["scene"].drawing.cards]


def test_the_seed_chart_is_drawn_whole(client, seed):
    assert names_drawn(client.get(S1)) == [
        *("营销部", "市场部", "销售部", "营销决策委员会"),
        *("财务部", "技术中心", "综合办", "人力资源部", "集团公司"),
    ]


def test_the_same_content_stands_as_a_nested_list(client, seed):
    page = client.get(S1).content.decode()
    tree = page[page.index('<ul class="tree">') :]
    assert tree.index("营销部") < tree.index("市场部") < tree.index("销售部")
    assert tree.count("<ul") == tree.count("</ul>")
    assert tree.count("<li>") == tree.count("</li>")


def test_the_legend_names_what_is_drawn_and_nothing_else(client, seed):
    legend = client.get(S1).context["legend"]
    assert legend["hand_offs"] == ["there", "back"]
    assert [kind for kind, _label in legend["kinds"]] == ["department", "committee", "outside"]
    assert (legend["hidden"], legend["relations"]) == (False, [])
    few = client.get(f"{S1}?顶层=营销部").context["legend"]
    assert [(one["giver"], one["receiver"], one["number"]) for one in few["arrows"]] == [
        ("市场部", "销售部", 5),
        ("销售部", "市场部", 9),
    ]


def test_layers_are_switched_by_the_address(client, seed):
    def kinds(query):
        drawing = client.get(f"{S1}{query}").context["scene"].drawing
        return {arrow.kind for arrow in drawing.arrows}

    assert kinds("") == {"hand_off"}
    assert kinds("?图层=无") == set()
    assert kinds("?图层=关系") == {"guides", "collaborates", "evaluates"}


def test_roles_are_listed_when_the_address_says_so(client, seed):
    plain = client.get(S1).content.decode()
    assert "市场调研主管" not in plain
    assert "岗位后的数字" not in plain
    listed = client.get(f"{S1}?岗位=1").content.decode()
    assert "市场调研主管" in listed
    assert "岗位后的数字：职责项数" in listed


def test_a_department_can_be_made_the_top(client, seed):
    response = client.get(f"{S1}?顶层=市场部")
    assert names_drawn(response) == ["市场部"]


def test_a_department_of_another_chart_as_the_top_is_not_found(client, seed):
    assert client.get(f"{S1}?顶层=品牌中心").status_code == 404


@pytest.mark.parametrize(
    ("asked", "drawn"),
    [("1", 7), ("2", 9), ("9", 9), ("-1", 9), ("0", 7), ("NaN", 9), ("1e3", 9), ("9" * 500, 9)],
)
def test_a_depth_from_the_address_is_kept_to_what_there_is(client, seed, asked, drawn):
    assert len(names_drawn(client.get(S1, {"层级": asked}))) == drawn


@pytest.mark.parametrize(
    ("query", "said", "marked"),
    [
        ("?层级=1", "1 级", ["1 级"]),
        ("?层级=2", "2 级", ["2 级"]),
        ("?层级=3", "全部层级", ["全部层级"]),
        ("?层级=1000000000", "全部层级", ["全部层级"]),
        ("?层级=3&收起=营销部", "3 级", []),
        ("?层级=1000000000&收起=营销部", "全部层级", []),
        ("", "全部层级", ["全部层级"]),
    ],
)
def test_a_depth_below_the_lowest_level_is_called_all_levels(client, seed, query, said, marked):
    response = client.get(f"{S1}{query}")
    assert f"展开到：{said} ▾" in response.content.decode()
    assert [one["label"] for one in response.context["depth_links"] if one["on"]] == marked


def test_a_branch_is_closed_and_opened_by_the_address(client, seed):
    assert "市场部" not in names_drawn(client.get(f"{S1}?收起=营销部"))
    assert "市场部" in names_drawn(client.get(f"{S1}?层级=1&展开=营销部"))


def test_a_large_chart_opens_with_two_levels(client):
    chart = new_chart(status="published")
    new_forest(chart=chart, 根={f"部{n}": {f"组{n}": {}} for n in range(OPENS_WHOLE)})
    response = client.get(chart.get_absolute_url())
    assert len(names_drawn(response)) == OPENS_WHOLE + 1
    assert response.context["legend"]["hidden"] is True
    assert response.context["scene"].is_cut is False


def test_what_is_too_much_for_a_page_without_a_script_is_cut_and_said(client):
    chart = new_chart(status="published")
    new_forest(chart=chart, 根={f"部{n}": {} for n in range(PAGE_CARDS)})
    response = client.get(chart.get_absolute_url())
    assert names_drawn(response) == ["根"]
    page = response.content.decode()
    assert "data-cut" in page
    assert f"这里只画出上面几级：{PAGE_CARDS + 1} 个部门中的 1 个。" in page
    whole = client.get(f"{chart.get_absolute_url()}图/").json()
    assert len(whole["x"]) == PAGE_CARDS + 1


def test_the_script_gets_the_same_drawing_and_the_pieces_around_it(client, seed):
    answer = client.get(f"{S1}图/?岗位=1").json()
    assert answer["title"] == names_drawn(client.get(f"{S1}?岗位=1"))
    around = client.get(f"{S1}图/?岗位=1&只=周边").json()
    assert sorted(around) == ["aside", "hits", "legend", "list", "ties", "tools"]


def test_more_than_can_be_drawn_at_once_is_cut_and_said(client, monkeypatch):
    monkeypatch.setattr("orgchart.views.chart.MOST_CARDS", 3)
    chart = new_chart(status="published")
    new_forest(chart=chart, 根={"甲": {"丙": {}, "丁": {}}, "乙": {}})
    answer = client.get(f"{chart.get_absolute_url()}图/").json()
    assert answer["title"] == ["根", "甲", "乙"]
    assert answer["notice"].startswith("只画出上面几级：5 个部门中的 3 个。")
    assert client.get(f"{chart.get_absolute_url()}图/?层级=1").json()["notice"] == ""


def test_the_script_may_ask_for_one_piece_alone(client, seed):
    panel = client.get(f"{S1}图/?选中=市场部&只=旁栏").json()
    assert list(panel) == ["panel"]
    assert "编制年度营销目标与计划" in panel["panel"]
    found = client.get(f"{S1}图/?找=产品价格&只=找").json()
    assert "市场部" in found["hits"]


def test_a_chosen_department_stands_in_the_side_panel(client, seed):
    panel = client.get(f"{S1}?选中=市场部").context["panel"]
    assert (panel["department"].name, panel["more_duties"]) == ("市场部", 8)
    assert [(one["name"], one["number"]) for one in panel["given"]] == [("销售部", 5)]
    assert [(one["name"], one["number"]) for one in panel["received"]] == [("销售部", 9)]


def test_choosing_what_is_not_there_says_so(client, seed):
    assert "请在图中另选一个" in client.get(f"{S1}?选中=品牌中心").content.decode()


def test_every_script_of_the_drawing_is_asked_for_at_once(client, seed):
    page = client.get(S1).content.decode()
    folder = PROJECT / "static/js/chart"
    asked = re.findall(r'(?:modulepreload" href|module" src)="/static/js/chart/([^"]+)"', page)
    assert sorted(asked) == sorted(file.name for file in folder.iterdir())


def test_what_is_found_opens_and_marks_its_place(client, seed):
    hits = client.get(f"{S1}?层级=1&找=市场调研").context["hits"]
    assert hits[0]["department"].name == "市场部"
    found = client.get(S1 + hits[0]["link"])
    assert "市场部" in names_drawn(found)
    assert found.context["panel"]["department"].name == "市场部"


def test_nothing_found_leads_to_the_search_of_everything(client, seed):
    page = client.get(f"{S1}?找=量子").content.decode()
    assert "叫“量子”" in page
    assert 'href="/%E6%90%9C%E7%B4%A2/?q=%E9%87%8F%E5%AD%90"' in page


def test_another_chart_is_drawn_in_the_same_way(client, seed):
    here = client.get(f"{S1}?岗位=1&选中=市场部&层级=1").content.decode()
    other = Chart.objects.get(slug="中心制市场部").get_absolute_url()
    assert f'<a href="{other}?{quote("岗位")}=1">' in here
    assert f'<a href="{other}">' in client.get(S1).content.decode()


def test_an_empty_chart_says_so(client):
    chart = new_chart(status="published")
    assert "这个方案还没有部门" in client.get(chart.get_absolute_url()).content.decode()


def test_the_list_counts_departments_and_roles(client, seed):
    charts = client.get("/方案/").context["charts"]
    assert [(one.key, one.department_count, one.role_count) for one in charts][:2] == [
        ("s1", 9, 11),
        ("s4", 7, 10),
    ]


def test_a_draft_is_found_by_nobody_but_those_with_permission(client):
    chart = new_chart(name="草案")
    new_department(chart=chart, name="机密部")
    for path in ("", "大纲/", "部门/", "岗位/", "协作/", "对比/"):
        response = client.get(f"/方案/草案/{path}")
        assert response.status_code == 404
        assert "机密部" not in response.content.decode()
    viewer = User.objects.create_user("viewer")
    viewer.groups.add(Group.objects.get(name="viewers"))
    client.force_login(viewer, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get("/方案/草案/")
    assert response.status_code == 200
    assert "草稿" in response.content.decode()
    assert "noindex" in response.content.decode()


def test_an_unchanged_page_is_answered_with_one_query(client, seed, django_assert_num_queries):
    first = client.get(S1)
    with django_assert_num_queries(1):
        again = client.get(S1, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_a_change_anywhere_in_the_chart_is_seen_at_once(client, seed):
    first = client.get(S1)
    department = Department.objects.get(chart__key="s1", key="sales")
    department.name = "业务部"
    department.save()
    again = client.get(S1, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    assert "业务部" in again.content.decode()


def test_the_two_languages_have_different_versions(client, seed):
    assert client.get(S1)["ETag"] != client.get(f"/en{S1}")["ETag"]


@pytest.mark.parametrize("departments", [1, 3, 300])
def test_it_needs_the_same_queries_at_any_size(
    client, django_assert_num_queries, departments, seed
):
    add_departments(Chart.objects.get(key="s1"), departments)
    # The charts, the totals, one level, hand-offs, relations; for the menu around it the stages.
    for address, number in ((f"{S1}?层级=1", 6), (f"{S1}图/?层级=1", 5)):
        with django_assert_num_queries(number):
            client.get(address)
    # The department, what is above it, duties, roles, given, received, what to compare it with.
    with django_assert_num_queries(13):
        client.get(f"{S1}?层级=1&选中=市场部")


def test_more_levels_cost_no_more_queries(client, django_assert_num_queries):
    chart = new_chart(status="published")
    units = new_forest(chart=chart, 一={"二": {"三": {"四": {"五": {}}}}})
    for levels in (1, 4):
        with django_assert_num_queries(4):
            client.get(f"{chart.get_absolute_url()}?层级={levels}")
    # Ties are looked for where the chart has any.
    new_hand_off(giver=units["一"], receiver=units["二"])
    new_relation(from_department=units["一"], to_department=units["二"])
    with django_assert_num_queries(6):
        client.get(f"{chart.get_absolute_url()}?层级=4")


HOSTILE = [
    "<script>alert(1)</script>\"'",
    "</title></svg><svg onload=alert(1)>",
    "قسم التسويق",
    "👩‍💻" * 40,
    "W" * 200,
]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_shown_as_text(client, name):
    chart = new_chart(name=name, status="published")
    new_department(chart=chart, name=name, mission=name)
    page = client.get(chart.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "<svg onload" not in page
