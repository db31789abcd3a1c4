"""The pictures of hand-offs: between all departments of a chart, and between two."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from departments.models import Chart, Department, HandOff
from orgchart import exchange, outline
from orgchart.documents import as_flow_map, as_flow_pair
from orgchart.documents.as_flow_map import Link
from orgchart.documents.drawing_words import told_of_hand_offs
from orgchart.layout.flow_map import Stream, flow_map
from orgchart.layout.flow_pair import Message, flow_pair
from orgchart.names import called, foreign_language
from orgchart.views.pairs import Flow

# More than a reader can follow.
MOST_BOXES = 24
MOST_STREAMS = 48
MOST_MESSAGES = 15


def map_of(chart: Chart, said: outline.Chart, flows: Sequence[exchange.Flow]) -> dict:
    """Return the picture of these flows, what its legend names, and how much is left out."""
    drawn = exchange.strongest(flows, MOST_BOXES, MOST_STREAMS)
    boxes = exchange.taking_part(said, drawn)
    place = {unit.key: index for index, unit in enumerate(boxes)}
    by_stream = {stream_of(flow, place): flow for flow in drawn}
    picture = flow_map([called(unit) for unit in boxes], by_stream)
    svg = as_flow_map.write(
        picture,
        title=gettext("Who hands what to whom"),
        description=gettext("Departments as boxes, numbers of items on the arrows."),
        boxes=[Link(reverse("department", args=[chart.slug, u.slug]), called(u)) for u in boxes],
        strands=[link_of(chart, by_stream[strand.stream]) for strand in picture.strands],
        language=foreign_language,
    )
    return {
        "svg": safe(svg),
        "departments": len(boxes),
        "flows_left_out": len(flows) - len(drawn),
        "answered": any(not stream.is_one_way for stream in by_stream),
        "one_way": any(stream.is_one_way for stream in by_stream),
        "confirmed": any(stream.is_confirmed for stream in by_stream),
        "unconfirmed": any(not stream.is_confirmed for stream in by_stream),
    }


def stream_of(flow: exchange.Flow, place: dict[str, int]) -> Stream:
    giver, receiver = (place[key] for key in flow.ends)
    return Stream(giver, receiver, len(flow.items), not flow.is_answered, not flow.unconfirmed)


def link_of(chart: Chart, flow: exchange.Flow) -> Link:
    """Return where an arrow leads, and the arrow in words."""
    address = reverse("hand-off-pair", args=[chart.slug, flow.giver.slug, flow.receiver.slug])
    told = [told_of_hand_offs(called(flow.giver), called(flow.receiver), len(flow.items))]
    if not flow.is_answered:
        told.append(gettext("one way only"))
    if flow.unconfirmed:
        words = ngettext("%(number)s not confirmed", "%(number)s not confirmed", flow.unconfirmed)
        told.append(words % {"number": flow.unconfirmed})
    return Link(address, " · ".join(told))


def pair_of(
    one: Department, other: Department, there: Flow | None, back: Flow | None
) -> SafeString:
    """Return the picture of what two departments give each other; empty for nothing."""
    if not (there or back):
        return SafeString("")
    picture = flow_pair(called(one), called(other), messages(there), messages(back))
    names = {"first": called(one), "second": called(other)}
    told = [
        told_of_hand_offs(called(flow.giver), called(flow.receiver), flow.count)
        for flow in (there, back)
        if flow
    ]
    title = gettext("What %(first)s and %(second)s hand each other") % names
    svg = as_flow_pair.write(
        picture, title=title, description=" · ".join(told), language=foreign_language
    )
    return safe(svg)


def messages(flow: Flow | None) -> list[Message]:
    """Return the items of one direction, the first ones only where there are many."""
    if not flow:
        return [Message(gettext("Nothing runs this way."), "nothing")]
    shown = [message(place, item) for place, item in enumerate(flow.items[:MOST_MESSAGES], 1)]
    rest = flow.count - len(shown)
    if rest > 0:
        words = ngettext("and %(number)s more item", "and %(number)s more items", rest)
        shown.append(Message(words % {"number": rest}, "rest"))
    return shown


def message(place: int, item: HandOff) -> Message:
    is_confirmed = item.confirmed_by_giver and item.confirmed_by_receiver
    return Message(f"{place}. {item.text}", "confirmed" if is_confirmed else "unconfirmed")


def safe(svg: str) -> SafeString:
    """Mark the picture as markup: its writer has escaped every text."""
    return mark_safe(svg)
