"""A department in a stage of the product life cycle: which of its duties lead now."""

from django.http import HttpRequest

from departments.models import DepartmentDuty, Emphasis, Stage
from orgchart.stages import Spread, spread
from orgchart.views.parameters import parameter


def stage_of(request: HttpRequest, duties: list[DepartmentDuty], emphases: list[Emphasis]) -> dict:
    """Return what the department's page says about the stage that the address names.

    The duties are numbered and know who carries them; those that lead get their
    `place` among the emphases of the stage, in the source's order.
    """
    slug = parameter(request, "阶段", "stage")
    context = {"stage_slug": slug, "spread": spread_over(duties, emphases)}
    if not slug:
        return context
    now = [one for one in emphases if one.stage.slug == slug]
    stage = now[0].stage if now else Stage.objects.filter(slug=slug).first()
    leading = places(duties, now)
    return context | {
        "stage": stage,
        "now": now,
        "leading": leading,
        "gaps": [duty for duty in leading if not duty.carried_by],
        "outside": [one for one in now if not one.duty_id],
    }


def places(duties: list[DepartmentDuty], emphases: list[Emphasis]) -> list[DepartmentDuty]:
    """Give each stressed duty its place, and return them in that order."""
    by_key = {duty.pk: duty for duty in duties}
    found = {}
    for place, emphasis in enumerate(emphases, start=1):
        duty = by_key.get(emphasis.duty_id)
        if duty and duty.pk not in found:
            duty.place = place
            found[duty.pk] = duty
    return list(found.values())


def spread_over(duties: list[DepartmentDuty], emphases: list[Emphasis]) -> Spread | None:
    """Return how all stages together spread over the duties; None where no stage stresses any."""
    numbers = [emphasis.number or 0 for emphasis in emphases]
    return spread(len(duties), numbers) if any(numbers) else None
