"""A chart as a file: one address for each format."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from orgchart import outline, storage
from orgchart.documents import as_dot, as_drawio, as_mermaid, as_text
from orgchart.documents.file_name import file_name
from orgchart.names import called
from orgchart.views.chart_scene import chosen_root, depth_of, read, size_of, spoken
from orgchart.views.chart_state import LAYERS, read_state
from orgchart.views.drawn_files import DRAWN, drawn
from orgchart.views.file_words import chart_line, extent, part_name, saved
from orgchart.views.freshness import fresh
from orgchart.views.lookup import visible_chart

Writer = Callable[[outline.Chart, Sequence[str]], str | bytes]


@dataclass(frozen=True)
class Format:
    """How a file is written; `write` takes an outline and the lines to begin with."""

    content: Promise
    extension: str
    media_type: str
    write: Writer
    duties: bool = False


CHART, OUTLINE = _("org chart"), _("outline")
FORMATS = {
    "架构图.mmd": Format(CHART, "mmd", "text/vnd.mermaid; charset=utf-8", as_mermaid.write),
    "架构图.dot": Format(CHART, "dot", "text/vnd.graphviz; charset=utf-8", as_dot.write),
    "架构图.csv": Format(CHART, "csv", "text/csv; charset=utf-8", as_drawio.write),
    "大纲.txt": Format(
        OUTLINE,
        "txt",
        "text/plain; charset=utf-8",
        partial(as_text.write, with_roles=True, with_duties=True),
        duties=True,
    ),
}


@fresh
def download(request: HttpRequest, chart_slug: str, name: str) -> HttpResponse:
    """The chart in the format that the name says; 404 for a format there is not.

    范围=所见 limits it to the top (顶层) and the levels (层级) of the address;
    else it is the whole chart. 岗位=1 adds roles, 职责=1 duties where the format
    has room for them. Drawings obey the rest of the address too. Names are those
    that the page in the same language uses: none of these files is read again.
    """
    chart = visible_chart(request, chart_slug)
    if name in DRAWN:
        return drawn(request, chart, name)
    form = FORMATS.get(name)
    if form is None:
        raise Http404
    state = read_state(request.GET)
    root = chosen_root(chart, state)
    total = storage.totals_of(chart)["department_total"]
    duties = form.duties and request.GET.get("职责") == "1"
    if request.GET.get("范围") == "所见":
        depth = depth_of(state, size_of(root, {"department_total": total}))
        said = read(chart, state, root, depth, with_duties=duties)
    else:
        root = None
        said = storage.load(
            chart,
            with_roles=state.style.with_roles,
            with_duties=duties,
            ties=LAYERS.values(),
        )
    number = sum(1 for _one in said.walk())
    part = part_name(root) if number < total else ""
    heading = [chart_line(said), extent(number, total, root)]
    name = file_name(said, form.extension, part, content=str(form.content))
    written = replace(spoken(said), name=called(said))
    return saved(form.write(written, heading), form.media_type, name)
