from urllib.parse import unquote

import pytest

from orgchart.views import role as view
from tests.factories import (
    new_chart,
    new_department,
    new_role,
    new_role_duty,
    new_working_relationship,
)

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/岗位/"
S4 = "/方案/中心制市场部/岗位/"


def in_public(**values):
    return new_role(department=new_department(chart=new_chart(status="published")), **values)


def dealings(response):
    return [
        (str(one.role or one.department or one.words), one.sign, one.record.matter)
        for one in response.context["dealings"]
    ]


def test_the_list_has_all_roles_by_department(client, seed):
    response = client.get(S1)
    assert [
        (role.department.name, role.name, role.duty_count) for role in response.context["page"]
    ] == [
        ("市场部", "市场部经理", 13),
        ("市场部", "市场调研主管", 10),
        ("市场部", "营业企划主管", 8),
        ("市场部", "产品企划主管", 4),
        ("市场部", "广告企划主管", 7),
        ("市场部", "促销企划主管", 6),
        ("市场部", "推广制作主管", 5),
        ("市场部", "理货员", 10),
        ("市场部", "市场代表", 0),
        ("市场部", "促销人员", 0),
        ("销售部", "业务代表", 1),
    ]
    assert "11 个岗位，分布在 2 个部门" in response.content.decode()


def test_an_empty_list_teaches_the_next_step(client, admin_client, seed):
    address = "/方案/供销部型/岗位/"
    assert "这个方案没有写明岗位" in client.get(address).content.decode()
    assert "添加第一个岗位" in admin_client.get(address).content.decode()


def test_a_long_list_has_pages(client, monkeypatch):
    monkeypatch.setattr(view, "PAGE_SIZE", 2)
    role = in_public()
    others = [new_role(department=role.department, position=place) for place in (1, 2)]
    address = f"/方案/{role.chart.slug}/岗位/"
    assert list(client.get(f"{address}?页=2").context["page"]) == [others[1]]
    assert client.get(f"{address}?页=3").status_code == 404


def test_a_role_shows_its_duties_and_what_they_carry_out(client, seed):
    duties = client.get(f"{S1}市场部经理/").context["duties"]
    assert len(duties) == 13
    assert [
        (one.department_duty.number, one.department_duty.text, one.extent)
        for one in duties[1].carries_out
    ] == [(1, "编制年度营销目标与计划", "full")]
    assert duties[0].carries_out == []


def test_a_role_shows_whom_it_reports_to_and_who_reports_to_it(client, seed):
    response = client.get(f"{S1}市场部经理/")
    assert [role.name for role in response.context["reports"]] == [
        "市场调研主管",
        "营业企划主管",
        "产品企划主管",
        "广告企划主管",
        "促销企划主管",
        "推广制作主管",
    ]
    assert "来源未说明" in response.content.decode()


def test_an_inferred_superior_is_marked(client, seed):
    assert "推定" in client.get(f"{S1}营业企划主管/").content.decode()
    assert '<span class="basis">' not in client.get(f"{S1}市场调研主管/").content.decode()


def test_a_superior_that_an_editor_left_out_is_not_filled_in(client):
    page = client.get(in_public().get_absolute_url()).content.decode()
    assert "未填写" in page
    assert "来源未说明" not in page


def test_a_role_sees_the_relationships_that_others_have_with_it(client, seed):
    assert dealings(client.get(f"{S1}市场代表/")) == [
        ("理货员", "→", "在市场代表指导下管理促销人员")
    ]
    assert dealings(client.get(f"{S1}产品企划主管/"))[:2] == [
        ("研发", "⇄", "产品商业化企划"),
        ("生产", "⇄", "产品商业化企划"),
    ]


@pytest.mark.parametrize(
    ("direction", "sign", "mirrored"),
    [("gives", "→", "←"), ("receives", "←", "→"), ("both", "⇄", "⇄")],
)
def test_the_other_side_sees_a_relationship_the_other_way_round(client, direction, sign, mirrored):
    role = in_public(name="甲")
    other = new_role(department=role.department, name="乙", position=1)
    new_working_relationship(role=role, counterpart_role=other, direction=direction, matter="报价")
    assert dealings(client.get(role.get_absolute_url())) == [("乙", sign, "报价")]
    assert dealings(client.get(other.get_absolute_url())) == [("甲", mirrored, "报价")]


