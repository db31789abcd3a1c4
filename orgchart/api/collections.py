"""The collections: which rows are public, what each is read with, and its filters."""

from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound
from rest_framework.viewsets import ReadOnlyModelViewSet

from departments import models, serializers
from orgchart.api import filters
from orgchart.api.reading import Reading, revalidated, revisions
from roles import serializers as role_serializers
from roles.models import Role, RoleDuty, WorkingRelationship


def public(model: type[Model], *paths: str) -> QuerySet:
    """Return the rows inside published charts, in reading order, joined along the paths."""
    rows = model.objects.filter(chart__in=models.Chart.objects.published())
    return rows.select_related("chart", *paths)


def number(rows: QuerySet, path: str) -> Coalesce:
    """Return a column: how many of the rows point at a row by the path."""
    counted = rows.order_by().select_related(None).filter(**{path: OuterRef("pk")}).values(path)
    counted = counted.annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


class Collection(Reading, ReadOnlyModelViewSet):
    """A list, and one record by its key."""

    def known_parameters(self):
        names = super().known_parameters()
        if self.action == "list":
            names += ["limit", "offset", *self.filterset_class.base_filters]
        return names

    def state(self, chart=None, key=None):
        return revisions(chart)

    @revalidated
    def list(self, request, *args, **kwargs):
        return super().list(request, *args, **kwargs)

    @revalidated
    def retrieve(self, request, *args, **kwargs):
        return super().retrieve(request, *args, **kwargs)

    def get_object(self):
        place = {"key": self.kwargs["key"]}
        if "chart" in self.kwargs:
            place["chart__key"] = self.kwargs["chart"]
        found = self.get_queryset().filter(**place).first()
        if found is None:
            raise NotFound(_("There is nothing public with this key."))
        return found


class Charts(Collection):
    """The published designs of the organisation."""

    queryset = (
        models.Chart.objects.published()
        .select_related("based_on")
        .annotate(
            department_count=number(models.Department.objects.all(), "chart"),
            role_count=number(Role.objects.all(), "chart"),
        )
        .order_by("position", "pk")
    )
    serializer_class = serializers.ChartSerializer
    filterset_class = filters.ChartFilters


class Departments(Collection):
    queryset = (
        public(models.Department, "parent")
        .annotate(
            child_count=number(models.Department.objects.all(), "parent"),
            duty_count=number(models.DepartmentDuty.objects.all(), "department"),
            role_count=number(Role.objects.all(), "department"),
        )
        .order_by("chart__position", "chart_id", "tree_id", "lft")
    )
    serializer_class = serializers.DepartmentSerializer
    filterset_class = filters.DepartmentFilters


class Roles(Collection):
    queryset = (
        public(Role, "department", "reports_to")
        .annotate(duty_count=number(RoleDuty.objects.all(), "role"))
        .order_by(
            *("chart__position", "chart_id", "department__tree_id", "department__lft"),
            *("position", "pk"),
        )
    )
    serializer_class = role_serializers.RoleSerializer
    filterset_class = filters.RoleFilters


class DepartmentDuties(Collection):
    queryset = public(models.DepartmentDuty, "department__chart", "function").order_by(
        *("chart__position", "chart_id", "department__tree_id", "department__lft"),
        *("position", "pk"),
    )
    serializer_class = serializers.DepartmentDutySerializer
    filterset_class = filters.DepartmentDutyFilters


class RoleDuties(Collection):
    queryset = (
        public(RoleDuty, "role__chart", "function")
        .prefetch_related("carryings__department_duty")
        .order_by("chart__position", "chart_id", "role__position", "role_id", "position", "pk")
    )
    serializer_class = role_serializers.RoleDutySerializer
    filterset_class = filters.RoleDutyFilters


class Emphases(Collection):
    queryset = public(models.Emphasis, "stage", "department__chart", "duty").order_by(
        "chart__position", "chart_id", "stage__position", "stage_id", "position", "pk"
    )
    serializer_class = serializers.EmphasisSerializer
    filterset_class = filters.EmphasisFilters


class Traits(Collection):
    queryset = public(models.Trait, "aspect", "department__chart").order_by(
        "chart__position", "chart_id", "aspect__position", "aspect_id", "pk"
    )
    serializer_class = serializers.TraitSerializer
    filterset_class = filters.TraitFilters


class HandOffs(Collection):
    queryset = public(models.HandOff, "giver__chart", "receiver", "function").order_by(
        "chart__position", "chart_id", "position", "pk"
    )
    serializer_class = serializers.HandOffSerializer
    filterset_class = filters.HandOffFilters


class Relations(Collection):
    queryset = public(models.Relation, "from_department__chart", "to_department").order_by(
        "chart__position", "chart_id", "position", "pk"
    )
    serializer_class = serializers.RelationSerializer
    filterset_class = filters.RelationFilters


class WorkingRelationships(Collection):
    queryset = public(
        WorkingRelationship,
        *("role__chart", "department__chart", "counterpart_role", "counterpart_department"),
    ).order_by("chart__position", "chart_id", "position", "pk")
    serializer_class = role_serializers.WorkingRelationshipSerializer
    filterset_class = filters.WorkingRelationshipFilters


class Functions(Collection):
    """What marketing and sales organisations do; counts are of published charts only."""

    queryset = models.Function.objects.annotate(
        department_duty_count=number(public(models.DepartmentDuty), "function"),
        role_duty_count=number(public(RoleDuty), "function"),
        hand_off_count=number(public(models.HandOff), "function"),
    )
    serializer_class = serializers.FunctionSerializer
    filterset_class = filters.TermFilters


class Stages(Collection):
    queryset = models.Stage.objects.annotate(
        emphasis_count=number(public(models.Emphasis), "stage")
    )
    serializer_class = serializers.StageSerializer
    filterset_class = filters.TermFilters


class Aspects(Collection):
    queryset = models.Aspect.objects.annotate(trait_count=number(public(models.Trait), "aspect"))
    serializer_class = serializers.AspectSerializer
    filterset_class = filters.TermFilters


class Articles(Collection):
    queryset = models.Article.objects.prefetch_related("passages")
    serializer_class = serializers.ArticleSerializer
    filterset_class = filters.ArticleFilters
