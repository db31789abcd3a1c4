import pytest

from departments.models import Chart, Department, Emphasis, Stage
from orgchart.views import chart_stage
from tests.factories import (
    add_departments,
    new_carrying,
    new_chart,
    new_department,
    new_duty,
    new_emphasis,
    new_forest,
    new_role,
    new_role_duty,
    new_stage,
)

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/"


def public(**values):
    return new_chart(status="published", **values)


def text(response):
    return response.content.decode()


def told(response):
    """What the panel says of the first department: numbers, and the roles behind each."""
    return [
        (item.number, [carrier.role.name for carrier in item.carriers])
        for item in response.context["lens"].leaders[0].told.items
    ]


def test_a_chart_opens_without_a_lens_and_offers_the_stages(client, seed):
    response = client.get(S1)
    assert response.context["lens"] is None
    assert [(one["label"], one["on"]) for one in response.context["stages"]] == [
        ("关", True),
        ("导入期", False),
        ("成长期", False),
        ("成熟期", False),
    ]
    assert 'class="drawing lens"' not in text(response)


def test_the_menu_leads_to_each_stage_and_back_and_keeps_the_state(client, seed):
    response = client.get(f"{S1}?方向=横向&阶段=导入期")
    links = {one["label"]: one["link"] for one in response.context["stages"]}
    assert client.get(S1 + links["成长期"]).context["state"].style.sideways is True
    assert client.get(S1 + links["成长期"]).context["lens"].stage.name == "成长期"
    assert client.get(S1 + links["关"]).context["lens"] is None


@pytest.mark.parametrize(
    ("stage", "sign"),
    [
        ("导入期", ("★ 5", "导入期：侧重 5 项职责")),
        ("成长期", ("★ 3", "成长期：侧重 3 项职责")),
        ("成熟期", ("★ 4+1", "成熟期：侧重 4 项职责 · 另有 1 项侧重不在职责清单内")),
    ],
)
def test_departments_that_lead_have_a_sign_with_the_number_of_duties(client, seed, stage, sign):
    response = client.get(f"{S1}?阶段={stage}")
    assert response.context["lens"].signs == {"marketing": sign}
    page = text(response)
    assert page.count('<a class="leads"') == 1
    assert f">{sign[0]}</text>" in page
    assert f'<span class="chip remark">{sign[0]} {sign[1]}</span>' in page


def test_the_script_gets_the_same_signs_and_the_same_geometry(client, seed):
    plain = client.get(f"{S1}图/").json()
    answer = client.get(f"{S1}图/?阶段=成熟期").json()
    place = answer["title"].index("市场部")
    [(index, (sign, words))] = answer.pop("signs").items()
    assert (index, words) == (
        str(place),
        "成熟期：侧重 4 项职责 · 另有 1 项侧重不在职责清单内",
    )
    assert sign in text(client.get(f"{S1}?阶段=成熟期"))
    edges = [plain[name][place] for name in "xywh"]
    assert answer.pop("outlines") == "M{0:g} {1:g}h{2:g}v{3:g}h-{2:g}z".format(*edges)
    assert answer == plain


def test_the_panel_says_what_leads_who_carries_it_and_what_nobody_carries(client, seed):
    response = client.get(f"{S1}?阶段=成熟期")
    assert told(response) == [
        (5, ["市场调研主管"]),
        (6, ["市场部经理", "促销企划主管"]),
        (7, ["产品企划主管"]),
        (0, []),
        (14, []),
    ]
    page = text(response)
    assert page.count("没有岗位承接") == 1
    assert "由数据派生" in page


def test_what_the_source_stresses_outside_the_duties_is_shown_with_its_note(client, seed):
    page = text(client.get(f"{S1}?阶段=成熟期"))
    assert "广告策略" in page
    assert "不在市场部 15 项内（见 A1.2.9、A1.6.5；最近似第 13 项）。" in page


def test_the_legend_names_the_signs_that_are_drawn_and_nothing_else(client, seed):
    assert "本阶段侧重的部门和职责数" not in text(client.get(S1))
    introduction = text(client.get(f"{S1}?阶段=导入期"))
    assert "本阶段侧重的部门和职责数" in introduction
    assert "不在职责清单内的侧重" not in introduction
    assert "不在职责清单内的侧重" in text(client.get(f"{S1}?阶段=成熟期"))


@pytest.mark.parametrize("stage", ["衰退期", "<script>alert(1)</script>", "成" * 300, "%00", "'"])
def test_a_stage_that_there_is_not_is_answered_with_a_sentence_and_a_choice(client, seed, stage):
    response = client.get(S1, {"阶段": stage})
    assert response.status_code == 200
    assert response.context["lens"].signs == {}
    assert "这个阶段。请另选一个" in text(response)
    assert "<script>alert" not in text(response)


def test_a_parameter_that_is_repeated_or_empty_harms_nothing(client, seed):
    assert client.get(f"{S1}?阶段=导入期&阶段=成长期").context["lens"].stage.name == "成长期"
    assert client.get(f"{S1}?阶段=").context["lens"] is None


