from xml.etree import ElementTree

import pytest
from hypothesis import given

from orgchart.documents import as_flow_map
from orgchart.documents.as_flow_map import Link
from orgchart.layout.flow_map import Stream, flow_map
from tests.outlines import names

SVG = "{http://www.w3.org/2000/svg}"
STREAMS = [Stream(0, 1, 5, False, True), Stream(1, 0, 9, False, False), Stream(0, 2, 1, True, True)]


def written(units=("市场部", "销售部", "财务部"), streams=STREAMS):
    drawn = flow_map(units, streams)
    text = as_flow_map.write(
        drawn,
        title="谁给谁",
        description="三个部门",
        boxes=[Link(f"/部门/{name}/", name) for name in units],
        strands=[Link("/协作/", str(one.stream.number)) for one in drawn.strands],
        language=lambda name: "en" if name.isascii() else "",
    )
    return ElementTree.fromstring(text)


def of_class(picture, name):
    return [one for one in picture.iter() if name in one.get("class", "").split()]


def test_it_says_what_it_shows():
    picture = written()
    assert picture.get("aria-label") == "谁给谁"
    assert (picture.findtext(f"{SVG}title"), picture.findtext(f"{SVG}desc")) == (
        "谁给谁",
        "三个部门",
    )


def test_boxes_and_numbers_lead_to_what_they_name():
    links = [(one.get("href"), one.findtext(f"{SVG}text")) for one in written().iter(f"{SVG}a")]
    assert links == [
        ("/部门/市场部/", "市场部"),
        ("/部门/销售部/", "销售部"),
        ("/部门/财务部/", "财务部"),
        ("/协作/", "5"),
        ("/协作/", "1"),
        ("/协作/", "9"),
    ]


@pytest.mark.parametrize(
    ("name", "number"), [("one-way", 1), ("answered", 2), ("confirmed", 2), ("unconfirmed", 1)]
)
def test_one_way_and_unconfirmed_have_classes_of_their_own(name, number):
    assert len(of_class(written(), name)) == 2 * number


def test_one_way_has_corners_where_others_are_round():
    labels = [one.find(f"{SVG}rect").get("rx") for one in written().iter(f"{SVG}a")][3:]
    assert labels == ["10", "3", "10"]


@given(names)
def test_any_name_is_text(name):
    assert len(list(written((name, "<b>&", '"'), STREAMS).iter(f"{SVG}a"))) == 6


def test_names_in_another_language_say_so():
    boxes = list(written(("Sales", "销售部", "财务部")).iter(f"{SVG}a"))[:3]
    assert [box.get("lang") for box in boxes] == ["en", None, None]
