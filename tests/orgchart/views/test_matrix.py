"""职责矩阵: what the page shows of the matrices, and how it is asked."""

import re
from html import unescape
from urllib.parse import quote

import pytest

from departments.models import Chart, Function
from tests.factories import (
    new_carrying,
    new_chart,
    new_department,
    new_duty,
    new_emphasis,
    new_function,
    new_role,
    new_role_duty,
    new_stage,
)
from tests.orgchart.views.matrix_pages import S1, found, page_of, results, signs, text_of

pytestmark = pytest.mark.django_db


def test_the_matrix_of_the_seed_says_who_does_what(client, seed):
    rows = signs(page_of(client, S1))
    assert len(rows) == 24
    assert rows["市场调研与信息"] == (
        "上下共担",
        {"营销部": ("主", 1), "市场部": ("主", 4), "销售部": ("供", 1)},
    )
    assert rows["终端与理货"] == ("交叉", {"市场部": ("岗", 4), "销售部": ("主·参", 2)})
    assert rows["新品开发"] == (
        "缺主责",
        {"营销部": ("参供", 1), "市场部": ("岗", 2), "销售部": ("参", 1)},
    )


def test_each_finding_is_a_sentence_that_says_why(client, seed):
    page = text_of(page_of(client, S1))
    for sentence in (
        "“年度工作报告”没有部门主责：营销部（参与并提供）。",
        "岗位中主责其中事项的有：市场调研主管（第 10 项）、产品企划主管（第 2 项）。",
        "没有部门把“部门管理”列为职责，只有岗位在做：市场部经理（第 1、3、4、5 项）。",
        "“终端与理货”由销售部主责，但另一分支的岗位也主责其中的事项："
        "推广制作主管（第 2 项）、理货员（第 3、4、5 项）。",
        "“品牌建设”由营销部、市场部共同主责：它们是上下级，上级统管、下级落实，不算交叉。",
    ):
        assert sentence in page


def test_the_roles_of_marketing_leave_the_gaps_that_facts_list(client, seed):
    response = page_of(client, f"{S1}岗位/", 部门="市场部")
    assert results(response) == {
        ("市场部", number): {4: "交叉", 5: "部分", 12: "部分", 13: "交叉", 14: "空白"}.get(
            number, "覆盖"
        )
        for number in range(1, 16)
    }
    assert found(response) == {"部分": 2, "空白": 1, "交叉": 2}
    page = text_of(response)
    for sentence in (
        "市场部第 14 项“推进品牌规划与品牌形象建设”没有任何岗位承接。",
        "只承接了一部分：广告企划主管（第 3、4 项；只有代理商）；其余没有岗位承接。",
        "只承接了一部分：市场调研主管（第 9 项；仅泛指竞争情报）；其余没有岗位承接。",
        "由几个岗位各自全部承接并主责：市场调研主管（第 9 项）、营业企划主管（第 2 项）、"
        "理货员（第 6 项）。它们互不隶属，没有写明由谁主责。",
        "由几个岗位各自全部承接并主责：广告企划主管（第 2 项）、推广制作主管（第 3、5 项）。",
    ):
        assert sentence in page


def test_what_is_similar_only_in_words_is_told_as_such(client, seed):
    response = page_of(client, f"{S1}岗位/", 部门="市场部")
    assert [one.words for one in response.context["alike"]] == [
        *("促销计划", "广告策略", "产品开发", "调研计划", "产品广告")
    ]
    page = text_of(response)
    assert "5 相近，待确认" in page
    assert "“广告策略” 市场部经理 第 9 项 制定广告策略" in page


def test_a_department_that_is_not_broken_down_has_one_sentence(client, seed):
    response = page_of(client, f"{S1}岗位/")
    assert found(response) == {"未分解": 16, "部分": 2, "空白": 14, "交叉": 2}
    assert text_of(response).count("的 16 项职责没有分解到岗位") == 1


def test_counts_rows_and_sentences_lead_to_each_other(client, seed):
    for address in (S1, f"{S1}岗位/"):
        page = page_of(client, address).content.decode()
        own = set(re.findall(r'id="([^"]+)"', page))
        links = {unescape(one) for one in re.findall(r'href="#([^"]+)"', page)}
        assert len(links) > 10
        assert links - own == set()


