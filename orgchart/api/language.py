"""Which language the API speaks: that of the request, whatever the address."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header


def wanted_language(request: HttpRequest) -> str:
    """Return the first language of Accept-Language that we have; Chinese without one.

    The site takes its language from the address, the API has one address for all.
    """
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
