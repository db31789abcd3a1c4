"""Puts the trees into the database of the environment, by bulk writes.

python -m tests.benchmarks.planting 100 1000
"""

import sys

import django

django.setup()

from departments.models import Chart, Department, writing  # noqa: E402
from tests.benchmarks.trees import MISSION, name_of, parent_of, slug_of  # noqa: E402


def plant(size: int) -> Chart:
    """Store a published chart of so many departments."""
    chart = Chart(name=f"树{size}", slug=f"树-{size}", status=Chart.Status.PUBLISHED)
    chart.save()
    made: list[Department] = []
    for number in range(size):
        parent = parent_of(number)
        made.append(
            Department(
                chart=chart,
                parent=None if parent is None else made[parent],
                key=f"d{number}",
                slug=slug_of(number),
                name=name_of(number),
                mission=MISSION,
                position=number,
            )
        )
    with writing():
        Department.objects.create_numbered(made)
    return chart


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        plant(int(argument))
