"""An editor with a real browser: drag, type, keyboard; and nothing that the policy blocks."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from playwright.sync_api import expect

from departments.models import Department, DepartmentDuty, Function
from tests.browser.charts import follow, until
from tests.departments.admin.pages import client_of, group_named
from tests.factories import new_duty, new_forest, new_function, new_role_duty

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PASSWORD = "long-enough-for-a-test"


@pytest.fixture
def editor(page, live_server, complaints):
    """A browser in which an editor is logged in."""
    cookie = client_of("editors").cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    page.base = f"{live_server.url}/en/admin"
    return page


def open_tree(editor, chart):
    """Open the departments of a chart, and wait for the script with which rows are dragged."""
    editor.goto(f"{editor.base}/departments/department/?chart__id__exact={chart.pk}")
    editor.wait_for_selector("#result_list tbody tr[tabindex='0']")


def tree(chart):
    rows = Department.objects.filter(chart=chart).order_by("tree_id", "lft")
    return [f"{'-' * row.level}{row.name}" for row in rows]


def test_an_editor_logs_in_and_reads_the_first_page_in_both_languages(
    page, live_server, complaints
):
    user = User.objects.create_user("editor", password=PASSWORD, is_staff=True)
    user.groups.add(group_named("editors"))
    page.goto(f"{live_server.url}/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    follow(page, page.locator("[type=submit]"))
    assert page.text_content("h1") == "要编辑什么？"
    follow(page, page.locator("text=English"))
    assert page.text_content("h1") == "What would you like to edit?"
    follow(page, page.locator("text=中文"))
    assert page.text_content("h1") == "要编辑什么？"


def test_no_department_looks_chosen_before_anybody_chose(editor):
    below = new_forest(甲={}, 乙={})
    open_tree(editor, below["甲"].chart)
    until(editor, lambda: editor.evaluate("document.activeElement.tagName") == "BODY")
    rows = editor.locator("#result_list tbody tr")
    colours = [
        row.evaluate("row => { row.focus(); return getComputedStyle(row).backgroundColor }")
        for row in rows.all()
    ]
    assert colours == ["rgb(255, 255, 255)"] * 2


def test_the_fields_of_a_row_begin_at_one_line(editor):
    duty = new_role_duty()
    editor.goto(f"{editor.base}/roles/role/{duty.role_id}/change/".replace("/en/", "/"))
    places = editor.evaluate(
        """["text", "carried", "heading"].map(name => {
            const label = document.querySelector(`#duties-0 label[for=id_duties-0-${name}]`);
            return Math.round(label.getBoundingClientRect().right);
        })"""
    )
    assert len(set(places)) == 1


def test_a_department_is_dragged_into_another(editor):
    below = new_forest(甲={}, 乙={}, 丙={})
    chart = below["甲"].chart
    open_tree(editor, chart)
    row = editor.locator("#result_list tbody tr")
    start = row.nth(2).locator(".drag-handle").bounding_box()
    goal = row.nth(0).bounding_box()
    editor.mouse.move(start["x"] + 8, start["y"] + 8)
    editor.mouse.down()
    editor.mouse.move(goal["x"] + 200, goal["y"] + goal["height"] / 2 + 20, steps=4)
    editor.mouse.move(goal["x"] + 200, goal["y"] + goal["height"] / 2, steps=4)
    with editor.expect_navigation():
        editor.mouse.up()
    assert "“丙” was moved." in editor.text_content(".messagelist")
    assert tree(chart) == ["甲", "-丙", "乙"]


def test_a_department_is_moved_by_keyboard(editor):
    below = new_forest(甲={}, 乙={})
    chart = below["甲"].chart
    editor.goto(f"{editor.base}/departments/department/{below['乙'].pk}/change/")
    editor.focus(".field-parent .select2-selection")
    editor.keyboard.press("Enter")
    editor.keyboard.type("甲")
    editor.wait_for_selector(".select2-results__option--highlighted:has-text('甲')")
    editor.keyboard.press("Enter")
    editor.keyboard.press("Tab")
    with editor.expect_navigation():
        editor.press("#id_name", "Enter")
    assert tree(chart) == ["甲", "-乙"]


def test_a_duty_is_edited_sorted_by_buttons_and_added(editor):
    department = new_duty(text="甲", position=1).department
    new_duty(department=department, text="乙", position=2)
    editor.goto(f"{editor.base}/departments/department/{department.pk}/change/")
    editor.fill("#id_duties-0-text", "甲改")
    editor.locator("#duties-1 .place-button").first.focus()
    editor.keyboard.press("Enter")
    assert editor.evaluate("document.activeElement.title") == "Move up"
    editor.click("#duties-group .add-row a")
    editor.fill("#id_duties-2-text", "丙")
    with editor.expect_navigation():
        editor.click("[name=_continue]")
    assert numbered() == ["1 乙", "2 甲改", "3 丙"]


def test_a_duty_is_dragged_to_another_place(editor):
    department = new_duty(text="甲", position=1).department
    for place, text in enumerate("乙丙", start=2):
        new_duty(department=department, text=text, position=place)
    editor.set_viewport_size({"width": 1200, "height": 2400})
    editor.goto(f"{editor.base}/departments/department/{department.pk}/change/")
    editor.drag_and_drop("#duties-2 .grip", "#duties-0", target_position={"x": 100, "y": 5})
    expect(editor.locator(".dragged")).to_have_count(0)
    with editor.expect_navigation():
        editor.click("[name=_continue]")
    assert numbered() == ["1 丙", "2 甲", "3 乙"]


def test_a_new_row_that_was_sorted_in_and_removed_again_does_no_harm(editor):
    department = new_duty(text="甲", position=1).department
    new_duty(department=department, text="乙", position=2)
    editor.goto(f"{editor.base}/departments/department/{department.pk}/change/")
    for number in (2, 3):
        editor.click("#duties-group .add-row a")
        editor.fill(f"#id_duties-{number}-text", f"新{number}")
    for _step in range(2):
        editor.locator("#duties-3 .place-button").first.click()
    editor.click("#duties-2 .inline-deletelink")
    with editor.expect_navigation():
        editor.click("[name=_continue]")
    assert numbered() == ["1 甲", "2 新3", "3 乙"]


def test_a_list_is_put_into_order_by_button_and_by_drag(editor):
    for place, name in enumerate("甲乙丙", start=1):
        new_function(name=name, position=place)
    editor.goto(f"{editor.base}/departments/function/")
    with editor.expect_navigation():
        editor.locator("tr", has_text="丙").locator(".place-button").first.press("Enter")
    assert names() == "甲丙乙"
    with editor.expect_navigation():
        editor.drag_and_drop("tr:has-text('乙') .grip", "tr:has-text('甲')")
    assert names() == "乙甲丙"


def numbered():
    return [f"{row.position} {row.text}" for row in DepartmentDuty.objects.order_by("position")]


def names():
    return "".join(one.name for one in Function.objects.order_by("position"))
