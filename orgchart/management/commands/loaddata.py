"""Django's loaddata, which never lets the seed overwrite what people have entered."""

from pathlib import Path

from django.core.management.base import CommandError
from django.core.management.commands import loaddata
from django.db import IntegrityError

from departments.models import writing
from orgchart import seed
from orgchart.models import SearchIndex

REFUSAL = (
    "Nothing was loaded: this database is in use, and the seed would overwrite what is there;"
    " run “manage.py bringseed”, which adds only what is missing."
)


class Command(loaddata.Command):
    """Other fixtures are loaded as ever."""

    def handle(self, *fixture_labels, **options):
        self.load(*fixture_labels, **options)
        # A fixture may set a chart's revision back, and later ones would come a second time.
        SearchIndex.objects.all().delete()

    def load(self, *fixture_labels, **options):
        """Load the fixtures; of the seed nothing that would replace anything."""
        if not any(Path(label).name.split(".")[0] == "seed" for label in fixture_labels):
            super().handle(*fixture_labels, **options)
            return
        try:
            with writing():
                before = seed.rows()
                super().handle(*fixture_labels, **options)
                # Loading a second time what nobody has edited changes nothing, and may.
                if any(before.values()) and seed.rows() != before:
                    raise CommandError(REFUSAL)
        except IntegrityError as problem:
            if not any(before.values()):
                raise
            raise CommandError(REFUSAL) from problem
