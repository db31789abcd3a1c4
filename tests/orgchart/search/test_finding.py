import pytest

from departments.models import Chart
from orgchart.search import Query, find, marks, read_query
from tests.factories import (
    new_chart,
    new_department,
    new_duty,
    new_function,
    new_hand_off,
    new_passage,
    new_role,
    new_role_duty,
)
from tests.orgchart.search.names import NAMES


def names(text, kind, charts=None):
    charts = Chart.objects.all() if charts is None else charts
    return [str(row) for row in find(read_query(text), list(charts))[kind].rows(100)]


@pytest.mark.parametrize(
    ("text", "words", "is_cut"),
    [
        ("", (), False),
        ("  市场部  经理 ", ("市场部", "经理"), False),
        ("市场部　经理", ("市场部", "经理"), False),
        ("e\u0301", ("é",), False),
        (" ".join("abcdefghij"), tuple("abcdefghij"), False),
        (" ".join("abcdefghijk"), tuple("abcdefghij"), True),
        ("长" * 200, ("长" * 200,), False),
        ("长" * 201, ("长" * 200,), True),
    ],
)
def test_a_query_is_its_first_words(text, words, is_cut):
    assert read_query(text) == Query(words, is_cut)


def test_a_query_reads_as_its_words():
    assert str(read_query("  市场部   经理 ")) == "市场部 经理"


@pytest.mark.django_db
def test_departments_are_found_by_every_name():
    new_department(name="销售部", name_en="Sales Department", aliases="业务部、营业部")
    for text in ("销售", "sales", "SALES dep", "业务部", "营业"):
        assert names(text, "departments") == ["销售部"]


@pytest.mark.django_db
def test_roles_are_found_by_every_name():
    new_role(name="理货员", name_en="Merchandiser", aliases="陈列专员")
    for text in ("理货", "merch", "陈列"):
        assert names(text, "roles") == ["理货员"]


@pytest.mark.django_db
def test_every_word_must_occur_though_not_in_one_field():
    new_department(name="销售部", name_en="Sales")
    assert names("销售 sales", "departments") == ["销售部"]
    assert names("销售 marketing", "departments") == []


@pytest.mark.django_db
def test_signs_with_a_meaning_to_databases_mean_themselves():
    new_department(name="100%达成组")
    new_department(name="a_b")
    assert names("%", "departments") == ["100%达成组"]
    assert names("_", "departments") == ["a_b"]


@pytest.mark.django_db
def test_duties_hand_offs_functions_and_passages_are_found_by_their_words():
    new_duty(text="拟定产品价格", heading="定价工作")
    new_role_duty(text="跟踪市场价格", heading="日常")
    new_hand_off(text="价格表", deliverables="价格表\n折扣表", medium="邮件")
    new_function(name="定价", description="拟定产品价格。")
    new_passage(heading="价格", text="谁定价？")
    assert names("价格", "department_duties") == ["拟定产品价格"]
    assert names("定价工作", "department_duties") == ["拟定产品价格"]
    assert names("价格", "role_duties") == ["跟踪市场价格"]
    assert names("折扣 邮件", "hand_offs") == ["价格表"]
    assert names("产品价格", "functions") == ["定价"]
    assert names("价格", "passages") == ["谁定价？"]


@pytest.mark.django_db
def test_only_the_given_charts_are_searched():
    new_department(chart=new_chart(), name="甲部")
    wanted = new_department(chart=new_chart(), name="甲组")
    assert names("甲", "departments", [wanted.chart]) == ["甲组"]


@pytest.mark.django_db
def test_matches_come_in_the_order_of_the_charts_and_their_trees():
    second = new_chart(position=2)
    first = new_chart(position=1)
    new_department(chart=second, name="组3")
    top = new_department(chart=first, name="组1")
    new_department(parent=top, name="组1a")
    new_department(chart=first, name="组2")
    assert names("组", "departments") == ["组1", "组1a", "组2", "组3"]


@pytest.fixture
def trade():
    """One chart with a department of each name of the trade."""
    chart = new_chart()
    for name in dict.fromkeys(row[0] for row in NAMES):
        new_department(chart=chart, name=name)


@pytest.mark.django_db
def test_every_name_of_the_trade_is_the_first_match_however_it_is_typed(trade):
    missed = []
    charts = list(Chart.objects.all())
    for name, full, initials, traditional in NAMES:
        shared = {row[0] for row in NAMES if row[2] == initials}
        for typed in (name, full, full.upper(), initials, traditional):
            found = names(typed, "departments", charts)
            if name not in found[: len(shared) if typed == initials else 1]:
                missed.append((typed, found))
    assert missed == []


@pytest.mark.django_db
def test_all_names_that_share_initials_are_offered(trade):
    assert names("scb", "departments") == ["市场部", "生产部", "市场部经理"]


@pytest.mark.django_db
def test_pinyin_may_have_spaces_and_stand_beside_chinese(trade):
    assert names("shi chang bu", "departments") == ["市场部", "市场部经理"]
    assert names("shi chan gbu", "departments") == ["市场部", "市场部经理"]
    assert marks(read_query("shi chan gbu"), ["市场部"])[-1] == "市场部"
    assert names("shi 火箭", "departments") == []
    assert names("市场部jl", "departments") == ["市场部经理"]
    assert names("市场bu", "departments") == ["市场部", "市场部经理"]


@pytest.mark.django_db
def test_a_name_comes_before_another_name_and_that_before_pinyin():
    chart = new_chart()
    for name, aliases in [("生产部", ""), ("SCB 项目组", ""), ("采购处", "scb"), ("大scb组", "")]:
        new_department(chart=chart, name=name, aliases=aliases)
    assert names("scb", "departments") == ["SCB 项目组", "大scb组", "采购处", "生产部"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("业务部", "销售部"),
        ("業務部", "销售部"),
        ("通路", "渠道部"),
        ("行銷部", "营销部"),
        ("企划", "策划部"),
        ("串货", "窜货管理组"),
    ],
)
def test_other_words_of_the_trade_find_it(typed, name):
    new_department(name=name)
    assert names(typed, "departments") == [name]
    assert name[:2] in marks(read_query(typed), [name])[-1]


@pytest.mark.django_db
def test_aliases_are_spelled_too_and_functions_as_well():
    new_department(name="销售部", aliases="业务部")
    new_function(name="定价")
    assert names("ywb", "departments") == ["销售部"]
    assert names("dingjia", "functions") == ["定价"]


@pytest.mark.django_db
def test_what_pinyin_means_is_marked():
    assert marks(read_query("scb"), ["华东市场部", "生产部", "财务部"]) == (
        "scb",
        "市场部",
        "生产部",
    )


@pytest.mark.django_db
def test_no_more_is_looked_for_than_is_needed():
    chart = new_chart()
    for number in range(5):
        new_duty(department=new_department(chart=chart), text=f"调研 {number}")
    found = find(read_query("调研"), [chart], ("department_duties",), 2)
    assert [str(row) for row in found["department_duties"].rows(9)] == ["调研 0", "调研 1"]
