"""The description of the API, and the page to try it in a browser."""

import json

import pytest
from django.core.management import call_command
from drf_spectacular.validation import validate_schema

pytestmark = pytest.mark.django_db


def test_the_description_is_openapi_3_and_valid(client):
    description = client.get("/api/v1/schema/").json()
    validate_schema(description)
    assert description["openapi"].startswith("3.")
    assert len(description["paths"]) == 30


def test_the_generator_has_nothing_to_warn_about(tmp_path):
    file = tmp_path / "schema.yml"
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(file))
    assert file.read_text("utf-8").startswith("openapi: 3.")


def test_the_description_speaks_the_readers_language(client):
    titles = [
        client.get("/api/v1/schema/", headers={"accept-language": language}).json()["info"]["title"]
        for language in ("zh", "en")
    ]
    assert titles == ["营销架构", "Marketing org charts"]


def test_an_unchanged_description_is_not_sent_again(client):
    tag = client.get("/api/v1/schema/")["ETag"]
    assert client.get("/api/v1/schema/", headers={"if-none-match": tag}).status_code == 304


def test_the_description_of_a_tree_names_what_stands_in_it(client, seed):
    shapes = client.get("/api/v1/schema/").json()["components"]["schemas"]
    answer = client.get("/api/v1/charts/s1/tree/?depth=30&duties=1&roles=1").json()
    waiting, departments = list(answer["departments"]), []
    while waiting:
        departments.append(waiting.pop())
        waiting += departments[-1]["children"]
    roles = [role for one in departments for role in one["roles"]]
    role_duties = [duty for role in roles for duty in role["duties"]]
    found = {
        "TreeShape": [answer],
        "DepartmentShape": departments,
        "DutyShape": [duty for one in departments for duty in one["duties"]],
        "RoleShape": roles,
        "RoleDutyShape": role_duties,
        "CarryingShape": [carrying for duty in role_duties for carrying in duty["carries"]],
    }
    for name, values in found.items():
        assert {frozenset(value) for value in values} == {frozenset(shapes[name]["properties"])}


def test_the_page_needs_nothing_inline(client):
    page = client.get("/api/v1/docs/").content.decode()
    assert "<style" not in page
    assert "<script>" not in page


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_page_tries_the_api_under_the_strict_policy(page, live_server, complaints, seed):
    page.goto(f"{live_server.url}/api/v1/docs/")
    operation = page.locator("#operations-charts-charts_retrieve")
    operation.locator(".opblock-summary-control").click()
    operation.get_by_role("button", name="Try it out").click()
    operation.locator("input").fill("s1")
    operation.get_by_role("button", name="Execute").click()
    answer = operation.locator(".live-responses-table .response-col_description pre").first
    assert json.loads(answer.inner_text())["name"] == "营销部统辖制"
