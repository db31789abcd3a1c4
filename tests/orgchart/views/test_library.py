import pytest

from departments.models import Chart, Function
from orgchart.views.passages import sections
from tests.factories import (
    new_article,
    new_chart,
    new_department,
    new_duty,
    new_function,
    new_hand_off,
    new_passage,
    new_role,
    new_role_duty,
)

pytestmark = pytest.mark.django_db


def counts(response, name):
    function = next(one for one in response.context["functions"] if one.name == name)
    return (
        function.department_duty_count,
        function.role_duty_count,
        function.hand_off_count,
    )


def test_the_functions_say_how_many_duties_they_have(client, seed):
    response = client.get("/职能/")
    assert len(response.context["functions"]) == 26
    assert "26 项职能" in response.content.decode()
    assert counts(response, "市场调研与信息") == (10, 12, 2)


def test_drafts_are_counted_for_people_with_permission_only(client, admin_client):
    function = new_function(name="定价")
    for status in ("published", "draft"):
        unit = new_department(chart=new_chart(status=status))
        new_duty(department=unit, function=function)
        new_role_duty(role=new_role(department=unit), function=function)
        new_hand_off(giver=unit, function=function)
    assert counts(client.get("/职能/"), "定价") == (1, 1, 1)
    assert counts(admin_client.get("/职能/"), "定价") == (2, 2, 2)


def test_a_function_says_who_is_responsible_chart_by_chart(client, seed):
    parts = client.get("/职能/市场调研与信息/").context["parts"]
    assert [part["chart"].name for part in parts] == ["营销部统辖制", "中心制市场部"]
    assert [
        (department.name, [duty.involvement for duty in duties])
        for department, duties in parts[0]["departments"]
    ] == [("营销部", ["lead"]), ("市场部", ["lead"] * 4), ("销售部", ["supply"])]
    assert [(role.name, len(duties)) for role, duties in parts[0]["roles"]] == [
        ("市场部经理", 1),
        ("市场调研主管", 8),
        ("营业企划主管", 1),
        ("理货员", 1),
    ]
    assert [one.text for one in parts[0]["hand_offs"]] == ["竞品信息反馈", "客户反馈"]


def test_a_function_of_a_draft_alone_shows_nothing_of_it(client, admin_client):
    function = new_function(name="定价")
    unit = new_department(chart=new_chart(name="秘密"), name="密部")
    new_duty(department=unit, function=function)
    page = client.get(function.get_absolute_url()).content.decode()
    assert "还没有哪个方案的职责属于这项职能" in page
    assert [name for name in ("秘密", "密部") if name in page] == []
    assert "密部" in admin_client.get(function.get_absolute_url()).content.decode()


def test_functions_lead_on_to_each_other(client, seed):
    first, second = Function.objects.all()[:2]
    context = client.get(first.get_absolute_url()).context
    assert (context["previous"], context["next"]) == (None, second)


def test_without_functions_the_list_says_what_they_are_for(client):
    assert "还没有职能" in client.get("/职能/").content.decode()


def kinds(response):
    return [(part.kind, part.title, len(part.entries)) for part in response.context["sections"]]


def test_the_corrections_stand_in_one_table(client, seed):
    response = client.get("/参考/来源与更正/")
    assert kinds(response) == [
        ("prose", "来源", 1),
        ("prose", "措辞", 1),
        ("prose", "五个答案", 5),
        ("prose", "独立文本", 3),
        ("prose", "重复", 1),
        ("prose", "编号规则", 14),
        ("corrections", "更正", 26),
        ("prose", "术语统一（非笔误）", 5),
    ]
    entry = response.context["sections"][6].entries[5]
    assert (entry.original, entry.adopted) == ("适时同胞", "适时通报")
    assert "本页目录" in response.content.decode()


def test_every_passage_of_every_article_is_shown(client, seed):
    for article in client.get("/参考/").context["articles"]:
        parts = client.get(article.get_absolute_url()).context["sections"]
        assert sum(len(part.entries) for part in parts) == article.passage_count


def test_short_entries_in_a_row_become_one_table():
    article = new_article()
    for place, heading in enumerate(["甲", "乙", "丙", "丁", "丁", "戊"]):
        new_passage(article=article, heading=heading, position=place)
    assert [
        (part.kind, part.title, len(part.entries)) for part in sections(article.passages.all())
    ] == [("rows", "", 3), ("prose", "丁", 2), ("prose", "戊", 1)]


def test_passages_without_headings_are_plain_text(client):
    passage = new_passage(text="只有一段。")
    response = client.get(passage.article.get_absolute_url())
    assert kinds(response) == [("prose", "", 1)]
    assert "本页目录" not in response.content.decode()


def test_an_article_without_text_says_so(client):
    assert "这一页还没有内容" in client.get(new_article().get_absolute_url()).content.decode()


def test_the_articles_are_listed_in_order(client, seed):
    articles = list(client.get("/参考/").context["articles"])
    assert [articles[0].name, articles[-1].name] == ["市场部与营销部的区别", "来源与更正"]
    assert articles[-1].passage_count == 56


def test_markup_in_the_library_is_shown_as_text(client):
    passage = new_passage(heading="<b>题</b>", text="原文「<i>」→ 采用「<u>」")
    function = new_function(name="<s>职能</s>", slug="x", description="<img src=x>")
    for address in (passage.article.get_absolute_url(), function.get_absolute_url(), "/职能/"):
        page = client.get(address).content.decode()
        assert [tag for tag in ("<b>题", "<i>", "<u>", "<s>", "<img") if tag in page] == []


@pytest.mark.parametrize(
    ("address", "english", "chinese"),
    [
        ("/职能/定价/", "Pricing", "定价"),
        ("/生命周期/成熟期/", "Maturity", "成熟期"),
        ("/参考/新品流程/", "New product process", "新品流程"),
    ],
)
def test_english_pages_use_the_english_names(client, seed, address, english, chinese):
    page = client.get(f"/en{address}").content.decode()
    both = f'{english} <span class="other-name"><span lang="zh-Hans">{chinese}</span></span>'
    assert both in page.partition("<h1>")[2].partition("</h1>")[0]
    assert english in page.partition("<title>")[2].partition("</title>")[0]
    heading = client.get(address).content.decode().partition("<h1>")[2].partition("</h1>")[0]
    assert (chinese in heading, english in heading) == (True, False)


@pytest.mark.parametrize("room", ["职能", "生命周期", "参考"])
def test_what_does_not_exist_is_not_found(client, room):
    assert client.get(f"/{room}/没有/").status_code == 404


def test_shared_pages_do_not_claim_a_chart(client, seed):
    assert Chart.objects.count() == 10
    assert "chart" not in client.get("/职能/").context
