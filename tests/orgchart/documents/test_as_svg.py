from xml.etree import ElementTree

from django.utils.translation import override
from hypothesis import given, settings

from orgchart.documents import as_svg
from orgchart.layout import Style, draw
from tests.outlines import chart_of, charts, hand_off, role, unit

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</text><script>alert(1)</script>" onload="x'


def drawn(chart, **values):
    return ElementTree.fromstring(as_svg.write(draw(chart), title="图", **values))


def texts(svg, kind):
    return [text.text for text in svg.iter(f"{SVG}text") if text.get("class") == kind]


def test_names_missions_and_counts_are_real_text():
    svg = drawn(chart_of(unit("市场部", mission="制定策略", duty_count=15, role_count=8)))
    assert texts(svg, "name") == ["市场部"]
    assert texts(svg, "mission") == ["制定策略"]
    with override("zh-hans"):
        svg = drawn(chart_of(unit("市场部", duty_count=15, role_count=8)))
    assert texts(svg, "counts") == ["15 项职责 · 8 个岗位"]


def test_counts_of_nothing_are_left_out():
    assert texts(drawn(chart_of(unit("市场部"))), "counts") == []


def test_a_card_links_to_the_address_it_is_given():
    svg = drawn(chart_of(unit("市场部")), address=lambda one: f"/部门/{one.slug}/?a=1&b=2")
    assert [link.get("href") for link in svg.iter(f"{SVG}a")] == ["/部门/市场部/?a=1&b=2"]


def test_the_drawing_has_a_title_of_its_own():
    assert drawn(chart_of(unit("市场部"))).find(f"{SVG}title").text == "图"


def test_hostile_names_stay_text():
    svg = drawn(chart_of(unit(HOSTILE, mission=HOSTILE)))
    assert [element.tag for element in svg.iter() if element.tag.endswith("script")] == []
    assert "".join(texts(svg, "name")).startswith("</text><script>")


def test_a_marked_department_is_set_off():
    svg = drawn(chart_of(unit("甲"), unit("乙")), marked="乙")
    assert [
        one.get("class") for one in svg.iter(f"{SVG}g") if "marked" in one.get("class", "")
    ] == ["card department marked"]


def test_arrows_carry_their_numbers():
    chart = chart_of(unit("根", unit("甲"), unit("乙")), hand_offs=(hand_off("甲", "乙"),))
    arrows = [one for one in drawn(chart).iter(f"{SVG}g") if one.get("class") == "arrow there"]
    assert [arrow.find(f"{SVG}text").text for arrow in arrows] == ["1"]


def test_roles_stand_with_the_number_of_their_duties():
    chart = chart_of(unit("市场部", roles=(role("经理", 13), role("助理", 0))))
    svg = ElementTree.fromstring(as_svg.write(draw(chart, Style(with_roles=True)), title="图"))
    assert texts(svg, "role") == ["经理", "助理"]
    assert texts(svg, "role-count") == ["13"]


def test_a_badge_opens_what_is_closed_and_closes_what_is_open():
    chart = chart_of(unit("营销部", unit("市场部", descendant_count=7)))
    svg = drawn(chart, toggle=lambda card: f"?{card.department.slug}")
    badges = [one for one in svg.iter(f"{SVG}a") if one.get("class") == "toggle"]
    assert [(one.get("href"), one.find(f"{SVG}text").text) for one in badges] == [
        ("?营销部", "−"),
        ("?市场部", "+7"),
    ]
    with override("zh-hans"):
        svg = drawn(chart, toggle=lambda card: "?")
    assert [one.get("aria-label") for one in svg.iter(f"{SVG}a")] == [
        "收起营销部",
        "展开市场部：下面有 7 个部门",
    ]


def test_a_file_has_a_description_and_a_stylesheet_of_its_own():
    svg = drawn(chart_of(unit("市场部")), description="共 1 个部门", style=".name{fill:red}")
    assert svg.find(f"{SVG}desc").text == "共 1 个部门"
    assert svg.find(f"{SVG}style").text == ".name{fill:red}"


def test_vertical_names_stand_letter_by_letter_and_stay_one_text():
    svg = ElementTree.fromstring(
        as_svg.write(draw(chart_of(unit("根", unit("市场部"))), Style(vertical=True)), title="图")
    )
    (name,) = [one for one in svg.iter(f"{SVG}text") if len(one)]
    assert "".join(name.itertext()) == "市场部"


@settings(max_examples=40, deadline=None)
@given(charts(most=30))
def test_any_chart_is_well_formed_and_shows_every_department(chart):
    svg = ElementTree.fromstring(as_svg.write(draw(chart), title="图"))
    cards = [one for one in svg.iter(f"{SVG}g") if one.get("class", "").startswith("card ")]
    assert len(cards) == len(list(chart.walk()))


def test_a_sign_stands_on_its_card_and_the_others_stand_back():
    chart = chart_of(unit("营销部", unit("市场部"), key="top"))
    plain, lens = drawn(chart), drawn(chart, signs={"市场部": ("★ 4", "侧重 4 项 <职责>")})
    assert (plain.get("class"), lens.get("class")) == ("drawing", "drawing lens")
    [card] = [one for one in lens.iter() if one.get("class") == "leads"]
    assert [text.text for text in card.iter() if text.tag.endswith("text")] == ["市场部", "★ 4"]
    assert [one.text for one in card.iter() if one.tag.endswith("title")] == [
        "市场部",
        "侧重 4 项 <职责>",
    ]


def test_without_a_sign_for_anybody_the_drawing_is_as_ever():
    chart = chart_of(unit("营销部"))
    assert as_svg.write(draw(chart), title="图", signs={}) == as_svg.write(draw(chart), title="图")
