"""The answer where there is nothing."""

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.views import APIView

from orgchart.api.reading import Reading


class Nowhere(Reading, APIView):
    """404 in JSON and in words, like every other mistake here."""

    def known_parameters(self):
        return list(self.request.query_params)

    @extend_schema(exclude=True)
    def get(self, request):
        raise NotFound(_("There is nothing at this address. Start at /api/v1/."))
