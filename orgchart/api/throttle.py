"""How often one visitor may ask."""

from django.conf import settings
from rest_framework.throttling import SimpleRateThrottle

from orgchart.visitors import client_address


class Throttle(SimpleRateThrottle):
    """So many requests of one network address; each server process counts its own."""

    scope = "visitor"

    def get_rate(self):
        return settings.API_RATE

    def get_cache_key(self, request, view):
        # Not DRF's way, which believes a header that visitors can make up.
        return self.cache_format % {"scope": self.scope, "ident": client_address(request)}
