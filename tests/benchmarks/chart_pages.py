"""What pages of large charts cost the server, against a bare page with one query, as JSON.

Called by `charts.py` with an empty database in the environment. In process, by
the processor's time; "cold" is the first view after a change of the chart.
"""

# Django must be set up before its models can be imported.
# ruff: noqa: E402

import json
import sys
import time
from collections import defaultdict

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import F
from django.http import HttpResponse
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from departments.models import Chart
from orgchart.catalogs import compile_catalogs
from orgchart.urls import urlpatterns
from tests.benchmarks.planting import plant

SIZES = (1_000, 10_000, 100_000)
# Four levels of about six below each: 1 + 6 + 36 + 216.
LEVELS = "?层级=4"
ROUNDS = 15
BARE = engines["django"].from_string(
    "<!doctype html><title>{{ chart }}</title><h1>{{ chart }}</h1>"
)


def bare(request):
    """One query, one small template: what any Django page costs here."""
    return HttpResponse(BARE.render({"chart": Chart.objects.first()}, request))


def asked(client: Client, address: str, status: int = 200, **headers: str) -> float:
    """Return the milliseconds of the processor's time that an answer takes."""
    start = time.process_time()
    response = client.get(address, headers=headers)
    taken = time.process_time() - start
    assert response.status_code == status, (address, response.status_code)
    return 1000 * taken


def change(size: int) -> None:
    """Make what was remembered of a chart worthless, as any change inside it does."""
    Chart.objects.filter(slug=f"树-{size}").update(revision=F("revision") + 1)


def measure(rounds: int) -> dict[str, list[float]]:
    """Return figures by name, every kind of page in turn."""
    client = Client(headers={"host": "localhost"})
    page = f"/方案/树-10000/{LEVELS}"
    figures: dict[str, list[float]] = defaultdict(list)
    for address in ("/bare", page, *(f"/方案/树-{size}/" for size in SIZES)):
        asked(client, address)
    for _round in range(rounds):
        figures["bare page"].append(asked(client, "/bare"))
        change(10_000)
        with CaptureQueriesContext(connection) as captured:
            client.get(page)
        figures["queries"].append(len(captured))
        change(10_000)
        figures["page cold"].append(asked(client, page))
        figures["page warm"].append(asked(client, page))
        tag = client.get(page)["ETag"]
        figures["bare page"].append(asked(client, "/bare"))
        figures["unchanged"].append(asked(client, page, 304, **{"if-none-match": tag}))
        for size in (1_000, 100_000):
            change(size)
            figures[f"first levels {size:,}"].append(asked(client, f"/方案/树-{size}/"))
    return figures


def main() -> None:
    urlpatterns.append(path("bare", bare))
    compile_catalogs(settings.BASE_DIR)
    call_command("migrate", verbosity=0)
    call_command("loaddata", "seed", verbosity=0)
    for size in SIZES:
        plant(size)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    sys.stdout.write(json.dumps(measure(rounds)) + "\n")


if __name__ == "__main__":
    main()
