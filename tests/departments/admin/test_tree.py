"""The departments of one chart as a tree that is dragged."""

import pytest

from departments.admin import department_tree
from departments.models import Department
from tests.departments.admin.pages import Page, address, client_of, edit
from tests.factories import new_chart, new_department, new_forest

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return client_of("editors")


def drag(client, moved, target, position):
    """Drop a department on another one; the message that the editor reads then."""
    data = {
        "cmd": "move_node",
        "cut_item": getattr(moved, "pk", moved),
        "pasted_on": getattr(target, "pk", target),
        "position": position,
    }
    assert client.post(LIST, data).status_code == 200
    return Page(client.get("/en/admin/")).messages


LIST = "/en/admin/departments/department/"


def tree(chart):
    """The names with their levels, in order."""
    rows = Department.objects.filter(chart=chart).order_by("tree_id", "lft")
    return [f"{'-' * row.level}{row.name}" for row in rows]


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("last-child", ["甲", "-乙", "-丁", "丙"]),
        ("left", ["丁", "甲", "-乙", "丙"]),
        ("right", ["甲", "-乙", "丁", "丙"]),
    ],
)
def test_a_department_goes_where_it_is_dropped(editor, position, expected):
    below = new_forest(甲={"乙": {}}, 丙={"丁": {}})
    assert drag(editor, below["丁"], below["甲"], position) == ["“丁” was moved."]
    assert tree(below["甲"].chart) == expected
    assert Department.objects.find_damage() == []


@pytest.mark.parametrize("position", ["last-child", "left", "right"])
def test_another_chart_is_refused_in_words(editor, position):
    one, other = new_department(name="甲"), new_department(name="乙")
    words = {
        "last-child": "The superior department belongs to another chart. Choose one of this chart.",
    }.get(position, "A department stays in its chart.")
    assert drag(editor, one, other, position) == [words]
    assert (tree(one.chart), tree(other.chart)) == (["甲"], ["乙"])


def test_below_itself_is_refused_in_words(editor):
    below = new_forest(甲={"乙": {}})
    message = "A department cannot be below itself or below one of its own departments."
    assert drag(editor, below["甲"], below["乙"], "last-child") == [message]
    assert tree(below["甲"].chart) == ["甲", "-乙"]


def test_a_name_that_stands_there_already_is_refused_in_words(editor):
    chart = new_chart()
    upper = new_department(chart=chart, name="甲")
    new_department(chart=chart, parent=upper, name="市场部")
    moved = new_department(chart=chart, name="市场 部")
    message = "Another department beside it has this name."
    assert drag(editor, moved, upper, "last-child") == [message]


def test_a_deleted_department_and_garbage_are_said(editor):
    one = new_department()
    gone = "One of the two departments was deleted meanwhile. Nothing was moved."
    for other in (one.pk + 1, "abc", "", "9" * 30, "١", "\0"):
        assert drag(editor, one, other, "left") == [gone]
        assert drag(editor, other, one, "left") == [gone]
    unknown = "This move was not understood. Nothing was moved."
    assert drag(editor, one, one, "first-child") == [unknown]
    assert drag(editor, one, one, "<script>") == [unknown]


def test_a_move_is_in_the_history(editor):
    below = new_forest(甲={}, 乙={})
    drag(editor, below["乙"], below["甲"], "left")
    history = editor.get(address(below["乙"], "history")).content.decode()
    assert "Changed superior department and position." in history


def test_without_a_chart_the_editor_chooses_one(editor):
    chart = new_department().chart
    page = editor.get(LIST).content.decode()
    assert f'<a href="{LIST}?chart__id__exact={chart.pk}">{chart.name}</a>' in page
    assert f'href="{LIST}add/?chart={chart.pk}"' in editor.get(LIST + "add/").content.decode()


@pytest.mark.parametrize("number", ["abc", "9" * 30, "", "1.5", "-1", "١"])
def test_a_chart_that_is_none_leads_to_the_choice(editor, number):
    new_chart(name="方案甲")
    for path in (LIST + "?chart__id__exact=", LIST + "add/?chart="):
        assert "方案甲" in editor.get(path + number, follow=True).content.decode()


def test_a_large_tree_shows_the_levels_that_fit_and_its_branches_on_request(editor, monkeypatch):
    monkeypatch.setattr(department_tree, "MOST_ROWS", 3)
    below = new_forest(甲={"乙": {"丙": {}, "丁": {}}})
    address_of_list = f"{LIST}?chart__id__exact={below['甲'].chart_id}"
    page = editor.get(address_of_list).content.decode()
    assert "2 departments lie deeper" in page
    assert f"branch={below['乙'].pk}" in page
    assert ">丙<" not in page
    branch = editor.get(f"{address_of_list}&branch={below['乙'].pk}").content.decode()
    assert ">丙<" in branch
    assert ">甲</span>" not in branch


def test_a_filtered_list_is_no_tree_to_drag(editor):
    chart = new_department(name="甲").chart
    page = editor.get(f"{LIST}?chart__id__exact={chart.pk}&q=甲").content.decode()
    assert "may-drag" not in page
    assert "drag-handle" not in page


def test_the_keyboard_moves_a_department_by_its_form(editor):
    below = new_forest(甲={"乙": {}, "丙": {}}, 丁={})
    edit(editor, below["丁"], parent=below["甲"].pk)
    assert tree(below["甲"].chart) == ["甲", "-乙", "-丙", "-丁"]
    edit(editor, Department.objects.get(name="丁"), position=1)
    assert tree(below["甲"].chart) == ["甲", "-丁", "-乙", "-丙"]


def test_a_new_department_starts_in_the_chart_that_the_address_names(editor):
    upper = new_department(name="甲")
    data = {"name": "乙", "kind": "team", "parent": upper.pk, "basis": "stated"}
    data["branch_layout"] = "inherit"
    data["placement"] = "below"
    response = editor.post(f"{LIST}add/?chart={upper.chart_id}", data)
    made = Department.objects.get(name="乙")
    assert response.headers["Location"].startswith(address(made))
    assert tree(upper.chart) == ["甲", "-乙"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "One below the other works where those below have nobody below themselves"),
        ("zh-hans", "只有下级部门自己没有下级时，“上下排列”才起作用；否则仍然并排。"),
    ],
)
def test_the_form_says_where_one_below_the_other_works(editor, language, words):
    made = address(new_department(name="甲"))
    form = made if language == "en" else made.removeprefix("/en")
    assert words in editor.get(form).content.decode()
