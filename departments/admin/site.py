"""The name and the title pages of the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

admin.site.site_header = _("Marketing org charts")
admin.site.site_title = _("Marketing org charts")
admin.site.index_title = _("What would you like to edit?")
admin.site.empty_value_display = "–"
