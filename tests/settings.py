"""The project's settings with the five changes that tests need."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-tests-" * 4)

from orgchart.catalogs import compile_catalogs
from orgchart.settings import *  # noqa: F403
from orgchart.settings import BASE_DIR, CACHES, PLAIN_STATIC, STORAGES

# Now, because Django reads a catalogue once and keeps what it found.
compile_catalogs(BASE_DIR)

# Pages are tested without collectstatic before.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": PLAIN_STATIC}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# Strong hashes take a third of a second a login.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Ten wrong logins in ten tests are no attack; one test turns it on.
AXES_ENABLED = False

# Rolled back tests leave other content under the same versions.
CACHES = CACHES | {"pages": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
