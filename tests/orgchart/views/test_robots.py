import re
from urllib.parse import unquote

import pytest

from departments.models import Article, Chart, Department, Function, Stage
from roles.models import Role
from tests.factories import new_chart, new_department, new_function, new_role
from tests.orgchart.views.handbook import write_handbook

pytestmark = pytest.mark.django_db


def addresses(client, path, tag="loc"):
    """The addresses that a file of the sitemap names, without the server's."""
    page = client.get(path)
    assert page["Content-Type"] == "application/xml"
    found = re.findall(rf"<{tag}>http://testserver(.*?)</{tag}>", page.content.decode())
    return [unquote(one) for one in found]


def everything(client):
    return [one for file in addresses(client, "/sitemap.xml") for one in addresses(client, file)]


def test_robots_keep_out_of_the_admin_and_of_searches(client):
    page = client.get("/robots.txt")
    assert page["Content-Type"] == "text/plain; charset=utf-8"
    assert unquote(page.content.decode()).splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /搜索/",
        "Disallow: /en/admin/",
        "Disallow: /en/搜索/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_the_sitemap_names_every_published_page_in_both_languages(client, seed):
    found = everything(client)
    published = Chart.objects.published()
    inside = [
        *Department.objects.filter(chart__in=published),
        *Role.objects.filter(chart__in=published),
        *published,
    ]
    shared = [*Function.objects.all(), *Stage.objects.all(), *Article.objects.all()]
    expected = {unquote(one.get_absolute_url()) for one in [*inside, *shared]}
    assert len(expected) > 100
    assert expected - set(found) == set()
    assert {f"/en{one}" for one in expected} - set(found) == set()
    assert len(found) == len(set(found))
    assert {one.removeprefix("/en") for one in found} == {
        one for one in found if not one.startswith("/en/")
    }


def test_every_address_answers(client):
    write_handbook(1)
    found = everything(client)
    assert len(found) > 20
    assert {address: client.get(address).status_code for address in found} == dict.fromkeys(
        found, 200
    )


def test_each_address_names_its_twin(client):
    new_function(name="定价", slug="定价")
    page = unquote(client.get("/sitemap-functions.xml").content.decode())
    twin = 'rel="alternate" hreflang="en" href="http://testserver/en/职能/定价/"'
    assert page.count(twin) == 2


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_what_is_not_published_is_not_named(admin_client, status):
    department = new_department(chart=new_chart(name="机密", status=status), name="机密部")
    new_role(department=department, name="机密岗")
    assert [one for one in everything(admin_client) if "机密" in one] == []


@pytest.mark.parametrize("size", [1, 300])
def test_a_file_costs_the_same_at_any_size(client, size, django_assert_num_queries):
    write_handbook(size)
    # The state of the charts, then one query a section that is asked for.
    for path, number in {"/sitemap.xml": 7, "/sitemap-departments.xml": 2}.items():
        with django_assert_num_queries(number):
            assert client.get(path).status_code == 200


def test_a_file_that_is_not_there_is_not_found(client):
    assert client.get("/sitemap-nothing.xml").status_code == 404
    assert client.get("/sitemap-charts.xml?p=99").status_code == 404
    assert client.get("/sitemap-charts.xml?p=x").status_code == 404


def test_every_page_links_to_the_description_of_the_api(client, seed):
    for address, words in {"/": "接口文档", "/en/": "API documentation"}.items():
        page = client.get(address).content.decode()
        assert f'<a href="/api/v1/docs/">{words}</a>' in page
    assert client.get("/api/v1/docs/").status_code == 200
