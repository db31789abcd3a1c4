"""Whatever people do in whatever order, with old copies too, the trees stay sound."""

import copy

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from departments.models import Department, Stale
from tests.departments.models.families import Families, stored_rows
from tests.factories import new_chart

pytestmark = pytest.mark.django_db

some = st.integers(0, 3) | st.integers(0, 40)
positions = st.one_of(st.none(), st.integers(0, 6))
sides = st.sampled_from(["first-child", "last-child", "left", "right"])
steps = st.one_of(
    st.tuples(st.just("add"), some, st.booleans(), some, positions),
    st.tuples(st.just("move"), some, some, sides),
    st.tuples(st.just("reparent"), some, st.booleans(), some, positions),
    st.tuples(st.just("reorder"), some, st.integers(0, 6), st.booleans()),
    st.tuples(st.just("rename"), some, st.booleans()),
    st.tuples(st.just("delete"), some),
    st.tuples(st.just("delete_many"), st.sets(some, max_size=3)),
)


class Play:
    """Runs steps in the database and in the model; keeps every copy it ever read."""

    def __init__(self):
        self.charts = [new_chart(), new_chart()]
        self.families = Families(self.charts)
        self.copies = []
        self.names = 0

    def copy(self, number):
        """One of the copies read so far, as it was when it was read."""
        node, kept = self.copies[number % len(self.copies)]
        return node, copy.copy(kept)

    def keep(self, department):
        self.copies.append((department.pk, Department.objects.get(pk=department.pk)))

    def new_name(self):
        self.names += 1
        return f"部门{self.names}"

    def add(self, chart, at_root, parent, position):
        chart = self.charts[chart % 2]
        node, above = (None, None) if at_root or not self.copies else self.copy(parent)
        department = Department(chart=chart, parent=above, name=self.new_name(), position=position)
        if node and self.families.chart.get(node) != chart.pk:
            refused(department.save)
            return
        department.save()
        self.families.add(department.pk, chart.pk, node, position or None)
        self.keep(department)

    def move(self, number, other, side):
        node, department = self.copy(number)
        aim, target = self.copy(other)
        known = self.families
        if node not in known.version or aim not in known.version:
            refused(lambda: department.move_to(target, side), Stale)
            return
        beside = side in ("left", "right")
        parent = known.parent(aim) if beside else aim
        if known.chart[node] != known.chart[aim] or parent in known.below(node):
            refused(lambda: department.move_to(target, side))
            return
        department.move_to(target, side)
        places = {"first-child": 1, "last-child": None}
        known.move(node, parent, known.beside(node, aim, side) if beside else places[side])
        self.keep(department)

    def reparent(self, number, to_root, other, position):
        node, department = self.copy(number)
        parent, above = (None, None) if to_root else self.copy(other)
        department.parent = above
        department.position = position
        known = self.families
        if not known.is_fresh(department, node):
            refused(department.save, Stale)
        elif parent and (
            known.chart.get(parent) != known.chart[node] or parent in known.below(node)
        ):
            refused(department.save)
        else:
            asked = self.asked(number, position, parent)
            department.save()
            known.move(node, parent, asked)
            self.keep(department)

    def reorder(self, number, position, only):
        node, department = self.copy(number)
        department.position = position
        save = (lambda: department.save(update_fields=["position"])) if only else department.save
        if not self.families.is_fresh(department, node):
            refused(save, Stale)
            return
        parent = self.families.parent(node)
        asked = self.asked(number, position, parent)
        save()
        self.families.move(node, parent, asked)
        self.keep(department)

    def asked(self, number, position, parent):
        """The position to expect; to ask for the place that one was read at is to ask nothing."""
        node, read = self.copies[number % len(self.copies)]
        if (parent, position) == (self.families.parent(node), read.position):
            return self.families.position(node)
        return position or None

    def rename(self, number, only):
        node, department = self.copy(number)
        department.name = self.new_name()
        save = (lambda: department.save(update_fields=["name"])) if only else department.save
        if not self.families.is_fresh(department, node):
            refused(save, Stale)
            return
        save()
        self.families.rename(node)
        self.keep(department)

    def delete(self, number):
        node, department = self.copy(number)
        department.delete()
        if node in self.families.version:
            self.families.remove(node)

    def delete_many(self, numbers):
        nodes = {self.copy(number)[0] for number in numbers}
        Department.objects.filter(pk__in=nodes).delete()
        for node in nodes:
            if node in self.families.version:
                self.families.remove(node)


def refused(act, error=ValidationError):
    """The act is refused in words, and the database stays as it was."""
    before = stored_rows()
    with pytest.raises(error):
        act()
    assert stored_rows() == before


@settings(max_examples=100, deadline=None, print_blob=True)
@given(st.lists(steps, min_size=1, max_size=25))
def test_any_sequence_leaves_sound_trees_in_the_expected_order(sequence):
    with transaction.atomic():
        play = Play()
        play.add(0, True, 0, None)
        for act, *arguments in sequence:
            getattr(play, act)(*arguments)
            assert Department.objects.find_damage() == []
            assert stored_rows() == play.families.rows()
        transaction.set_rollback(True)
