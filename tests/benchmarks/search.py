"""What searching costs in a large chart, as a ratio to a bare page with one query.

    python -m tests.benchmarks.search
    DATABASE_URL=postgres://postgres@127.0.0.1:5432/benchmark python -m tests.benchmarks.search

Makes a chart of 10,000 departments with 100,000 duties and 10,000 roles in a test
database of its own, then asks for suggestions and results in turn, interleaved with
the bare page; prints medians and ratios. "after a change" is the first search after
somebody saved something in that chart; "a new worker" has not searched yet and takes
over what another has stored, before and after a duty was saved. Only the ratios of one
run mean something.
"""

# Django must be set up before its models can be imported.
# ruff: noqa: E402

import os
import statistics
import time

os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from departments.models import Chart, DepartmentDuty
from orgchart import outline, storage
from orgchart.catalogs import compile_catalogs
from orgchart.search import shelf
from orgchart.urls import urlpatterns

ROUNDS = int(os.environ.get("ROUNDS", "20"))
CHANGES = 5
REGIONS, UNITS, DUTIES = 100, 99, 10
TOWNS = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青蒙桂藏宁新台"
TRADES = ("市场推广", "品牌策划", "渠道管理", "产品开发", "客户服务", "销售执行", "公关传播")
DUTY = ("收集竞品价格与促销手段", "拟订年度推广计划并监督执行", "维护渠道畅通", "组织终端陈列检查")
WORDS = {
    "a name": "市场推广",
    "one character": "部",
    "initials": "sctg",
    "pinyin": "pinpaicehua",
    "traditional": "市場推廣",
    "words of duties": "竞品价格",
    "two words": "推广 监督",
    "another word": "通路",
    "nothing": "火箭",
    "nothing, in pinyin": "huojian",
    "a question": "谁负责渠道",
}
BARE = engines["django"].from_string(
    "<!doctype html><title>{{ chart }}</title><h1>{{ chart }}</h1>"
)


def bare(request):
    """One query, one small template: what any Django page costs here."""
    return HttpResponse(BARE.render({"chart": Chart.objects.first()}, request))


def unit(region, number):
    key = f"{region}-{number}"
    town = TOWNS[region % len(TOWNS)] + TOWNS[number % len(TOWNS)]
    trade = TRADES[(region + number) % len(TRADES)]
    return outline.Department(
        key=key,
        name=f"{town}{trade}{number}部",
        slug=key,
        duties=tuple(
            outline.Duty(key=f"{key}.{n}", text=f"{DUTY[n % len(DUTY)]}（{town}第 {n} 项）")
            for n in range(DUTIES)
        ),
        roles=(outline.Role(key=f"{key}r", name=f"{town}{trade}主管", slug=f"{key}r"),),
    )


def large_chart():
    return outline.Chart(
        key="large",
        name="大方案",
        slug="large",
        status="published",
        departments=tuple(
            outline.Department(
                key=f"r{region}",
                name=f"大区{region}",
                slug=f"r{region}",
                children=tuple(unit(region, number) for number in range(UNITS)),
            )
            for region in range(REGIONS)
        ),
    )


def seconds(client, address, **parameters):
    # The very page that was asked for before would be kept.
    caches["pages"].clear()
    start = time.perf_counter()
    response = client.get(address, parameters)
    taken = time.perf_counter() - start
    assert response.status_code == 200, (address, parameters, response.status_code)
    return taken


def measure(client):
    bare_times = []
    times = {}
    for address in ("/搜索/建议/", "/搜索/"):
        for name, words in WORDS.items():
            with CaptureQueriesContext(connection) as captured:
                seconds(client, address, q=words)
            times[address, name] = (len(captured), [])
            for _round in range(ROUNDS):
                bare_times.append(seconds(client, "/bare"))
                times[address, name][1].append(seconds(client, address, q=words))
    times["/搜索/", "a new worker"] = (0, [first_search(client) for _round in range(CHANGES)])
    warm = times["/搜索/", "after a change"] = (0, [])
    cold = times["/搜索/", "… in a new worker"] = (0, [])
    for number in range(CHANGES):
        change(number)
        warm[1].append(seconds(client, "/搜索/", q="市场推广"))
        cold[1].append(first_search(client))
    return statistics.median(bare_times), times


def first_search(client):
    """A search in a worker that has not searched yet."""
    shelf.forget()
    return seconds(client, "/搜索/", q="市场推广")


def change(number):
    """Save another wording of a duty, as an editor does."""
    duty = DepartmentDuty.objects.all()[number * 1000]
    duty.text = f"{duty.text[:20]}，{duty.version}"
    duty.save()


def main():
    compile_catalogs(settings.BASE_DIR)
    urlpatterns.append(path("bare", bare))
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        start = time.perf_counter()
        storage.store(large_chart())
        print(f"{connection.vendor}: stored in {time.perf_counter() - start:.0f} s")
        client = Client(headers={"host": "localhost"})
        first = first_search(client)
        base, times = measure(client)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    print(f"bare page: {base * 1000:.2f} ms; the very first search: {first / base:.0f} × bare")
    print(f"{'address':14} {'words':20} {'queries':>7} {'ms':>7} {'× bare':>7}  spread")
    for (address, words), (queries, taken) in times.items():
        middle = statistics.median(taken)
        spread = f"{min(taken) / base:.1f} … {max(taken) / base:.1f}"
        print(
            f"{address:14} {words:20} {queries:7} {middle * 1000:7.1f} {middle / base:7.1f}"
            f"  {spread}"
        )


if __name__ == "__main__":
    main()
