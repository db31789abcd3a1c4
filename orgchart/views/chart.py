"""The drawing of one chart: as a page, and as data for the script that moves it."""

from collections import Counter
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import localize
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from departments.models import Chart, Relation
from orgchart import outline as outlines
from orgchart.documents import as_columns, as_nested_list, as_svg
from orgchart.views.chart_files import files
from orgchart.views.chart_hits import hits
from orgchart.views.chart_panel import panel_of
from orgchart.views.chart_scene import Scene, scene_of, spoken
from orgchart.views.chart_stage import Lens, lens_of, stage_menu
from orgchart.views.chart_state import (
    HAND_OFFS,
    LAYERS,
    RELATIONS,
    CardLinks,
    ChartState,
    read_state,
)
from orgchart.views.freshness import fresh
from orgchart.views.legend import legend
from orgchart.views.lookup import visible_chart

# As many cards as a page without a script draws; a script draws any number.
PAGE_CARDS = 400
# As many as are read for one answer, within two seconds and 200 MB.
MOST_CARDS = 20_000
# As many lines as the list beside the drawing has; the outline has all.
MOST_ENTRIES = 80
PIECES = ("tools", "hits", "legend", "aside", "ties", "list")
ONLY = {"旁栏": "panel", "找": "hits"}
AROUND = "周边"


@fresh
def chart(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """The drawing with all that belongs to it, as far as the address opens it."""
    chart = visible_chart(request, chart_slug)
    scene = scene_of(chart, read_state(request.GET), most=PAGE_CARDS)
    lens = lens_of(scene)
    context = parts(scene, lens) | {
        "columns": columns(scene, lens),
        # Written by as_svg, which escapes every text.
        "svg": mark_safe(svg(scene, lens)),
    }
    return render(request, "chart.html", context)


@fresh
def chart_drawing(request: HttpRequest, chart_slug: str) -> HttpResponse:
    """The same for a script: the drawing in columns, so that it can be drawn at once.

    `只` in the address asks for the pieces of the page around it, or for one
    alone: the side panel or what is found.
    """
    chart = visible_chart(request, chart_slug)
    state = read_state(request.GET)
    asked = request.GET.get("只", "")
    if asked in ONLY:
        answer = pieces(request, alone(chart, state), ONLY[asked])
    elif asked == AROUND:
        scene = scene_of(chart, state, most=MOST_CARDS)
        answer = pieces(request, parts(scene, lens_of(scene)), *PIECES)
    else:
        scene = scene_of(chart, state, most=MOST_CARDS)
        answer = columns(scene, lens_of(scene)) | {
            "notice": too_many(scene) if scene.is_cut else ""
        }
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})


def too_many(scene: Scene) -> str:
    """Say that not all that the state opens is drawn, and what to do."""
    return gettext(
        "Only the upper levels are drawn, %(drawn)s of %(total)s departments: at most %(most)s are "
        "drawn at once. Set a department as top, or open single branches."
    ) % {
        "drawn": localize(len(scene.drawing.cards)),
        "total": localize(scene.totals["department_total"]),
        "most": localize(MOST_CARDS),
    }


def pieces(request: HttpRequest, context: dict, *names: str) -> dict[str, str]:
    """Return parts of the page by name, as HTML."""
    return {name: render_to_string(f"_chart_{name}.html", context, request) for name in names}


def alone(chart: Chart, state: ChartState) -> dict:
    """Return what a single piece shows, without the drawing."""
    return {
        "chart": chart,
        "state": state,
        "panel": panel_of(chart, state) if state.chosen else None,
        "close_link": state.choosing("").query(),
        # Whoever has chosen one of them wants to see it, not a list over it.
        "hits": hits(chart, state) if state.sought and not state.chosen else None,
    }


