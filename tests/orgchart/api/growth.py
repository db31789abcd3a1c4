"""A public world of any size: so many records of every kind."""

from departments.models import Chart
from orgchart import outline, storage


def grow(number: int) -> None:
    """Make a chart “g” with so many of everything in it, and as many charts and terms."""
    numbers = range(1, number + 1)
    storage.store_library(
        outline.Library(
            functions=tuple(outline.Term(key=f"f{n}", name=f"职能{n}") for n in numbers),
            stages=tuple(outline.Term(key=f"s{n}", name=f"阶段{n}") for n in numbers),
            aspects=tuple(outline.Term(key=f"a{n}", name=f"方面{n}") for n in numbers),
            articles=tuple(
                outline.Article(
                    key=f"p{n}", name=f"参考{n}", passages=(outline.Passage(key="1", text="一段"),)
                )
                for n in numbers
            ),
        )
    )
    storage.store(chart(number))
    for n in numbers[1:]:
        Chart(name=f"方案{n}", key=f"g{n}", status="published").save()


def chart(number: int) -> outline.Chart:
    numbers = range(1, number + 1)
    return outline.Chart(
        key="g",
        name="方案",
        slug="g",
        status="published",
        departments=(
            outline.Department(
                key="top", name="总部", slug="top", children=tuple(department(n) for n in numbers)
            ),
        ),
        hand_offs=tuple(
            outline.HandOff(key=f"h{n}", giver=f"d{n}", receiver="top", text="信息", function="f1")
            for n in numbers
        ),
        relations=tuple(
            outline.Relation(
                key=f"r{n}", from_department="top", to_department=f"d{n}", kind="guides"
            )
            for n in numbers
        ),
        traits=tuple(
            outline.Trait(key=f"t{n}", aspect=f"a{n}", department=f"d{n}", text="战略")
            for n in numbers
        ),
        emphases=tuple(
            outline.Emphasis(
                key=f"e{n}", stage=f"s{n}", department=f"d{n}", text="调研", duty=f"d{n}.1"
            )
            for n in numbers
        ),
        working_relationships=tuple(
            outline.WorkingRelationship(
                key=f"w{n}", matter="沟通", role=f"o{n}", counterpart_department="top"
            )
            for n in numbers
        ),
    )


def department(n: int) -> outline.Department:
    duty = outline.Duty(key=f"d{n}.1", text="调研市场", function=f"f{n}")
    role_duty = outline.RoleDuty(
        key=f"o{n}.1",
        text="撰写报告",
        function=f"f{n}",
        carries=(outline.Carrying(duty=f"d{n}.1"),),
    )
    role = outline.Role(
        key=f"o{n}",
        name="主管",
        slug=f"o{n}",
        reports_to="o1" if n > 1 else "",
        duties=(role_duty,),
    )
    return outline.Department(
        key=f"d{n}", name=f"部门{n}", slug=f"d{n}", duties=(duty,), roles=(role,)
    )
