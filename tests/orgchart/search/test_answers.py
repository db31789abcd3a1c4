import pytest

from departments.models import Chart
from orgchart.search import answer, read_question
from tests.factories import (
    new_chart,
    new_department,
    new_duty,
    new_function,
    new_hand_off,
    new_role,
    new_role_duty,
    new_working_relationship,
)

pytestmark = pytest.mark.django_db


def ask(text, charts=None):
    charts = list(Chart.objects.all()) if charts is None else charts
    return answer(read_question(text), charts)


def said(records):
    return [str(record) for record in records]


def test_who_leads_the_function_of_that_name():
    pricing = new_function(name="定价")
    chart = new_chart()
    unit, other = (new_department(chart=chart, name=name) for name in ("市场部", "财务部"))
    new_duty(department=unit, text="拟定产品价格", function=pricing)
    new_duty(department=other, text="核算成本", function=pricing, involvement="supply")
    new_role_duty(role=new_role(department=unit, name="产品经理"), text="报价", function=pricing)
    found = ask("谁负责定价？")
    assert said(found.functions) == ["定价"]
    assert said(duty.department for duty in found.department_duties) == ["市场部"]
    assert said(duty.role for duty in found.role_duties) == ["产品经理"]


def test_without_such_a_function_the_duties_that_say_it_answer():
    new_function(name="销售执行", description="按促销方式销售。")
    chart = new_chart()
    unit = new_department(chart=chart, name="市场部")
    new_duty(department=unit, text="收集整理竞品的促销手段")
    new_duty(department=unit, text="组织促销活动")
    manager, planner = (
        new_role(department=unit, name=name) for name in ("市场部经理", "促销企划主管")
    )
    new_role_duty(role=manager, text="审批促销计划")
    new_role_duty(role=planner, text="拟订促销方案")
    found = ask("促销由谁负责")
    assert said(found.functions) == []
    assert said(found.department_duties) == ["组织促销活动"]
    assert said(duty.role for duty in found.role_duties) == ["促销企划主管", "市场部经理"]


def test_who_does_it_comes_before_others_with_duties_of_that_function():
    function = new_function(name="终端与理货")
    unit = new_department(name="市场部")
    roles = [new_role(department=unit, name=name) for name in ("制作主管", "业务代表", "理货员")]
    for role, text in zip(roles, ("布置", "产品理货", "张贴"), strict=True):
        new_role_duty(role=role, text=text, function=function)
    new_role_duty(role=roles[2], text="开展产品理货", function=function)
    found = ask("谁做理货").role_duties
    assert [(str(duty.role), duty.text) for duty in found] == [
        ("理货员", "开展产品理货"),
        ("业务代表", "产品理货"),
        ("制作主管", "布置"),
    ]


def test_who_works_together_says_hand_offs_and_dealings():
    chart = new_chart()
    giver, receiver = (new_department(chart=chart, name=name) for name in ("市场部", "销售部"))
    new_hand_off(giver=giver, receiver=receiver, text="促销活动计划")
    new_hand_off(giver=receiver, receiver=giver, text="销售日报")
    role = new_role(department=giver, name="促销企划主管")
    new_working_relationship(role=role, matter="通报促销计划")
    found = ask("促销找谁配合？")
    assert said(found.hand_offs) == ["促销活动计划"]
    assert said(found.dealings) == ["通报促销计划"]


def test_a_subject_is_also_asked_for_in_fewer_words():
    chart = new_chart()
    giver, receiver = (new_department(chart=chart, name=name) for name in ("市场部", "销售部"))
    new_hand_off(giver=giver, receiver=receiver, text="促销计划")
    found = ask("促销活动找谁配合？")
    assert (found.subject, said(found.hand_offs)) == ("促销", ["促销计划"])


def test_two_departments_of_the_chart_that_knows_both_best_are_compared():
    apart = new_chart(position=1)
    new_department(chart=apart, name="市场部")
    near = new_chart(position=2)
    new_department(chart=near, name="市场推广部")
    new_department(chart=near, name="营销部")
    both = new_chart(position=3)
    first = new_department(chart=both, name="营销部", name_en="Marketing and Sales")
    second = new_department(chart=both, name="市场部", name_en="Marketing")
    assert ask("市场部和营销部有什么区别").sides == [second, first]
    assert ask("業務部和市場部的區別") is None
    assert ask("difference between Marketing and Sales and Marketing").sides == [first, second]


def test_a_department_is_not_compared_with_itself():
    new_department(name="市场部")
    assert ask("市场部和scb有什么区别") is None


@pytest.mark.parametrize("text", ["谁负责火箭", "火箭找谁配合", "甲部和乙部的区别"])
def test_where_the_charts_say_nothing_there_is_no_answer(text):
    new_department(name="市场部")
    assert ask(text) is None


@pytest.mark.parametrize("text", ["谁负责蓝鲸", "蓝鲸找谁配合", "蓝鲸部和鲸组的区别"])
def test_other_charts_are_no_part_of_an_answer(text):
    unit = new_department(name="蓝鲸部")
    other = new_department(chart=unit.chart, name="鲸组")
    new_duty(department=unit, text="观察蓝鲸", function=new_function(name="观察"))
    new_role_duty(role=new_role(department=unit), text="喂养蓝鲸")
    new_hand_off(giver=unit, receiver=other, text="蓝鲸照片")
    new_working_relationship(department=unit, matter="讨论蓝鲸")
    assert ask(text) is not None
    assert ask(text, [new_chart()]) is None
