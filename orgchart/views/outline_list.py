"""A chart in words: nested lists with all duties and roles.

Written as joined text: a page has hundreds of departments and thousands of duties,
and a template for each would cost more than all the rest of the page.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from django.urls import reverse
from django.utils.formats import localize
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from departments.models import Chart
from orgchart import outline as outlines
from orgchart.templatetags.names import in_both, language_of, named
from orgchart.views.nesting import Nested


class OutlineList:
    """Writes the lists of one chart; what all its links begin with is looked up once.

    Below the level `lowest` nothing is shown; None for all levels.
    """

    def __init__(self, chart: Chart, lowest: int | None) -> None:
        self.lowest = lowest
        self.departments = reverse("department-list", args=[chart.slug])
        self.roles = reverse("role-list", args=[chart.slug])
        self.outline = reverse("chart-outline", args=[chart.slug])

    def write(self, lines: Iterable[Nested], said: Mapping[str, outlines.Department]) -> SafeString:
        """Return the departments as lists in lists; `said` tells what each says, by key."""
        parts = ['<ul class="tree">']
        for line in lines:
            parts += self.repeated(line) if line.is_continued else self.entry(line, said)
            parts.append("<ul>" if line.opens else "</li>")
            parts += ["</ul></li>"] * len(line.closes)
        parts.append("</ul>")
        # Every text in it went through escape() or format_html().
        return mark_safe("".join(parts))

    def repeated(self, line: Nested) -> Iterator[str]:
        """Yield the beginning of a superior that an earlier page has shown."""
        yield f'<li class="continued">{self.link(line.department.slug, named(line.department))}'
        yield f' <span class="muted">{gettext("(continued)")}</span>'

    def entry(self, line: Nested, said: Mapping[str, outlines.Department]) -> Iterator[str]:
        """Yield the beginning of an entry: the department and all that it says."""
        one = said[line.department.key]
        yield f"<li>{self.link(one.slug, in_both(one))}{numbers(one)}"
        if one.mission:
            yield f"<p{language_of(one.mission)}>{escape(one.mission)}</p>"
        if one.duties:
            yield contents(gettext("Duties"), one.duties)
        for role in one.roles:
            address = f"{self.roles}{quote(role.slug)}/"
            words = gettext("Open the role")
            link = f'<p><a class="inline" href="{address}">{words}</a></p>'
            yield contents(named(role), role.duties, link)
        if one.child_count and line.department.level == self.lowest:
            yield self.below(one)

    def link(self, slug: str, name: str) -> str:
        return f'<a href="{self.departments}{quote(slug)}/">{name}</a>'

    def below(self, one: outlines.Department) -> str:
        """Return the link to those below, which this page does not show."""
        words = ngettext(
            "%(number)s department below", "%(number)s departments below", one.child_count
        )
        said = words % {"number": localize(one.child_count)}
        return f' <a class="inline" href="{self.outline}?顶层={quote(one.slug)}">{said}</a>'


def numbers(one: outlines.Department) -> str:
    """Return how many duties and roles a department has; empty where it has none."""
    said = []
    if one.duty_count:
        words = ngettext("%(number)s duty", "%(number)s duties", one.duty_count)
        said.append(words % {"number": localize(one.duty_count)})
    if one.role_count:
        words = ngettext("%(number)s role", "%(number)s roles", one.role_count)
        said.append(words % {"number": localize(one.role_count)})
    return f' <span class="count">{" · ".join(said)}</span>' if said else ""


def contents(title: str, duties: Sequence[outlines.Duty], link: str = "") -> str:
    """Return duties that open below a title; the title is markup."""
    items = "".join(f"<li{language_of(one.text)}>{escape(one.text)}</li>" for one in duties)
    listed = f'<ol class="numbered">{items}</ol>' if items else ""
    count = f'<span class="count">{localize(len(duties))}</span>'
    return f'<details class="contents"><summary>{title} {count}</summary>{link}{listed}</details>'
