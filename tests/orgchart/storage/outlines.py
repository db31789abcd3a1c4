"""Any valid outline of a chart, in the order in which it is read back."""

from hypothesis import strategies as st

from departments.models import Chart, Department, DepartmentDuty, HandOff, Relation
from departments.models.text import normalise
from orgchart import outline
from roles.models import Carrying, WorkingRelationship

FUNCTIONS, STAGES, ASPECTS = ("f-1", "f-2"), ("s-1", "s-2", "s-3"), ("a-1", "a-2", "a-3")
LIBRARY = outline.Library(
    functions=tuple(outline.Term(key=key, name=key, slug=key) for key in FUNCTIONS),
    stages=tuple(outline.Term(key=key, name=key, slug=key) for key in STAGES),
    aspects=tuple(outline.Term(key=key, name=key, slug=key) for key in ASPECTS),
)
LETTERS = "市场部销售企划品牌 ABxyzé👩’「」、。,=+-@<>&\"'"
lines = st.text(LETTERS, max_size=12).map(normalise)
named = lines.filter(bool)
prose = st.text(LETTERS + "\n\t", max_size=30).map(normalise)
bases = st.sampled_from(["stated", "inferred", "derived"])
counts = st.none() | st.integers(0, 5000)


def chosen(choices):
    return st.sampled_from([value for value, _label in choices])


def facts(draw, key):
    return {"key": key, "source": draw(lines), "basis": draw(bases), "note": draw(prose)}


def duty(draw, key):
    return {
        **facts(draw, key),
        "text": draw(named),
        "heading": draw(lines),
        "function": draw(st.sampled_from(["", *FUNCTIONS])),
        "involvement": draw(chosen(DepartmentDuty._meta.get_field("involvement").choices)),
    }


def duties_of(draw, key):
    return tuple(
        outline.Duty(**duty(draw, f"{key}.{number}")) for number in range(draw(st.integers(0, 2)))
    )