def svg(scene: Scene, lens: Lens | None) -> str:
    """Return the drawing for the page, with a link on every card and badge."""
    links = CardLinks(scene.state)
    return as_svg.write(
        scene.drawing,
        title=gettext("Org chart: %(name)s") % {"name": scene.chart.name},
        address=lambda one: links.choosing(one.slug),
        toggle=lambda card: links.toggling(card.department.slug, bool(card.hidden)),
        marked=scene.chosen_key,
        signs=lens.signs if lens else None,
    )


def columns(scene: Scene, lens: Lens | None) -> dict:
    """Return the drawing for the script."""
    signs = lens.columns() if lens else {}
    return as_columns.write(scene.drawing) | {"chosen": scene.state.chosen} | signs


def parts(scene: Scene, lens: Lens | None) -> dict:
    """Return what the templates around the drawing show."""
    state, chart = scene.state, scene.chart
    return alone(chart, state) | {
        "here": "chart",
        "scene": scene,
        "totals": scene.totals,
        "root": scene.root,
        "ancestors": [(one, state.below(one.slug).query()) for one in scene.ancestors],
        "whole_link": state.below("").query(),
        "depth_links": scene.depth_links(),
        "switches": switches(state),
        # Empty for the state that every chart opens with.
        "elsewhere": state.elsewhere().query().rstrip("?"),
        "stages": stage_menu(state),
        "lens": lens,
        "files": files(chart, state),
        "legend": legend(scene.drawing),
        # Written by as_nested_list, which escapes every text.
        "list": mark_safe(nested_list(scene, lens)),
        "flows": flows(scene.said),
        "relations": relations(scene.said),
        "shown": min(len(scene.drawing.cards), MOST_ENTRIES),
        "card_total": len(scene.drawing.cards),
        "drawing_address": reverse("chart-drawing", args=[chart.slug]),
    }


def flows(said: outlines.Chart) -> list[dict]:
    """Return who hands how much to whom, in the chart's order."""
    units = {one.key: one for one in said.walk()}
    numbers = Counter((one.giver, one.receiver) for one in said.hand_offs)
    return [
        {"giver": units[giver], "receiver": units[receiver], "number": number}
        for (giver, receiver), number in numbers.items()
    ]


def relations(said: outlines.Chart) -> list[dict]:
    """Return the other ties between departments that are drawn."""
    units = {one.key: one for one in said.walk()}
    return [
        {
            "from": units[one.from_department],
            "to": units[one.to_department],
            "kind": Relation.Kind(one.kind).label,
            "fact": one,
        }
        for one in said.relations
    ]


def nested_list(scene: Scene, lens: Lens | None) -> str:
    """Return the departments that are drawn as a list, which opens and closes by links too."""
    links = CardLinks(scene.state)
    base = reverse("department-list", args=[scene.chart.slug])
    return as_nested_list.write(
        spoken(scene.said),
        address=lambda one: f"{base}{quote(one.slug)}/",
        opening=lambda one: links.toggling(one.slug, True),
        most=MOST_ENTRIES,
        remarks=lens.remarks if lens else None,
    )


def switches(state: ChartState) -> list[dict]:
    """Return the buttons that turn something on or off, each a link."""
    style = state.style
    return [
        switch(
            gettext("Roles in the cards"),
            style.with_roles,
            state.with_style(with_roles=not style.with_roles),
        ),
        layer(gettext("Hand-offs"), HAND_OFFS, state),
        layer(gettext("Relations"), RELATIONS, state),
        switch(
            gettext("Left to right"),
            style.sideways,
            state.with_style(sideways=not style.sideways),
        ),
        switch(
            gettext("Vertical names"),
            style.vertical,
            state.with_style(vertical=not style.vertical),
        ),
    ]


def layer(label: str, name: str, state: ChartState) -> dict:
    assert name in LAYERS
    shown = name in state.layers
    return switch(label, shown, state.with_layer(name, not shown))


def switch(label: str, is_on: bool, other: ChartState) -> dict:
    return {"label": label, "on": is_on, "link": other.query()}
