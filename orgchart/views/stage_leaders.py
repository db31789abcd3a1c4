"""The departments that lead in a life-cycle stage, with who carries what."""

from dataclasses import dataclass

from django.db.models import QuerySet

from departments.models import Department, Emphasis, Stage
from orgchart import storage
from orgchart.stages import Leading, leading
from orgchart.views.chart_hits import superiors
from orgchart.views.chart_scene import Scene
from roles.models import Carrying


@dataclass(frozen=True)
class Leader:
    """A department that leads, with the state that shows it in the drawing."""

    told: Leading
    link: str


def led(scene: Scene, stage: Stage) -> QuerySet:
    """Return the departments that lead below the top, in the order of the tree."""
    emphases = Emphasis.objects.filter(chart=scene.chart, stage=stage)
    units = Department.objects.filter(chart=scene.chart, pk__in=emphases.values("department"))
    top = scene.root
    if top:
        units = units.filter(tree_id=top.tree_id, lft__gte=top.lft, rght__lte=top.rght)
    return units.order_by("tree_id", "lft")


def leaders(scene: Scene, stage: Stage, most: int) -> list[Leader]:
    """Return the first departments that lead, each with its stressed duties and their carriers."""
    units = list(led(scene, stage)[:most])
    above = superiors(units)
    links = {one.key: scene.state.showing(one.slug, above[one.pk]).query() for one in units}
    said = storage.load(
        scene.chart,
        only=[*units, *carrying(units, stage)],
        with_duties=True,
        with_roles=True,
        ties=["emphases"],
    )
    return [
        Leader(told, links[told.department.key])
        for told in leading(said, stage.key)
        if told.department.key in links
    ]


def carrying(units: list[Department], stage: Stage) -> QuerySet:
    """Return the other departments whose roles carry what leads in these."""
    carryings = Carrying.objects.filter(
        department_duty__department__in=units, department_duty__emphases__stage=stage
    )
    homes = carryings.values("role_duty__role__department")
    return Department.objects.filter(pk__in=homes).exclude(pk__in=[one.pk for one in units])
