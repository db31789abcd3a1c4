"""A chart as one nested answer: whole, in part, with what hangs on it."""

import pytest

from orgchart import outline
from orgchart.api import tree
from tests import factories

pytestmark = pytest.mark.django_db


def ask(client, query="", chart="s1"):
    return client.get(f"/api/v1/charts/{chart}/tree/{query}", headers={"accept-language": "en"})


def drawn(nodes) -> dict:
    """The tree as names only."""
    return {node["name"]: drawn(node["children"]) for node in nodes}


@pytest.fixture
def forest(db):
    chart = factories.new_chart(name="示例", key="x", status="published")
    factories.new_forest(chart=chart, 甲={"乙": {"丙": {"丁": {}}}, "戊": {}}, 己={})
    return chart


def test_three_levels_are_shown_unless_told(client, forest):
    answer = ask(client, chart="x").json()
    assert drawn(answer["departments"]) == {"甲": {"乙": {"丙": {}}, "戊": {}}, "己": {}}
    assert (answer["chart"], answer["root"], answer["depth"]) == ("x", None, 3)


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (1, {"甲": {}, "己": {}}),
        (2, {"甲": {"乙": {}, "戊": {}}, "己": {}}),
        (4, {"甲": {"乙": {"丙": {"丁": {}}}, "戊": {}}, "己": {}}),
        (30, {"甲": {"乙": {"丙": {"丁": {}}}, "戊": {}}, "己": {}}),
    ],
)
def test_so_many_levels_are_shown(client, forest, depth, expected):
    assert drawn(ask(client, f"?depth={depth}", "x").json()["departments"]) == expected


@pytest.mark.parametrize(
    ("depth", "expected"),
    [(1, {"乙": {}}), (2, {"乙": {"丙": {}}}), (30, {"乙": {"丙": {"丁": {}}}})],
)
def test_a_branch_can_be_shown_alone(client, forest, depth, expected):
    root = forest.departments.get(name="乙").key
    answer = ask(client, f"?root={root}&depth={depth}", "x").json()
    assert (drawn(answer["departments"]), answer["root"]) == (expected, root)


def test_numbers_are_known_where_the_things_are_not_shown(client, seed):
    top = ask(client, "?depth=1").json()["departments"][0]
    assert top["key"] == "marketing-and-sales"
    assert (top["child_count"], top["duty_count"], top["role_count"]) == (2, 16, 0)
    assert top["children"] == []
    assert not {"duties", "roles"} & set(top)


def test_duties_and_roles_are_shown_when_asked_for(client, seed):
    answer = ask(client, "?root=marketing&duties=1&roles=1").json()
    marketing = answer["departments"][0]
    manager = marketing["roles"][0]
    assert len(marketing["duties"]) == marketing["duty_count"] == 15
    assert len(marketing["roles"]) == marketing["role_count"] == 10
    assert len(manager["duties"]) == manager["duty_count"] > 0
    carried = [carry for duty in manager["duties"] for carry in duty["carries"]]
    assert "marketing.1" in {one["department_duty"] for one in carried}


def test_roles_can_be_shown_without_duties(client, seed):
    role = ask(client, "?root=marketing&roles=1").json()["departments"][0]["roles"][0]
    assert "duties" not in role
    assert role["duty_count"] > 0


@pytest.mark.parametrize("key", [f"s{n}" for n in (1, 3, 4, 6, 7, 8, 9)])
def test_a_tree_says_what_the_records_say(client, seed, key):
    """A node and the department at its address differ only in what the nesting says."""
    waiting = ask(client, "?depth=30&duties=1&roles=1", key).json()["departments"]
    while waiting:
        node = waiting.pop()
        waiting += node["children"]
        for record in [node, *node["duties"], *node["roles"]]:
            alone = client.get(record["url"], headers={"accept-language": "en"}).json()
            shared = set(alone) & set(record)
            assert {name: record[name] for name in shared} == {name: alone[name] for name in shared}
            assert set(alone) - shared <= {"chart", "parent", "position", "department", "page"}


@pytest.mark.parametrize(
    ("chart", "query", "sentence"),
    [
        ("nothing", "", "There is no published chart with this key."),
        ("s1", "?root=nothing", "This chart has no department with the key given as root."),
        ("s1", "?root=brand-centre", "This chart has no department with the key given as root."),
    ],
)
def test_what_is_not_in_the_chart_is_not_found(client, seed, chart, query, sentence):
    answer = ask(client, query, chart)
    assert (answer.status_code, answer.json()) == (404, {"detail": sentence})


def test_the_deepest_tree_is_answered(client):
    department = factories.new_department(
        chart=factories.new_chart(name="深", key="deep", status="published")
    )
    for _ in range(29):
        department = factories.new_department(parent=department)
    nodes, levels = ask(client, "?depth=30", "deep").json()["departments"], 0
    while nodes:
        nodes, levels = nodes[0]["children"], levels + 1
    assert levels == 30


def test_a_chart_without_departments_is_an_empty_tree(client):
    factories.new_chart(name="空", key="empty", status="published")
    assert ask(client, chart="empty").json()["departments"] == []


def test_more_than_so_many_departments_are_refused_in_words(client, forest, monkeypatch):
    monkeypatch.setattr(tree, "MOST_DEPARTMENTS", 4)
    refusal = ask(client, "?depth=3", "x")
    assert (refusal.status_code, refusal.json()) == (
        400,
        {
            "depth": [
                "That is more than 4 departments. Ask for fewer levels, or choose a lower root."
            ]
        },
    )
    assert ask(client, "?depth=2", "x").status_code == 200
    lower = forest.departments.get(name="乙").key
    assert ask(client, f"?depth=30&root={lower}", "x").status_code == 200


def test_a_tree_is_made_without_recursion():
    """A chain that is deeper than any rule allows, and than Python's stack."""
    chain = outline.Department(key="2000", name="丁", slug="d")
    for number in range(2000):
        chain = outline.Department(key=str(number), name="丁", slug="d", children=(chain,))
    chart = outline.Chart(key="c", name="链", slug="c", departments=(chain,))
    nodes, levels = tree.Writer(chart, with_duties=True, with_roles=True).nodes(), 0
    while nodes:
        nodes, levels = nodes[0]["children"], levels + 1
    assert levels == 2001
