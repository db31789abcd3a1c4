"""What a page costs does not depend on how much it shows."""

import pytest

from departments.models import Chart
from tests.orgchart.views.handbook import write_handbook

pytestmark = pytest.mark.django_db

# The charts come first in each.
COSTS = {
    # the count, the count of what is shown, the page; departments, duties, roles with their
    # numbers, duties and carryings
    "/方案/g/大纲/": 10,
    # the count, the rows, the outside units
    "/方案/g/部门/": 4,
    # the department, its superiors; duties, roles, carryings, their numbers, emphases;
    # hand-offs, relations, traits, dealings; siblings, children; the same in other charts
    "/方案/g/部门/a/": 15,
    # the count, the rows, the numbers of departments and headcounts
    "/方案/g/岗位/": 4,
    # the role, its superiors; duties, carryings, their numbers; reports, dealings;
    # the same in other charts, colleagues
    "/方案/g/岗位/o1/": 10,
    # the sides, their superiors; rows, duties, hand-offs, traits, verdicts; functions, aspects
    "/方案/g/对比/a/b/": 10,
    # the same; those below the superior, their rows, duties, verdicts, functions
    "/方案/g/对比/a/top/": 15,
    # departments, hand-offs; those of the pairs in the list, relations
    "/方案/g/协作/": 5,
    # both departments, hand-offs, relationships of their roles, relations
    "/方案/g/协作/a/b/": 5,
    # functions, stages, the numbers of duties; departments, duties, roles with their
    # numbers, duties and carryings, emphases
    "/方案/g/职责矩阵/": 12,
    "/方案/g/职责矩阵/岗位/": 12,
    "/方案/g/职责分解/": 12,
    # without functions and stages, but the department and its superiors besides
    "/方案/g/部门/a/分解/": 12,
    "/职能/": 2,
    # the function; duties of departments, of roles, hand-offs, charts; all functions
    "/职能/职能1/": 7,
    # emphases and their count, all stages, the numbers of duties
    "/生命周期/": 5,
    # the stage, emphases and their count, numbers, carryings, their numbers, where roles have
    # duties, all stages
    "/生命周期/阶段1/": 9,
    "/参考/": 2,
    # the article, passages, all articles
    "/参考/参考1/": 4,
    # in a new worker: what is stored, departments, roles, duties of both, hand-offs, functions,
    # passages; those of the one kind that matches
    "/搜索/?q=部": 10,
}


@pytest.mark.parametrize("size", [1, 3, 300])
def test_a_page_costs_the_same_at_any_size(client, size, django_assert_num_queries):
    write_handbook(size)
    for address, number in COSTS.items():
        with django_assert_num_queries(number):
            response = client.get(address)
        assert response.status_code == 200


@pytest.mark.parametrize("address", COSTS)
def test_what_did_not_change_costs_one_query(client, address, django_assert_num_queries):
    write_handbook(1)
    first = client.get(address)
    with django_assert_num_queries(1):
        second = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (second.status_code, second.content) == (304, b"")


@pytest.mark.parametrize("address", COSTS)
def test_a_page_exists_in_english_below_en(client, address):
    write_handbook(1)
    response = client.get(f"/en{address}")
    assert response.status_code == 200
    assert '<html lang="en">' in response.content.decode()


@pytest.mark.parametrize("address", [one for one in COSTS if one.startswith("/方案/")])
def test_a_draft_is_found_by_nobody_but_people_with_permission(client, admin_client, address):
    write_handbook(1)
    Chart.objects.update(status="draft")
    assert client.get(address).status_code == 404
    response = admin_client.get(address)
    assert response.status_code == 200
    page = response.content.decode()
    assert "这个方案是草稿" in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize("address", [one for one in COSTS if not one.startswith("/方案/")])
def test_a_draft_leaks_into_no_shared_page(client, admin_client, address):
    write_handbook(3)
    Chart.objects.update(status="draft")
    page = client.get(address).content.decode()
    assert [name for name in ("甲部", "主管1", "调研市场", "方案/g/") if name in page] == []
    assert admin_client.get(address).status_code == 200
