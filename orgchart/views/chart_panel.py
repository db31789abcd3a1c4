"""The side panel of a chart: one department in short."""

from django.db.models import Count, Q

from departments.models import Chart, Department, HandOff
from orgchart.views.chart_state import ChartState
from orgchart.views.department import in_tree_order

FIRST_DUTIES = 7


def panel_of(chart: Chart, state: ChartState) -> dict | None:
    """Return what the panel tells of the chosen department; None where there is none."""
    departments = in_tree_order(Department.objects.filter(chart=chart))
    unit = departments.filter(slug=state.chosen).first()
    if unit is None:
        return None
    hand_offs = HandOff.objects.filter(chart=chart)
    given = ends(hand_offs.filter(giver=unit), "receiver")
    received = ends(hand_offs.filter(receiver=unit), "giver")
    return {
        "department": unit,
        "ancestors": [
            (one, state.choosing(one.slug).query()) for one in Department.objects.above(unit)
        ],
        "duties": list(unit.duties.all()[:FIRST_DUTIES]),
        "more_duties": max(unit.duty_count - FIRST_DUTIES, 0),
        "roles": list(unit.roles.annotate(number=Count("duties")).order_by("position", "pk")),
        "given": given,
        "received": received,
        "comparable": Department.objects.filter(chart=chart)
        .filter(Q(parent=unit.parent_id) | Q(pk=unit.parent_id) | Q(parent=unit))
        .exclude(pk=unit.pk)
        .exclude(kind=Department.Kind.OUTSIDE)
        .order_by("tree_id", "lft")[:6],
        "top_link": state.below(unit.slug).query(),
    }


def ends(hand_offs, end: str) -> list[dict]:
    """Return with whom, and how many items."""
    rows = hand_offs.order_by().values(f"{end}__name", f"{end}__slug").annotate(number=Count("pk"))
    return [
        {"name": row[f"{end}__name"], "slug": row[f"{end}__slug"], "number": row["number"]}
        for row in rows.order_by("-number", f"{end}__name")
    ]
