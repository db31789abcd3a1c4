"""Who does what: 职能 × department and duty × role, derived from the duties of a chart.

Nothing here is typed twice. A department's part in a function comes from its own
duties; a role's part in a department's duty comes from the duties that carry it.
"""

from orgchart.matrix.contents import Carrier, Contents, Item, Part, Task, read
from orgchart.matrix.duties import DepartmentTable, DutyRow, by_duty
from orgchart.matrix.functions import Cell, FunctionMatrix, FunctionRow, by_function
from orgchart.matrix.letters import INVOLVEMENTS, distinct, raci
from orgchart.matrix.scope import Scope
from orgchart.matrix.verdicts import DutyVerdict, FunctionVerdict
from orgchart.matrix.wording import Likeness, alike

__all__ = [
    "INVOLVEMENTS",
    "Carrier",
    "Cell",
    "Contents",
    "DepartmentTable",
    "DutyRow",
    "DutyVerdict",
    "FunctionMatrix",
    "FunctionRow",
    "FunctionVerdict",
    "Item",
    "Likeness",
    "Part",
    "Scope",
    "Task",
    "alike",
    "by_duty",
    "by_function",
    "distinct",
    "raci",
    "read",
]
