"""What is not published is nowhere in the API, for nobody, and leaves no trace in numbers."""

import pytest
from django.contrib.auth import get_user_model

from departments.models import Aspect, Chart, Function, Stage
from tests import factories
from tests.orgchart.api.addresses import LISTS, everything, list_of

pytestmark = pytest.mark.django_db

MARK = "秘密"


def hide_everything(status: str) -> Chart:
    """Make one hidden record of each kind, marked in every text and key."""
    chart = factories.new_chart(name=f"{MARK}方案", key=f"{MARK}-chart", status=status)
    function, stage, aspect = (model.objects.first() for model in (Function, Stage, Aspect))

    def make(factory, key, **values):
        return factory(key=f"{MARK}-{key}", **values)

    department = make(factories.new_department, "d", chart=chart, name=f"{MARK}部")
    other = make(factories.new_department, "e", parent=department, name=f"{MARK}组")
    duty = make(factories.new_duty, 1, department=department, text=MARK, function=function)
    role = make(factories.new_role, "r", department=department, name=f"{MARK}岗位")
    task = make(factories.new_role_duty, 2, role=role, text=MARK, function=function)
    ends = {"giver": department, "receiver": other}
    make(factories.new_carrying, 3, role_duty=task, department_duty=duty)
    make(factories.new_hand_off, 4, **ends, text=MARK, function=function)
    make(factories.new_relation, 5, from_department=department, to_department=other)
    make(factories.new_trait, 6, department=department, text=MARK, aspect=aspect)
    make(factories.new_emphasis, 7, department=department, text=MARK, stage=stage)
    make(factories.new_working_relationship, 8, role=role, matter=MARK)
    return chart


@pytest.fixture
def hidden(seed):
    return hide_everything("draft")


def answers(client) -> list:
    return [everything(client), everything(client, "?search=a"), trees(client)]


def trees(client) -> list[dict]:
    return [
        client.get(f"/api/v1/charts/{chart.key}/tree/?depth=30&duties=1&roles=1").json()
        for chart in Chart.objects.published()
    ]


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_nothing_hidden_is_in_any_list_count_or_tree(client, seed, status):
    before = answers(client)
    hide_everything(status)
    assert answers(client) == before


def test_somebody_who_may_see_drafts_sees_none_here(client, seed):
    before = answers(client)
    hide_everything("draft")
    client.force_login(get_user_model().objects.create_superuser("chief"))
    assert answers(client) == before


def test_the_mark_is_in_no_answer(client, hidden):
    for address in ["", "schema/", "docs/", *(f"{many}/?limit=200" for many in LISTS)]:
        assert MARK not in client.get(f"/api/v1/{address}").content.decode()


def test_searching_for_it_finds_nothing(client, hidden):
    assert {
        many: client.get(list_of(many, f"?search={MARK}")).json()["count"] for many in LISTS
    } == dict.fromkeys(LISTS, 0)


def test_no_filter_tells_it_from_what_does_not_exist(client, hidden):
    inside = [many for many in LISTS if "chart" in filters_of(client, many)]
    assert len(inside) == 9
    for many in inside:
        for key in (f"{MARK}-chart", "nothing"):
            assert client.get(list_of(many, f"?chart={key}")).json()["count"] == 0


def filters_of(client, many: str) -> str:
    return client.get(list_of(many, "?nothing=1")).json()["detail"]


def test_a_chart_does_not_say_what_hidden_chart_it_is_based_on(client, hidden):
    factories.new_chart(name="公开", key="open", status="published", based_on=hidden)
    assert client.get("/api/v1/charts/open/").json()["based_on"] is None
    assert client.get(list_of("charts", f"?based_on={hidden.key}")).json()["count"] == 0


def test_an_address_of_it_answers_as_one_that_never_was(client, hidden):
    for one, keys in {
        "charts": "{chart}",
        "charts/{chart}/tree": "",
        "departments": "{chart}/" + f"{MARK}-d",
        "roles": "{chart}/" + f"{MARK}-r",
        "hand-offs": "{chart}/" + f"{MARK}-4",
    }.items():
        hidden_one, missing = (
            client.get(f"/api/v1/{one}/{keys}/".replace("//", "/").format(chart=chart))
            for chart in (f"{MARK}-chart", "nothing")
        )
        assert hidden_one.status_code == missing.status_code == 404
        assert hidden_one.content == missing.content
        assert MARK not in hidden_one.content.decode()


def test_a_root_of_a_hidden_chart_is_foreign_to_a_public_one(client, hidden):
    answer = client.get(f"/api/v1/charts/s1/tree/?root={MARK}-d")
    assert answer.status_code == 404
    assert MARK not in answer.content.decode()


def test_it_is_there_once_it_is_published(client, hidden):
    hidden.refresh_from_db()
    hidden.status = Chart.Status.PUBLISHED
    hidden.save()
    found = {many for many in LISTS if client.get(list_of(many, f"?search={MARK}")).json()["count"]}
    assert found == set(LISTS) - {"functions", "stages", "aspects", "articles"}
