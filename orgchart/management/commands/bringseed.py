"""Bring the seed's charts into a database in use, beside what is there."""

from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from departments.models import Chart, writing
from orgchart.documents import as_toml
from orgchart.storage import store, store_library


class Command(BaseCommand):
    help = (
        "Add the seed's charts and library entries that this database lacks; change nothing else."
    )

    def handle(self, **options):
        folder = Path(settings.BASE_DIR) / "fixtures" / "seed"
        library = as_toml.read_library((folder / "library.toml").read_text("utf-8"))
        charts = [
            as_toml.read_chart(path.read_text("utf-8"))
            for path in sorted(folder.glob("[0-9]*.toml"))
        ]
        try:
            with writing():
                lines = [f"Library: {store_library(library)} entries added."]
                lines += [self.bring(chart) for chart in charts]
        except (ValueError, ValidationError) as refusal:
            reasons = " ".join(getattr(refusal, "messages", [str(refusal)]))
            raise CommandError(f"Nothing was added. {reasons}") from refusal
        self.stdout.write("\n".join(lines))

    def bring(self, chart):
        """Add one chart and say so."""
        if Chart.objects.filter(key=chart.key).exists():
            return f"{chart.name}: already here, left as it is."
        if Chart.objects.filter(slug=chart.slug).exists():
            chart = replace(chart, slug="")
        store(chart)
        return f"{chart.name}: added."
