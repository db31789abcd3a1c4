"""Records for tests: each function makes one valid record, and what it stands on.

Names are given only where a test is about them; the rest is made up and unique.
"""

from itertools import count

from departments.models import (
    Article,
    Aspect,
    Chart,
    Department,
    DepartmentDuty,
    Emphasis,
    Function,
    HandOff,
    Likeness,
    Passage,
    Relation,
    Stage,
    Trait,
    Waiver,
    writing,
)
from roles.models import Carrying, Role, RoleDuty, WorkingRelationship

numbers = count(1)


def made(model, **values):
    """Save a record through its model, rules included, and return it."""
    record = model(**values)
    record.save()
    return record


def new_chart(*, name="", **values):
    return made(Chart, name=name or f"方案{next(numbers)}", **values)


def new_department(*, chart=None, parent=None, name="", **values):
    chart = chart or (parent.chart if parent else new_chart())
    name = name or f"部门{next(numbers)}"
    return made(Department, chart=chart, parent=parent, name=name, **values)


def add_departments(chart, number):
    """Add so many departments of the first level in a few statements."""
    last = Department.objects.filter(chart=chart, parent=None).count()
    with writing():
        return Department.objects.create_numbered(
            Department(
                chart=chart,
                key=f"added-{place}",
                slug=f"added-{place}",
                name=f"新部门{place}",
                position=place,
            )
            for place in range(last + 1, last + number + 1)
        )


def new_forest(*, chart=None, **shape):
    """Make departments as drawn and return them by name: new_forest(a={"b": {}}, c={})."""
    chart, made_departments = chart or new_chart(), {}
    waiting = [(None, shape)]
    while waiting:
        parent, below = waiting.pop(0)
        for name, children in below.items():
            made_departments[name] = new_department(chart=chart, parent=parent, name=name)
            waiting.append((made_departments[name], children))
    return made_departments


def new_duty(*, department=None, text="制定年度营销目标", **values):
    return made(DepartmentDuty, department=department or new_department(), text=text, **values)


def new_function(*, name="", **values):
    return made(Function, name=name or f"职能{next(numbers)}", **values)


def new_stage(*, name="", **values):
    return made(Stage, name=name or f"阶段{next(numbers)}", **values)


def new_aspect(*, name="", **values):
    return made(Aspect, name=name or f"方面{next(numbers)}", **values)


def new_article(*, name="", **values):
    return made(Article, name=name or f"参考{next(numbers)}", **values)


def new_passage(*, article=None, text="一段话。", **values):
    return made(Passage, article=article or new_article(), text=text, **values)


def new_emphasis(*, department=None, stage=None, text="强调一项", **values):
    department = department or new_department()
    return made(Emphasis, department=department, stage=stage or new_stage(), text=text, **values)


def new_hand_off(*, giver=None, receiver=None, text="市场信息", **values):
    giver = giver or new_department()
    receiver = receiver or new_department(chart=giver.chart)
    return made(HandOff, giver=giver, receiver=receiver, text=text, **values)


def new_relation(*, from_department=None, to_department=None, kind="guides", **values):
    from_department = from_department or new_department()
    to_department = to_department or new_department(chart=from_department.chart)
    return made(
        Relation, from_department=from_department, to_department=to_department, kind=kind, **values
    )


def new_trait(*, department=None, aspect=None, text="战略层次", **values):
    department = department or new_department()
    return made(Trait, department=department, aspect=aspect or new_aspect(), text=text, **values)


def new_likeness(*, first=None, second=None, verdict="same", **values):
    first = first or new_duty()
    second = second or new_duty(department=new_department(chart=first.chart))
    return made(Likeness, first=first, second=second, verdict=verdict, **values)


def new_waiver(*, chart=None, code="E1", object_key="marketing", reason="已商定", **values):
    return made(
        Waiver,
        chart=chart or new_chart(),
        code=code,
        object_key=object_key,
        reason=reason,
        **values,
    )


def new_role(*, department=None, name="", **values):
    name = name or f"岗位{next(numbers)}"
    return made(Role, department=department or new_department(), name=name, **values)


def new_role_duty(*, role=None, text="撰写市场调研报告", **values):
    return made(RoleDuty, role=role or new_role(), text=text, **values)


def new_carrying(*, role_duty=None, department_duty=None, **values):
    role_duty = role_duty or new_role_duty()
    department_duty = department_duty or new_duty(department=role_duty.role.department)
    return made(Carrying, role_duty=role_duty, department_duty=department_duty, **values)


def new_working_relationship(*, role=None, department=None, matter="沟通市场信息", **values):
    role = role or (None if department else new_role())
    if not any(name.startswith("counterpart") for name in values):
        values["counterpart_text"] = "广告公司"
    return made(WorkingRelationship, role=role, department=department, matter=matter, **values)


# Every model with its factory, by what a change of it concerns.
IN_A_CHART = {
    Department: new_department,
    DepartmentDuty: new_duty,
    Emphasis: new_emphasis,
    HandOff: new_hand_off,
    Likeness: new_likeness,
    Relation: new_relation,
    Trait: new_trait,
    Waiver: new_waiver,
    Role: new_role,
    RoleDuty: new_role_duty,
    Carrying: new_carrying,
    WorkingRelationship: new_working_relationship,
}
IN_THE_LIBRARY = {
    Function: new_function,
    Stage: new_stage,
    Aspect: new_aspect,
    Article: new_article,
    Passage: new_passage,
}
EVERY_MODEL = {Chart: new_chart} | IN_A_CHART | IN_THE_LIBRARY