def test_a_cell_holds_its_duties_with_links_and_sources(client, seed):
    page = page_of(client, S1, 职能="定价").content.decode()
    cell = re.search(r'<td class="part is-lead">.*?</td>', page, re.DOTALL)[0]
    assert f'href="/{quote("方案/营销部统辖制/部门/市场部")}/#duty-8"'.replace("%23", "#") in cell
    assert "拟定产品价格" in cell
    assert "出处：A0 市场部 第 8 项" in cell


def test_a_carrier_says_how_much_and_where_that_is_from(client, seed):
    page = page_of(client, f"{S1}岗位/", 职能="媒介与代理商").content.decode()
    cell = re.search(r'<td class="part is-lead partial">.*?</td>', page, re.DOTALL)[0]
    assert "只有代理商" in cell
    assert cell.count('data-basis="derived"') == 2
    assert "督导广告与制作代理公司" in cell


def test_a_legend_is_always_there(client, seed):
    for address in (S1, f"{S1}岗位/"):
        page = text_of(page_of(client, address))
        assert "主 主责 参供 参与并提供 参 参与 供 提供 他 其他" in page
        raci = text_of(page_of(client, address, 记号="RACI"))
        assert "A/R 主责 R/C 参与并提供 R 参与 C 提供 – 其他" in raci
        assert "来源没有 RACI" in raci


def test_raci_letters_stand_in_the_cells_on_request(client, seed):
    rows = signs(page_of(client, S1, 记号="RACI"))
    assert rows["终端与理货"][1]["销售部"] == ("A/R", 2)
    assert rows["新品开发"][1] == {"营销部": ("R/C", 1), "市场部": ("岗", 2), "销售部": ("R", 1)}
    assert rows["交办事项"][1] == {"营销部": ("–", 1)}
    page = page_of(client, f"{S1}岗位/", 记号="RACI", 部门="市场部").context["tables"][0]
    assert [mark.signs for mark in page["rows"][0].marks] == ["A/R", "R"]


def test_a_branch_a_function_and_a_stage_narrow_it_together(client, seed):
    assert list(signs(page_of(client, S1, 部门="销售部"))) == [
        *("市场调研与信息", "新品开发", "销售执行", "客户拜访", "渠道与物流", "终端与理货"),
        *("收入与费用", "队伍与培训"),
    ]
    assert list(signs(page_of(client, S1, 职能="定价"))) == ["定价"]
    assert signs(page_of(client, S1, 阶段="成长期"))["市场调研与信息"][1] == {"市场部": ("主", 1)}
    both = page_of(client, S1, 阶段="成熟期", 部门="市场部", 职能="品牌建设")
    assert signs(both) == {"品牌建设": ("上下共担", {"市场部": ("主", 1)})}


def test_a_stage_shows_what_it_stresses_outside_the_duty_list_too(client, seed):
    page = text_of(page_of(client, S1, 阶段="成熟期"))
    assert "“成熟期”阶段的侧重 5 项" in page
    assert "广告策略 不在职责清单内" in page
    assert "不在市场部 15 项内（见 A1.2.9、A1.6.5；最近似第 13 项）。" in page


def test_a_branch_leaves_what_the_stage_stresses_in_it(client, seed):
    assert "“成熟期”阶段的侧重 0 项" in text_of(page_of(client, S1, 阶段="成熟期", 部门="销售部"))


def test_search_machines_keep_only_the_whole_matrix(client, seed):
    noindex = '<meta name="robots" content="noindex">'
    assert noindex not in page_of(client, S1).content.decode()
    for query in ({"部门": "市场部"}, {"记号": "RACI"}):
        assert noindex in page_of(client, S1, **query).content.decode()


def test_filters_that_leave_nothing_say_so(client, seed):
    response = page_of(client, S1, 阶段="成长期", 职能="定价")
    assert response.context["rows"] == []
    assert "没有职责同时符合这些筛选条件" in text_of(response)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"部门": "火箭部"}, "本方案没有名为“火箭部”的部门。 此项未作筛选。"),
        ({"职能": "火箭"}, "没有名为“火箭”的职能。"),
        ({"阶段": "衰退期"}, "没有名为“衰退期”的阶段。"),
        ({"记号": "XYZ"}, "没有名为“XYZ”的记号。"),
        ({"部门": "<b>x</b>"}, "本方案没有名为“<b>x</b>”的部门。"),
        ({"部门": "长" * 300}, f"本方案没有名为“{'长' * 200}”的部门。"),
    ],
)
def test_what_names_nothing_is_told_and_left_open(client, seed, query, sentence):
    response = page_of(client, S1, **query)
    assert response.status_code == 200
    assert sentence in text_of(response)
    assert len(response.context["rows"]) == 24


