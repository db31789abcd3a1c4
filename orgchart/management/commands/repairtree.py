"""Mend the departments' trees from parents and positions."""

from django.core.management.base import BaseCommand
from django.db import transaction

from departments.models import Department, writing


class Command(BaseCommand):
    help = (
        "Show what is wrong with the trees and how it would be mended; with --write mend it."
        " Impossible parents are cut (the department becomes one of the first level, with a"
        " number behind its name where that is taken); then all trees are numbered anew."
        " No department is lost."
    )

    def add_arguments(self, parser):
        parser.add_argument("--write", action="store_true", help="store the repair")

    def handle(self, **options):
        with writing():
            found = Department.objects.repair()
            if not options["write"]:
                transaction.set_rollback(True)
        for damage in found:
            self.stdout.write(f"{damage.code}: department {damage.id} {damage.detail}.")
        if not found:
            self.stdout.write("All trees are sound; nothing to mend.")
        elif options["write"]:
            self.stdout.write(f"{len(found)} faults mended.")
        else:
            self.stdout.write(
                f"{len(found)} faults found, nothing changed. Run with --write to mend."
            )
