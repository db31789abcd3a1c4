"""The description of the API, for programs and for people."""

from functools import cache

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.response import Response
from rest_framework.views import APIView

from orgchart.api.language import wanted_language
from orgchart.api.reading import Reading, revalidated


@cache
def description(language: str) -> dict:
    """Return the OpenAPI description in a language; it changes only with the program."""
    with translation.override(language):
        return SchemaGenerator().get_schema(request=None, public=True)


class SchemaFile(Reading, APIView):
    """OpenAPI 3."""

    def state(self):
        return ["schema"]

    @extend_schema(exclude=True)
    @revalidated
    def get(self, request):
        return Response(description(translation.get_language()))


class Docs(SpectacularSwaggerSplitView):
    """A page to try the API; every file of it comes from here."""

    url_name = "api:schema"
    template_name = "api/docs.html"

    def initial(self, request, *args, **kwargs):
        translation.activate(wanted_language(request))
        super().initial(request, *args, **kwargs)
