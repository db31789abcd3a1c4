"""A chart as an indented outline in plain text, to paste into a letter or a regulation."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, pgettext

from orgchart import outline
from orgchart.documents.network import ties
from orgchart.documents.numerals import numeral
from orgchart.documents.words import counts, number_of_duties, tie_word

STEP = "  "


def write(
    chart: outline.Chart,
    heading: Sequence[str] = (),
    *,
    numbered: bool = True,
    with_roles: bool = False,
    with_duties: bool = False,
) -> str:
    """Return the outline; `heading` stands before it.

    `numbered` puts 一、 （一） 1. （1） ① a. before the departments, by level;
    without it the indents alone tell the level. `with_roles` and `with_duties`
    add those of each department, as far as the chart was loaded with them.
    Hand-offs and relations follow at the end.
    """
    lines = [one_line(text) for text in heading]
    lines += [""] if lines else []
    for department, level, number in placed(chart.departments):
        before = numeral(level, number) if numbered else ""
        lines.append(f"{STEP * level}{before}{title(department)}")
        inside = STEP * (level + 1)
        lines += (inside + line for line in about(department, with_roles, with_duties))
    lines += tie_lines(chart)
    return "\n".join([*lines, ""])


def placed(
    roots: Sequence[outline.Department],
) -> Iterator[tuple[outline.Department, int, int]]:
    """Yield each department with its level and its number among its siblings."""
    waiting = [(one, 0, number) for number, one in enumerate(roots, start=1)][::-1]
    while waiting:
        department, level, number = waiting.pop()
        yield department, level, number
        below = [(one, level + 1, n) for n, one in enumerate(department.children, start=1)]
        waiting += reversed(below)


def title(department: outline.Department) -> str:
    """Return the name, the English name and what is known in numbers."""
    names = " ".join(one_line(name) for name in (department.name, department.name_en) if name)
    return bracketed(names, counts(department))


def about(department: outline.Department, with_roles: bool, with_duties: bool) -> Iterator[str]:
    """Yield the lines below a department's name."""
    if department.mission:
        mission = {"text": one_line(department.mission)}
        yield gettext("Mission: %(text)s") % mission
    if with_duties and department.duties:
        yield gettext("Duties:")
        yield from duty_lines(department.duties)
    if with_roles and department.roles:
        yield gettext("Roles:")
        for role in department.roles:
            number = number_of_duties(role.duty_count) if role.duty_count else ""
            yield f"{STEP}- {bracketed(one_line(role.name), number)}"
            if with_duties:
                yield from (STEP * 2 + line for line in duty_lines(role.duties))


def duty_lines(duties: Sequence[outline.Duty]) -> Iterator[str]:
    """Yield numbered duties, each under its heading where that changes."""
    heading = ""
    for number, duty in enumerate(duties, start=1):
        if duty.heading and duty.heading != heading:
            yield f"{STEP}{one_line(duty.heading)}"
        heading = duty.heading
        yield f"{STEP}{number}. {one_line(duty.text)}"


def tie_lines(chart: outline.Chart) -> list[str]:
    """Return a list of who hands how much to whom, and of the other relations."""
    found = ties(chart)
    if not found:
        return []
    names = clear_names(chart)
    lines = ["", gettext("Hand-offs and relations")]
    for line in found:
        start, end = names[line.start], names[line.end]
        lines.append(f"{STEP}- {start} → {end}{pgettext('punctuation', ': ')}{tie_word(line)}")
    return lines


def clear_names(chart: outline.Chart) -> dict[str, str]:
    """Return each department's name by key, after its superiors' where others share it."""
    often = Counter(one.name for one in chart.walk())
    paths = {one.key: one.name for one in chart.departments}
    for one in chart.walk():
        paths |= {child.key: f"{paths[one.key]} / {child.name}" for child in one.children}
    return {
        one.key: one_line(paths[one.key] if often[one.name] > 1 else one.name)
        for one in chart.walk()
    }


def bracketed(text: str, addition: str) -> str:
    """Return the text with the addition in brackets, if there is one."""
    if not addition:
        return text
    words: str = pgettext("text", "%(text)s (%(addition)s)")
    return words % {"text": text, "addition": addition}


def one_line(text: str) -> str:
    """Return the text on one line."""
    return " ".join(text.split())
