"""What each public page costs, as a ratio to a bare page with one query.

    python -m tests.benchmarks.pages

Loads the seed into a database of its own in memory, then asks for every page
in turn, many times, interleaved with the bare page; prints medians and ratios.
Only the ratios of one run mean something.
"""

# Django must be set up before its models can be imported.
# ruff: noqa: E402

import os
import statistics
import time

os.environ["DATABASE_URL"] = "sqlite:///:memory:"
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from departments.models import Chart
from orgchart.catalogs import compile_catalogs
from orgchart.urls import urlpatterns

ROUNDS = 40
S1 = "/方案/营销部统辖制/"
PAGES = {
    "home": "/",
    "charts": "/方案/",
    "chart": S1,
    "chart with roles": f"{S1}?岗位=1",
    "outline": f"{S1}大纲/",
    "departments": f"{S1}部门/",
    "department": f"{S1}部门/市场部/",
    "roles": f"{S1}岗位/",
    "role": f"{S1}岗位/市场部经理/",
    "compare choice": f"{S1}对比/",
    "compare": f"{S1}对比/市场部/营销部/",
    "hand-offs": f"{S1}协作/",
    "hand-offs of a pair": f"{S1}协作/市场部/销售部/",
    "functions": "/职能/",
    "function": "/职能/市场调研与信息/",
    "stages": "/生命周期/",
    "articles": "/参考/",
    "search": "/搜索/?q=市场",
}
BARE = engines["django"].from_string(
    "<!doctype html><title>{{ chart }}</title><h1>{{ chart }}</h1>"
)


def bare(request):
    """One query, one small template: what any Django page costs here."""
    return HttpResponse(BARE.render({"chart": Chart.objects.first()}, request))


def seconds(client, address, **headers):
    start = time.perf_counter()
    response = client.get(address, headers=headers)
    taken = time.perf_counter() - start
    assert response.status_code in (200, 304), (address, response.status_code)
    return taken


def main():
    urlpatterns.append(path("bare", bare))
    compile_catalogs(settings.BASE_DIR)
    call_command("migrate", verbosity=0)
    call_command("loaddata", "seed", verbosity=0)
    client = Client(headers={"host": "localhost"})
    bare_times, times, unchanged, queries = [], {}, {}, {}
    for name, address in PAGES.items():
        with CaptureQueriesContext(connection) as captured:
            tag = client.get(address)["ETag"]
        queries[name] = len(captured)
        times[name], unchanged[name] = [], []
        for _round in range(ROUNDS):
            bare_times.append(seconds(client, "/bare"))
            times[name].append(seconds(client, address))
            unchanged[name].append(seconds(client, address, **{"if-none-match": tag}))
    base = statistics.median(bare_times)
    print(f"bare page: {base * 1000:.2f} ms (median of {len(bare_times)})")
    print(f"{'page':18} {'queries':>7} {'ms':>7} {'× bare':>7} {'304 × bare':>10}")
    for name in PAGES:
        middle = statistics.median(times[name])
        same = statistics.median(unchanged[name])
        cost = f"{middle * 1000:7.1f} {middle / base:7.1f} {same / base:10.1f}"
        print(f"{name:18} {queries[name]:7} {cost}")


if __name__ == "__main__":
    main()
