from django.core import serializers

from departments.models import Chart, Department
from tests.seeding import load_seed, seeded_models


def everything() -> str:
    rows = [row for model in seeded_models() for row in model._base_manager.order_by("pk")]
    return serializers.serialize("json", rows)


def test_a_copy_of_the_seed_is_the_seed(seed):
    first = everything()
    assert Chart.objects.count() == 10
    for model in reversed(seeded_models()):
        model._base_manager.all()._raw_delete(using="default")
    assert Chart.objects.count() == 0
    load_seed()
    assert everything() == first


def test_a_copied_seed_can_be_added_to(seed):
    chart = Chart.objects.create(key="new", slug="new", name="新方案")
    department = Department.objects.create(chart=chart, key="new", slug="new", name="新部门")
    assert department.pk
    assert Department.objects.find_damage() == []
