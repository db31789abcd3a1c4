"""The door for WSGI servers such as gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "orgchart.settings")

application = get_wsgi_application()
# What stays for good need not be looked through at every collection; drawing a large chart
# takes a third less time for it.
gc.freeze()
