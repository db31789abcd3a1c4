"""An outline as a nested list in HTML: what a drawing says, for everybody who reads it in words."""

from collections.abc import Callable, Mapping
from html import escape

from django.utils.translation import ngettext

from orgchart import outline
from orgchart.documents.drawing_words import counts

Address = Callable[[outline.Department], str]


def write(
    chart: outline.Chart,
    *,
    address: Address,
    opening: Address,
    most: int,
    remarks: Mapping[str, str] | None = None,
) -> str:
    """Return the departments as lists in lists, the first `most` of them.

    `address` gives each its link, `opening` the link that shows those below
    where they are not read; `remarks` stand behind names, by department key.
    """
    parts = ['<ul class="tree">']
    waiting: list[outline.Department | str] = ["</ul>", *reversed(chart.departments)]
    left = most
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            parts.append(one)
        elif left:
            left -= 1
            parts.append(entry(one, address, (remarks or {}).get(one.key, "")))
            if one.children:
                parts.append("<ul>")
                waiting += ["</ul></li>", *reversed(one.children)]
            else:
                parts.append(closed(one, opening) + "</li>")
    return "".join(parts)


def entry(department: outline.Department, address: Address, remark: str) -> str:
    """Return the beginning of an entry: name, remark, numbers and mission."""
    said = counts(department)
    return (
        f'<li><a href="{escape(address(department))}"><bdi>{escape(department.name)}</bdi></a>'
        + (f' <span class="chip remark">{escape(remark)}</span>' if remark else "")
        + (f' <span class="count">{said}</span>' if said else "")
        + (f"<p>{escape(department.mission)}</p>" if department.mission else "")
    )


def closed(department: outline.Department, opening: Address) -> str:
    """Return the link to those below that are not shown."""
    number = department.descendant_count
    if not number:
        return ""
    words = ngettext("%(number)s department below", "%(number)s departments below", number)
    link = escape(opening(department))
    return f' <a class="inline" href="{link}">{escape(words % {"number": number})}</a>'
