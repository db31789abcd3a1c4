"""A plain model of the trees: lists of siblings. The database must agree with it."""

from departments.models import Department

FIRST_LEVEL = "first level"


class Families:
    """Who stands below whom, in which order; a place is a chart's first level or a node."""

    def __init__(self, charts):
        self.children = {(FIRST_LEVEL, chart.pk): [] for chart in charts}
        self.place = {}
        self.chart = {}
        self.version = {}

    def add(self, node, chart, parent, position):
        self.chart[node] = chart
        self.children[node] = []
        self.version[node] = 1
        self._insert(node, parent or (FIRST_LEVEL, chart), position)

    def move(self, node, parent, position):
        self.children[self.place[node]].remove(node)
        self._insert(node, parent or (FIRST_LEVEL, self.chart[node]), position)
        self.version[node] += 1

    def rename(self, node):
        self.version[node] += 1

    def remove(self, node):
        self.children[self.place[node]].remove(node)
        for gone in self.below(node):
            for known in (self.children, self.place, self.chart, self.version):
                del known[gone]

    def _insert(self, node, place, position):
        siblings = self.children[place]
        position = len(siblings) + 1 if position is None else position
        siblings.insert(min(max(position, 1), len(siblings) + 1) - 1, node)
        self.place[node] = place

    def below(self, node):
        """The node and everything below it."""
        return [node, *(one for child in self.children[node] for one in self.below(child))]

    def parent(self, node):
        place = self.place[node]
        return None if isinstance(place, tuple) else place

    def position(self, node):
        return self.children[self.place[node]].index(node) + 1

    def beside(self, node, target, side):
        """The position beside the target once the node has left its own place."""
        siblings = [one for one in self.children[self.place[target]] if one != node]
        if target == node:
            return self.position(node)
        return siblings.index(target) + (1 if side == "left" else 2)

    def is_fresh(self, copy, node):
        return node in self.version and copy.version == self.version[node]

    def rows(self):
        """What the table should say: node → (chart, parent, position, version)."""
        return {
            node: (self.chart[node], self.parent(node), self.position(node), self.version[node])
            for node in self.version
        }


def stored_rows():
    columns = ("chart_id", "parent_id", "position", "version")
    return {row[0]: row[1:] for row in Department.objects.order_by().values_list("pk", *columns)}
