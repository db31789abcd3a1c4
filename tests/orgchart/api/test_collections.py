"""What the lists hold, how they are narrowed, ordered and turned over."""

import pytest

from departments.models import Chart, Department, DepartmentDuty, HandOff
from roles.models import Role, RoleDuty
from tests import factories
from tests.orgchart.api.addresses import LISTS, VIEWS, everything, list_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seed")]


def keys(client, many: str, query: str) -> list[str]:
    answer = client.get(list_of(many, f"?{query}"))
    assert answer.status_code == 200
    return [one["key"] for one in answer.json()["results"]]


def test_the_start_leads_to_every_collection(client):
    addresses = client.get("/api/v1/").json()
    assert set(addresses) == {*LISTS, "schema", "docs"}
    for address in addresses.values():
        assert client.get(address).status_code == 200


def test_the_seed_is_all_there(client):
    found = {many: client.get(list_of(many)).json()["count"] for many in LISTS}
    assert found == {
        "charts": 10,
        "functions": 26,
        "stages": 3,
        "aspects": 20,
        "articles": 12,
        "departments": 33,
        "roles": 21,
        "department-duties": DepartmentDuty.objects.count(),
        "role-duties": RoleDuty.objects.count(),
        "emphases": 13,
        "traits": 40,
        "hand-offs": HandOff.objects.count(),
        "relations": 13,
        "working-relationships": 41,
    }


@pytest.mark.parametrize("many", LISTS)
def test_every_answer_says_what_it_is_and_where_it_comes_from(client, many):
    for record in everything(client)[many]:
        assert record["key"]
        assert record["basis"] in {"stated", "inferred", "derived"}
        assert {"source", "note", "url"} <= set(record)
        assert ("page" in record) == (many != "aspects")


@pytest.mark.parametrize("many", LISTS)
def test_every_record_stands_at_its_address_and_on_its_page(client, many):
    for record in client.get(list_of(many, "?limit=3")).json()["results"]:
        assert client.get(record["url"]).json() == record
        if "page" in record:
            assert client.get(record["page"]).status_code == 200


def test_a_chart_is_shown_with_its_numbers(client):
    answer = client.get("/api/v1/charts/s1/").json()
    assert {name: answer[name] for name in ("name", "kind", "department_count", "role_count")} == {
        "name": "营销部统辖制",
        "kind": "recommended",
        "department_count": 9,
        "role_count": 11,
    }
    assert answer["tree"] == "/api/v1/charts/s1/tree/"


def test_a_department_is_shown_with_its_numbers(client):
    answer = client.get("/api/v1/departments/s1/marketing-and-sales/").json()
    numbers = {name: answer[name] for name in ("child_count", "duty_count", "role_count")}
    assert numbers == {"child_count": 2, "duty_count": 16, "role_count": 0}
    assert (answer["chart"], answer["parent"]) == ("s1", None)


def test_a_role_duty_says_what_it_carries(client):
    answer = client.get("/api/v1/role-duties/s1/marketing-manager.2/").json()
    assert answer["carries"] == [
        {
            "key": "marketing-manager.2-marketing.1",
            "department_duty": "marketing.1",
            "extent": "full",
            "source": "10.1",
            "basis": "derived",
            "note": "",
        }
    ]


def test_an_article_has_its_passages_in_order(client):
    answer = client.get("/api/v1/articles/marketing-versus-marketing-and-sales/").json()
    positions = [passage["position"] for passage in answer["passages"]]
    assert positions == sorted(positions)
    assert answer["passages"][0]["text"] == "市场部和营销部有什么区别？"


def test_a_function_counts_what_is_published(client):
    answer = client.get("/api/v1/functions/pricing/").json()
    assert (
        answer["department_duty_count"]
        == DepartmentDuty.objects.filter(function__key="pricing").count()
    )


FILTERS = [
    ("charts", "kind=recommended", ["s1"]),
    ("charts", "key=s4", ["s4"]),
    ("charts", "slug=中心制市场部", ["s4"]),
    ("departments", "chart=s1&parent=marketing-and-sales", ["marketing", "sales"]),
    ("departments", "chart=s1&kind=committee", ["marketing-steering-committee"]),
    ("departments", "chart=nothing", []),
    ("roles", "chart=s4&department=brand-centre&limit=1", ["brand-director"]),
    ("department-duties", "chart=s1&function=pricing", ["marketing.8"]),
    ("emphases", "stage=introduction&limit=1", ["introduction.1"]),
    ("traits", "aspect=focus&department=marketing", ["focus.marketing"]),
    ("hand-offs", "giver=marketing&receiver=sales&limit=1", ["marketing-to-sales.1"]),
    ("functions", "search=定价", ["pricing"]),
    ("functions", "search=PRICING", ["pricing"]),
    ("departments", "search=决策 委员会&chart=s1", ["marketing-steering-committee"]),
    ("departments", "search=决策 nowhere", []),
    ("departments", "search=%25", []),
]


