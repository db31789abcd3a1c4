from django.conf import settings
from django.core.management.base import BaseCommand

from orgchart.catalogs import compile_catalogs


class Command(BaseCommand):
    help = "Compile the translations; needs no gettext tools."
    requires_system_checks = []

    def handle(self, *args, **options):
        for source in compile_catalogs(settings.BASE_DIR):
            self.stdout.write(f"compiled {source.relative_to(settings.BASE_DIR)}")
