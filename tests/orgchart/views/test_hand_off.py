from urllib.parse import unquote

import pytest

from orgchart.views import hand_off as view
from orgchart.views import hand_off_pictures
from orgchart.views.pairs import flows
from tests.factories import new_chart, new_department, new_forest, new_hand_off
from tests.orgchart.views.hand_offs import S1, listed, numbers, page, text_of
from tests.seeding import load_seed

pytestmark = pytest.mark.django_db


@pytest.fixture
def units():
    return new_forest(chart=new_chart(status="published", slug="c"), 甲={"丙": {}}, 乙={})


def test_hand_offs_stand_by_pair_with_the_way_back_beside(client, seed):
    response = client.get(S1)
    assert listed(response) == [
        ("营销部", "财务部", 1, None),
        ("营销部", "技术中心", 3, None),
        ("营销部", "综合办", 2, None),
        ("市场部", "销售部", 5, 9),
    ]
    assert "20 项协作，涉及 4 对部门" in text_of(response)
    assert text_of(response).count('<span class="one-way">只有单向</span>') == 3


def test_items_are_numbered_within_their_direction(client, seed):
    pair = client.get(S1).context["pairs"][3]
    assert [item.number for item in pair.there.items] == [1, 2, 3, 4, 5]
    assert [item.number for item in pair.back.items] == list(range(1, 10))


def test_the_matrix_has_a_row_and_a_column_for_all_that_take_part(client, seed):
    response = client.get(S1)
    none, self, open_end = "none", "self", "unanswered"
    assert numbers(response) == [
        ("营销部", [self, none, none, 1, 3, 2], 6),
        ("市场部", [none, self, 5, none, none, none], 5),
        ("销售部", [none, 9, self, none, none, none], 9),
        ("财务部", [open_end, none, none, self, none, none], 0),
        ("技术中心", [open_end, none, none, none, self, none], 0),
        ("综合办", [open_end, none, none, none, none, self], 0),
    ]
    assert [number for _unit, number, _address in response.context["sums"]] == [0, 9, 5, 1, 3, 2]
    assert text_of(response).count("</span> 单向</a>") == 3


def test_cells_lead_to_their_pairs_and_each_direction_has_an_anchor(client, seed):
    text = unquote(text_of(client.get(S1)))
    for giver, receiver in (("营销部", "财务部"), ("市场部", "销售部"), ("销售部", "市场部")):
        assert f'aria-label="{giver}提供给{receiver}：' in text
        assert f'href="{S1}{giver}/{receiver}/"' in text
        assert text.count(f'id="{giver}-{receiver}"') == 1
    assert f'href="{S1}财务部/营销部/"' in text


def test_sums_lead_to_what_they_count(client, seed):
    response = client.get(S1)
    (giver,) = [address for row, address in response.context["rows"] if row.giver.name == "市场部"]
    found = client.get(f"{S1}{giver}")
    assert listed(found) == [("市场部", "销售部", 5, None)]
    assert "只看市场部提供的协作。" in text_of(found)
    (receiver,) = [one[2] for one in response.context["sums"] if one[0].name == "市场部"]
    assert listed(client.get(f"{S1}{receiver}")) == [("销售部", "市场部", 9, None)]


def test_a_table_that_would_be_too_wide_keeps_the_busiest_and_says_so(client, monkeypatch, seed):
    monkeypatch.setattr(view, "WIDEST", 4)
    response = client.get(S1)
    assert [name for name, _cells, _total in numbers(response)] == [
        "营销部",
        "市场部",
        "销售部",
        "技术中心",
    ]
    assert "另有 2 个协作较少的部门未列出" in text_of(response)


def test_a_long_list_has_pages_that_keep_what_is_chosen(client, monkeypatch, seed):
    monkeypatch.setattr(view, "PAGE_SIZE", 2)
    listed_of_all = [
        ("营销部", "财务部", 1, None),
        ("营销部", "技术中心", 3, None),
        ("营销部", "综合办", 2, None),
        ("市场部", "销售部", 5, 9),
    ]
    first = client.get(f"{S1}?看=未确认")
    assert "?看=%E6%9C%AA%E7%A1%AE%E8%AE%A4&amp;页=2" in text_of(first)
    second = client.get(f"{S1}?看=未确认&页=2")
    assert [*listed(first), *listed(second)] == listed_of_all
    assert "table" not in second.context


def test_a_long_direction_is_cut_and_leads_to_its_page(client, monkeypatch, seed):
    monkeypatch.setattr(view, "MOST_LISTED", 3)
    text = text_of(client.get(S1))
    assert "另有 2 项未在此列出" in text
    assert "另有 6 项未在此列出" in text
    assert "9 项</span>" in text


