"""The fields that every record has, folded away until they are wanted."""

from django.utils.translation import gettext_lazy as _

ORIGIN = (_("source and note"), {"classes": ["collapse"], "fields": [("source", "basis"), "note"]})
