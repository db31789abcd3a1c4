"""What the benchmark of the charts says of made-up figures, and that its trees are trees."""

from tests.benchmarks.goals import BROWSER, SERVER, WRITING, Goal, others, summary, table
from tests.benchmarks.trees import depths_of, nested, outlined, rows_of

GOALS = (
    Goal("Opening", "ours", 0.5, "theirs"),
    Goal("Elements", "elements", 1500, unit="elements"),
    Goal("Panning", "pan", 8),
)
FIGURES = {
    "ours": [1.0, 2.0, 3.0],
    "theirs": [4.0, 4.0],
    "elements": [900, 2000, 900],
    "spare": [1.5],
}


def test_a_goal_is_met_missed_or_not_measured():
    assert [goal.verdict(FIGURES) for goal in GOALS] == ["met", "MISSED", "NOT MEASURED"]
    assert summary(GOALS, FIGURES) == "1 met, 1 MISSED, 1 NOT MEASURED"


def test_the_limit_itself_is_within_the_goal():
    assert GOALS[0].verdict({"ours": [2], "theirs": [4]}) == "met"
    assert GOALS[0].verdict({"ours": [2.01], "theirs": [4]}) == "MISSED"


def test_of_what_is_counted_the_largest_decides():
    assert GOALS[1].reached({"elements": [900, 2000, 900]}) == 2000
    assert GOALS[2].reached({"pan": [7, 9, 7]}) == 7


def test_a_table_says_figures_ratio_and_goal():
    assert table(GOALS, FIGURES) == [
        "met           Opening",
        "              ours: 2.00 ms (1.00–3.00)",
        "              theirs: 4.00 ms (4.00–4.00)",
        "              ratio 0.500, goal ≤ 0.5 × theirs",
        "MISSED        Elements",
        "              elements: 900 elements (900–2,000)",
        "              goal ≤ 1500 elements",
        "NOT MEASURED  Panning",
        "              pan: –",
        "              goal ≤ 8 ms",
    ]


def test_figures_without_a_goal_are_said_too():
    figures = FIGURES | {"elements of others": [7]}
    assert others(GOALS, figures) == [
        "spare: 1.50 ms (1.50–1.50)",
        "elements of others: 7 elements (7–7)",
    ]


def test_without_any_figure_no_goal_passes_for_met():
    goals = (*BROWSER, *SERVER, *WRITING)
    assert summary(goals, {}) == f"0 met, 0 MISSED, {len(goals)} NOT MEASURED"


def test_the_same_tree_is_drawn_by_all():
    whole = outlined(50)
    said = {one.name: [child.name for child in one.children] for one in whole.walk()}
    waiting, found = [nested(50)], {}
    while waiting:
        node = waiting.pop()
        found[node["name"]] = [child["name"] for child in node["children"]]
        waiting += node["children"]
    assert found == said
    names = [row["name"] for row in rows_of(50)]
    assert {names[row["parentId"]] for row in rows_of(50)[1:]} == {
        name for name, below in said.items() if below
    }
    assert whole.departments[0].descendant_count == 49
    assert [depths_of(50).count(depth) for depth in (1, 2, 3, 4)] == [1, 6, 36, 7]
