"""Outlines for tests that need no database."""

from itertools import count
from random import Random

from hypothesis import strategies

from orgchart.layout import Style
from orgchart.outline import Chart, Department, Duty, HandOff, Role, Trait

# All that differ in how cards stand or how large they are.
STYLES = [
    Style(),
    Style(with_roles=True),
    Style(vertical=True),
    Style(sideways=True),
    Style(sideways=True, with_roles=True),
]
numbers = count(1)


def unit(name="", *children, **values):
    """A department with what is below it; its key is its name."""
    name = name or f"部门{next(numbers)}"
    return Department(
        key=values.pop("key", name),
        name=name,
        slug=name,
        children=children,
        child_count=values.pop("child_count", len(children)),
        descendant_count=values.pop(
            "descendant_count", sum(1 + child.descendant_count for child in children)
        ),
        **values,
    )


def chart_of(*departments, **values):
    return Chart(key="chart", name="方案", departments=departments, **values)


def duty(text, function="", **values):
    return Duty(key=values.pop("key", text), text=text, function=function, **values)


def role(name, duties=0):
    return Role(key=name, name=name, duty_count=duties)


def hand_off(giver, receiver, text="资料"):
    return HandOff(key=f"{giver}-{receiver}-{text}", giver=giver, receiver=receiver, text=text)


def trait(aspect, department, text):
    return Trait(key=f"{aspect}.{department}", aspect=aspect, department=department, text=text)


# Chinese, Latin, mixed, emoji, right-to-left, marks that combine, very long and very short.
names = strategies.one_of(
    strategies.text(alphabet="市场部销售营品牌中心策划", min_size=1, max_size=200),
    strategies.text(alphabet="abcWWMM iIl-", min_size=1, max_size=200).filter(str.strip),
    strategies.sampled_from(["🧑‍💼👩🏽‍💻团队", "قسم التسويق والمبيعات", "e\u0301" * 90, "A", "部"]),
)


@strategies.composite
def charts(draw, most=60):
    """A random chart of up to `most` departments, of any shape, with any names."""
    size = draw(strategies.integers(1, most))
    parents = [draw(strategies.integers(-1, index - 1)) for index in range(size)]
    kinds = strategies.sampled_from(["department", "centre", "outside"])
    layouts = strategies.sampled_from(["inherit", "inherit", "wide", "stacked"])
    placements = strategies.sampled_from(["below", "below", "below", "beside"])
    below: dict[int, list] = {index: [] for index in range(-1, size)}
    for index in range(size - 1, -1, -1):
        roles = tuple(role(f"岗位{n}", n) for n in range(draw(strategies.integers(0, 4))))
        below[parents[index]].insert(
            0,
            unit(
                draw(names),
                *below[index],
                key=f"d{index}",
                mission=draw(strategies.sampled_from(["", "对各环节行使管理、监督、协调、服务。"])),
                kind=draw(kinds),
                branch_layout=draw(layouts),
                placement=draw(placements),
                roles=roles,
                role_count=len(roles),
            ),
        )
    ends = strategies.integers(0, size - 1)
    pairs = draw(strategies.lists(strategies.tuples(ends, ends), max_size=8))
    exchanges = tuple(
        hand_off(f"d{giver}", f"d{receiver}") for giver, receiver in pairs if giver != receiver
    )
    return chart_of(*below[-1], hand_offs=exchanges)


def big_chart(size, seed=0):
    """A chart of so many departments, with up to 30 levels, wide and narrow branches."""
    random = Random(seed)
    levels, parents = [0], [-1]
    for index in range(1, size):
        parent = random.choice(
            (random.randrange(index), max(0, index - random.randint(1, 9)), index // 7)
        )
        while levels[parent] >= 29:
            parent = parents[parent]
        parents.append(parent)
        levels.append(levels[parent] + 1)
    below: dict[int, list] = {index: [] for index in range(-1, size)}
    for index in range(size - 1, -1, -1):
        name = "".join(random.choices("市场营销策划MWil 🧑‍💼", k=random.choice((3, 5, 9, 30, 200))))
        department = unit(
            name.strip() or "部",
            *reversed(below.pop(index)),
            key=f"d{index}",
            mission=random.choice(("", "对各环节行使管理、监督、协调、服务。")),
            kind=random.choice(("department", "centre", "outside")),
            branch_layout=random.choice(("inherit", "inherit", "inherit", "wide", "stacked")),
            placement=random.choices(("below", "beside"), (30, 1))[0],
        )
        below[parents[index]].append(department)
    pairs = [(random.randrange(size), random.randrange(size)) for _arrow in range(20)]
    return chart_of(
        *reversed(below[-1]),
        hand_offs=tuple(hand_off(f"d{one}", f"d{other}") for one, other in pairs if one != other),
    )
