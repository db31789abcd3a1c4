"""Roles and what belongs to them as JSON, under the rules of the models."""

from rest_framework import serializers

from departments.models import Department, DepartmentDuty
from departments.serializers import (
    LINKS,
    ORIGIN,
    AddressField,
    ContentSerializer,
    DutySerializer,
    NeighbourField,
    PageField,
)
from roles.models import Carrying, Role, RoleDuty, WorkingRelationship


class RoleSerializer(ContentSerializer):
    department = NeighbourField(queryset=Department.objects.all(), owner=True)
    reports_to = NeighbourField(queryset=Role.objects.all(), allow_null=True, required=False)
    duty_count = serializers.IntegerField(read_only=True)
    url = AddressField("role", path="chart")
    page = PageField()

    class Meta:
        model = Role
        fields = [
            *("key", "chart", "department", "position", "name", "name_en", "slug", "aliases"),
            *("reports_to", "reports_to_basis", "purpose", "authority", "qualifications"),
            *("indicators", "level", "headcount", "duty_count", *ORIGIN, *LINKS),
        ]


class CarryingSerializer(ContentSerializer):
    role_duty = NeighbourField(queryset=RoleDuty.objects.all(), owner=True)
    department_duty = NeighbourField(queryset=DepartmentDuty.objects.all())

    class Meta:
        model = Carrying
        fields = ["key", "chart", "role_duty", "department_duty", "extent", *ORIGIN]


class CarriedSerializer(CarryingSerializer):
    """A carrying inside its role duty, which says the rest."""

    class Meta(CarryingSerializer.Meta):
        fields = ["key", "department_duty", "extent", *ORIGIN]


class RoleDutySerializer(DutySerializer):
    role = NeighbourField(queryset=Role.objects.all(), owner=True)
    carries = CarriedSerializer(source="carryings", many=True, read_only=True)
    url = AddressField("role-duty", path="chart")
    page = PageField("role")

    class Meta:
        model = RoleDuty
        fields = [
            *("key", "chart", "role", "position", "heading", "text", "function"),
            *("involvement", "carries", *ORIGIN, *LINKS),
        ]


class WorkingRelationshipSerializer(ContentSerializer):
    role = NeighbourField(queryset=Role.objects.all(), owner=True, allow_null=True, required=False)
    department = NeighbourField(
        queryset=Department.objects.all(), owner=True, allow_null=True, required=False
    )
    counterpart_role = NeighbourField(queryset=Role.objects.all(), allow_null=True, required=False)
    counterpart_department = NeighbourField(
        queryset=Department.objects.all(), allow_null=True, required=False
    )
    url = AddressField("working-relationship", path="chart")
    page = PageField("subject")

    class Meta:
        model = WorkingRelationship
        fields = [
            *("key", "chart", "role", "department", "counterpart_role"),
            *("counterpart_department", "counterpart_text", "position", "matter", "direction"),
            *(*ORIGIN, *LINKS),
        ]
