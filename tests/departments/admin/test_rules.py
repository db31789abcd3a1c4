"""Each rule of the models is a readable message in the form or row, never a failure."""

import pytest

from departments.models import Department
from tests.departments.admin.pages import Page, added_row, address, client_of, edit, opened
from tests.factories import (
    new_aspect,
    new_chart,
    new_department,
    new_duty,
    new_forest,
    new_function,
    new_relation,
    new_stage,
    new_trait,
)

pytestmark = pytest.mark.django_db

HIDDEN = "The text has a character that cannot be shown (U+%s). Remove it."


@pytest.fixture
def editor():
    return client_of("editors")


def refusals(client, record, **changes):
    """The messages when the changes are typed into the record's form."""
    return Page(edit(client, record, **changes)).errors


def row_refusals(client, department, prefix, **values):
    """The messages when a row with these values is added to the department."""
    fields = opened(client, department)
    fields = added_row(fields, prefix, basis="stated", **values)
    return Page(edit(client, department, fields=fields)).errors


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "This field is required."),
        ("  ", "This field is required."),
        ("\u200b", "The text has no visible character. Write something or leave it empty."),
        ("市场\u202e部", HIDDEN % "202E"),
        ("市场\x07部", HIDDEN % "0007"),
        ("市场\n部", "Write this on one line."),
        ("部" * 201, "Ensure this value has at most 200 characters (it has 201)."),
        ("市场\0部", "Null characters are not allowed."),
    ],
)
def test_a_bad_name_is_refused(editor, name, message):
    assert refusals(editor, new_department(), name=name) == [message]


def test_a_megabyte_of_name_is_refused(editor):
    errors = refusals(editor, new_department(), name="x" * 1_000_000)
    assert errors == ["Ensure this value has at most 200 characters (it has 1000000)."]


def test_a_twin_beside_it_is_refused(editor):
    below = new_forest(市场部={}, 销售部={})
    message = "Another department beside it has this name."
    assert refusals(editor, below["销售部"], name="市场 部") == [message]


def test_a_department_below_itself_is_refused(editor):
    below = new_forest(甲={"乙": {}})
    message = "A department cannot be below itself or below one of its own departments."
    assert refusals(editor, below["甲"], parent=below["乙"].pk) == [message]
    assert refusals(editor, below["甲"], parent=below["甲"].pk) == [message]


def test_a_level_too_many_is_refused(editor):
    lowest = new_department()
    for _level in range(29):
        lowest = new_department(parent=lowest)
    beside = new_department(chart=lowest.chart)
    message = "The chart would have more than 30 levels. Choose a superior department higher up."
    assert refusals(editor, beside, parent=lowest.pk) == [message]


def test_a_superior_deleted_meanwhile_is_refused(editor):
    below = new_forest(甲={}, 乙={})
    number = below["甲"].pk
    below["甲"].delete()
    message = "Select a valid choice. That choice is not one of the available choices."
    assert refusals(editor, below["乙"], parent=number) == [message]


def test_an_address_taken_or_unreadable_is_refused(editor):
    below = new_forest(甲={}, 乙={})
    taken = refusals(editor, below["乙"], slug=below["甲"].slug)
    assert taken == ["Department with this Chart and Address already exists."]
    bad = refusals(editor, below["乙"], slug="a/b")
    assert bad == ["Use letters, digits, hyphens and underscores only."]


@pytest.mark.parametrize("value", ["-1", "1.5", "abc", "9" * 30])
def test_a_number_that_is_none_is_refused(editor, value):
    department = new_department()
    assert len(refusals(editor, department, headcount=value)) == 1
    assert Department.objects.get().headcount is None


def test_a_chart_is_never_changed_in_a_form(editor):
    department, other = new_department(), new_chart()
    edit(editor, department, chart=other.pk, name="甲")
    assert Department.objects.get().chart_id == department.chart_id


def test_two_charts_of_one_address_are_refused(editor):
    first, second = new_chart(), new_chart()
    assert refusals(editor, second, slug=first.slug) == ["Chart with this Address already exists."]


@pytest.mark.parametrize("make", [new_function, new_stage, new_aspect])
def test_two_library_records_of_one_name_are_refused(editor, make):
    first, second = make(name="定价"), make(name="渠道")
    errors = refusals(editor, second, name=first.name)
    kind = first._meta.verbose_name
    assert [one.lower() for one in errors] == [f"constraint “{kind}_name_unique” is violated."] or (
        errors == [f"{str(kind).capitalize()} with this Name already exists."]
    )


def test_a_hand_off_to_itself_is_refused(editor):
    department = new_department()
    errors = row_refusals(editor, department, "given", text="甲", receiver=department.pk)
    assert errors == ["A department cannot hand over to itself. Choose another."]