@pytest.mark.parametrize(
    "query", ["部门=", "部门=%00", "阶段=&职能=&记号=", "部门=市场部&部门=市场部"]
)
def test_empty_odd_and_repeated_values_do_no_harm(client, seed, query):
    assert client.get(f"{S1}?{query}").status_code in (200, 400)


def test_two_different_values_are_refused(client, seed):
    assert client.get(f"{S1}?部门=市场部&部门=销售部").status_code == 400


def test_a_department_of_another_chart_is_unknown_here(client, seed):
    response = page_of(client, S1, 部门="品牌中心")
    assert "本方案没有名为“品牌中心”的部门" in text_of(response)


def test_a_chart_without_duties_teaches_the_next_step(client, admin_client):
    chart = new_chart(slug="x", status="published")
    new_department(chart=chart)
    for address in ("/方案/x/职责矩阵/", "/方案/x/职责矩阵/岗位/"):
        assert quote("/方案/x/部门/") in client.get(address).content.decode().partition("<main")[2]
        assert "填写各部门的职责" in text_of(admin_client.get(address))


def test_a_draft_is_for_those_who_may_see_it(client, admin_client, seed):
    Chart.objects.filter(slug="营销部统辖制").update(status="draft")
    for address in (S1, f"{S1}岗位/", f"{S1}职责矩阵.xlsx"):
        assert client.get(address).status_code == 404
        assert admin_client.get(address).status_code == 200


def test_what_is_not_in_the_table_is_named_below_it(client, seed):
    page = text_of(page_of(client, S1))
    assert "6 个部门没有列出职责，所以没有列" in page
    assert "职能库中有 2 项在本方案没有出现： 产品定义" in page


def test_duties_that_name_no_function_are_listed(client):
    chart = new_chart(slug="x", status="published")
    unit = new_department(chart=chart)
    new_duty(department=unit, function=new_function())
    new_duty(department=unit, text="没有职能的一项", position=1)
    page = text_of(client.get("/方案/x/职责矩阵/"))
    assert "没有写明职能的职责 1 项" in page
    assert "没有职能的一项" in page


def test_hostile_names_are_shown_as_text(client):
    chart = new_chart(slug="x", status="published")
    markup = "<script>alert(1)</script>"
    unit = new_department(chart=chart, name=markup, slug="a")
    function = new_function(name=f"{markup} 100%")
    duty = new_duty(department=unit, text=f"{markup} 100% %(roles)s", function=function)
    role = new_role(department=unit, name=markup, slug="r")
    new_carrying(
        role_duty=new_role_duty(role=role, text=markup, involvement="take_part"),
        department_duty=duty,
        note=f"{markup} %s",
        extent="partial",
    )
    new_emphasis(department=unit, duty=duty, stage=new_stage(name=markup), text=markup)
    for address in ("职责矩阵/", "职责矩阵/岗位/", "职责分解/", "部门/a/分解/"):
        response = client.get(f"/方案/x/{address}")
        assert response.status_code == 200
        assert "<script>alert" not in response.content.decode()
    assert "100% %(roles)s" in text_of(client.get("/方案/x/职责矩阵/岗位/"))


def test_the_menu_and_the_pages_beside_lead_here(client, seed):
    home = client.get("/方案/营销部统辖制/部门/市场部/").content.decode()
    menu = home[home.index("<nav") : home.index("</nav>")]
    assert menu.index("对比") < menu.index("职责矩阵") < menu.index("协作")
    assert quote("/方案/营销部统辖制/部门/市场部/分解/") in home
    function = Function.objects.get(key="pricing")
    page = client.get(function.get_absolute_url()).content.decode()
    assert f"{quote('/方案/营销部统辖制/职责矩阵/')}?职能={quote(function.slug)}" in page


def test_the_page_is_there_in_english(client, seed):
    page = text_of(client.get(f"/en{S1}"))
    assert "No department leads" in page
    assert "is shared by" in page
    findings = page.partition("What stands out")[2].partition("6 departments")[0]
    assert re.search("[\u4e00-\u9fff]", findings) is None
