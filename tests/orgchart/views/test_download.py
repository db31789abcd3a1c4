import csv
from urllib.parse import quote

import pytest
from django.utils import timezone

from departments.models import Chart, Department
from orgchart.views.download import FORMATS
from tests.factories import (
    add_departments,
    new_chart,
    new_department,
    new_forest,
    new_hand_off,
    new_relation,
    new_role,
)
from tests.orgchart.views.handbook import write_handbook

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/下载/"
DIAGRAMS = ["架构图.mmd", "架构图.dot", "架构图.csv"]


def lines_of(response):
    return response.content.decode().split("\n")


def heading(response):
    return [line.lstrip("%/# ") for line in lines_of(response)[:2]]


def today():
    return timezone.localdate().isoformat()


@pytest.mark.parametrize(
    ("name", "media_type", "file"),
    [
        ("架构图.mmd", "text/vnd.mermaid", "营销部统辖制-架构图-v{revision}-{day}.mmd"),
        ("架构图.dot", "text/vnd.graphviz", "营销部统辖制-架构图-v{revision}-{day}.dot"),
        ("架构图.csv", "text/csv", "营销部统辖制-架构图-v{revision}-{day}.csv"),
        ("大纲.txt", "text/plain", "营销部统辖制-大纲-v{revision}-{day}.txt"),
    ],
)
def test_a_file_has_its_type_its_name_and_its_safety(client, seed, name, media_type, file):
    response = client.get(f"{S1}{name}")
    revision = Chart.objects.get(key="s1").revision
    expected = quote(file.format(revision=revision, day=today()))
    assert response.status_code == 200
    assert response["Content-Type"] == f"{media_type}; charset=utf-8"
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{expected}"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_begins_with_what_it_shows(client, seed, name):
    revision = Chart.objects.get(key="s1").revision
    assert heading(client.get(f"{S1}{name}")) == [
        f"营销部统辖制 · 修订 {revision} · {today()}",
        "整个方案：9 个部门",
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_every_department_of_the_seed_is_in_every_file(client, seed, name):
    for chart in Chart.objects.published():
        text = client.get(f"/方案/{chart.slug}/下载/{name}").content.decode()
        assert [one.name for one in chart.departments.all() if one.name not in text] == []


def test_every_line_of_the_seed_is_in_every_diagram(client, seed):
    def number(name, sign):
        return sum(sign in line for line in lines_of(client.get(f"{S1}{name}")))

    # 2 branches, 5 pairs with hand-offs, 6 relations
    assert number("架构图.dot", " -> ") == 13
    assert number("架构图.mmd", " --- ") == 2
    assert number("架构图.mmd", "-->") == 5
    assert number("架构图.mmd", " .->") == 6
    assert number("大纲.txt", " → ") == 11
    assert sum(line.startswith("d") for line in lines_of(client.get(f"{S1}架构图.csv"))) == 9


@pytest.mark.parametrize("name", DIAGRAMS)
def test_roles_are_there_when_the_address_says_so(client, seed, name):
    assert "市场调研主管" not in client.get(f"{S1}{name}").content.decode()
    assert "市场调研主管" in client.get(f"{S1}{name}?岗位=1").content.decode()


def test_the_outline_gives_roles_and_duties_when_the_address_says_so(client, seed):
    def text(query):
        return client.get(f"{S1}大纲.txt{query}").content.decode()

    assert ("市场调研主管" in text(""), "编制年度营销目标与计划" in text("")) == (False, False)
    assert "市场调研主管" in text("?岗位=1")
    assert "编制年度营销目标与计划" in text("?职责=1")
    assert "统筹计划、安排并管理部门工作" in text("?岗位=1&职责=1")


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_seen_is_limited_to_top_and_levels(client, name):
    chart = new_chart(name="方案", status="published")
    new_forest(chart=chart, 根={"甲": {"丙": {}, "丁": {}}, "乙": {}})
    whole = client.get(f"/方案/方案/下载/{name}?顶层=甲&层级=1")
    branch = client.get(f"/方案/方案/下载/{name}?范围=所见&顶层=甲")
    levels = client.get(f"/方案/方案/下载/{name}?范围=所见&层级=2")
    assert heading(whole)[1] == "整个方案：5 个部门"
    assert heading(branch)[1] == "方案的一部分：甲及其下级，3 个部门（全方案 5 个）"
    assert heading(levels)[1] == "方案的一部分：上面几级，3 个部门（全方案 5 个）"
    assert quote("-甲-v") in branch["Content-Disposition"]
    assert quote("-部分-v") in levels["Content-Disposition"]
    assert "另有" not in branch.content.decode()
    assert "丙" in branch.content.decode()
    assert "丙" not in levels.content.decode()


def test_what_is_left_out_below_is_counted(client):
    chart = new_chart(name="方案", status="published")
    new_forest(chart=chart, 根={"甲": {"丙": {}, "丁": {}}})
    text = client.get("/方案/方案/下载/大纲.txt?范围=所见&层级=2").content.decode()
    assert "（一）甲（另有 2 个下级部门未列出）" in text


def test_all_that_is_seen_may_be_all_there_is(client, seed):
    response = client.get(f"{S1}架构图.mmd?范围=所见")
    assert heading(response)[1] == "整个方案：9 个部门"
    assert quote("部分") not in response["Content-Disposition"]


@pytest.mark.parametrize("range", ["所见", "全部", ""])
def test_a_department_of_another_chart_as_the_top_is_not_found(client, seed, range):
    response = client.get(f"{S1}架构图.mmd", {"顶层": "品牌中心", "范围": range})
    assert response.status_code == 404


@pytest.mark.parametrize("name", ["架构图.exe", "架构图", "架构图.mmd.", ".."])
def test_a_format_that_does_not_exist_is_not_found(client, seed, name):
    assert client.get(f"{S1}{name}").status_code == 404


@pytest.mark.parametrize("depth", ["-1", "NaN", "1e3", "9" * 500, "二", "１"])
def test_a_depth_that_is_none_is_as_much_as_the_page_shows(client, seed, depth):
    response = client.get(f"{S1}架构图.mmd", {"层级": depth, "范围": "所见"})
    assert heading(response)[1] == "整个方案：9 个部门"


def test_any_other_range_is_the_whole_chart(client, seed):
    response = client.get(f"{S1}架构图.mmd", {"层级": "1", "范围": "x"})
    assert heading(response)[1] == "整个方案：9 个部门"


@pytest.mark.parametrize("name", FORMATS)
def test_a_draft_is_found_by_nobody_but_people_with_permission(client, admin_client, name):
    new_department(chart=new_chart(name="草案"), name="机密部")
    response = client.get(f"/方案/草案/下载/{name}")
    assert response.status_code == 404
    assert "机密部" not in response.content.decode()
    response = admin_client.get(f"/方案/草案/下载/{name}")
    assert "机密部" in response.content.decode()
    assert "private" in response["Cache-Control"]


@pytest.mark.parametrize("name", FORMATS)
def test_what_did_not_change_costs_one_query(client, seed, name, django_assert_num_queries):
    first = client.get(f"{S1}{name}")
    with django_assert_num_queries(1):
        second = client.get(f"{S1}{name}", headers={"if-none-match": first["ETag"]})
    assert (second.status_code, second.content) == (304, b"")


def test_a_change_is_in_the_next_file(client, seed):
    first = client.get(f"{S1}大纲.txt")
    department = Department.objects.get(chart__key="s1", key="sales")
    department.name = "业务部"
    department.save()
    again = client.get(f"{S1}大纲.txt", headers={"if-none-match": first["ETag"]})
    assert "业务部" in again.content.decode()


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_can_be_sent_to_it(client, seed, name):
    assert client.post(f"{S1}{name}").status_code == 405


# The charts, their totals, departments, hand-offs, relations; then roles and the
# numbers of their duties; duties of departments and roles, what those carry; the top.
COSTS = {
    "架构图.mmd": 5,
    "架构图.dot": 5,
    "架构图.csv": 5,
    "大纲.txt": 5,
    "架构图.mmd?岗位=1": 7,
    "大纲.txt?岗位=1&职责=1": 10,
    "架构图.mmd?范围=所见&层级=1": 5,
    "架构图.mmd?范围=所见&层级=1&顶层=a": 6,
}


@pytest.mark.parametrize("size", [1, 3, 300])
def test_a_file_costs_the_same_at_any_size(client, size, django_assert_num_queries):
    write_handbook(size)
    for address, number in COSTS.items():
        with django_assert_num_queries(number):
            response = client.get(f"/方案/g/下载/{address}")
        assert response.status_code == 200


def test_a_large_chart_is_whole_in_every_file(client):
    chart = new_chart(name="方案", status="published")
    add_departments(chart, 700)
    for name in FORMATS:
        response = client.get(f"/方案/方案/下载/{name}")
        assert heading(response)[1] == "整个方案：700 个部门"
        assert response.content.decode().count("新部门") == 700


def test_a_file_exists_in_english_below_en(client, seed):
    response = client.get(f"/en{S1}架构图.mmd")
    assert heading(response)[1] == "Whole chart: 9 departments"
    assert quote("营销部统辖制-org chart-v") in response["Content-Disposition"]


HOSTILE = [
    '<script>alert(1)</script>"',
    '"]; x --> y; click x "javascript:alert(1)"',
    "=HYPERLINK(0)",
    "../../etc/passwd",
    "قسم التسويق",
    "W" * 200,
]


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_makes_a_file(client, name):
    chart = new_chart(name=name, status="published")
    one = new_department(chart=chart, name=name, mission=name)
    other = new_department(chart=chart, name="乙部")
    new_role(department=one, name=name)
    new_hand_off(giver=one, receiver=other)
    new_relation(from_department=other, to_department=one)
    for address in FORMATS:
        response = client.get(f"/方案/{chart.slug}/下载/{address}?岗位=1&职责=1")
        assert response.status_code == 200
        assert ".." not in response["Content-Disposition"]
        assert "%2F" not in response["Content-Disposition"]


def test_no_cell_is_a_formula(client):
    chart = new_chart(name="方案", status="published")
    new_department(chart=chart, name="=HYPERLINK(0)", mission="＝1+1")
    response = client.get("/方案/方案/下载/架构图.csv")
    rows = list(csv.reader(line for line in lines_of(response) if not line.startswith("#")))
    assert rows[1][1] == "'=HYPERLINK(0)"
    assert "'＝1+1" in rows[1]
