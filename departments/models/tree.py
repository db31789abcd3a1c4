"""The numbers of nested sets: computing them, finding damage, mending it.

The truth about a tree is each row's parent and its position among its
siblings. mptt's columns (lft, rght, tree_id, level) are computed from it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Node(NamedTuple):
    """A department row as far as the tree is concerned."""

    id: int
    chart_id: int
    parent_id: int | None
    position: int
    lft: int = 0
    rght: int = 0
    tree_id: int = 0
    level: int = 0


class Damage(NamedTuple):
    """A fault of one row: a code, the row, and what is wrong in words."""

    code: str
    id: int
    detail: str


def sound_parents(nodes: Iterable[Node]) -> tuple[dict[int, int | None], list[Damage]]:
    """Return each node's parent with impossible links cut, and what was cut.

    A link is impossible when the parent is missing ("orphan"), stands in
    another chart ("foreign") or is the node itself or below it ("cycle"). The
    node with the smallest id of a cycle becomes a root; the rest hangs on.
    """
    rows = {node.id: node for node in nodes}
    parents: dict[int, int | None] = {}
    damages = []
    for node in rows.values():
        parents[node.id] = node.parent_id
        parent = rows.get(node.parent_id) if node.parent_id is not None else None
        if node.parent_id is not None and parent is None:
            damages.append(Damage("orphan", node.id, f"parent {node.parent_id} does not exist"))
            parents[node.id] = None
        elif parent is not None and parent.chart_id != node.chart_id:
            damages.append(Damage("foreign", node.id, f"parent {parent.id} is in another chart"))
            parents[node.id] = None
    for members in cycles(parents):
        first = min(members)
        damages.append(
            Damage("cycle", first, f"is below itself, together with {len(members) - 1} more")
        )
        parents[first] = None
    return parents, damages


def cycles(parents: Mapping[int, int | None]) -> list[set[int]]:
    """Return the sets of ids that are each other's ancestors."""
    found = []
    settled: set[int] = set()
    for start in parents:
        path: dict[int, None] = {}
        current: int | None = start
        while current is not None and current not in settled and current not in path:
            path[current] = None
            current = parents.get(current)
        if current is not None and current in path:
            trail = list(path)
            found.append(set(trail[trail.index(current) :]))
        settled.update(path)
    return found


def number(
    nodes: Iterable[Node], parents: Mapping[int, int | None], first_tree: int = 1
) -> list[Node]:
    """Return the nodes with fresh positions and tree columns, in one pass.

    Siblings keep their order: by position, then lft, then id. Roots are
    numbered chart after chart. Parents come before their children.
    """
    children: dict[tuple[int, int | None], list[Node]] = defaultdict(list)
    for node in sorted(
        nodes, key=lambda one: (one.chart_id, one.position, one.tree_id, one.lft, one.id)
    ):
        children[node.chart_id if parents[node.id] is None else 0, parents[node.id]].append(node)
    numbered = []
    tree = first_tree
    for chart_id, parent_id in sorted(place for place in children if place[1] is None):
        for position, root in enumerate(children[chart_id, parent_id], start=1):
            numbered += number_tree(root, position, children, tree)
            tree += 1
    return numbered


def number_tree(root: Node, position: int, children: Mapping, tree_id: int) -> list[Node]:
    """Return one tree's nodes, numbered without recursion, parents first."""
    placed: dict[int, Node] = {}
    counter = 0
    waiting = [(root, position, None, 0, False)]
    while waiting:
        node, place, parent_id, level, done = waiting.pop()
        counter += 1
        if done:
            placed[node.id] = placed[node.id]._replace(rght=counter)
            continue
        placed[node.id] = node._replace(
            parent_id=parent_id, position=place, lft=counter, tree_id=tree_id, level=level
        )
        waiting.append((node, place, parent_id, level, True))
        below = children.get((0, node.id), ())
        waiting += [
            (child, len(below) - index, node.id, level + 1, False)
            for index, child in enumerate(reversed(below))
        ]
    return list(placed.values())


def damages(nodes: Iterable[Node]) -> list[Damage]:
    """Return every fault of the given rows; an empty list means a sound tree.

    Codes: "orphan", "foreign", "cycle", "shared_tree", "level", "edges"
    (left and right do not nest), "gap" (the numbers have holes) and "order"
    (the numbers contradict the positions).
    """
    rows = list(nodes)
    parents, found = sound_parents(rows)
    by_id = {node.id: node for node in rows}
    trees: dict[int, list[Node]] = defaultdict(list)
    for node in rows:
        trees[node.tree_id].append(node)
    for members in trees.values():
        found += tree_damages(members, parents, by_id)
    siblings: dict[tuple[int, int | None], list[Node]] = defaultdict(list)
    for node in rows:
        siblings[node.chart_id, parents[node.id]].append(node)
    for family in siblings.values():
        family.sort(key=lambda one: (one.position, one.id))
        by_numbers = sorted(family, key=lambda one: (one.tree_id, one.lft))
        expected = range(1, len(family) + 1)
        if family != by_numbers or [one.position for one in family] != list(expected):
            found.append(
                Damage("order", family[0].id, "positions and numbers of its siblings differ")
            )
    return found


def tree_damages(members: list[Node], parents: Mapping, by_id: Mapping[int, Node]) -> list[Damage]:
    """Return the faults among the rows that share one tree_id."""
    found = []
    roots = [node for node in members if parents[node.id] is None]
    found += [
        Damage("shared_tree", node.id, f"shares tree {node.tree_id} with another root")
        for node in roots[1:]
    ]
    edges = sorted(edge for node in members for edge in (node.lft, node.rght))
    if edges != list(range(1, 2 * len(members) + 1)):
        found.append(
            Damage(
                "gap",
                members[0].id,
                f"tree {members[0].tree_id} is not numbered 1 to {2 * len(members)}",
            )
        )
    for node in members:
        parent = by_id.get(parents[node.id])
        if node.level != (0 if parent is None else parent.level + 1):
            found.append(
                Damage("level", node.id, f"level {node.level} does not follow from its parent")
            )
        nested = parent is None or (
            parent.tree_id == node.tree_id and parent.lft < node.lft and node.rght < parent.rght
        )
        if node.lft >= node.rght or not nested:
            found.append(Damage("edges", node.id, "its numbers do not lie inside its parent's"))
    return found
