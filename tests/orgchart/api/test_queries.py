"""What an answer costs does not depend on how much there is."""

import pytest

from tests.orgchart.api.addresses import LISTS
from tests.orgchart.api.growth import grow

pytestmark = pytest.mark.django_db

# The state of the charts, the count, the rows; then what hangs on the rows.
OF_LISTS = {f"{many}/": 3 for many in LISTS} | {"role-duties/": 5, "articles/": 4}
OF_LISTS |= {"departments/?chart=g&search=部门&ordering=-name&parent=top&limit=200": 3}
# The state of the charts, the row; then what hangs on it.
OF_RECORDS = {
    "charts/g/": 2,
    "departments/g/d1/": 2,
    "roles/g/o1/": 2,
    "department-duties/g/d1.1/": 2,
    "role-duties/g/o1.1/": 4,
    "emphases/g/e1/": 2,
    "traits/g/t1/": 2,
    "hand-offs/g/h1/": 2,
    "relations/g/r1/": 2,
    "working-relationships/g/w1/": 2,
    "functions/f1/": 2,
    "stages/s1/": 2,
    "aspects/a1/": 2,
    "articles/p1/": 3,
}
# The state, the chart, its size, what is open of it.
OF_TREES = {
    "charts/g/tree/": 4,
    "charts/g/tree/?depth=1": 4,
    "charts/g/tree/?depth=30": 4,
    "charts/g/tree/?root=top&depth=2": 4,
    "charts/g/tree/?depth=30&duties=1": 5,
    "charts/g/tree/?depth=30&roles=1": 6,
    "charts/g/tree/?depth=30&duties=1&roles=1": 9,
}


@pytest.mark.parametrize("size", [1, 3, 300])
def test_an_answer_costs_the_same_at_any_size(client, size, django_assert_num_queries):
    grow(size)
    for address, number in (OF_LISTS | OF_RECORDS | OF_TREES).items():
        with django_assert_num_queries(number):
            answer = client.get(f"/api/v1/{address}")
        assert answer.status_code == 200
        assert answer.json().get("count", size) >= size


@pytest.mark.parametrize("address", ["", *OF_LISTS, *OF_RECORDS, *OF_TREES])
def test_what_did_not_change_costs_one_query(client, address, django_assert_num_queries):
    grow(3)
    first = client.get(f"/api/v1/{address}")
    with django_assert_num_queries(1):
        second = client.get(f"/api/v1/{address}", headers={"if-none-match": first["ETag"]})
    assert (second.status_code, second.content) == (304, b"")
    assert second["ETag"] == first["ETag"]
