"""A chart, or part of it, as one nested answer."""

from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from departments.models import Chart, Department
from departments.models.department import DEEPEST_LEVEL
from orgchart import outline, storage
from orgchart.api import parameters
from orgchart.api.reading import Reading, revalidated, revisions
from orgchart.api.shapes import CARRYING, DEPARTMENT, DUTY, ORIGIN, ROLE, describe_tree

DEFAULT_DEPTH = 3
MOST_DEPARTMENTS = 10_000

# Keys that point at nothing are null, as in the lists.
POINTERS = {"function", "reports_to"}


class Tree(Reading, APIView):
    """Departments below one another, so many levels of them."""

    parameter_names = ("root", "depth", "duties", "roles")

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        query = request.query_params
        self.depth = parameters.number(query, "depth", DEFAULT_DEPTH, 1, DEEPEST_LEVEL)
        self.with_duties = parameters.flag(query, "duties")
        self.with_roles = parameters.flag(query, "roles")

    def state(self, key):
        return revisions(key)

    @describe_tree
    @revalidated
    def get(self, request, key):
        chart = Chart.objects.published().select_related("based_on").filter(key=key).first()
        if chart is None:
            raise NotFound(_("There is no published chart with this key."))
        root = self.root(chart)
        refuse_too_many(chart, root, self.depth)
        said = storage.load(
            chart,
            root=root,
            # The deepest tree has no more levels, and one query reads them all.
            depth=None if self.depth == DEEPEST_LEVEL else self.depth,
            with_duties=self.with_duties,
            with_roles=self.with_roles,
        )
        return Response(self.body(said, root))

    def root(self, chart: Chart) -> Department | None:
        key = self.request.query_params.get("root")
        if key is None:
            return None
        root = Department.objects.filter(chart=chart, key=key).first()
        if root is None:
            raise NotFound(_("This chart has no department with the key given as root."))
        return root

    def body(self, said: outline.Chart, root: Department | None) -> dict[str, Any]:
        writer = Writer(said, with_duties=self.with_duties, with_roles=self.with_roles)
        return {
            "chart": said.key,
            "name": said.name,
            "root": root.key if root else None,
            "depth": self.depth,
            **{name: getattr(said, name) for name in ORIGIN},
            "url": reverse("api:chart", args=[said.key]),
            "page": reverse("chart", args=[said.slug]),
            "departments": writer.nodes(),
        }


class Writer:
    """Turns an outline's departments into nested plain values, without recursion."""

    def __init__(self, chart: outline.Chart, *, with_duties: bool, with_roles: bool) -> None:
        self.chart, self.with_duties, self.with_roles = chart, with_duties, with_roles
        # Looking an address up costs more than all the rest of a node: once for each kind.
        self.urls = {
            kind: stem(f"api:{kind}", chart.key)
            for kind in ("department", "department-duty", "role", "role-duty")
        }
        self.pages = {kind: stem(kind, chart.slug) for kind in ("department", "role")}

    def nodes(self) -> list[dict[str, Any]]:
        written: dict[str, dict[str, Any]] = {}
        parents = {
            child.key: parent.key for parent in self.chart.walk() for child in parent.children
        }
        for department in self.chart.walk():  # parents first
            written[department.key] = node = self.node(department)
            if department.key in parents:
                written[parents[department.key]]["children"].append(node)
        return [written[department.key] for department in self.chart.departments]

    def node(self, department: outline.Department) -> dict[str, Any]:
        node = said(department, DEPARTMENT)
        node |= self.links("department", department)
        if self.with_duties:
            node["duties"] = [
                said(duty, DUTY) | self.link("department-duty", duty) for duty in department.duties
            ]
        if self.with_roles:
            node["roles"] = [self.role(role) for role in department.roles]
        return node | {"children": []}

    def role(self, role: outline.Role) -> dict[str, Any]:
        written = said(role, ROLE) | self.links("role", role)
        if self.with_duties:
            written["duties"] = [self.role_duty(duty) for duty in role.duties]
        return written

    def role_duty(self, duty: outline.RoleDuty) -> dict[str, Any]:
        carries = [
            {"department_duty": carrying.duty} | said(carrying, CARRYING)
            for carrying in duty.carries
        ]
        return said(duty, DUTY) | self.link("role-duty", duty) | {"carries": carries}

    def links(self, kind: str, record: outline.Department | outline.Role) -> dict[str, str]:
        return self.link(kind, record) | {"page": f"{self.pages[kind]}{quote(record.slug)}/"}

    def link(self, kind: str, record: outline.Fact) -> dict[str, str]:
        return {"url": f"{self.urls[kind]}{quote(record.key)}/"}


def stem(name: str, chart: str) -> str:
    """Return what the addresses of a chart's records begin with."""
    return reverse(name, args=[chart, "-"]).removesuffix("-/")


def said(record: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the named values of a record."""
    return {
        name: (getattr(record, name) or None) if name in POINTERS else getattr(record, name)
        for name in names
    }


def refuse_too_many(chart: Chart, root: Department | None, depth: int) -> None:
    """Raise ValidationError where the answer would be endless; ask for less of it.

    The sizes of whole trees are free, in mptt's columns; levels are counted
    only in charts that are too large as a whole.
    """
    rows = Department.objects.filter(chart=chart).order_by()
    roots = [root] if root else rows.filter(parent=None)
    if sum((one.rght - one.lft + 1) // 2 for one in roots) <= MOST_DEPARTMENTS:
        return
    top = root.level if root else 0
    part = rows.under(root) if root else rows
    if part.filter(level__lt=top + depth)[: MOST_DEPARTMENTS + 1].count() > MOST_DEPARTMENTS:
        sentence = _(
            "That is more than %(most)d departments. Ask for fewer levels, or choose a lower root."
        )
        raise ValidationError({"depth": [sentence % {"most": MOST_DEPARTMENTS}]})
