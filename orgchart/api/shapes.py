"""The shapes inside a tree: which values stand in it, and their description.

The serializers here write nothing, as `tree` writes plain values; they only
tell the description of the API what those values are.
"""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers

from departments.models.department import DEEPEST_LEVEL
from departments.serializers import DepartmentDutySerializer, DepartmentSerializer
from roles.serializers import CarriedSerializer, RoleDutySerializer, RoleSerializer

ORIGIN = ("source", "basis", "note")
DEPARTMENT = (
    *("key", "name", "name_en", "slug", "kind", "aliases", "mission", "summary", "headcount"),
    *("branch_layout", "placement", "child_count", "duty_count", "role_count", *ORIGIN),
)
DUTY = ("key", "text", "heading", "function", "involvement", *ORIGIN)
ROLE = (
    *("key", "name", "name_en", "slug", "aliases", "reports_to", "reports_to_basis", "purpose"),
    *("authority", "qualifications", "indicators", "level", "headcount", "duty_count", *ORIGIN),
)
CARRYING = ("extent", *ORIGIN)


class CarryingShape(CarriedSerializer):
    class Meta(CarriedSerializer.Meta):
        fields = ["department_duty", *CARRYING]


class DutyShape(DepartmentDutySerializer):
    class Meta(DepartmentDutySerializer.Meta):
        fields = [*DUTY, "url"]


class RoleDutyShape(RoleDutySerializer):
    carries = CarryingShape(many=True, read_only=True)

    class Meta(RoleDutySerializer.Meta):
        fields = [*DUTY, "url", "carries"]


class RoleShape(RoleSerializer):
    duties = RoleDutyShape(many=True, required=False)

    class Meta(RoleSerializer.Meta):
        fields = [*ROLE, "url", "page", "duties"]


@extend_schema_field({"type": "array", "items": {"$ref": "#/components/schemas/DepartmentShape"}})
class ChildrenField(serializers.ListField):
    """Departments again, which only their name can say here."""


class DepartmentShape(DepartmentSerializer):
    duties = DutyShape(many=True, required=False)
    roles = RoleShape(many=True, required=False)
    children = ChildrenField()

    class Meta(DepartmentSerializer.Meta):
        fields = [*DEPARTMENT, "url", "page", "duties", "roles", "children"]


class TreeShape(serializers.Serializer):
    """`duties` and `roles` stand in it only where they were asked for."""

    chart = serializers.CharField()
    name = serializers.CharField()
    root = serializers.CharField(allow_null=True)
    depth = serializers.IntegerField()
    source = serializers.CharField()
    basis = serializers.CharField()
    note = serializers.CharField()
    url = serializers.CharField()
    page = serializers.CharField()
    departments = DepartmentShape(many=True)


def describe_tree(view):
    """Describe the tree's parameters and its answer."""
    return extend_schema(
        operation_id="charts_tree_retrieve",
        summary=_("Departments of a chart, as a tree"),
        parameters=[
            OpenApiParameter("root", str, description=_("Key of the department to start from.")),
            OpenApiParameter(
                "depth",
                {"type": "integer", "minimum": 1, "maximum": DEEPEST_LEVEL, "default": 3},
                description=_("How many levels, from 1 to 30."),
            ),
            OpenApiParameter("duties", str, enum=["0", "1"], description=_("With duties: 1 or 0.")),
            OpenApiParameter("roles", str, enum=["0", "1"], description=_("With roles: 1 or 0.")),
        ],
        responses=TreeShape,
    )(view)
