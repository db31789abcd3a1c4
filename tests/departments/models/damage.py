"""Eight ways to damage the trees of a database, planted past every guard."""

from contextlib import contextmanager

from django.db import connection

from departments.models import Department

TABLE = Department._meta.db_table


def plant(department, **values):
    """Write columns of one row straight into the table."""
    columns = ", ".join(f"{name} = %s" for name in values)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {TABLE} SET {columns} WHERE id = %s", [*values.values(), department.pk]
        )


def numbers(department):
    return Department.objects.values("lft", "rght", "tree_id", "level").get(pk=department.pk)


@contextmanager
def without_foreign_keys():
    """Let rows point nowhere; needs a connection outside a transaction on SQLite."""
    if connection.vendor == "postgresql":
        switches = (
            "SET session_replication_role = replica",
            "SET session_replication_role = DEFAULT",
        )
    else:
        switches = "PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON"
    with connection.cursor() as cursor:
        cursor.execute(switches[0])
        try:
            yield
        finally:
            cursor.execute(switches[1])


def gap(drawn):
    plant(drawn["营销部"], rght=numbers(drawn["营销部"])["rght"] + 4)


def swap(drawn):
    first, second = numbers(drawn["调研组"]), numbers(drawn["企划组"])
    plant(drawn["调研组"], lft=second["lft"], rght=second["rght"])
    plant(drawn["企划组"], lft=first["lft"], rght=first["rght"])


def shared_tree(drawn):
    plant(drawn["财务部"], tree_id=numbers(drawn["营销部"])["tree_id"])


def wrong_level(drawn):
    plant(drawn["调研组"], level=7)


def parent_in_another_tree(drawn):
    plant(drawn["企划组"], parent_id=drawn["财务部"].pk)


def parent_in_another_chart(drawn):
    plant(drawn["销售部"], parent_id=drawn["别处"].pk)


def cycle(drawn):
    plant(drawn["营销部"], parent_id=drawn["调研组"].pk)


def orphan(drawn):
    with without_foreign_keys():
        plant(drawn["销售部"], parent_id=987_654)


def runaway_left(drawn):
    plant(drawn["销售部"], lft=2_000_000_000, rght=2_000_000_001)


KINDS = {
    "gap": gap,
    "swap": swap,
    "shared tree": shared_tree,
    "level": wrong_level,
    "parent in another tree": parent_in_another_tree,
    "parent in another chart": parent_in_another_chart,
    "cycle": cycle,
    "orphan": orphan,
    "runaway left": runaway_left,
}
