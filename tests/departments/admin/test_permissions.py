"""Who may do what, for every address of every model that the admin knows."""

import pytest
from django.contrib import admin

from departments.models import Chart, Department
from roles.models import Role
from tests import factories
from tests.departments.admin.pages import address, client_of

pytestmark = pytest.mark.django_db

MAKERS = {
    "article": factories.new_article,
    "aspect": factories.new_aspect,
    "carrying": factories.new_carrying,
    "chart": factories.new_chart,
    "department": factories.new_department,
    "departmentduty": factories.new_duty,
    "emphasis": factories.new_emphasis,
    "function": factories.new_function,
    "handoff": factories.new_hand_off,
    "likeness": factories.new_likeness,
    "relation": factories.new_relation,
    "role": factories.new_role,
    "roleduty": factories.new_role_duty,
    "stage": factories.new_stage,
    "trait": factories.new_trait,
    "waiver": factories.new_waiver,
    "workingrelationship": factories.new_working_relationship,
}
OURS = {
    model._meta.model_name: model
    for model in admin.site._registry
    if model._meta.app_label in ("departments", "roles")
}
# Their rows are added on the page of the department or role that they belong to.
ADDED_ELSEWHERE = {
    "carrying",
    "departmentduty",
    "emphasis",
    "handoff",
    "likeness",
    "relation",
    "roleduty",
    "trait",
    "waiver",
}
LOGIN, REFUSED, SHOWN = 302, 403, 200


def test_every_model_of_ours_is_tried_here():
    assert set(OURS) == set(MAKERS)


def expected(name, page, group):
    if group is None:
        return LOGIN
    if page == "add" and name in ADDED_ELSEWHERE:
        return REFUSED
    if group == "viewers" and page in ("add", "delete"):
        return REFUSED
    return SHOWN


@pytest.mark.parametrize("group", [None, "viewers", "editors"])
@pytest.mark.parametrize("name", sorted(MAKERS))
def test_pages_open_only_for_those_who_may(name, group):
    record, client = MAKERS[name](), client_of(group)
    answers = {
        page: client.get(address(record, page)).status_code
        for page in ("changelist", "add", "change", "delete", "history", "choices")
    }
    assert answers == {page: expected(name, page, group) for page in answers}


@pytest.mark.parametrize("group", [None, "viewers", "nobody"])
@pytest.mark.parametrize("name", sorted(MAKERS))
def test_nothing_is_written_by_those_who_may_not(name, group, django_user_model):
    record, client = MAKERS[name](), client_of(None if group == "nobody" else group)
    if group == "nobody":
        user = django_user_model.objects.create_user("staff without rights", is_staff=True)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    before = stored()
    for page, data in {
        "add": {"name": "新", "kind": "own"},
        "change": {"name": "改", "text": "改", "opened_version": "1"},
        "delete": {"post": "yes"},
        "changelist": {
            "action": "delete_selected",
            "_selected_action": record.pk,
            "post": "yes",
        },
    }.items():
        response = client.post(address(record, page), data)
        # Who may look gets the list again, without the action.
        harmless = {SHOWN} if page == "changelist" and group == "viewers" else set()
        assert response.status_code in {LOGIN, REFUSED} | harmless, page
    assert stored() == before


def stored():
    """Everything of ours, as rows."""
    return {name: list(model._base_manager.order_by("pk").values()) for name, model in OURS.items()}


@pytest.mark.parametrize("group", [None, "viewers"])
def test_nobody_else_drags_departments(group):
    below = factories.new_forest(甲={"乙": {}}, 丙={})
    before = stored()
    data = {
        "cmd": "move_node",
        "cut_item": below["乙"].pk,
        "pasted_on": below["丙"].pk,
        "position": "last-child",
    }
    client_of(group).post(address(below["甲"], "changelist"), data)
    assert stored() == before


@pytest.mark.parametrize("group", [None, "viewers"])
@pytest.mark.parametrize("make", [factories.new_chart, factories.new_function])
def test_nobody_else_puts_lists_into_order(make, group):
    _first, second = make(position=1), make(position=2)
    before = stored()
    data = {"cmd": "place_row", "row": second.pk, "number": 1}
    client_of(group).post(address(second, "changelist"), data)
    assert stored() == before


@pytest.mark.parametrize("action", ["publish", "withdraw", "archive"])
def test_nobody_else_publishes(action):
    chart = factories.new_chart()
    data = {"action": action, "_selected_action": chart.pk}
    client_of("viewers").post(address(chart, "changelist"), data)
    assert Chart.objects.get().status == "draft"


def test_viewers_see_text_instead_of_fields_and_no_handles():
    role = factories.new_role_duty().role
    client = client_of("viewers")
    for record in (role, role.department):
        page = client.get(address(record)).content.decode()
        assert 'name="name"' not in page
        assert "opened_version" not in page
        assert 'name="duties-0-text"' not in page
    tree = f"{address(role.department, 'changelist')}?chart__id__exact={role.chart_id}"
    assert "may-drag" not in client.get(tree).content.decode()
    assert "place-row" not in client.get(address(role.chart, "changelist")).content.decode()


def test_rows_cannot_be_smuggled_in_by_viewers():
    department = factories.new_department()
    data = {"duties-TOTAL_FORMS": 1, "duties-INITIAL_FORMS": 0, "duties-0-text": "偷"}
    assert client_of("viewers").post(address(department), data).status_code == REFUSED
    assert department.duties.count() == 0


def test_who_may_not_delete_roles_may_not_delete_their_department(django_user_model):
    role = factories.new_role()
    client = client_of("editors")
    user = django_user_model.objects.get()
    group = user.groups.get()
    group.permissions.remove(group.permissions.get(codename="delete_role"))
    page = client.get(address(role.department, "delete")).content.decode()
    assert "<li>role</li>" in page
    assert client.post(address(role.department, "delete"), {"post": "yes"}).status_code == REFUSED
    assert (Department.objects.count(), Role.objects.count()) == (1, 1)
