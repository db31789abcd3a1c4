"""What the signs of a drawing mean, as SVG for a file that has no page around it."""

from collections.abc import Mapping
from html import escape
from typing import Any, NamedTuple

from django.utils.translation import gettext, ngettext

from orgchart.documents.drawing_words import told_of_hand_offs
from orgchart.documents.paths import number
from orgchart.layout.measure import width

SIZE = 12
LINE = 20
# So many lines have room below a drawing on paper.
MOST_LINES = 2
SIGN = 28
AFTER_SIGN = 8
AFTER_LABEL = 22


class Entry(NamedTuple):
    """A sign, as SVG that stands in a box of 28 by 12, and its meaning."""

    sign: str
    label: str


def entries(said: Mapping[str, Any]) -> list[Entry]:
    """Return the entries of a legend as `views.legend` says it."""
    found = [Entry(bar(kind), str(label)) for kind, label in said["kinds"]]
    if said["solid"]:
        found.append(Entry(line("line"), gettext("line of command")))
    if said["dashed"]:
        found.append(Entry(line("line dashed"), gettext("to an outside unit")))
    for flow in said["arrows"]:
        words = told_of_hand_offs(flow["giver"], flow["receiver"], flow["number"])
        found.append(Entry(arrow(flow["way"]), words))
    for way in said["hand_offs"]:
        found.append(Entry(arrow(way), told_of_way(way)))
    for kind, sign, label in said["relations"]:
        found.append(Entry(arrow(f"tie {kind}"), f"{sign} {label}"))
    if said["role_counts"]:
        found.append(Entry(role_count(), gettext("number beside a role: its duties")))
    if said["hidden"]:
        found.append(Entry(badge(), gettext("departments below that are not drawn")))
    found += stage_entries(said)
    if said["undrawn"]:
        words = ngettext(
            "%(number)s flow is not drawn",
            "%(number)s flows are not drawn",
            said["undrawn"],
        )
        found.append(Entry("", words % {"number": said["undrawn"]}))
    if said.get("apart"):
        found.append(Entry("", flows_apart(said["apart"])))
    return found


def stage_entries(said: Mapping[str, Any]) -> list[Entry]:
    """Return what the signs of a life-cycle stage mean, where one is laid over the drawing."""
    found = []
    if said.get("leads"):
        words = gettext("leads in this stage, with the number of duties")
        found.append(Entry(star("★ n"), words))
    if said.get("is_mixed"):
        found.append(Entry(star("+n"), gettext("emphases outside the duty list")))
    return found


def told_of_way(way: str) -> str:
    """Return what an arrow of hand-offs means that looks like this."""
    if way == "back":
        return str(gettext("hand-offs the other way, with their number"))
    return str(gettext("hand-offs, with their number"))


def flows_apart(number: int) -> str:
    """Return how many flows no page can draw, since their ends stand on different ones."""
    words: str = ngettext(
        "%(number)s flow runs between different pages and is not drawn",
        "%(number)s flows run between different pages and are not drawn",
        number,
    )
    return words % {"number": number}


def bar(kind: str) -> str:
    """Return the coloured edge of a kind of card, in a card of that kind."""
    return (
        f'<g class="card {kind}"><rect class="box" x=".5" y="-2" width="27" height="15" rx="3"/>'
        '<rect class="edge" x=".5" y="1" width="4" height="9" rx="2"/></g>'
    )


def line(classes: str) -> str:
    return f'<path class="{classes}" d="M0 6H28"/>'


def arrow(classes: str) -> str:
    tip = '<path class="tip" d="M28 6l-9-5v10z"/>'
    return f'<g class="arrow {classes}"><path d="M0 6H20"/>{tip}</g>'


def star(text: str) -> str:
    return (
        '<g class="sign"><rect x=".5" y="-3" width="27" height="18" rx="9"/>'
        f'<text x="14" y="10" text-anchor="middle">{text}</text></g>'
    )


def role_count() -> str:
    return '<text class="role-count" x="14" y="10" text-anchor="middle">n</text>'


def badge() -> str:
    return (
        '<g class="toggle"><rect x=".5" y="-3" width="27" height="18" rx="9"/>'
        '<text x="14" y="10" text-anchor="middle">+n</text></g>'
    )


def shortened(said: Mapping[str, Any], room: float) -> dict[str, Any]:
    """Return a legend that fits into the foot of a page: many names give way to one sign."""
    _group, height = write(said, room)
    if height <= MOST_LINES * LINE or not said["arrows"]:
        return dict(said)
    ways = sorted({flow["way"] for flow in said["arrows"]}, key=["there", "back"].index)
    return {**said, "arrows": [], "hand_offs": ways}


def write(said: Mapping[str, Any], room: float) -> tuple[str, float]:
    """Return the legend in lines of at most `room` pixels as a group, and its height."""
    x = y = 0.0
    parts = ['<g class="drawing meaning">']
    for sign, label in entries(said):
        indent = SIGN + AFTER_SIGN if sign else 0
        reach = indent + width(label, SIZE)
        if x and x + reach > room:
            x, y = 0.0, y + LINE
        parts.append(
            f'<g transform="translate({number(x)} {number(y + 4)})">{sign}'
            f'<text x="{indent}" y="10">{escape(label)}</text></g>'
        )
        x += reach + AFTER_LABEL
    parts.append("</g>")
    return "".join(parts), y + LINE if len(parts) > 2 else 0
