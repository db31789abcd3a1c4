import pytest

from tests.factories import new_chart, new_forest, new_hand_off
from tests.orgchart.views.hand_offs import S1, listed, numbers, page, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def units():
    return new_forest(chart=new_chart(status="published", slug="c"), 甲={"丙": {}}, 乙={})


def test_what_runs_one_way_is_not_confirmed_or_not_said_is_counted_and_shown_alone(client, seed):
    views = client.get(S1).context["views"]
    assert [(one["name"], one["number"]) for one in views] == [
        ("单向", 3),
        ("未确认", 20),
        ("未说明方式", 15),
        ("未说明频次", 20),
        ("未说明时限", 20),
    ]
    for one in views:
        found = client.get(f"{S1}{one['address']}").context["summary"]
        assert one["number"] == (found.one_way if one["name"] == "单向" else found.items)


def test_items_of_a_view_keep_their_numbers(client, units):
    for place in range(3):
        new_hand_off(giver=units["甲"], receiver=units["乙"], position=place, text=f"第{place}")
    units["甲"].given.filter(position=1).update(confirmed_by_giver=True, confirmed_by_receiver=True)
    (pair,) = page(client, "?看=未确认").context["pairs"]
    assert [(item.number, item.text) for item in pair.there.items] == [(1, "第0"), (3, "第2")]


def test_every_department_can_have_a_row(client, units):
    new_hand_off(giver=units["甲"], receiver=units["乙"])
    assert [name for name, _cells, _total in numbers(page(client))] == ["甲", "乙"]
    assert [name for name, _cells, _total in numbers(page(client, "?看=全部"))] == [
        "甲",
        "丙",
        "乙",
    ]


def test_a_department_or_a_branch_limits_what_is_shown(client, units):
    new_hand_off(giver=units["丙"], receiver=units["乙"])
    new_hand_off(giver=units["乙"], receiver=units["甲"])
    assert len(listed(page(client, "?部门=甲"))) == 1
    assert len(listed(page(client, "?部门=丙"))) == 1
    response = page(client, "?分支=甲")
    assert len(listed(response)) == 2
    assert "只看甲及其下级部门提供或接收的协作" in text_of(response)
    assert len(listed(page(client, "?分支=丙&部门=甲"))) == 0


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?部门=火箭部", "这个方案里没有叫“火箭部”的部门，现显示全部。"),
        ("?分支=%3Cb%3E", "这个方案里没有叫“&lt;b&gt;”的部门，现显示全部。"),
        ("?看=一切", "没有这种查看方式，现显示全部协作。"),
        ("?提供方=" + "长" * 300, "现显示全部。"),
    ],
)
def test_what_there_is_not_is_said_and_all_is_shown(client, units, query, sentence):
    new_hand_off(giver=units["甲"], receiver=units["乙"])
    response = page(client, query)
    assert sentence in text_of(response)
    assert len(listed(response)) == 1


def test_departments_are_found_by_every_name(client, units):
    units["甲"].name_en, units["甲"].aliases = "First Unit", "业务部、一部"
    units["甲"].save()
    new_hand_off(giver=units["甲"], receiver=units["乙"])
    for name in ("甲", "first unit", "业务部", "一部", " 甲 "):
        assert page(client, f"?部门={name}").context["choice"].named["部门"].name == "甲"


def test_empty_values_choose_nothing(client, units):
    new_hand_off(giver=units["甲"], receiver=units["乙"])
    assert page(client, "?部门=&分支=&看=").context["choice"].query == "?"


def test_two_values_of_one_name_are_refused(client, units):
    assert client.get("/方案/c/协作/?看=单向&看=未确认").status_code == 400
    assert client.get("/方案/c/协作/?页=2").status_code == 404


def test_a_view_without_items_leads_back(client, units):
    new_hand_off(giver=units["甲"], receiver=units["乙"])
    new_hand_off(giver=units["乙"], receiver=units["甲"])
    response = page(client, "?看=单向")
    assert "没有符合条件的协作" in text_of(response)
    assert listed(response) == []
