"""Comparing departments, and roles: pure functions over outlines."""

from orgchart.compare.departments import Comparison, Division, compare, divide
from orgchart.compare.lining import Group, Row
from orgchart.compare.roles import RoleComparison, compare_roles
from orgchart.compare.sides import Exchange, Identity, Side, Verdicts

__all__ = [
    "Comparison",
    "Division",
    "Exchange",
    "Group",
    "Identity",
    "RoleComparison",
    "Row",
    "Side",
    "Verdicts",
    "compare",
    "compare_roles",
    "divide",
]