@pytest.mark.parametrize(("many", "query", "found"), FILTERS)
def test_a_list_can_be_narrowed(client, many, query, found):
    assert keys(client, many, query) == found


def test_role_duties_are_found_by_what_they_carry(client):
    expected = RoleDuty.objects.filter(carries__key="marketing.1", chart__key="s1")
    found = keys(client, "role-duties", "carries=marketing.1&chart=s1")
    assert set(found) == {duty.key for duty in expected}
    assert len(found) == 2


def test_the_same_department_of_all_charts_has_one_key(client):
    answer = client.get(list_of("departments", "?key=marketing")).json()
    charts = [one["chart"] for one in answer["results"]]
    assert len(charts) == len(set(charts)) == answer["count"] > 1


def test_a_chart_based_on_another_is_found_by_it(client):
    original = Chart.objects.get(key="s1")
    factories.new_chart(name="副本", key="copy", status="published", based_on=original)
    assert keys(client, "charts", "based_on=s1") == ["copy"]
    assert client.get("/api/v1/charts/copy/").json()["based_on"] == "s1"


def test_departments_come_in_the_order_of_the_tree(client):
    chart = Chart.objects.get(key="s1")
    expected = Department.objects.filter(chart=chart).order_by("tree_id", "lft")
    assert keys(client, "departments", "chart=s1") == [one.key for one in expected]


@pytest.mark.parametrize("many", LISTS)
def test_a_list_in_any_order_holds_the_same(client, many):
    answer = client.get(list_of(many, "?ordering=nothing"), headers={"accept-language": "en"})
    names = answer.json()["ordering"][0].removeprefix("Use one of these: ").split(", ")
    plain = sorted(keys(client, many, "limit=200"))
    for name in names:
        for sign in ("", "-"):
            assert sorted(keys(client, many, f"limit=200&ordering={sign}{name}")) == plain


def test_a_minus_turns_the_order_round(client):
    upwards = keys(client, "functions", "ordering=position&limit=200")
    assert keys(client, "functions", "ordering=-position&limit=200") == upwards[::-1]


def test_two_orders_go_one_after_the_other(client):
    names = [
        (one["chart"], one["name"])
        for one in client.get(list_of("roles", "?ordering=chart,-name&limit=200")).json()["results"]
    ]
    charts = {chart.key: chart.position for chart in Chart.objects.all()}
    assert [charts[chart] for chart, _name in names] == sorted(charts[chart] for chart, _ in names)
    stored = Role.objects.order_by("chart__position", "-name").values_list("chart__key", "name")
    assert names == list(stored)


@pytest.mark.parametrize("many", LISTS)
def test_pages_turned_one_by_one_hold_everything_once(client, many):
    address, found = list_of(many, "?limit=7&ordering=-position"), []
    if many == "traits":
        address = list_of(many, "?limit=7")
    while address:
        answer = client.get(address).json()
        assert len(answer["results"]) <= 7
        found += [(one.get("chart"), one["key"]) for one in answer["results"]]
        address = answer["next"]
    assert len(found) == len(set(found)) == answer["count"]


def test_pages_turned_backwards_end_at_the_first(client):
    last = client.get(list_of("functions", "?limit=10&offset=20")).json()
    middle = client.get(last["previous"]).json()
    first = client.get(middle["previous"]).json()
    assert first["previous"] is None
    assert [one["key"] for one in first["results"]] == keys(client, "functions", "limit=10")


def test_the_last_page_leads_nowhere_even_if_it_is_full(client):
    last = client.get(list_of("functions", "?limit=13&offset=13")).json()
    assert (len(last["results"]), last["next"]) == (13, None)


def test_equal_records_keep_their_order_from_page_to_page():
    ordered = VIEWS["roles"].filterset_class(
        {"ordering": "name,-chart"}, queryset=VIEWS["roles"].queryset
    )
    assert ordered.qs.query.order_by == ("name", "-chart__position", "pk")


def test_a_page_has_fifty_records_unless_told(client):
    assert len(keys(client, "department-duties", "basis=stated")) == 50
