"""What a page says, in the form that office files write: a title and tables."""

from dataclasses import dataclass
from typing import Literal

# What a cell's colour means; a word or sign in the cell says it too.
Tone = Literal["", "head", "first", "second", "third", "both", "gap", "overlap", "quiet"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text or a number, and how it is set off."""

    value: str | int
    tone: Tone = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A named table: `columns` are its headings, every row has one cell for each.

    The first `heads` cells of a row name it. `widths` are relative, one for each
    column, or empty for equal ones. `notes` stand before the table.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    heads: int = 1
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A titled document; `lines` say what it shows: chart, version, day, answer."""

    title: str
    lines: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    language: str = "zh-hans"


def row(*values: str | int | Cell) -> tuple[Cell, ...]:
    """Return a row of cells; plain values are cells of no tone."""
    return tuple(value if isinstance(value, Cell) else Cell(value) for value in values)