def test_deliverables_are_listed_where_an_item_is_made_of_several(client, seed):
    text = text_of(client.get(S1))
    assert "<li>终端活化状况的检查与沟通</li>" in text
    assert text.count('class="deliverables"') == 2


def test_what_all_items_share_is_said_once(client, seed):
    text = text_of(client.get(S1))
    assert text.count("说明、培训、研讨") == 1
    assert "<dt>频次" not in text
    assert "<dt>时限" not in text


def test_what_differs_is_said_at_each_item(client, units):
    for place, medium in enumerate(["邮件", "会议", ""]):
        new_hand_off(
            giver=units["甲"], receiver=units["乙"], medium=medium, position=place, deadline="月底"
        )
    text = text_of(page(client))
    words = ("邮件", "会议", "月底", "<dt>方式")
    assert [text.count(word) for word in words] == [1, 1, 1, 2]


def test_confirmations_stand_at_the_items_only_once_there_is_one(client, units):
    first = new_hand_off(giver=units["甲"], receiver=units["乙"])
    new_hand_off(giver=units["甲"], receiver=units["乙"], position=1)
    assert 'class="confirmation' not in text_of(page(client))
    first.confirmed_by_giver = True
    first.save()
    text = text_of(page(client))
    assert "仅提供方已确认" in text
    assert "双方均未确认" in text


def test_anchors_stay_apart_where_hyphens_make_two_pairs_alike(client):
    chart = new_chart(status="published", slug="c")
    units = [new_department(chart=chart, name=name) for name in ("a-b", "c", "a", "b-c")]
    hand_offs = [
        new_hand_off(giver=units[0], receiver=units[1]),
        new_hand_off(giver=units[2], receiver=units[3]),
    ]
    assert [flow.anchor for flow in flows(hand_offs)] == ["a-b-c", "a-b-c-2"]
    pairs = client.get("/方案/c/协作/").context["pairs"]
    assert [pair.there.anchor for pair in pairs] == ["a-b-c", "a-b-c-2"]


def test_the_picture_shows_every_flow_and_names_what_it_draws(client, seed):
    picture = client.get(S1).context["picture"]
    assert picture["svg"].count('<a class="box"') == 6
    assert picture["svg"].count('<a class="strand one-way unconfirmed"') == 3
    assert picture["svg"].count('<a class="strand answered unconfirmed"') == 2
    assert 'aria-label="市场部提供给销售部 5 项 · 5 项未经双方确认"' in picture["svg"]
    named = {name: picture[name] for name in ("answered", "one_way", "confirmed", "unconfirmed")}
    assert named == {"answered": True, "one_way": True, "confirmed": False, "unconfirmed": True}


def test_a_picture_of_too_many_flows_keeps_the_strongest_and_says_so(client, monkeypatch, seed):
    monkeypatch.setattr(hand_off_pictures, "MOST_BOXES", 2)
    response = client.get(S1)
    assert response.context["picture"]["svg"].count('<a class="box"') == 2
    assert "另有 3 个方向因项数较少未画出" in text_of(response)


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 6), ("?部门=人力资源部", 0), ("?部门=市场部", 4), ("?分支=营销部", 6), ("?看=单向", 6)],
)
def test_relations_are_filtered_like_the_hand_offs(client, seed, query, number):
    response = client.get(f"{S1}{query}")
    assert len(response.context["relations"]) == number
    assert ('id="relations"' in text_of(response)) == bool(number)


def test_relations_stand_below(client, seed):
    response = client.get(S1)
    assert [str(one.from_department) for one in response.context["relations"]] == [
        "市场部",
        "市场部",
        "营销决策委员会",
        "营销决策委员会",
        "营销决策委员会",
        "营销决策委员会",
    ]
    assert "评估考核" in text_of(response)


def test_a_chart_without_hand_offs_teaches_the_next_step(client, admin_client, seed):
    address = "/方案/供销部型/协作/"
    assert "没有说明部门之间交接什么" in text_of(client.get(address))
    text = text_of(admin_client.get(address))
    assert "添加第一项协作" in text
    link = text.partition('<a class="button primary" href="')[2].partition('"')[0]
    assert admin_client.get(link).status_code == 200


def test_markup_in_a_hand_off_is_shown_as_text(client, units):
    new_hand_off(
        giver=units["甲"],
        receiver=units["乙"],
        text="<script>1</script>",
        deliverables="<b>一</b>\n二",
    )
    for address in ("/方案/c/协作/", "/方案/c/协作/甲/乙/"):
        text = text_of(client.get(address))
        assert "<li>&lt;b&gt;一&lt;/b&gt;</li>" in text
        assert "<script>1" not in text


def test_the_page_reads_in_english(client, db):
    load_seed()
    text = text_of(client.get(f"/en{S1}?看=单向"))
    assert "Only: one way only." in text
    assert "Sum" in text
