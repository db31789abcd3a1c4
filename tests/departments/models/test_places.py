"""Where a department stands: moves, saves of parts, copies, refusals.

营销部            财务部
├── 市场部
│   ├── 调研组
│   └── 企划组
└── 销售部
"""

import copy

import pytest
from django.core.exceptions import ValidationError

from departments.models import Department, Stale
from tests.factories import new_chart, new_department, new_forest

pytestmark = pytest.mark.django_db
TREE = {"营销部": {"市场部": {"调研组": {}, "企划组": {}}, "销售部": {}}, "财务部": {}}


@pytest.fixture
def drawn():
    return new_forest(**TREE)


def shape():
    """The forest as drawn by the tree columns: name and level in order."""
    assert Department.objects.find_damage() == []
    rows = Department.objects.order_by("tree_id", "lft")
    return [(one.name, one.level) for one in rows]


AS_DRAWN = [
    *[("营销部", 0), ("市场部", 1), ("调研组", 2), ("企划组", 2), ("销售部", 1)],
    ("财务部", 0),
]


def errors(act):
    """The fields that are refused, and the first sentence on each."""
    with pytest.raises(ValidationError) as refusal:
        act()
    return {field: messages[0] for field, messages in refusal.value.message_dict.items()}


def again(department):
    return Department.objects.get(pk=department.pk)


def test_the_tree_is_as_drawn(drawn):
    assert shape() == AS_DRAWN


def test_mptts_rebuild_changes_nothing(drawn):
    drawn["销售部"].move_to(drawn["市场部"], "left")
    before = list(Department.objects.order_by("pk").values())
    Department.objects.rebuild()
    assert list(Department.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("first-child", ["销售部", "调研组", "企划组"]),
        ("last-child", ["调研组", "企划组", "销售部"]),
    ],
)
def test_a_department_moves_into_another(drawn, side, expected):
    drawn["销售部"].move_to(drawn["市场部"], side)
    assert [one.name for one in again(drawn["市场部"]).get_children()] == expected
    assert len(shape()) == 6


@pytest.mark.parametrize(
    ("side", "expected"),
    [("left", ["销售部", "营销部", "财务部"]), ("right", ["营销部", "销售部", "财务部"])],
)
def test_a_department_moves_beside_a_root(drawn, side, expected):
    drawn["销售部"].move_to(drawn["营销部"], side)
    assert [one.name for one in Department.objects.roots()] == expected
    assert len(shape()) == 6


def test_a_move_without_a_target_goes_to_the_first_level(drawn):
    drawn["市场部"].move_to(None)
    assert shape() == [
        *[("营销部", 0), ("销售部", 1), ("财务部", 0)],
        *[("市场部", 0), ("调研组", 1), ("企划组", 1)],
    ]


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_move_beside_itself_changes_nothing(drawn, side):
    drawn["市场部"].move_to(again(drawn["市场部"]), side)
    assert shape() == AS_DRAWN


def test_a_move_to_an_unknown_side_is_refused(drawn):
    with pytest.raises(ValueError) as refusal:
        drawn["市场部"].move_to(drawn["财务部"], "above")
    assert str(refusal.value) == (
        "“above” is no place to move to; use one of first-child, last-child, left, right."
    )


def test_a_saved_copy_knows_its_new_numbers(drawn):
    department = drawn["财务部"]
    department.parent, department.position = drawn["营销部"], 1
    department.save()
    numbers = ("lft", "rght", "tree_id", "level", "parent_id", "position", "version")
    stored = Department.objects.values(*numbers).get(pk=department.pk)
    assert {name: getattr(department, name) for name in numbers} == stored


@pytest.mark.parametrize(("asked", "given"), [(None, 3), (0, 3), (1, 1), (2, 2), (99, 3)])
def test_a_position_out_of_range_becomes_the_nearest(drawn, asked, given):
    department = new_department(parent=drawn["市场部"], name="培训组", position=asked)
    assert department.position == given
    assert shape()[1 + given] == ("培训组", 2)


def test_a_raw_parent_id_moves_as_the_parent_itself_does(drawn):
    department = again(drawn["销售部"])
    department.parent_id = drawn["财务部"].pk
    department.save()
    assert shape()[-2:] == [("财务部", 0), ("销售部", 1)]


@pytest.mark.parametrize("field", ["parent", "parent_id"])
def test_saving_only_the_parent_moves(drawn, field):
    department = again(drawn["企划组"])
    department.parent, department.name = drawn["财务部"], "别名"
    department.save(update_fields=[field])
    assert shape()[-1] == ("企划组", 1)
    assert again(department).position == 1


