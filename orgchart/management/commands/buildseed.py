"""Make fixtures/seed.json from the readable source in fixtures/seed/."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Write fixtures/seed.json anew from fixtures/seed/*.toml."

    def add_arguments(self, parser):
        parser.add_argument("--output", help="another file to write, to compare the two")

    def handle(self, **options):
        fixture = Path(options["output"] or Path(settings.BASE_DIR) / "fixtures" / "seed.json")
        # An empty database of its own gives the tree columns their first numbers.
        with TemporaryDirectory() as folder:
            address = f"sqlite:///{folder}/seed.sqlite3"
            environment = {**os.environ, "DATABASE_URL": address, "SECRET_KEY": settings.SECRET_KEY}
            for arguments in (
                ["migrate", "--verbosity=0"],
                ["bringseed", "--verbosity=0"],
                [
                    *("dumpdata", "departments", "roles", "--natural-primary"),
                    *("--natural-foreign", "--indent=1", "--verbosity=0", f"--output={fixture}"),
                ],
            ):
                subprocess.run(
                    [sys.executable, "manage.py", *arguments],
                    cwd=settings.BASE_DIR,
                    env=environment,
                    check=True,
                )
        with fixture.open("a", encoding="utf-8") as written:
            written.write("\n")
        self.stdout.write(f"Wrote {fixture}.")
