"""Departments and what belongs to them as JSON, under the rules of the models.

The serializers judge nothing themselves: whatever a model refuses, they refuse
in the model's words. Links go by URL name, as in templates.
"""

from departments.serializers.content import (
    ChartSerializer,
    DepartmentDutySerializer,
    DepartmentSerializer,
    DutySerializer,
    EmphasisSerializer,
    HandOffSerializer,
    RelationSerializer,
    TraitSerializer,
)
from departments.serializers.fields import AddressField, NeighbourField, PageField
from departments.serializers.library import (
    ArticleSerializer,
    AspectSerializer,
    FunctionSerializer,
    PassageSerializer,
    StageSerializer,
)
from departments.serializers.record import LINKS, ORIGIN, ContentSerializer

__all__ = [
    "LINKS",
    "ORIGIN",
    "AddressField",
    "ArticleSerializer",
    "AspectSerializer",
    "ChartSerializer",
    "ContentSerializer",
    "DepartmentDutySerializer",
    "DepartmentSerializer",
    "DutySerializer",
    "EmphasisSerializer",
    "FunctionSerializer",
    "HandOffSerializer",
    "NeighbourField",
    "PageField",
    "PassageSerializer",
    "RelationSerializer",
    "StageSerializer",
    "TraitSerializer",
]
