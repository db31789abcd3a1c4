"""Every rule of every model in this room, asked through save(): which field, which words."""

import pytest
from django.core.exceptions import ValidationError

from departments.models import Chart, Department, HandOff
from departments.models.department import DEEPEST_LEVEL
from tests.factories import (
    new_aspect,
    new_chart,
    new_department,
    new_duty,
    new_emphasis,
    new_function,
    new_hand_off,
    new_relation,
    new_stage,
    new_trait,
    new_waiver,
)

pytestmark = pytest.mark.django_db
GONE = 987_654


def foreign():
    """A department of another chart."""
    return new_department()


def changed(record, **values):
    for field, value in values.items():
        setattr(record, field, value)
    record.save()


def below(department):
    return new_department(parent=department)


def twin(**values):
    new_department(name="市场部", **values)
    return new_department(name="市场部", **values)


def with_itself(relation):
    changed(relation, to_department=relation.from_department)


def second_relation():
    first = new_relation()
    new_relation(from_department=first.from_department, to_department=first.to_department)


def second_trait():
    first = new_trait()
    new_trait(aspect=first.aspect, department=first.department)


def second_waiver():
    new_waiver(chart=new_waiver().chart)


OTHER_CHART = "Both departments must be in the same chart. Choose one of this chart."
STAYS = "It stays in its chart. To have it in another chart, add it there."
GONE_WORDS = "This was deleted. Choose another."
RULES = {
    "department: parent of another chart": (
        lambda: new_department(chart=new_chart(), parent=foreign()),
        *("parent", "The superior department belongs to another chart. Choose one of this chart."),
    ),
    "department: moved below another chart's": (
        lambda: changed(new_department(), parent=foreign()),
        *("parent", "The superior department belongs to another chart. Choose one of this chart."),
    ),
    "department: its own parent": (
        lambda: (one := new_department()) and changed(one, parent=one),
        *(
            "parent",
            "A department cannot be below itself or below one of its own departments.",
        ),
    ),
    "department: its own parent by raw id": (
        lambda: (one := new_department()) and changed(one, parent_id=one.pk),
        *(
            "parent",
            "A department cannot be below itself or below one of its own departments.",
        ),
    ),
    "department: below its own descendant": (
        lambda: (one := new_department()) and changed(one, parent=below(below(one))),
        *(
            "parent",
            "A department cannot be below itself or below one of its own departments.",
        ),
    ),
    "department: parent is gone": (
        lambda: changed(new_department(), parent_id=GONE),
        *("parent", GONE_WORDS),
    ),
    "department: chart is gone": (
        lambda: Department(chart_id=GONE, name="新部").save(),
        *("chart", GONE_WORDS),
    ),
    "department: into another chart": (
        lambda: changed(new_department(), chart=new_chart()),
        *("chart", STAYS),
    ),
    "department: twin below one parent": (
        lambda: twin(parent=new_department()),
        *("name", "Another department beside it has this name."),
    ),
    "department: twin on the first level": (
        lambda: twin(chart=new_chart()),
        *("name", "Another department beside it has this name."),
    ),
    "department: address with a slash": (
        lambda: new_department(slug="a/b"),
        *("slug", "Use letters, digits, hyphens and underscores only."),
    ),
    "department: unknown kind": (
        lambda: new_department(kind="tribe"),
        *("kind", "Value 'tribe' is not a valid choice."),
    ),
    "department: negative headcount": (
        lambda: new_department(headcount=-1),
        *("headcount", "Ensure this value is greater than or equal to 0."),
    ),
    "chart: unknown status": (
        lambda: new_chart(status="secret"),
        *("status", "Value 'secret' is not a valid choice."),
    ),
    "chart: taken address": (
        lambda: new_chart(slug=new_chart().slug),
        *("slug", "Chart with this Address already exists."),
    ),
    "duty: into another chart": (
        lambda: changed(new_duty(), department=foreign()),
        *("department", STAYS),
    ),
    "duty: without text": (lambda: new_duty(text=" "), "text", "This field cannot be blank."),
    "duty: too long": (
        lambda: new_duty(text="市" * 501),
        *("text", "Ensure this value has at most 500 characters (it has 501)."),
    ),
    "duty: function is gone": (
        lambda: new_duty(function_id=GONE),
        *("function", GONE_WORDS),
    ),
    "emphasis: duty of another department": (
        lambda: new_emphasis(duty=new_duty()),
        *("duty", "This duty belongs to another department. Choose one of this department."),
    ),
    "hand-off: to itself": (
        lambda: (one := new_department()) and new_hand_off(giver=one, receiver=one),
        *("receiver", "A department cannot hand over to itself. Choose another."),
    ),
    "hand-off: to another chart": (
        lambda: new_hand_off(receiver=foreign()),
        *("receiver", OTHER_CHART),
    ),
    "hand-off: giver is gone": (
        lambda: HandOff(giver_id=GONE, receiver=new_department(), text="信息").save(),
        *("giver", GONE_WORDS),
    ),
    "relation: to itself": (
        lambda: with_itself(new_relation()),
        *("to_department", "A department has no relation to itself. Choose another."),
    ),
    "relation: to another chart": (
        lambda: new_relation(to_department=foreign()),
        *("to_department", OTHER_CHART),
    ),
    "relation: twice": (second_relation, "__all__", "This relation is already there."),
    "trait: twice": (
        second_trait,
        *("__all__", "This department already has a trait in this aspect."),
    ),
    "waiver: twice": (second_waiver, "__all__", "This finding is already accepted."),
    "function: twin": (
        lambda: new_function(name="定价") and new_function(name="定价"),
        *("name", "Function with this Name already exists."),
    ),
    "stage: twin": (
        lambda: new_stage(name="导入期") and new_stage(name="导入期"),
        *("name", "Life-cycle stage with this Name already exists."),
    ),
    "aspect: twin": (
        lambda: new_aspect(name="层次") and new_aspect(name="层次"),
        *("name", "Aspect with this Name already exists."),
    ),
    "any: key with a blank": (
        lambda: new_chart(key="a b"),
        *("key", "A key has letters, digits, . _ - only."),
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_broken_rule_is_refused_on_its_field_in_words(rule):
    act, field, words = RULES[rule]
    with pytest.raises(ValidationError) as refusal:
        act()
    assert {name: lines[0] for name, lines in refusal.value.message_dict.items()} == {field: words}


def test_a_name_may_be_used_again_elsewhere_in_the_chart():
    root = new_department(name="市场部")
    assert new_department(parent=root, name="市场部").slug == "市场部-2"


def test_addresses_are_made_from_names_and_numbered():
    slugs = [new_chart(name=name).slug for name in ("A 方案", "A 方案", "！！", "??")]
    assert slugs == ["a-方案", "a-方案-2", "-", "--2"]


def chain(length):
    department = new_department()
    levels = [department]
    while len(levels) < length:
        levels.append(new_department(parent=levels[-1]))
    return levels


def test_thirty_levels_stand_and_the_thirty_first_is_refused():
    levels = chain(DEEPEST_LEVEL)
    assert Department.objects.get(pk=levels[-1].pk).level == 29
    with pytest.raises(ValidationError) as refusal:
        new_department(parent=levels[-1])
    assert refusal.value.message_dict == {
        "parent": [
            "The chart would have more than 30 levels. Choose a superior department higher up."
        ]
    }


@pytest.mark.parametrize("side", ["first-child", "last-child"])
def test_a_branch_that_would_grow_too_deep_is_not_moved(side):
    levels = chain(DEEPEST_LEVEL - 1)
    branch = new_department(chart=levels[0].chart)
    new_department(parent=branch)
    with pytest.raises(ValidationError) as refusal:
        branch.move_to(levels[-1], side)
    assert list(refusal.value.message_dict) == ["parent"]
    branch.move_to(levels[-2], side)
    assert Department.objects.find_damage() == []


def test_a_library_entry_in_use_is_not_deleted():
    duty = new_duty(function=new_function())
    with pytest.raises(Exception, match="protected") as refusal:
        duty.function.delete()
    assert type(refusal.value).__name__ == "ProtectedError"
    assert Chart.objects.get(pk=duty.chart_id).departments.count() == 1
