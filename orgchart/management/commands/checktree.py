"""Say whether the departments' trees are sound."""

import json

from django.core.management.base import BaseCommand

from departments.models import Department


class Command(BaseCommand):
    help = "Check the trees of all charts. Exit code 1 means damage; repairtree mends it."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="answer as JSON")

    def handle(self, **options):
        found = Department.objects.find_damage()
        if options["json"]:
            self.stdout.write(json.dumps([damage._asdict() for damage in found]))
        else:
            for damage in found:
                self.stdout.write(f"{damage.code}: department {damage.id} {damage.detail}.")
            self.stdout.write(f"{len(found)} faults found." if found else "All trees are sound.")
        if found:
            raise SystemExit(1)
