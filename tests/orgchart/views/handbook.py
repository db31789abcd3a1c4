"""A public chart in which one of everything has so many of everything."""

from orgchart import outline, storage


def write_handbook(number: int) -> None:
    """Make chart “g”; its department “a” and role “o1” have so many of each kind."""
    numbers = range(1, number + 1)
    passages = tuple(outline.Passage(key=str(n), heading=f"标题{n}", text="一段") for n in numbers)
    storage.store_library(
        outline.Library(
            functions=tuple(outline.Term(key=f"f{n}", name=f"职能{n}") for n in numbers),
            stages=tuple(outline.Term(key=f"s{n}", name=f"阶段{n}") for n in numbers),
            aspects=tuple(outline.Term(key=f"a{n}", name=f"方面{n}") for n in numbers),
            articles=tuple(
                outline.Article(key=f"p{n}", name=f"参考{n}", passages=passages if n == 1 else ())
                for n in numbers
            ),
        )
    )
    storage.store(chart(numbers))


def chart(numbers: range) -> outline.Chart:
    pair = [("a", "b"), ("b", "a")]
    return outline.Chart(
        key="g",
        name="方案",
        slug="g",
        status="published",
        departments=(
            outline.Department(key="top", name="总部", slug="top", children=branches(numbers)),
        ),
        hand_offs=tuple(
            outline.HandOff(
                key=f"{giver}{n}", giver=giver, receiver=receiver, text="信息", function="f1"
            )
            for giver, receiver in pair
            for n in numbers
        ),
        relations=tuple(
            outline.Relation(key=f"r{n}", from_department="a", to_department=f"c{n}", kind="guides")
            for n in numbers
        ),
        traits=tuple(
            outline.Trait(key=f"t{n}", aspect=f"a{n}", department="a", text="战略") for n in numbers
        ),
        emphases=tuple(
            outline.Emphasis(key=f"e{n}", stage="s1", department="a", text="调研", duty=f"a.{n}")
            for n in numbers
        ),
        working_relationships=tuple(
            outline.WorkingRelationship(
                key=f"w{n}", matter="沟通", role="o1", counterpart_department="a"
            )
            for n in numbers
        ),
    )


def branches(numbers: range) -> tuple[outline.Department, ...]:
    beside = tuple(outline.Department(key=f"n{n}", name=f"同级{n}", slug=f"n{n}") for n in numbers)
    return (
        outline.Department(
            key="a",
            name="甲部",
            slug="a",
            duties=tuple(
                outline.Duty(key=f"a.{n}", text="调研市场", function="f1") for n in numbers
            ),
            roles=tuple(role(n, numbers) for n in numbers),
            children=tuple(
                outline.Department(key=f"c{n}", name=f"下级{n}", slug=f"c{n}") for n in numbers
            ),
        ),
        outline.Department(key="b", name="乙部", slug="b"),
        *beside,
    )


def role(n: int, numbers: range) -> outline.Role:
    mine = numbers if n == 1 else range(1, 2)
    duties = tuple(
        outline.RoleDuty(
            key=f"o{n}.{place}",
            text="撰写调研报告",
            function="f1",
            carries=(outline.Carrying(duty=f"a.{place}"),),
        )
        for place in mine
    )
    above = "o1" if n > 1 else ""
    return outline.Role(key=f"o{n}", name=f"主管{n}", slug=f"o{n}", reports_to=above, duties=duties)
