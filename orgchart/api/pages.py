"""Long lists, a page at a time."""

from django.utils.translation import gettext_lazy as _
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.utils.urls import remove_query_param, replace_query_param

from orgchart.api import parameters


class Pages(LimitOffsetPagination):
    """A page by `limit` and `offset`; a mistake in them is said, not corrected in silence."""

    default_limit = 50
    max_limit = 200

    def get_limit(self, request):
        return parameters.number(
            request.query_params, "limit", self.default_limit, 1, self.max_limit
        )

    def get_offset(self, request):
        return parameters.count(request.query_params, "offset")

    # The links carry no host name: an answer is the same whatever name the server was called by.
    def get_next_link(self):
        following = self.offset + self.limit
        return self.link(following) if following < self.count else None

    def get_previous_link(self):
        if self.offset == 0:
            return None
        # From beyond the end, back to what there is.
        return self.link(max(0, min(self.offset, self.count) - self.limit))

    def link(self, offset: int) -> str:
        address = replace_query_param(self.request.get_full_path(), "limit", self.limit)
        if offset == 0:
            return remove_query_param(address, "offset")
        return replace_query_param(address, "offset", offset)

    def get_schema_operation_parameters(self, view):
        described = {
            "limit": (_("How many at once, 200 at most."), 1, {"maximum": self.max_limit}),
            "offset": (_("How many to pass over."), 0, {}),
        }
        return [
            {
                "name": name,
                "in": "query",
                "description": words,
                "schema": {"type": "integer", "minimum": lowest, **more},
            }
            for name, (words, lowest, more) in described.items()
        ]
