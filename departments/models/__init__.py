from departments.models.chart import Chart
from departments.models.department import Department
from departments.models.duty import DepartmentDuty, Involvement
from departments.models.emphasis import Emphasis
from departments.models.hand_off import HandOff
from departments.models.library import Article, Aspect, Function, Passage, Stage
from departments.models.likeness import Likeness
from departments.models.record import Basis
from departments.models.relation import Relation
from departments.models.trait import Trait
from departments.models.waiver import Waiver
from departments.models.writing import Stale, writing

__all__ = [
    "Article",
    "Aspect",
    "Basis",
    "Chart",
    "Department",
    "DepartmentDuty",
    "Emphasis",
    "Function",
    "HandOff",
    "Involvement",
    "Likeness",
    "Passage",
    "Relation",
    "Stage",
    "Stale",
    "Trait",
    "Waiver",
    "writing",
]
