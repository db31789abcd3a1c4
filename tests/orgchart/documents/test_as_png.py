from orgchart.documents import as_png, as_sheet
from orgchart.layout import draw
from orgchart.views.legend import legend
from tests.orgchart.documents.covers import COVER, read_png
from tests.outlines import chart_of, unit


def picture(chart, times):
    drawing = draw(chart)
    said = legend(drawing)
    size = as_sheet.size_of(drawing, said, COVER)
    return size, read_png(as_png.write(as_sheet.write(drawing, said, COVER), times))


def test_a_picture_is_as_large_as_asked_for():
    chart = chart_of(unit("营销部"))
    for times in (1, 2, 3):
        (width, height), (across, down, _rows) = picture(chart, times)
        assert abs(across - width * times) <= 1
        assert abs(down - height * times) <= 1


def test_a_picture_is_not_blank_and_shows_each_name():
    _size, (_width, _height, empty) = picture(chart_of(unit("\u3000a")), 1)
    _size, (_width, _height, full) = picture(chart_of(unit("营销部营销部")), 1)
    assert len(set(full)) > 60
    assert full != empty


def test_dots_are_counted_before_a_picture_is_made():
    assert as_png.dots((1000.5, 500), 2) == 2001 * 1000
