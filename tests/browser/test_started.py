"""The app as it is started in earnest, in a browser: with the static files that it collects."""

import re
from urllib.parse import quote

import pytest

from tests.browser.charts import S1, at_rest, names, until
from tests.conftest import is_bad, is_own
from tests.orgchart.test_start import started

PAGES = ["", S1, f"{S1}部门/市场部/", f"{S1}对比/市场部/销售部/", f"{S1}职责矩阵/", "搜索/?q=品牌"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("started")
    with started(folder / "data", folder / "log") as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture
def visitor(page, address):
    """A page whose browser has nothing to complain about, not even a missing file."""
    heard, scripts = [], []
    page.on("console", lambda message: heard.append(message.text) if is_bad(message) else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("response", lambda one: heard.append(one.url) if one.status >= 400 else None)
    page.on("request", lambda one: heard.append(one.url) if not is_own(one.url, address) else None)
    page.on("request", lambda one: scripts.append(one.url) if one.url.endswith(".js") else None)
    yield page
    assert heard == []
    assert scripts
    assert [one for one in scripts if not re.search(r"\.[0-9a-f]{12}\.js$", one)] == []


def test_the_chart_moves_by_the_scripts_that_are_served(visitor, address):
    visitor.goto(address + quote(S1))
    at_rest(visitor)
    before = len(names(visitor))
    visitor.locator(".drawing a.toggle").first.click()
    until(visitor, lambda: len(names(visitor)) < before)


def test_every_kind_of_page_comes_without_a_complaint(visitor, address):
    for page in PAGES:
        visitor.goto(address + quote(page, safe="/?=&"))
        assert visitor.locator("h1").count() == 1
