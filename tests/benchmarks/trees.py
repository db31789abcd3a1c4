"""The trees that are measured: about six below each, with Chinese labels.

Node 0 is the top, node n stands below node (n - 1) // 6; so every size is one
tree whose levels hold 1, 6, 36, 216 … departments.
"""

from orgchart import outline

BELOW = 6
AREAS = ("华北", "华东", "华南", "西南", "西北", "东北", "华中")
TASKS = ("市场", "销售", "品牌", "渠道", "客户服务", "产品策划", "营销推广", "数据分析")
MISSION = "制定并执行年度营销计划，协调各区域资源"


def parent_of(number: int) -> int | None:
    """Return the number of the superior, None for the top."""
    return (number - 1) // BELOW if number else None


def name_of(number: int) -> str:
    """Return a name that is used once."""
    return f"{AREAS[number % len(AREAS)]}{TASKS[number % len(TASKS)]}{number}部"


def slug_of(number: int) -> str:
    """Return the address of a department in its chart."""
    return f"部门-{number}"


def depths_of(size: int) -> list[int]:
    """Return the level of each node, from 1."""
    depths = [1]
    for number in range(1, size):
        depths.append(depths[(number - 1) // BELOW] + 1)
    return depths


def rows_of(size: int) -> list[dict]:
    """Return the tree as d3-org-chart takes it: rows that name their superior."""
    return [
        {
            "id": number,
            "parentId": "" if parent_of(number) is None else parent_of(number),
            "name": name_of(number),
            "mission": MISSION,
        }
        for number in range(size)
    ]


def nested(size: int) -> dict:
    """Return the tree as orgchart takes it: each node holds those below it."""
    nodes = [
        {"id": str(number), "name": name_of(number), "mission": MISSION, "children": []}
        for number in range(size)
    ]
    for number in range(1, size):
        nodes[(number - 1) // BELOW]["children"].append(nodes[number])
    return nodes[0]


def outlined(size: int) -> outline.Chart:
    """Return the whole tree as an outline."""
    below: list[list[outline.Department]] = [[] for _ in range(size)]
    for number in reversed(range(size)):
        children = tuple(reversed(below[number]))
        department = outline.Department(
            key=f"d{number}",
            name=name_of(number),
            slug=slug_of(number),
            mission=MISSION,
            children=children,
            child_count=len(children),
            descendant_count=sum(child.descendant_count + 1 for child in children),
        )
        if not number:
            return outline.Chart(key=f"tree-{size}", name="树", departments=(department,))
        below[(number - 1) // BELOW].append(department)
    raise ValueError("A tree has at least one department.")