def test_saving_only_the_position_leaves_the_parent(drawn):
    department = again(drawn["企划组"])
    department.parent, department.position = drawn["财务部"], 1
    department.save(update_fields=["position"])
    assert shape()[2:4] == [("企划组", 2), ("调研组", 2)]


def test_saving_only_the_name_leaves_the_place(drawn):
    department = again(drawn["企划组"])
    department.parent, department.position, department.name = None, 1, "策划组"
    department.save(update_fields=["name"])
    assert shape()[3] == ("策划组", 2)


def test_a_copy_that_read_only_the_name_saves_the_name(drawn):
    department = Department.objects.only("name").get(pk=drawn["企划组"].pk)
    department.name = "策划组"
    department.save()
    assert shape()[3] == ("策划组", 2)


def test_a_rename_of_an_old_copy_keeps_the_order_that_others_made(drawn):
    old = again(drawn["企划组"])
    new_department(parent=drawn["市场部"], name="培训组", position=1)
    old.name = "策划组"
    old.save()
    assert [name for name, level in shape() if level == 2] == ["培训组", "调研组", "策划组"]


def test_a_rename_of_an_old_copy_does_not_undo_a_move(drawn):
    old = again(drawn["企划组"])
    drawn["企划组"].move_to(drawn["财务部"])
    old.name = "策划组"
    with pytest.raises(Stale):
        old.save()
    assert shape()[-1] == ("企划组", 1)


def test_a_copy_without_id_is_refused_until_it_counts_as_new(drawn):
    double = again(drawn["市场部"])
    double.pk = None
    with pytest.raises(Stale):
        double.save()
    double._state.adding = True
    assert errors(double.save) == {
        "__all__": "Department with this Chart and Key already exists.",
        "name": "Another department beside it has this name.",
    }
    assert shape() == AS_DRAWN


def test_a_copy_with_its_own_key_and_name_is_a_new_department(drawn):
    double = again(drawn["市场部"])
    double.pk, double._state.adding = None, True
    double.key, double.slug, double.name, double.position = "copy", "", "品牌部", None
    double.save()
    assert shape() == [*AS_DRAWN[:5], ("品牌部", 1), AS_DRAWN[5]]


def test_a_save_after_deletion_is_refused_in_words(drawn):
    old = again(drawn["销售部"])
    drawn["销售部"].delete()
    with pytest.raises(Stale) as refusal:
        old.save()
    assert refusal.value.messages == [
        "“销售部” was changed or deleted by somebody else after you opened it. "
        "Nothing was saved; open it again and repeat your change."
    ]


def test_deleting_twice_closes_the_gap_once(drawn):
    old = again(drawn["市场部"])
    assert drawn["市场部"].delete()[0] == 3
    assert old.delete() == (0, {})
    assert shape() == [("营销部", 0), ("销售部", 1), ("财务部", 0)]


def test_deleting_many_leaves_no_gap(drawn):
    named = Department.objects.filter(name__in=["市场部", "调研组", "财务部"])
    assert named.delete()[1]["departments.Department"] == 4
    assert shape() == [("营销部", 0), ("销售部", 1)]


def test_deleting_through_a_relation_leaves_no_gap(drawn):
    drawn["营销部"].children.all().delete()
    assert shape() == [("营销部", 0), ("财务部", 0)]


def test_deleting_a_chart_leaves_the_others_sound(drawn):
    other = new_forest(**TREE)
    drawn["营销部"].chart.delete()
    assert shape() == AS_DRAWN
    assert again(other["销售部"]).position == 2


def test_a_failed_save_can_be_mended_and_repeated(drawn):
    department = again(drawn["销售部"])
    department.name = "市场部"
    assert list(errors(department.save)) == ["name"]
    department.name = "业务部"
    department.save()
    assert shape()[4] == ("业务部", 1)


def test_two_charts_do_not_see_each_other(drawn):
    other = new_forest(chart=new_chart(), **TREE)
    drawn["销售部"].move_to(drawn["营销部"], "left")
    other["市场部"].move_to(other["财务部"], "right")
    assert len(shape()) == 12
    assert [one.name for one in Department.objects.roots().filter(chart=other["财务部"].chart)] == [
        *["营销部", "财务部", "市场部"]
    ]


def test_copying_an_instance_in_memory_does_not_share_its_place(drawn):
    first = again(drawn["企划组"])
    second = copy.copy(first)
    first.move_to(drawn["财务部"])
    second.move_to(drawn["销售部"])
    assert shape()[3:] == [("销售部", 1), ("企划组", 2), ("财务部", 0)]
