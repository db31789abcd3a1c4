"""Random charts with any text and any ties, for what writes them as files."""

from hypothesis import strategies

from orgchart.outline import Chart, Department, HandOff, Relation, Role

# What one format or another takes for more than itself.
HOSTILE = [
    *("end", 'a"b', "#35;", "[x](y)", "`**b**`", "<script>alert(1)</script>", "&lt;b&gt;"),
    *('%%{init: {"theme": "dark"}}%%', "1. list", "- item", "$$x^2$$", "fa:fa-car", "ﬂ°°35¶ß"),
    *("style:x#quot;", "a-->b", "subgraph", "\\N \\", "x\\", '"]; x -> y; "', "{{a}}", "((a))"),
    *("=1+1", "+1", "-1", "@a", "＝1", "'=1", "''", "%name%", "R&D", "a,b", "👩‍💻", "قسم", " "),
]
texts = strategies.one_of(
    strategies.sampled_from(HOSTILE),
    strategies.text(strategies.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
)
TIES = ("guides", "evaluates", "collaborates", "dotted_line")


@strategies.composite
def tied_charts(draw, names=texts, most=12):
    """A random chart of any shape with hand-offs, relations and roles."""
    size = draw(strategies.integers(1, most))
    places = strategies.integers(0, size - 1)
    parents = [draw(strategies.integers(-1, index - 1)) for index in range(size)]
    below: dict[int, list] = {index: [] for index in range(-1, size)}
    for index in range(size - 1, -1, -1):
        below[parents[index]].insert(0, department(draw, index, names, below[index]))
    ends = strategies.tuples(places, places).filter(lambda two: two[0] != two[1])
    pairs = strategies.lists(ends, max_size=8) if size > 1 else strategies.just([])
    hand_offs = [
        HandOff(key=f"h{number}", giver=f"k{start}", receiver=f"k{end}", text="资料")
        for number, (start, end) in enumerate(draw(pairs))
    ]
    relations = [
        Relation(
            key=f"r{number}",
            from_department=f"k{start}",
            to_department=f"k{end}",
            kind=draw(strategies.sampled_from(TIES)),
        )
        for number, (start, end) in enumerate(draw(pairs))
    ]
    return Chart(
        key="chart",
        name=draw(names),
        departments=tuple(below[-1]),
        hand_offs=tuple(hand_offs),
        relations=tuple(relations),
    )


def department(draw, index, names, children):
    roles = tuple(
        Role(key=f"o{index}-{number}", name=draw(names))
        for number in range(draw(strategies.integers(0, 2)))
    )
    return Department(
        key=f"k{index}",
        name=draw(names),
        mission=draw(strategies.one_of(strategies.just(""), names)),
        kind=draw(strategies.sampled_from(["department", "team", "outside"])),
        roles=roles,
        role_count=len(roles),
        children=tuple(children),
        child_count=len(children),
    )
