"""The text files of a chart, in English."""

import csv

import pytest

from tests.factories import new_chart, new_department, new_hand_off, new_role
from tests.orgchart.views.test_download import heading, lines_of

pytestmark = pytest.mark.django_db


def english(client, name):
    """What stands below the heading of an English file of a chart with names in both languages."""
    chart = new_chart(name="方案", name_en="Plan", status="published")
    root = new_department(chart=chart, name="营销部", name_en="Marketing")
    sales = new_department(parent=root, name="销售部", name_en="Sales")
    new_department(parent=root, name="客服")
    new_role(department=sales, name="经理", name_en="Manager")
    new_hand_off(giver=root, receiver=sales)
    response = client.get(f"/en/方案/方案/下载/{name}?岗位=1")
    return [line for line in lines_of(response) if not line.startswith(("%", "/", "#"))]


def test_mermaid_uses_english_names_below_en(client):
    assert english(client, "架构图.mmd") == [
        "flowchart TD",
        '  d1["Marketing"]',
        '  d2["Sales<br/>1 role<br/>· Manager"]',
        '  d3["客服"]',
        "  d1 --- d2",
        "  d1 --- d3",
        '  d1 -- "1 hand#45;off" --> d2',
        "",
    ]


def test_graphviz_uses_english_names_below_en(client):
    written = english(client, "架构图.dot")
    assert 'label="Plan"' in written[1]
    assert written[4:7] == [
        '  d1 [label="Marketing"];',
        '  d2 [label="Sales\\n1 role\\n· Manager"];',
        '  d3 [label="客服"];',
    ]


def test_drawio_uses_english_names_first_below_en(client):
    rows = list(csv.DictReader(filter(None, english(client, "架构图.csv"))))
    assert [(row["id"], row["name"], row["other_name"], row["role_names"]) for row in rows] == [
        ("d1", "Marketing", "营销部", ""),
        ("d2", "Sales", "销售部", "Manager"),
        ("d3", "客服", "", ""),
    ]


def test_the_outline_uses_english_names_first_below_en(client):
    assert english(client, "大纲.txt")[3:] == [
        "一、Marketing 营销部",
        "  （一）Sales 销售部 (1 role)",
        "    Roles:",
        "      - Manager",
        "  （二）客服",
        "",
        "Hand-offs and relations",
        "  - Marketing → Sales: 1 hand-off",
        "",
    ]


def test_a_part_is_named_in_english_below_en(client):
    chart = new_chart(name="方案", status="published")
    root = new_department(chart=chart, name="营销部", name_en="Marketing")
    new_department(parent=root, name="销售部", name_en="Sales")
    response = client.get("/en/方案/方案/下载/大纲.txt?范围=所见&顶层=销售部")
    assert heading(response)[1] == "Part of the chart, from Sales down: 1 of 2 departments"
