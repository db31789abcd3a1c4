from django.utils.translation import override
from hypothesis import given, strategies

from orgchart.documents import as_text
from orgchart.documents.network import ties
from orgchart.outline import Duty, Relation, Role, RoleDuty
from tests.orgchart.strategies import texts, tied_charts
from tests.outlines import chart_of, duty, hand_off, unit

letters = strategies.text(alphabet="市场部销售营品牌中心策划", min_size=1, max_size=9)


def lines(*departments, **values):
    options = {
        name: values.pop(name)
        for name in ("numbered", "with_roles", "with_duties")
        if name in values
    }
    with override("zh-hans"):
        return as_text.write(chart_of(*departments, **values), **options).split("\n")


def test_levels_are_numbered_as_chinese_documents_number_them():
    chain = unit("戊", unit("己", unit("庚")))
    assert lines(unit("甲"), unit("乙", unit("丙", unit("丁", chain)))) == [
        "一、甲",
        "二、乙",
        "  （一）丙",
        "    1. 丁",
        "      （1）戊",
        "        ①己",
        "          a. 庚",
        "",
    ]


def test_without_numbers_indents_alone_tell_the_level():
    assert lines(unit("甲", unit("乙")), numbered=False) == ["甲", "  乙", ""]


def test_a_line_says_what_is_known_in_numbers():
    one = unit(
        "市场部", name_en="Marketing", duty_count=3, role_count=2, headcount=7, child_count=4
    )
    assert lines(one) == [
        "一、市场部 Marketing（3 项职责 · 2 个岗位 · 编制 7 · 另有 4 个下级部门未列出）",
        "",
    ]


def test_the_mission_stands_below_on_one_line():
    assert lines(unit("甲", mission="调研，\n策划")) == ["一、甲", "  使命：调研， 策划", ""]


POSTS = (
    Role(
        key="o1",
        name="主管",
        duty_count=2,
        duties=(RoleDuty(key="o1.1", text="调研"), RoleDuty(key="o1.2", text="汇总")),
    ),
    Role(key="o2", name="专员"),
)
DUTIES = (
    duty("拟定计划"),
    Duty(key="1", text="规定格式", heading="调研"),
    Duty(key="2", text="传递信息", heading="调研"),
)


def test_roles_and_duties_are_left_out_unless_asked_for():
    assert lines(unit("甲", roles=POSTS, duties=DUTIES)) == ["一、甲", ""]


def test_roles_are_listed_when_asked_for():
    assert lines(unit("甲", roles=POSTS, duties=DUTIES), with_roles=True) == [
        *("一、甲", "  岗位：", "    - 主管（2 项职责）", "    - 专员", "")
    ]


def test_duties_are_listed_under_their_headings_when_asked_for():
    assert lines(unit("甲", roles=POSTS, duties=DUTIES), with_duties=True) == [
        *("一、甲", "  职责：", "    1. 拟定计划", "    调研", "    2. 规定格式"),
        *("    3. 传递信息", ""),
    ]


def test_duties_of_roles_are_listed_when_both_are_asked_for():
    written = lines(unit("甲", roles=POSTS), with_roles=True, with_duties=True)
    assert written == [
        *("一、甲", "  岗位：", "    - 主管（2 项职责）", "        1. 调研", "        2. 汇总"),
        *("    - 专员", ""),
    ]


def test_hand_offs_and_relations_stand_at_the_end():
    relation = Relation(key="r", from_department="甲", to_department="乙", kind="guides")
    written = lines(
        unit("甲"), unit("乙"), hand_offs=(hand_off("乙", "甲"),), relations=(relation,)
    )
    assert written[2:] == ["", "协作与关系", "  - 乙 → 甲：1 项协作", "  - 甲 → 乙：指导", ""]


def test_departments_of_one_name_are_told_apart_by_their_superiors():
    chart = (
        unit("东区", unit("销售部", key="e")),
        unit("西区", unit("销售部", key="w")),
    )
    written = lines(*chart, hand_offs=(hand_off("e", "w"),))
    assert written[-2] == "  - 东区 / 销售部 → 西区 / 销售部：1 项协作"


def test_the_heading_stands_before_an_empty_line():
    with override("zh-hans"):
        written = as_text.write(chart_of(unit("甲")), ["方案\n名", "修订 3"])
    assert written == "方案 名\n修订 3\n\n一、甲\n"


@given(tied_charts(names=letters))
def test_no_department_is_lost_and_each_stands_at_its_level(chart):
    with override("zh-hans"):
        plain = as_text.write(chart, numbered=False).split("\n\n")[0].split("\n")
        expected = [
            f"{'  ' * level}{as_text.title(one)}"
            for one, level, _number in as_text.placed(chart.departments)
        ]
    assert [line for line in plain if line.strip() and "使命：" not in line] == expected
    assert len(expected) == len(list(chart.walk()))


@given(tied_charts())
def test_no_tie_is_lost_whatever_the_names(chart):
    written = as_text.write(chart).split("\n")
    number = len(ties(chart))
    assert [line.startswith("  - ") for line in written[-1 - number : -1]] == [True] * number


@given(texts)
def test_no_text_breaks_its_line(text):
    written = as_text.write(chart_of(unit(text, mission=text)), [text])
    assert len(written.splitlines()) == 4
