from io import BytesIO
from urllib.parse import unquote

import openpyxl
import pytest

from tests.factories import new_chart, new_forest, new_hand_off
from tests.orgchart.views.handbook import write_handbook

pytestmark = pytest.mark.django_db

S1 = "/方案/营销部统辖制/下载/协作.xlsx"


def sheets(response):
    assert response.status_code == 200
    book = openpyxl.load_workbook(BytesIO(response.content))
    return [
        [[cell.value for cell in line] for line in sheet.iter_rows()] for sheet in book.worksheets
    ]


def test_the_file_reads_like_the_page(client, seed):
    response = client.get(S1)
    matrix, items = sheets(response)
    assert "营销部统辖制-协作-v" in unquote(response["Content-Disposition"])
    assert [line[0] for line in matrix[:4]] == [
        "谁向谁交接什么",
        matrix[1][0],
        "20 项协作，涉及 4 对部门",
        "协作项数：行为提供方，列为接收方。",
    ]
    assert matrix[5:] == [
        [None, "营销部", "市场部", "销售部", "财务部", "技术中心", "综合办", "合计"],
        ["营销部", "—", None, None, 1, 3, 2, 6],
        ["市场部", None, "—", 5, None, None, None, 5],
        ["销售部", None, 9, "—", None, None, None, 9],
        ["财务部", "← 单向", None, None, "—", None, None, 0],
        ["技术中心", "← 单向", None, None, None, "—", None, 0],
        ["综合办", "← 单向", None, None, None, None, "—", 0],
        ["合计", 0, 9, 5, 1, 3, 2, 20],
    ]
    assert len(items) == 5 + 20


def test_every_item_says_what_is_known_and_what_is_not(client, seed):
    _matrix, items = sheets(client.get(S1))
    heads, *lines = items[4:]
    (line,) = [one for one in lines if one[:3] == ["市场部", "销售部", 2]]
    assert dict(zip(heads, line, strict=True)) == {
        "提供方": "市场部",
        "接收方": "销售部",
        "序号": 2,
        "协作事项": "促销/公关活动计划与安排；终端活化状况的检查与沟通",
        "交付物": "促销/公关活动计划与安排\n终端活化状况的检查与沟通",
        "方式": "说明、培训、研讨",
        "频次": "未说明",
        "时限": "未说明",
        "职能": "市场企划",
        "确认": "双方均未确认",
        "往来": "双向",
        "出处": "A1 第十节a 第 2 项 · 明示",
    }


def test_the_file_obeys_the_query_of_the_page(client, seed):
    response = client.get(f"{S1}?看=单向&部门=技术中心")
    matrix, items = sheets(response)
    assert "协作-技术中心-单向-v" in unquote(response["Content-Disposition"])
    assert [line[0] for line in matrix[2:5]] == [
        "3 项协作，涉及 1 对部门",
        "部门：技术中心",
        "只有单向",
    ]
    assert len(items) == 7 + 3


def test_each_state_of_confirmation_is_named(client):
    units = new_forest(chart=new_chart(status="published", slug="c"), 甲={}, 乙={})
    for giver, receiver in [(1, 1), (1, 0), (0, 1), (0, 0)]:
        new_hand_off(
            giver=units["甲"],
            receiver=units["乙"],
            confirmed_by_giver=giver,
            confirmed_by_receiver=receiver,
            text="=1+1",
        )
    _matrix, items = sheets(client.get("/方案/c/下载/协作.xlsx"))
    assert [line[9] for line in items[5:]] == [
        "双方已确认",
        "仅提供方已确认",
        "仅接收方已确认",
        "双方均未确认",
    ]
    assert items[-1][3] == "=1+1"


def test_an_empty_chart_has_an_empty_file(client):
    new_chart(status="published", slug="c")
    matrix, _items = sheets(client.get("/方案/c/下载/协作.xlsx"))
    assert matrix[-1][:2] == ["合计", 0]


def test_a_draft_is_found_by_nobody_else(client, admin_client):
    new_chart(slug="c")
    assert client.get("/方案/c/下载/协作.xlsx").status_code == 404
    assert admin_client.get("/方案/c/下载/协作.xlsx").status_code == 200


@pytest.mark.parametrize("size", [1, 3, 300])
def test_a_file_costs_the_same_at_any_size(client, size, django_assert_num_queries):
    write_handbook(size)
    # charts, departments, hand-offs, functions
    with django_assert_num_queries(4):
        client.get("/方案/g/下载/协作.xlsx")
