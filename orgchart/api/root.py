"""The start: what there is."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from orgchart.api.reading import Reading, revalidated, revisions

NAMES = [
    *("charts", "departments", "roles", "department-duties", "role-duties", "functions"),
    *("stages", "emphases", "aspects", "traits", "hand-offs", "relations"),
    *("working-relationships", "articles", "schema", "docs"),
]


class Root(Reading, APIView):
    """The collections and where they are."""

    def state(self):
        return revisions(None)

    @extend_schema(summary=_("What there is"), responses=OpenApiTypes.OBJECT)
    @revalidated
    def get(self, request):
        return Response({name: reverse(f"api:{name}") for name in NAMES})