def test_a_hand_off_from_itself_is_refused(editor):
    department = new_department()
    errors = row_refusals(editor, department, "received", text="甲", giver=department.pk)
    assert errors == ["A department cannot hand over to itself. Choose another."]


def test_a_relation_to_itself_is_refused(editor):
    department = new_department()
    values = {"kind": "guides", "to_department": department.pk}
    errors = row_refusals(editor, department, "relations_from", **values)
    assert errors == ["A department has no relation to itself. Choose another."]


def test_a_relation_twice_is_refused(editor):
    relation = new_relation()
    values = {"kind": "guides", "to_department": relation.to_department_id}
    errors = row_refusals(editor, relation.from_department, "relations_from", **values)
    assert "This relation is already there." in errors[0]


def test_a_trait_twice_is_refused(editor):
    trait = new_trait()
    values = {"aspect": trait.aspect_id, "text": "另一种"}
    errors = row_refusals(editor, trait.department, "traits", **values)
    assert "This department already has a trait in this aspect." in errors[0]


def test_an_emphasis_of_another_departments_duty_is_refused(editor):
    department, duty = new_department(), new_duty()
    values = {"stage": new_stage().pk, "duty": duty.pk, "text": "强调"}
    errors = row_refusals(editor, department, "emphases", **values)
    assert errors == ["This duty belongs to another department. Choose one of this department."]


def test_a_row_with_a_hidden_character_is_refused(editor):
    errors = row_refusals(editor, new_department(), "duties", text="定\u202e价", involvement="lead")
    assert errors == [HIDDEN % "202E"]


@pytest.mark.parametrize("field", ["involvement", "basis"])
def test_a_choice_that_is_none_is_refused(editor, field):
    duty = new_duty()
    errors = refusals(editor, duty, **{field: "evil"})
    assert errors == ["Select a valid choice. evil is not one of the available choices."]


def test_a_duty_of_a_department_elsewhere_is_refused(editor):
    duty, foreign = new_duty(), new_department()
    message = "It stays in its chart. To have it in another chart, add it there."
    assert refusals(editor, duty, department=foreign.pk) == [message]


@pytest.mark.parametrize(
    "garbage",
    [
        {"duties-TOTAL_FORMS": ""},
        {"duties-TOTAL_FORMS": "abc"},
        {"duties-INITIAL_FORMS": "9"},
        {"duties-0-id": "abc"},
        {"duties-0-id": "9" * 30},
        {"duties-0-position": "abc"},
        {"duties-0-position": "-5"},
        {"duties-0-position": "9" * 30},
        {"duties-0-opened_version": "\0"},
        {"opened_version": "9" * 5000},
    ],
)
def test_garbage_in_hidden_fields_never_breaks_the_page(editor, garbage):
    duty = new_duty()
    response = edit(editor, duty.department, **garbage)
    assert response.status_code == 200
    assert duty.department.duties.count() >= 1


@pytest.mark.parametrize(
    "query",
    [
        "?p=abc",
        "?p=99999999999999999999",
        "?o=evil",
        "?q=" + "a+" * 500,
        "?kind__exact=evil",
        "?chart__id__exact=abc&branch=abc",
        "?branch=9999999999999999999999",
        "?basis__exact=",
        "?unknown=1",
        "?parent__id__exact=abc",
        "?department__id__exact=abc",
        "?all=",
        "?_facets=True",
        "?e=1",
        "?_popup=1",
        "?_to_field=password",
        "?id__in=" + "9" * 30,
        "?name__regex=(",
        "?id__exact=" + "9" * 30,
    ],
)
@pytest.mark.parametrize("make", [new_chart, new_department, new_function, new_duty])
def test_garbage_in_the_address_of_a_list_never_fails(editor, make, query):
    response = editor.get(address(make(), "changelist") + query)
    assert response.status_code in (200, 302, 400)


@pytest.mark.parametrize("number", ["abc", "9" * 30, "-1", "١"])
def test_a_chosen_row_that_cannot_be_is_a_400(editor, number):
    data = {"action": "delete_selected", "_selected_action": number}
    assert editor.post(address(new_chart(), "changelist"), data).status_code == 400


@pytest.mark.parametrize("number", ["abc", "9" * 30, "0", "-1", "1.5", "١", "None"])
@pytest.mark.parametrize("page", ["change", "delete", "history"])
def test_a_record_that_is_not_there_is_said(editor, number, page):
    new_department()
    path = f"/en/admin/departments/department/{number}/{page}/"
    response = editor.get(path, follow=True)
    assert response.status_code == 200
    assert len(Page(response).messages) == 1
