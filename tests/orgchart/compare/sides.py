"""Sides for comparisons, drawn from outlines without a database."""

from orgchart.compare import Side


def sides_of(chart, *keys, above=None):
    """The departments with these keys as sides; `above` tells the superiors of some."""
    units = {unit.key: unit for unit in chart.walk()}
    return tuple(Side(chart, units[key], (above or {}).get(key, ())) for key in keys)


def same(*duties):
    """The verdict that two duties of (chart, key) are one."""
    return {frozenset(duties): True}


def different(*duties):
    """The verdict that they are not."""
    return {frozenset(duties): False}


def texts(duties):
    return [one.text for one in duties]


def rows_of(group):
    """Each row of a group as its function and the texts of each side."""
    return [(row.function, [texts(duties) for duties in row.duties]) for row in group.rows]
