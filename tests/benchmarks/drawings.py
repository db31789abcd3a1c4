"""What placing and writing ten thousand departments costs, ours and others', as JSON.

Called by `charts.py`; igraph is measured where it can be imported. By the
processor's time, each kind in turn.
"""

# Django must be set up before its templates can be rendered.
# ruff: noqa: E402

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable

import django

django.setup()

from django.template import Context, Engine

from orgchart import layout
from orgchart.documents import as_svg
from orgchart.documents.paths import family_paths
from orgchart.layout.arrangement import arrangements
from orgchart.layout.drawing import Drawing, Style
from orgchart.layout.face import face_of
from orgchart.layout.measure import wrap
from orgchart.layout.places import Placing
from orgchart.layout.rows import rows_of
from orgchart.layout.spacing import spacing_of
from tests.benchmarks.trees import outlined, parent_of

try:
    import igraph
except ImportError:
    igraph = None

SIZE = 10_000
TEMPLATE = Engine().from_string(
    """<svg xmlns="http://www.w3.org/2000/svg" class="drawing" role="group"
 viewBox="0 0 {{ width }} {{ height }}" width="{{ width }}" height="{{ height }}"
 aria-label="{{ title }}"><title>{{ title }}</title><g class="lines">
{% for path in paths %}<path class="line" d="{{ path }}"/>{% endfor %}
</g><g class="arrows"></g><g class="cards">
{% for card in cards %}
<g><g class="card {{ card.department.kind }}" transform="translate({{ card.x }} {{ card.y }})">
<title>{{ card.department.name }}</title>
<rect class="box" width="{{ card.width }}" height="{{ card.height }}" rx="8"/>
<rect class="edge" y="12" width="4" height="{{ edge }}" rx="2"/>
{% for text in card.name %}<text class="name" x="16" y="30">{{ text }}</text>{% endfor %}
{% for text in card.mission %}<text class="mission" x="16" y="48">{{ text }}</text>{% endfor %}
</g></g>
{% endfor %}
</g></svg>"""
)


def milliseconds(work: Callable) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def placing(chart) -> Callable:
    """Return what stands cards where they belong, with their sizes known before."""
    style = Style()
    rows = rows_of(chart)
    kinds = arrangements(rows, style)
    faces = [face_of(department, style) for department in rows.departments]
    widths, heights = [face.width for face in faces], [face.height for face in faces]

    return lambda: Placing(rows, kinds, widths, heights, spacing_of(style)).run()


def drawn(chart) -> Drawing:
    """Draw as if no text had been measured before."""
    wrap.cache_clear()
    return layout.draw(chart)


def by_template(drawing) -> str:
    """Return the same as SVG by a plain template, its paths made just as ours are."""
    values = {
        "width": drawing.width,
        "height": drawing.height,
        "title": "树",
        "edge": 48,
        "paths": [family_paths(family.lines)[0] for family in drawing.families],
        "cards": drawing.cards,
    }
    return TEMPLATE.render(Context(values, use_l10n=False))


def measure(rounds: int) -> dict[str, list[float]]:
    """Return figures by name."""
    chart = outlined(SIZE)
    drawing = layout.draw(chart)
    assert as_svg.write(drawing, title="树").count("<text") == by_template(drawing).count("<text")
    kinds: dict[str, Callable] = {
        "placing": placing(chart),
        "draw": lambda: drawn(chart),
        "svg": lambda: as_svg.write(drawing, title="树"),
        "svg by a template": lambda: by_template(drawing),
    }
    if igraph:
        tree = igraph.Graph(edges=[(parent_of(number), number) for number in range(1, SIZE)])
        kinds["igraph"] = lambda: tree.layout_reingold_tilford(root=[0])
    figures: dict[str, list[float]] = defaultdict(list)
    for _round in range(rounds + 1):
        for name, work in kinds.items():
            figures[name].append(milliseconds(work))
    # The first of each warms up.
    return {name: values[1:] for name, values in figures.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]))) + "\n")