class Sketch:
    """The chart while it is drawn: what later parts may point at."""

    def __init__(self, draw):
        self.draw = draw
        number = draw(st.integers(0, 7))
        self.units = [f"d-{index}" for index in range(number)]
        above = [draw(st.none() | st.integers(0, i - 1)) if i else None for i in range(number)]
        self.below = {place: [] for place in (None, *range(number))}
        for index, parent in enumerate(above):
            self.below[parent].append(index)
        self.duties = {index: duties_of(draw, key) for index, key in enumerate(self.units)}
        self.roles = []

    def department(self, index):
        draw, key = self.draw, self.units[index]
        roles = tuple(self.role(f"{key}-r{number}") for number in range(draw(st.integers(0, 2))))
        children = tuple(self.department(child) for child in self.below[index])
        return outline.Department(
            **facts(draw, key),
            name=f"{draw(lines)}{index}号",
            slug=f"部-{index}",
            name_en=draw(lines),
            kind=draw(chosen(Department.Kind.choices)),
            aliases=draw(lines),
            mission=draw(prose),
            summary=draw(prose),
            headcount=draw(counts),
            branch_layout=draw(chosen(Department.BranchLayout.choices)),
            duties=self.duties[index],
            roles=roles,
            placement=draw(chosen(Department.Placement.choices)),
            children=children,
            duty_count=len(self.duties[index]),
            role_count=len(roles),
            child_count=len(children),
            descendant_count=sum(1 + child.descendant_count for child in children),
        )

    def role(self, key):
        draw = self.draw
        duties = tuple(
            self.role_duty(f"{key}.{number}") for number in range(draw(st.integers(0, 2)))
        )
        superior = draw(st.sampled_from(["", *self.roles]))
        self.roles.append(key)
        return outline.Role(
            **facts(draw, key),
            name=f"{draw(lines)}{key}",
            slug=key,
            name_en=draw(lines),
            aliases=draw(lines),
            reports_to=superior,
            reports_to_basis=draw(bases) if superior else "",
            purpose=draw(prose),
            authority=draw(prose),
            qualifications=draw(prose),
            indicators=draw(prose),
            level=draw(lines),
            headcount=draw(counts),
            duties=duties,
            duty_count=len(duties),
        )

    def role_duty(self, key):
        places = [(place, one.key) for own in self.duties.values() for place, one in enumerate(own)]
        carried = sorted(self.draw(st.sets(st.sampled_from(places)))) if places else []
        return outline.RoleDuty(
            **duty(self.draw, key), carries=tuple(self.carrying(key) for _place, key in carried)
        )

    def carrying(self, key):
        told = facts(self.draw, "")
        del told["key"]
        return outline.Carrying(**told, duty=key, extent=self.draw(chosen(Carrying.Extent.choices)))

    def two(self):
        return self.draw(st.permutations(self.units))[:2]

    def ties(self, what, make):
        if len(self.units) < 2:
            return ()
        number = self.draw(st.integers(0, 3))
        return tuple(make(f"{what}-{index}") for index in range(number))

    def hand_off(self, key):
        draw = self.draw
        giver, receiver = self.two()
        return outline.HandOff(
            **facts(draw, key),
            giver=giver,
            receiver=receiver,
            text=draw(named),
            deliverables=tuple(draw(st.lists(named, max_size=3))),
            medium=draw(lines),
            frequency=draw(lines),
            deadline=draw(lines),
            function=draw(st.sampled_from(["", *FUNCTIONS])),
            confirmed_by_giver=draw(st.booleans()),
            confirmed_by_receiver=draw(st.booleans()),
        )

    def relations(self):
        ends = self.ties("relation", lambda key: (key, *self.two(), self.draw(kinds)))
        once = {tuple(rest): key for key, *rest in ends}
        return tuple(
            outline.Relation(
                **facts(self.draw, key), from_department=one, to_department=other, kind=kind
            )
            for (one, other, kind), key in once.items()
        )

    def traits(self):
        places = [(aspect, unit) for aspect in ASPECTS for unit in self.units]
        drawn = sorted(self.draw(st.sets(st.sampled_from(places), max_size=4))) if places else []
        return tuple(
            outline.Trait(
                **facts(self.draw, f"{aspect}.{unit}"),
                aspect=aspect,
                department=unit,
                text=self.draw(named),
            )
            for aspect, unit in drawn
        )

    def emphasis(self, key):
        index = self.draw(st.integers(0, len(self.units) - 1))
        return outline.Emphasis(
            **facts(self.draw, key),
            stage=self.draw(st.sampled_from(STAGES)),
            department=self.units[index],
            text=self.draw(named),
            duty=self.draw(st.sampled_from(["", *(one.key for one in self.duties[index])])),
        )

    def dealing(self, key):
        draw = self.draw
        unit, other = self.two()
        subjects = [{"department": unit}, *({"role": role} for role in self.roles[:1])]
        others = [{"counterpart_department": other}, {"counterpart_text": draw(named)}]
        others += [{"counterpart_role": role} for role in self.roles[1:2]]
        return outline.WorkingRelationship(
            **facts(draw, key),
            matter=draw(named),
            direction=draw(chosen(WorkingRelationship.Direction.choices)),
            **draw(st.sampled_from(subjects)),
            **draw(st.sampled_from(others)),
        )


kinds = chosen(Relation.Kind.choices)


@st.composite
def charts(draw):
    sketch = Sketch(draw)
    departments = tuple(sketch.department(index) for index in sketch.below[None])
    emphases = sketch.ties("emphasis", sketch.emphasis)
    return outline.Chart(
        **facts(draw, "any"),
        name=draw(named),
        slug="any",
        name_en=draw(lines),
        summary=draw(prose),
        kind=draw(chosen(Chart.Kind.choices)),
        status=draw(chosen(Chart.Status.choices)),
        departments=departments,
        hand_offs=sketch.ties(HandOff.__name__, sketch.hand_off),
        relations=sketch.relations(),
        traits=sketch.traits(),
        emphases=tuple(sorted(emphases, key=lambda one: one.stage)),
        working_relationships=sketch.ties("dealing", sketch.dealing),
    )
