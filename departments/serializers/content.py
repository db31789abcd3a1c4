"""Charts, departments, and what stands inside a chart."""

from rest_framework import serializers

from departments.models import (
    Aspect,
    Chart,
    Department,
    DepartmentDuty,
    Emphasis,
    Function,
    HandOff,
    Relation,
    Stage,
    Trait,
)
from departments.serializers.fields import (
    AddressField,
    KeyField,
    NeighbourField,
    PageField,
    PublishedKeyField,
)
from departments.serializers.record import LINKS, ORIGIN, ContentSerializer, RecordSerializer


class ChartSerializer(RecordSerializer):
    based_on = PublishedKeyField(queryset=Chart.objects.all(), allow_null=True, required=False)
    department_count = serializers.IntegerField(read_only=True)
    role_count = serializers.IntegerField(read_only=True)
    url = AddressField("chart")
    tree = AddressField("chart-tree")
    page = PageField()

    class Meta:
        model = Chart
        fields = [
            *("key", "name", "name_en", "slug", "summary", "kind", "status", "based_on"),
            *("position", "revision", "department_count", "role_count", *ORIGIN),
            *("url", "tree", "page"),
        ]


class DepartmentSerializer(ContentSerializer):
    parent = NeighbourField(queryset=Department.objects.all(), allow_null=True, required=False)
    child_count = serializers.IntegerField(read_only=True)
    duty_count = serializers.IntegerField(read_only=True)
    role_count = serializers.IntegerField(read_only=True)
    url = AddressField("department", path="chart")
    page = PageField()

    class Meta:
        model = Department
        fields = [
            *("key", "chart", "parent", "position", "name", "name_en", "slug", "kind"),
            *("aliases", "mission", "summary", "headcount", "branch_layout", "placement"),
            *("child_count", "duty_count", "role_count", *ORIGIN, *LINKS),
        ]


class DutySerializer(ContentSerializer):
    """What the duties of departments and of roles have in common."""

    function = KeyField(queryset=Function.objects.all(), allow_null=True, required=False)


class DepartmentDutySerializer(DutySerializer):
    department = NeighbourField(queryset=Department.objects.all(), owner=True)
    url = AddressField("department-duty", path="chart")
    page = PageField("department")

    class Meta:
        model = DepartmentDuty
        fields = [
            *("key", "chart", "department", "position", "heading", "text", "function"),
            *("involvement", *ORIGIN, *LINKS),
        ]


class EmphasisSerializer(ContentSerializer):
    stage = KeyField(queryset=Stage.objects.all())
    department = NeighbourField(queryset=Department.objects.all(), owner=True)
    duty = NeighbourField(queryset=DepartmentDuty.objects.all(), allow_null=True, required=False)
    url = AddressField("emphasis", path="chart")
    page = PageField("department")

    class Meta:
        model = Emphasis
        fields = [
            *("key", "chart", "stage", "department", "duty", "position", "text"),
            *(*ORIGIN, *LINKS),
        ]


class HandOffSerializer(ContentSerializer):
    giver = NeighbourField(queryset=Department.objects.all(), owner=True)
    receiver = NeighbourField(queryset=Department.objects.all())
    function = KeyField(queryset=Function.objects.all(), allow_null=True, required=False)
    url = AddressField("hand-off", path="chart")
    page = PageField("giver")

    class Meta:
        model = HandOff
        fields = [
            *("key", "chart", "giver", "receiver", "position", "text", "deliverables", "medium"),
            *("frequency", "deadline", "function", "confirmed_by_giver", "confirmed_by_receiver"),
            *(*ORIGIN, *LINKS),
        ]


class RelationSerializer(ContentSerializer):
    from_department = NeighbourField(queryset=Department.objects.all(), owner=True)
    to_department = NeighbourField(queryset=Department.objects.all())
    url = AddressField("relation", path="chart")
    page = PageField("from_department")

    class Meta:
        model = Relation
        fields = [
            *("key", "chart", "from_department", "to_department", "kind", "position"),
            *(*ORIGIN, *LINKS),
        ]


class TraitSerializer(ContentSerializer):
    aspect = KeyField(queryset=Aspect.objects.all())
    department = NeighbourField(queryset=Department.objects.all(), owner=True)
    url = AddressField("trait", path="chart")
    page = PageField("department")

    class Meta:
        model = Trait
        fields = ["key", "chart", "aspect", "department", "text", *ORIGIN, *LINKS]
