"""What is open is read in one query, exactly as one would walk it by hand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from departments.models import Department
from orgchart.storage.opening import Opening
from orgchart.storage.walking import COLUMNS, walk
from tests.factories import new_duty, new_forest, new_role

pytestmark = pytest.mark.django_db

TREE = {
    "甲": {"乙": {"丙": {"丁": {}, "戊": {}}, "己": {}}, "庚": {"辛": {}, "壬": {}}},
    "癸": {},
    "子": {"丑": {"寅": {}}, "卯": {}},
}
SLUGS = list("甲乙丙丁戊己庚辛壬癸子丑寅卯")
some_slugs = st.frozensets(st.sampled_from(SLUGS), max_size=4)


@pytest.fixture
def forest():
    return new_forest(**TREE)


def by_hand(root, opening, most):
    """The slugs of what is open, level by level."""
    level = [root] if root else list(Department.objects.filter(parent=None).order_by("position"))
    found = []
    for step in range(30):
        if not level or (most and found and len(found) + len(level) > most):
            break
        found += level
        level = [
            below
            for one in level
            if opening.shows_below(one.slug, step)
            for below in one.children.order_by("position")
        ]
    return [one.slug for one in found]


@given(
    root=st.none() | st.sampled_from(SLUGS),
    depth=st.none() | st.integers(1, 5),
    opened=some_slugs,
    closed=some_slugs,
    most=st.none() | st.integers(1, 15),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_open_is_read_in_one_query(forest, root, depth, opened, closed, most):
    chart, top = forest["甲"].chart, forest.get(root)
    opening = Opening(depth, opened, closed)
    with CaptureQueriesContext(connection) as asked:
        rows = walk(chart, top, opening, most)
    assert len(asked) == 1
    assert sorted(row["slug"] for row in rows) == sorted(by_hand(top, opening, most))


def test_superiors_come_first_and_siblings_in_their_order(forest):
    rows = walk(forest["甲"].chart, None, Opening(3, frozenset(), frozenset()))
    assert "".join(row["slug"] for row in rows) == "甲癸子乙丑庚卯丙辛寅己壬"


def test_a_row_says_what_the_department_says_and_what_is_inside(forest):
    new_duty(department=forest["乙"])
    new_role(department=forest["乙"])
    new_role(department=forest["乙"])
    [row] = walk(forest["乙"].chart, forest["乙"], Opening(1, frozenset(), frozenset()))
    forest["乙"].refresh_from_db()
    counts = {"duty_count": 1, "role_count": 2, "child_count": 2}
    assert row == {name: getattr(forest["乙"], name, None) for name in COLUMNS} | counts


def test_another_chart_is_not_read(forest):
    other = new_forest(甲={"乙": {}})
    rows = walk(other["甲"].chart, None, Opening(None, frozenset(), frozenset()))
    assert [row["id"] for row in rows] == [other["甲"].pk, other["乙"].pk]