def test_sections_without_content_are_left_out(client):
    role = in_public()
    page = client.get(role.get_absolute_url()).content.decode()
    titles = ("权限", "工作关系", "考核指标", "任职资格")
    assert [title for title in titles if title in page] == []
    role.authority, role.indicators, role.qualifications = "审批报销", "完成率", "三年经验"
    role.save()
    page = client.get(role.get_absolute_url()).content.decode()
    assert [title for title in titles if title in page] == ["权限", "考核指标", "任职资格"]


def test_a_role_without_duties_says_why(client, admin_client, seed):
    address = f"{S1}促销人员/"
    assert "来源只提到这个岗位" not in client.get(address).content.decode()  # it has a dealing
    page = client.get(f"{S4}培训师/").content.decode()
    assert "来源只提到这个岗位，没有列出它的职责" in page
    assert "填写职责" in admin_client.get(f"{S4}培训师/").content.decode()
    own = in_public()
    assert "还没有人填写这个岗位的职责" in client.get(own.get_absolute_url()).content.decode()


def test_neighbours_are_those_of_the_same_department(client, seed):
    context = client.get(f"{S1}市场调研主管/").context
    assert (context["previous"].name, context["next"].name) == ("市场部经理", "营业企划主管")
    assert client.get(f"{S1}业务代表/").context["next"] is None


def test_the_same_role_elsewhere_leaks_no_draft(client, admin_client):
    role = in_public(key="manager")
    new_role(department=new_department(chart=new_chart(name="秘密")), key="manager")
    address = role.get_absolute_url()
    assert list(client.get(address).context["elsewhere"]) == []
    assert [one.chart.name for one in admin_client.get(address).context["elsewhere"]] == ["秘密"]


def test_only_editors_are_offered_to_edit(client, admin_client):
    role = in_public()
    assert "/admin/" not in client.get(role.get_absolute_url()).content.decode()
    page = admin_client.get(role.get_absolute_url()).content.decode()
    assert f'href="/admin/roles/role/{role.pk}/change/"' in page


def test_a_role_is_not_found_under_another_chart(client, seed):
    assert client.get(f"{S4}市场部经理/").status_code == 404


def test_duties_of_a_role_keep_their_headings(client, seed):
    groups = client.get(f"{S4}产品经理/").context["duty_groups"]
    assert [(group.heading, group.first) for group in groups] == [("列举", 1), ("协作", 10)]


def test_markup_in_a_role_is_shown_as_text(client):
    role = in_public(name="<b>甲</b>", slug="x", purpose="<img src=x onerror=1>")
    new_role_duty(role=role, text="<script>1</script>")
    page = client.get(role.get_absolute_url()).content.decode()
    assert "&lt;b&gt;甲&lt;/b&gt;" in page
    assert [tag for tag in ("<b>甲", "<img", "<script>1") if tag in page] == []


def test_relationships_with_the_same_other_side_stand_together(client):
    role = in_public(name="甲")
    other = new_role(department=role.department, name="乙", position=1)
    elsewhere = new_department(chart=role.chart, name="外部")
    new_working_relationship(role=role, counterpart_role=other, matter="一")
    new_working_relationship(role=role, counterpart_department=elsewhere, matter="二", position=2)
    new_working_relationship(role=role, counterpart_text="广告公司", matter="三", position=3)
    new_working_relationship(role=other, counterpart_role=role, matter="四", position=4)
    response = client.get(role.get_absolute_url())
    assert [
        (str(one.role or one.department or one.words), [d.record.matter for d in one.dealings])
        for one in response.context["counterparts"]
    ] == [("乙", ["一", "四"]), ("外部", ["二"]), ("广告公司", ["三"])]
    page = response.content.decode()
    assert "4 项，涉及 3 个对方" in page
    assert '<th scope="rowgroup" rowspan="2">' in page


def test_a_counterpart_leads_to_its_department_and_to_their_pair(client):
    role = in_public(name="甲")
    home = new_department(chart=role.chart, name="外部")
    other = new_role(department=home, name="乙")
    new_working_relationship(role=role, counterpart_role=other)
    new_working_relationship(role=role, counterpart_role=new_role(department=role.department))
    page = unquote(client.get(role.get_absolute_url()).content.decode())
    assert page.count(f'href="{unquote(home.get_absolute_url())}"') == 1
    pair = f"/方案/{role.chart.slug}/协作/{role.department.slug}/外部/"
    assert page.count(f'href="{pair}"') == 1
    assert client.get(pair).status_code == 200
