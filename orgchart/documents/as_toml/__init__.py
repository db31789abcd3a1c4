"""Read the TOML in which the seed is written.

Departments and roles stand flat, one after the other, and point at each other
by key. Numbered items take their number from their place in the list. What
does not fit is refused with a sentence that names the record and the value.
"""

import tomllib
from collections import defaultdict

from orgchart import outline
from orgchart.documents.as_toml.forest import grow
from orgchart.documents.as_toml.record import (
    Table,
    place_of,
    read_list,
    read_numbered,
    read_record,
    take_tables,
)
from orgchart.documents.as_toml.references import check, refuse_twins

__all__ = ["read_chart", "read_library"]


def read_chart(text: str) -> outline.Chart:
    """Read one chart, or raise ValueError with a sentence."""
    table = tomllib.loads(text)
    roles = take_tables(table, "roles", "The chart")
    departments = grow(take_tables(table, "departments", "The chart"), roles)
    chart = read_record(
        outline.Chart,
        table,
        "The chart",
        departments=departments,
        hand_offs=read_list(outline.HandOff, table, "hand_offs", "hand-off"),
        relations=read_list(outline.Relation, table, "relations", "relation"),
        traits=_traits(take_tables(table, "traits", "The chart")),
        emphases=_emphases(take_tables(table, "emphases", "The chart")),
        working_relationships=read_list(
            outline.WorkingRelationship,
            table,
            "working_relationships",
            "working relationship",
        ),
    )
    check(chart)
    return chart


def read_library(text: str) -> outline.Library:
    """Read what all charts share, or raise ValueError with a sentence."""
    table = tomllib.loads(text)
    articles = take_tables(table, "articles", "The library")
    library = read_record(
        outline.Library,
        table,
        "The library",
        functions=read_list(outline.Term, table, "functions", "function"),
        stages=read_list(outline.Term, table, "stages", "stage"),
        aspects=read_list(outline.Term, table, "aspects", "aspect"),
        articles=tuple(_article(a, n) for n, a in enumerate(articles, 1)),
    )
    refuse_twins("function", library.functions)
    refuse_twins("stage", library.stages)
    refuse_twins("aspect", library.aspects)
    refuse_twins("article", library.articles)
    return library


def _traits(tables: list[Table]) -> tuple[outline.Trait, ...]:
    keys = [f"{t.get('aspect')}.{t.get('department')}" for t in tables]
    return tuple(
        read_record(outline.Trait, {"key": key, **table}, f"The trait “{key}”")
        for key, table in zip(keys, tables, strict=True)
    )


def _emphases(tables: list[Table]) -> tuple[outline.Emphasis, ...]:
    by_stage: dict[str, list[Table]] = defaultdict(list)
    for table in tables:
        by_stage[str(table.get("stage"))].append(table)
    return tuple(
        emphasis
        for stage, items in by_stage.items()
        for emphasis in read_numbered(outline.Emphasis, items, stage, "emphasis")
    )


def _article(table: Table, number: int) -> outline.Article:
    place = place_of("article", table, number)
    items = take_tables(table, "passages", place)
    passages = read_numbered(outline.Passage, items, table.get("key"), "passage")
    return read_record(outline.Article, table, place, passages=passages)
