"""What became of the trees: the database against the writers' ledgers, as JSON.

Called by `writers.py`: first with "plant", which makes two charts to write in,
then with the folder of the ledgers.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from statistics import median, quantiles

import django

django.setup()

from departments.models import Department  # noqa: E402
from departments.models.tree import cycles  # noqa: E402
from tests.factories import new_forest  # noqa: E402

SAVES = ("move", "reparent", "rename")


def plant():
    for _chart in range(2):
        new_forest(**{f"部 {one}": {f"组 {two}": {} for two in range(4)} for one in range(4)})
    # The ledger starts with what is there.
    return {"planted": list(Department.objects.values_list("pk", flat=True))}


def read(ledgers):
    return [
        [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.endswith("}")]
        for file in sorted(Path(ledgers).iterdir())
    ]


def judge(ledgers):
    lines = [line for ledger in ledgers for line in ledger]
    done = [line for line in lines if "done" in line]
    refused = Counter(line["refused"] for line in lines if "refused" in line)
    spent = sorted(line["ms"] for line in done) or [0, 0]
    return {
        "acknowledged": len(done),
        "acknowledged_by_act": Counter(line["done"] for line in done),
        "refused_as_stale": refused["stale"],
        "refused_by_a_rule": refused["rule"],
        "median_ms": round(median(spent), 1),
        "p95_ms": round(quantiles(spent, n=20)[-1], 1),
        "longest_ms": spent[-1],
        "departments_left": Department.objects.count(),
        "errors": Counter(line["error"] for line in lines if "error" in line),
        **tree_damage(),
        **losses(ledgers, done),
    }


def tree_damage():
    nodes = Department.objects.all().nodes()
    charts = {node.id: node.chart_id for node in nodes}
    trees = {node.id: node.tree_id for node in nodes}
    return {
        "damaged_trees": len({trees[one.id] for one in Department.objects.find_damage()}),
        "parent_cycles": len(cycles({node.id: node.parent_id for node in nodes})),
        "parents_in_another_chart": sum(
            charts.get(node.parent_id, node.chart_id) != node.chart_id for node in nodes
        ),
    }


def losses(ledgers, done):
    """Acknowledged writes that the database does not know (any more)."""
    rows = {row[0]: row[1:] for row in Department.objects.values_list("pk", "headcount", "version")}
    deleted = {one for line in done for one in line["deleted"]}
    # A writer killed while deleting may have deleted without saying so.
    maybe = {one for ledger in ledgers if ledger for one in ledger[-1].get("deleting", ())}
    inserted = {line["id"] for line in done if line["done"] == "insert"}
    renames = Counter(line["id"] for line in done if line["done"] == "rename")
    saves = Counter(line["id"] for line in done if line["done"] in SAVES)
    return {
        "lost_departments": len(inserted - deleted - maybe - rows.keys()),
        "risen_departments": len(deleted & rows.keys()),
        "lost_renames": sum(
            max(0, renames[one] - (headcount or 0)) for one, (headcount, _) in rows.items()
        ),
        "lost_saves": sum(max(0, saves[one] + 1 - version) for one, (_, version) in rows.items()),
    }


if __name__ == "__main__":
    argument = sys.argv[1]
    verdict = plant() if argument == "plant" else judge(read(argument))
    sys.stdout.write(json.dumps(verdict, ensure_ascii=False) + "\n")
