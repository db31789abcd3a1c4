"""职责分解: duties of departments, the role duties that carry them, and what is left over."""

import re
from html import unescape
from urllib.parse import unquote

import pytest

from departments.models import Chart
from orgchart.views import breakdown as view
from orgchart.views import matrix_reading
from tests.factories import (
    new_carrying,
    new_chart,
    new_department,
    new_duty,
    new_role,
    new_role_duty,
)

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/职责分解/"
MARKETING = "/方案/营销部统辖制/部门/市场部/分解/"


def text(response):
    return response.content.decode()


def text_of(response):
    main = response.content.decode().partition("<main")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def item(response, number):
    """The part of the page about one duty."""
    page = response.content.decode()
    return unescape(
        re.search(rf'<li id="row-市场部-{number}">.*?(?=<li id="row|</ol>)', page, re.S)[0]
    )


def test_a_duty_lists_the_role_duties_that_carry_it(client, seed):
    duty = item(client.get(MARKETING), 1)
    assert re.findall(r'/%E5%B2%97%E4%BD%8D/[^"]+#duty-(\d+)', duty) == ["2", "4"]
    words = " ".join(re.sub(r"<[^>]+>", " ", duty).split())
    assert "市场部经理 第 2 项 制定年度营销策略与营销计划" in words
    assert "市场调研主管 第 4 项 协助经理编制营销计划" in words
    assert "部分： 协助" in words
    assert duty.count('data-basis="derived"') == 2


def test_what_nobody_carries_says_so(client, seed):
    assert "没有岗位承接" in item(client.get(MARKETING), 14)


def test_what_stands_out_is_counted_and_explained(client, seed):
    response = client.get(MARKETING)
    assert [(one["word"], one["number"]) for one in response.context["figures"]] == [
        ("部分", 2),
        ("空白", 1),
        ("交叉", 2),
    ]
    page = text_of(response)
    assert "15 项职责中，10 项已覆盖且无疑问。" in page
    assert "没有任何岗位承接。" in page


def test_role_duties_that_carry_nothing_come_last(client, seed):
    page = text_of(client.get(MARKETING))
    rest = page.partition("没有承接任何部门职责的岗位职责 35 项")[2]
    assert "市场部经理 第 1 项 统筹计划、安排并管理部门工作" in rest
    assert rest.index("市场部经理") < rest.index("理货员")


def test_the_chart_is_told_department_by_department(client, seed):
    response = client.get(S1)
    assert [
        (
            part.table.department.name,
            len(part.rows),
            part.carried,
            {one["word"]: one["number"] for one in part.figures},
            len(part.table.apart),
        )
        for part in response.context["parts"]
    ] == [
        ("营销部", 16, 0, {"未分解": 16}, 0),
        ("市场部", 15, 10, {"部分": 2, "空白": 1, "交叉": 2}, 35),
        ("销售部", 14, 1, {"空白": 13}, 0),
    ]


def test_every_number_of_the_overview_leads_to_what_it_counts(client, seed):
    page = client.get(S1).content.decode()
    overview = page[page.index("<table") : page.index("</table>")]
    links = re.findall(r'href="([^"#]+)#([^"]+)"', overview)
    assert len(links) >= 10
    for address, anchor in links:
        assert f'id="{anchor}"' in client.get(address).content.decode()


def test_filters_hold_in_the_breakdown_too(client, seed):
    matrix = client.get("/方案/营销部统辖制/职责矩阵/?部门=市场部&阶段=成熟期&记号=RACI")
    (address,) = re.findall(r'href="([^"]+/职责分解/[^"]*)"', unquote(unescape(text(matrix))))
    assert address == f"{S1}?部门=市场部&阶段=成熟期&记号=RACI"
    response = client.get(address)
    (part,) = response.context["parts"]
    assert (part.table.department.name, len(part.rows)) == ("市场部", 4)
    assert client.get(f"{S1}?部门=市场部").context["parts"][0].carried == 10
    page = text(response)
    assert '<option value="市场部" selected>' in page
    assert '<option value="成熟期" selected>' in page
    assert '<input type="hidden" name="记号" value="RACI">' in page
    (anchor,) = re.findall(r'class="number"><a href="#([^"]+)">4</a>', page)
    assert f'id="{anchor}"' in page


def test_a_filter_that_names_nothing_is_told(client, seed):
    response = client.get(f"{S1}?部门=无此")
    assert "本方案没有名为“无此”的部门。 此项未作筛选。" in text_of(response)
    assert len(response.context["parts"]) == 3


def test_filters_that_leave_nothing_can_be_dropped(client, seed):
    page = text_of(client.get(f"{S1}?部门=营销部&职能=终端与理货&阶段=导入期"))
    assert "没有职责同时符合这些筛选条件。" in page


def test_too_many_duties_for_one_page_leave_the_overview(client, monkeypatch, seed):
    monkeypatch.setattr(view, "MOST_ON_ONE_PAGE", 10)
    page = client.get(S1).content.decode()
    assert "职责太多，一页放不下" in page
    assert "<ol" not in page.partition("</table>")[2]


def test_a_chart_too_large_to_read_leads_to_its_departments(client, monkeypatch, seed):
    for module in (view, matrix_reading):
        monkeypatch.setattr(module, "MOST_DUTIES", 20)
    assert "一页最多分解 20 项" in text_of(client.get(S1))
    small, whole = client.get(MARKETING), item(client.get(MARKETING), 13)
    assert len(small.context["part"].rows) == 15
    assert "推广制作主管" in whole


def test_a_large_chart_still_finds_carriers_in_other_departments(client, monkeypatch):
    chart = new_chart(slug="x", status="published")
    duty = new_duty(department=new_department(chart=chart, slug="a"))
    role = new_role(department=new_department(chart=chart), name="专员")
    new_carrying(role_duty=new_role_duty(role=role), department_duty=duty)
    monkeypatch.setattr(view, "MOST_DUTIES", 1)
    assert "专员" in text_of(client.get("/方案/x/部门/a/分解/"))


def test_nothing_to_break_down_teaches_the_next_step(client, admin_client):
    chart = new_chart(slug="x", status="published")
    assert "部门还没有职责" in text_of(client.get("/方案/x/职责分解/"))
    unit = new_department(chart=chart, slug="a")
    address = f"/方案/x/部门/{unit.slug}/分解/"
    assert "无从分解" in text_of(client.get(address))
    assert "填写职责" in text_of(admin_client.get(address))


def test_a_draft_is_for_those_who_may_see_it(client, admin_client, seed):
    Chart.objects.filter(slug="营销部统辖制").update(status="draft")
    for address in (S1, MARKETING):
        assert client.get(address).status_code == 404
        assert admin_client.get(address).status_code == 200


def test_a_department_of_another_chart_is_not_found(client, seed):
    assert client.get("/方案/供销部型/部门/市场部/分解/").status_code == 404
    assert client.get("/方案/营销部统辖制/部门/火箭部/分解/").status_code == 404
