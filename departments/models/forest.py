"""All trees together: questions about departments, moves, and repair."""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.db.models import F, Max, Q
from django.utils.translation import gettext_lazy as _
from mptt.managers import TreeManager
from mptt.querysets import TreeQuerySet

from departments.models.chart import Chart, ChartContentQuerySet
from departments.models.text import fold
from departments.models.tree import Damage, Node, damages, number, sound_parents
from departments.models.writing import Stale, writing

TREE_COLUMNS = ("lft", "rght", "tree_id", "level")
PLACE_COLUMNS = {"parent", "parent_id", "chart", "chart_id", "position"}
SIDES = ("first-child", "last-child", "left", "right")


class DepartmentQuerySet(TreeQuerySet, ChartContentQuerySet):
    """Questions about departments; refuses writes that would bend the tree."""

    def published(self):
        """Departments of charts that everybody may read."""
        return self.filter(chart__status="published")

    def roots(self):
        """The departments of the first level, in order."""
        return self.filter(parent=None).order_by("position", "pk")

    def under(self, department):
        """The department and all below it."""
        return self.filter(
            tree_id=department.tree_id, lft__gte=department.lft, rght__lte=department.rght
        )

    def above(self, department):
        """The department's ancestors, the highest first."""
        return self.filter(
            tree_id=department.tree_id, lft__lt=department.lft, rght__gt=department.rght
        ).order_by("lft")

    def above_any(self, departments):
        """The ancestors of all the departments, the highest first."""
        branches = Q()
        for one in departments:
            branches |= Q(tree_id=one.tree_id, lft__lt=one.lft, rght__gt=one.rght)
        return self.filter(branches).order_by("tree_id", "lft") if departments else self.none()

    def nodes(self):
        """The rows as `tree.Node`s, in one query."""
        columns = self.order_by().values_list(
            "id", "chart_id", "parent_id", "position", *TREE_COLUMNS
        )
        return [Node(*row) for row in columns]

    def update(self, **values):
        # bulk_update() passes here too.
        if PLACE_COLUMNS & set(values):
            raise TypeError("Moving departments by update() breaks the tree; use save().")
        return super().update(**values)

    update.alters_data = True

    def bulk_create(self, *args, **kwargs):
        raise TypeError("bulk_create() leaves departments unnumbered; use create_numbered().")

    bulk_create.alters_data = True

    def create_numbered(self, departments):
        """Insert whole new trees at once; call inside `writing()`.

        `departments` come parents first, with chart, parent and position set
        and valid; parents are rows of the same list. New trees come behind
        those that their chart has. One statement a level.
        """
        departments = list(departments)
        places = {id(department): index for index, department in enumerate(departments)}
        nodes = [
            Node(
                places[id(one)],
                one.chart_id,
                places[id(one.parent)] if one.parent is not None else None,
                one.position,
            )
            for one in departments
        ]
        last = self.model.objects.aggregate(last=Max("tree_id"))["last"] or 0
        charts = {one.chart_id for one in departments}
        roots = self.model.objects.filter(parent=None, chart__in=charts).order_by()
        before = dict(roots.values_list("chart").annotate(last=Max("position")))
        parents = {node.id: node.parent_id for node in nodes}
        levels: dict[int, list] = {}
        for node in number(nodes, parents, first_tree=last + 1):
            department = departments[node.id]
            behind = before.get(node.chart_id, 0) if node.parent_id is None else 0
            department.position = node.position + behind
            for column in TREE_COLUMNS:
                setattr(department, column, getattr(node, column))
            levels.setdefault(node.level, []).append(department)
        for level in sorted(levels):
            for department in levels[level]:
                department.parent = department.parent  # takes over the parent's new id
            super().bulk_create(levels[level], batch_size=500)
        return departments

    create_numbered.alters_data = True


