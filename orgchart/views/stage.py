"""The stages of the product life cycle: what matters most in each, and which roles carry it."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from departments.models import Chart, Emphasis, Stage
from orgchart.views.freshness import fresh
from orgchart.views.library import in_a_row
from orgchart.views.stage_parts import parts, spreads

# As many emphases as one page lists.
MOST_LISTED = 200


@fresh
def stage_list(request: HttpRequest) -> HttpResponse:
    """The stages of the product life cycle, with what each stresses, and how that spreads."""
    emphases = in_order(request)
    listed = list(emphases[:MOST_LISTED])
    stages = list(Stage.objects.all())
    for stage in stages:
        stage.shown = [one for one in listed if one.stage_id == stage.pk]
    context = {
        "here": "stages",
        "stages": stages,
        "spreads": spreads(listed),
        "named": named_by_the_source(stages),
        "listed": len(listed),
        "total": emphases.count(),
    }
    return render(request, "stage_list.html", context)


@fresh
def stage(request: HttpRequest, slug: str) -> HttpResponse:
    """What matters most in a stage, which roles carry it, and what nobody carries."""
    subject = get_object_or_404(Stage, slug=slug)
    emphases = in_order(request).filter(stage=subject)
    listed = list(emphases[:MOST_LISTED])
    context = {
        "here": "stages",
        "stage": subject,
        "parts": parts(listed),
        "listed": len(listed),
        "total": emphases.count(),
        **in_a_row(Stage.objects.all(), subject),
    }
    context["named"] = named_by_the_source(context["all"])
    return render(request, "stage.html", context)


def in_order(request: HttpRequest) -> QuerySet:
    """Return the emphases that the visitor may read: by chart, department, and in its order."""
    return (
        Emphasis.objects.filter(chart__in=Chart.objects.visible_to(request.user))
        .select_related("chart", "department", "duty")
        .order_by(
            *("chart__position", "chart", "department__tree_id", "department__lft"),
            *("position", "pk"),
        )
    )


def named_by_the_source(stages: list[Stage]) -> list[Stage]:
    """The stages that come from a source, not from an editor."""
    return [stage for stage in stages if stage.source]