def test_a_chart_without_emphases_says_so_and_where_to_go_on(client, admin_client, seed):
    address = f"{Chart.objects.get(key='s4').get_absolute_url()}?阶段=导入期"
    page = text(client.get(address))
    assert "这个方案没有部门说明这个阶段侧重什么" in page
    assert "添加第一项侧重" not in page
    assert "添加第一项侧重" in text(admin_client.get(address))


def test_without_stages_there_is_no_menu(client):
    chart = public()
    new_department(chart=chart)
    assert client.get(chart.get_absolute_url()).context["stages"] == []


def test_a_stage_that_an_editor_adds_works_like_those_of_the_source(client, seed):
    unit = Department.objects.get(chart__key="s1", key="sales")
    stage = new_stage(name="衰退期")
    new_emphasis(department=unit, stage=stage, duty=unit.duties.all()[1], text="清理库存")
    response = client.get(f"{S1}?阶段=衰退期")
    assert response.context["lens"].signs == {"sales": ("★ 1", "衰退期：侧重 1 项职责")}
    assert told(response)[0][0] == 2


def test_a_role_of_another_department_that_carries_the_duty_is_named(client):
    chart = public()
    units = new_forest(chart=chart, 营销部={"市场部": {}})
    duty = new_duty(department=units["市场部"])
    role = new_role(department=units["营销部"], name="总监")
    new_carrying(role_duty=new_role_duty(role=role), department_duty=duty)
    stage = new_stage(name="导入期")
    new_emphasis(department=units["市场部"], stage=stage, duty=duty)
    response = client.get(f"{chart.get_absolute_url()}?阶段=导入期")
    assert told(response) == [(1, ["总监"])]


def test_the_panel_opens_the_place_of_a_department_in_the_drawing(client, seed):
    response = client.get(f"{S1}?层级=1&阶段=导入期")
    found = client.get(S1 + response.context["lens"].leaders[0].link)
    assert found.context["scene"].chosen_key == "marketing"
    assert found.context["lens"].stage.name == "导入期"


def test_below_a_top_only_its_branch_is_told(client, seed):
    response = client.get(f"{S1}?顶层=销售部&阶段=导入期")
    assert response.context["lens"].leaders == []
    assert "在这个顶层之下" in text(response)


def test_of_very_many_departments_the_first_are_told_and_the_rest_counted(client, monkeypatch):
    monkeypatch.setattr(chart_stage, "MOST_TOLD", 2)
    chart, stage = public(), new_stage(name="导入期")
    for _number in range(3):
        new_emphasis(department=new_department(chart=chart), stage=stage)
    response = client.get(f"{chart.get_absolute_url()}?阶段=导入期")
    assert len(response.context["lens"].leaders) == 2
    assert "有侧重的 3 个部门中的前 2 个" in text(response)


@pytest.mark.parametrize("size", [1, 3, 300])
def test_the_lens_costs_the_same_at_any_size(client, django_assert_num_queries, size):
    chart, stage = public(slug="大"), new_stage(name="导入期")
    units = add_departments(chart, size)
    for unit in units[:20]:
        duty = new_duty(department=unit)
        new_carrying(role_duty=new_role_duty(role=new_role(department=unit)), department_duty=duty)
        new_emphasis(department=unit, stage=stage, duty=duty)
    # The charts, the totals, one level; the stages, the stage, its signs,
    # who leads, their superiors; those who carry, duties, carryings, role duties and their number,
    # roles, emphases; how many lead.
    with django_assert_num_queries(17):
        assert client.get("/方案/大/?层级=1&阶段=导入期").status_code == 200
    # Without what stands around: the stage and its signs.
    with django_assert_num_queries(5):
        client.get("/方案/大/图/?层级=1&阶段=导入期")


def test_a_draft_shows_its_lens_to_nobody_else(client, admin_client):
    chart = new_chart(name="草案")
    new_emphasis(department=new_department(chart=chart), stage=new_stage(name="导入期"))
    assert client.get("/方案/草案/?阶段=导入期").status_code == 404
    assert admin_client.get("/方案/草案/?阶段=导入期").status_code == 200


def test_the_english_page_says_it_in_english(client, seed):
    page = text(client.get(f"/en{S1}?阶段=成熟期"))
    stage = Stage.objects.get(key="maturity")
    assert f"{stage.name_en} stage: 4 duties lead · 1 emphasis outside the duty list" in page


def test_a_change_of_an_emphasis_is_seen_at_once(client, seed):
    first = client.get(f"{S1}?阶段=成长期")
    Emphasis.objects.filter(stage__key="growth").first().delete()
    again = client.get(f"{S1}?阶段=成长期", headers={"if-none-match": first["ETag"]})
    assert again.context["lens"].signs == {"marketing": ("★ 2", "成长期：侧重 2 项职责")}
