"""Small charts to judge: departments with duties, roles that carry them."""

from orgchart import matrix
from orgchart.outline import Carrying, Duty, Role, RoleDuty
from tests.outlines import chart_of, unit

FUNCTIONS = ("pricing", "brand", "channels")


def duty(key, function="", involvement="lead"):
    """A department's duty."""
    return Duty(key=key, text=f"职责 {key}", function=function, involvement=involvement)


def role(name, *duties, reports_to=""):
    """A role with duties; its key is its name."""
    return Role(
        key=name,
        name=name,
        slug=name,
        reports_to=reports_to,
        duties=duties,
        duty_count=len(duties),
    )


def task(key, *carried, function="", involvement="lead", extent="full"):
    """A role's duty that carries department duties, all to the same extent."""
    return RoleDuty(
        key=key,
        text=f"岗位职责 {key}",
        function=function,
        involvement=involvement,
        carries=tuple(Carrying(duty=one, extent=extent) for one in carried),
    )


def contents(*departments, **ties):
    return matrix.read(chart_of(*departments, **ties))


def functions(*departments, order=FUNCTIONS, scope=None, **ties):
    """The matrix of functions and departments."""
    return matrix.by_function(contents(*departments, **ties), scope or matrix.Scope(), order)


def tables(*departments, scope=None, **ties):
    """The tables of duties and roles by the department's name."""
    found = matrix.by_duty(contents(*departments, **ties), scope or matrix.Scope())
    return {table.department.name: table for table in found}


def verdict(*roles):
    """The verdict on one duty of a department with these roles."""
    table = tables(unit("甲", duties=(duty("a"),), roles=roles))["甲"]
    return table.rows[0].verdict


def judged(*departments):
    """The verdict on pricing in a chart of these departments."""
    rows = {row.function: row for row in functions(*departments).rows}
    return rows["pricing"].verdict


__all__ = [
    "contents",
    "duty",
    "functions",
    "judged",
    "role",
    "tables",
    "task",
    "unit",
    "verdict",
]
