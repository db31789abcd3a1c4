"""One writer of the benchmark: random acts through the models, each noted in a ledger.

Started by `writers.py`, many at a time. It calls the models as naively as any
view or script might: without locks, outside transactions, and half of the time
with copies that others may have changed, moved or deleted meanwhile.
"""

import json
import os
import random
import sys
import time

import django
from django.core.exceptions import ValidationError
from django.db.models.signals import post_delete

django.setup()

from departments.models import Chart, Department, Stale  # noqa: E402

SIDES = ("first-child", "last-child", "left", "right")
WEIGHTS = {"insert": 24, "move": 24, "reparent": 18, "rename": 26, "delete": 8}
# Beyond this many departments, more is deleted than inserted.
CROWD = 150


class Writer:
    def __init__(self, ledger: str, seed: int):
        self.ledger = os.open(ledger, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self.random = random.Random(seed)
        self.charts = list(Chart.objects.all())
        self.copies = {}
        self.deleted = []
        self.names = 0
        self.seed = seed
        post_delete.connect(self.note_deleted, sender=Department)

    def note(self, **line):
        # One write of one line: a kill leaves whole lines only.
        os.write(self.ledger, (json.dumps(line, ensure_ascii=False) + "\n").encode())

    def note_deleted(self, instance, **_):
        self.deleted.append(instance.pk)

    def run(self, seconds: float):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.once()

    def once(self):
        act = self.random.choices([*WEIGHTS], weights=WEIGHTS.values())[0]
        self.deleted = []
        try:
            prepared = getattr(self, act)()
            if prepared is None:
                return
            identity, write = prepared
            started = time.perf_counter()
            identity = write() or identity
            spent = 1000 * (time.perf_counter() - started)
            self.note(done=act, id=identity, ms=round(spent, 1), deleted=self.deleted)
        except Stale:
            self.note(refused="stale")
        except ValidationError:
            self.note(refused="rule")
        except Exception as error:
            self.note(error=f"{type(error).__name__}: {error}".splitlines()[0])

    def some(self):
        """A department: fresh, or a copy as it was read some time ago."""
        if self.copies and self.random.random() < 0.5:
            return self.copies[self.random.choice([*self.copies])]
        ids = list(Department.objects.order_by().values_list("pk", flat=True))
        department = Department.objects.filter(pk=self.random.choice(ids)).first() if ids else None
        if department is not None:
            self.copies[department.pk] = department
        if len(self.copies) > 30:
            del self.copies[next(iter(self.copies))]
        return department

    def insert(self):
        parent = self.some() if self.random.random() < 0.85 else None
        chart = parent.chart if parent else self.random.choice(self.charts)
        self.names += 1
        department = Department(
            chart=chart,
            parent=parent,
            name=f"部门 {self.seed}-{self.names}",
            position=self.random.choice([None, 1, 2, 3]),
        )

        def write():
            department.save()
            return department.pk

        return None, write

    def move(self):
        department, target = self.some(), self.some()
        if department is None or target is None:
            return None
        side = self.random.choice(SIDES)
        return department.pk, lambda: department.move_to(target, side)

    def reparent(self):
        department, parent = self.some(), self.some()
        if department is None:
            return None
        department.parent = parent if self.random.random() < 0.8 else None
        department.position = self.random.choice([None, 1, 2])
        return department.pk, department.save

    def rename(self):
        """Count in `headcount` how often the row was renamed: read, add one, write."""
        department = self.some()
        if department is None:
            return None
        self.names += 1
        department.name = f"部门 {self.seed}-{self.names}"
        department.headcount = (department.headcount or 0) + 1
        return department.pk, department.save

    def delete(self):
        department = self.some()
        if department is None:
            return None
        if Department.objects.count() < CROWD and not department.is_leaf_node():
            return None
        branch = Department.objects.under(department).values_list("pk", flat=True)
        self.note(deleting=[department.pk, *branch])
        # What one deleted oneself one knows to be gone.
        self.copies.pop(department.pk, None)
        return department.pk, lambda: department.delete() and None


if __name__ == "__main__":
    _, ledger, seed, seconds = sys.argv
    Writer(ledger, int(seed)).run(float(seconds))
