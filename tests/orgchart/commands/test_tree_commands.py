"""checktree finds every planted damage, repairtree mends it and loses nothing.

营销部            财务部        别处 (another chart)
├── 市场部
│   ├── 调研组
│   └── 企划组
└── 销售部
"""

import json

import pytest
from django.core.management import call_command
from django.db import connection

from departments.models import Chart, Department
from tests.departments.models.damage import KINDS, parent_in_another_chart
from tests.factories import new_chart, new_department, new_forest

# SQLite switches its foreign keys only outside a transaction.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TREE = {"营销部": {"市场部": {"调研组": {}, "企划组": {}}, "销售部": {}}, "财务部": {}}
# Where a cut department stands afterwards; everybody else stays where they were.
CUT = {"parent in another chart": "销售部", "cycle": "营销部", "orphan": "销售部"}
each_damage = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def drawn():
    return new_forest(**TREE) | new_forest(chart=new_chart(name="别的方案"), 别处={})


def rows():
    return list(Department.objects.order_by("pk").values())


def check(*options):
    """The exit code of checktree."""
    try:
        call_command("checktree", *options)
    except SystemExit as end:
        return end.code
    return 0


def children(drawn, name):
    below = Department.objects.filter(parent=drawn[name]).order_by("position")
    return [one.name for one in below]


def first_level(drawn):
    roots = Department.objects.roots().filter(chart=drawn["财务部"].chart)
    return [one.name for one in roots]


def test_sound_trees_pass(drawn, capsys):
    assert check() == 0
    assert capsys.readouterr().out == "All trees are sound.\n"
    assert check("--json") == 0
    assert capsys.readouterr().out == "[]\n"


@each_damage
def test_checktree_finds_it(drawn, kind, capsys):
    KINDS[kind](drawn)
    assert check() == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert last == f"{len(lines)} faults found."
    assert len(lines) > 0
    assert check("--json") == 1
    listed = json.loads(capsys.readouterr().out)
    assert [f"{one['code']}: department {one['id']} {one['detail']}." for one in listed] == lines


@each_damage
def test_without_write_repairtree_writes_nothing(drawn, kind, capsys):
    KINDS[kind](drawn)
    before, revisions = rows(), list(Chart.objects.values_list("revision", flat=True))
    call_command("repairtree")
    assert rows() == before
    assert list(Chart.objects.values_list("revision", flat=True)) == revisions
    assert capsys.readouterr().out.endswith("nothing changed. Run with --write to mend.\n")


@each_damage
def test_repairtree_mends_it(drawn, kind, capsys):
    KINDS[kind](drawn)
    call_command("repairtree", write=True)
    assert capsys.readouterr().out.endswith("faults mended.\n")
    assert Department.objects.find_damage() == []
    assert {row["id"] for row in rows()} == {one.pk for one in drawn.values()}
    assert check() == 0
    connection.check_constraints()
    call_command("repairtree", write=True)
    assert capsys.readouterr().out.endswith("All trees are sound; nothing to mend.\n")


@each_damage
def test_repairtree_keeps_the_order_of_siblings(drawn, kind):
    KINDS[kind](drawn)
    call_command("repairtree", write=True)
    moved = {"parent in another tree": "企划组"}.get(kind, CUT.get(kind))
    families = {"市场部": ["调研组", "企划组"], "营销部": ["市场部", "销售部"], "财务部": []}
    for name, expected in families.items():
        assert [one for one in children(drawn, name) if one != moved] == [
            one for one in expected if one != moved
        ]
    if kind == "parent in another tree":
        assert children(drawn, "财务部") == ["企划组"]
    assert [one for one in first_level(drawn) if one != moved or kind == "cycle"] == [
        "营销部",
        "财务部",
    ]
    assert (moved in first_level(drawn)) == (kind in CUT)


@each_damage
def test_a_repair_raises_the_revision_of_the_charts_it_changes(drawn, kind):
    KINDS[kind](drawn)
    revision = Chart.objects.get(pk=drawn["营销部"].chart_id).revision
    call_command("repairtree", write=True)
    assert Chart.objects.get(pk=drawn["营销部"].chart_id).revision > revision


def test_a_cut_department_gets_a_free_name_on_the_first_level(drawn):
    new_department(chart=drawn["营销部"].chart, name="销售部")
    new_department(chart=drawn["营销部"].chart, name="销售部 2")
    parent_in_another_chart(drawn)
    call_command("repairtree", write=True)
    assert sorted(first_level(drawn)) == ["营销部", "财务部", "销售部", "销售部 2", "销售部 3"]
    assert Department.objects.get(pk=drawn["销售部"].pk).name == "销售部 3"


def test_people_go_on_working_after_a_repair(drawn):
    KINDS["cycle"](drawn)
    call_command("repairtree", write=True)
    department = Department.objects.get(pk=drawn["企划组"].pk)
    department.move_to(drawn["销售部"])
    assert Department.objects.find_damage() == []
    assert children(drawn, "销售部") == ["企划组"]


def test_many_departments_are_mended_at_once(drawn):
    chart = new_chart()
    root = new_department(chart=chart, name="根")
    for number in range(250):
        new_department(parent=root, name=f"组{number}")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE departments_department SET lft = 0, rght = 0, tree_id = 1")
    call_command("repairtree", write=True)
    assert Department.objects.find_damage() == []
    assert children({"根": root}, "根") == [f"组{number}" for number in range(250)]
