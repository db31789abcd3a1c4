"""The addresses below /api/v1/: a list at its name, a record at its keys."""

from django.urls import path, re_path, register_converter

from orgchart.api import collections
from orgchart.api.docs import Docs, SchemaFile
from orgchart.api.nowhere import Nowhere
from orgchart.api.root import Root
from orgchart.api.tree import Tree

app_name = "api"


class Key:
    """A record's identity; one spelling for each record."""

    regex = r"[-.\w]{1,100}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Key, "key")

# One of them, many of them, and what shows both.
INSIDE_CHARTS = [
    ("department", "departments", collections.Departments),
    ("role", "roles", collections.Roles),
    ("department-duty", "department-duties", collections.DepartmentDuties),
    ("role-duty", "role-duties", collections.RoleDuties),
    ("emphasis", "emphases", collections.Emphases),
    ("trait", "traits", collections.Traits),
    ("hand-off", "hand-offs", collections.HandOffs),
    ("relation", "relations", collections.Relations),
    ("working-relationship", "working-relationships", collections.WorkingRelationships),
]
FOR_ALL_CHARTS = [
    ("chart", "charts", collections.Charts),
    ("function", "functions", collections.Functions),
    ("stage", "stages", collections.Stages),
    ("aspect", "aspects", collections.Aspects),
    ("article", "articles", collections.Articles),
]


def addresses(one: str, many: str, view: type, keys: str) -> list:
    """Return the address of the list and that of each record in it."""
    return [
        path(f"{many}/", view.as_view({"get": "list"}), name=many),
        path(f"{many}/{keys}", view.as_view({"get": "retrieve"}), name=one),
    ]


urlpatterns = [
    path("", Root.as_view(), name="root"),
    *(found for row in FOR_ALL_CHARTS for found in addresses(*row, "<key:key>/")),
    *(found for row in INSIDE_CHARTS for found in addresses(*row, "<key:chart>/<key:key>/")),
    path("charts/<key:key>/tree/", Tree.as_view(), name="chart-tree"),
    path("schema/", SchemaFile.as_view(), name="schema"),
    path("docs/", Docs.as_view(), name="docs"),
    # Only with a closing slash, so that an address without one is still led to the right one.
    re_path(r"^[\s\S]*/\Z", Nowhere.as_view()),
]
