"""The settings of the tests, but finished pages are kept as in earnest."""

from tests.settings import *  # noqa: F403
from tests.settings import CACHES

CACHES = CACHES | {"pages": CACHES["default"] | {"LOCATION": "pages"}}
