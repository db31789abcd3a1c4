"""The app that counts wrong passwords, under a name that editors understand."""

from axes.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LoginRecords(AppConfig):
    """Its own name is “Axes”, in every language."""

    verbose_name = _("Login records")