class DepartmentManager(TreeManager.from_queryset(DepartmentQuerySet)):
    """mptt's manager with moves that go through Department.save()."""

    def move_node(self, node, target, position="last-child"):
        """Move to `target`: "first-child", "last-child", "left" or "right" of it.

        Without a target it becomes the last of the first level. Both are read
        again first, so that old copies do no harm; unsaved changes are lost.
        Raises ValidationError where the move breaks a rule of Department.
        """
        if position not in SIDES:
            raise ValueError(f"“{position}” is no place to move to; use one of {', '.join(SIDES)}.")
        with writing():
            read_again(node)
            if target is None:
                node.parent, node.position = None, None
            else:
                read_again(target)
                self._aim(node, target, position)
            node.save()

    def insert_node(self, node, target, *args, allow_existing_pk=False, **kwargs):
        # mptt's own save() allows an existing key; everybody else would number twice.
        if not allow_existing_pk:
            raise TypeError("insert_at() leaves a gap; set parent and position, then save().")
        return super().insert_node(node, target, *args, allow_existing_pk=True, **kwargs)

    def _aim(self, node, target, position):
        beside = position in ("left", "right")
        if beside and target.chart_id != node.chart_id:
            raise ValidationError(_("A department stays in its chart."), code="rule")
        node.parent = target.parent if beside else target
        node.position = self._wanted(node, target, position)

    def _wanted(self, node, target, position):
        if position == "first-child":
            return 1
        if position == "last-child":
            return None
        if node.pk == target.pk:
            return node.position
        same_family = (
            node.parent_id == target.parent_id
            and type(node)._base_manager.filter(pk=node.pk, parent_id=target.parent_id).exists()
        )
        stored = type(node)._base_manager.values_list("position", flat=True).get(pk=node.pk)
        # Leaving its own place moves everything behind it up by one.
        shift = 1 if same_family and stored < target.position else 0
        return target.position - shift + (1 if position == "right" else 0)

    def find_damage(self) -> list[Damage]:
        """Return the faults of all trees."""
        return damages(self.get_queryset().nodes())

    def repair(self) -> list[Damage]:
        """Mend all trees and return what was wrong; call inside `writing()`.

        Impossible parents are cut, then everything is numbered anew from
        parent and position. No department is lost; one that comes to the
        first level beside another of its name gets a number behind its own.
        """
        nodes = self.get_queryset().nodes()
        found = damages(nodes)
        if found:
            parents, _cut = sound_parents(nodes)
            for node in nodes:
                if parents[node.id] != node.parent_id:
                    self._cut(node)
            self._renumber(nodes, number(nodes, parents))
        return found

    def _cut(self, node):
        row = self.filter(pk=node.id)
        roots = self.roots().filter(chart=node.chart_id).exclude(pk=node.id)
        taken = {fold(name) for name in roots.values_list("name", flat=True)}
        plain_update(row, parent=None, name=unused_name(row.get().name, taken))

    def _renumber(self, before, after):
        stored = {node.id: node for node in before}
        changed = [node for node in after if stored[node.id] != node]
        rows = [self.model(**node._asdict()) for node in changed]
        columns = ("parent", "position", *TREE_COLUMNS)
        models.QuerySet(self.model).bulk_update(rows, columns, batch_size=200)
        charts = Chart.objects.filter(pk__in={node.chart_id for node in changed})
        charts.update(revision=F("revision") + 1)


def unused_name(name, taken):
    """Return the name, or the name with the first number that makes it differ."""
    unused, count = name, 1
    while fold(unused) in taken:
        count += 1
        unused = f"{name[:190]} {count}"
    return unused


def read_again(department):
    """Take over what is stored now, or raise Stale where it was deleted."""
    try:
        department.refresh_from_db()
    except ObjectDoesNotExist:
        raise Stale(department) from None


def plain_update(queryset, **values):
    """Update columns that the queryset refuses to everybody else."""
    return models.QuerySet.update(queryset, **values)
