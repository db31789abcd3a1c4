"""Finding departments, roles, duties, functions, hand-offs and passages by words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db.models import Model, QuerySet

from departments.models import Chart, Department, DepartmentDuty, Function, HandOff, Passage
from orgchart.search import shelf
from orgchart.search.lines import Texts
from orgchart.search.names import Names
from orgchart.search.query import Query, Word
from roles.models import Role, RoleDuty

# In the order in which they are shown.
KINDS = (
    "departments",
    "roles",
    "functions",
    "department_duties",
    "role_duties",
    "hand_offs",
    "passages",
)


NAMES = ("name", "name_en")
# Of each kind: what is shown of it, and what of the records beside it. These are read while
# somebody types; most columns of a record are not needed for a line.
SHOWN = {
    "departments": (Department, ("chart", *NAMES, "slug", "aliases"), {"parent": NAMES}),
    "roles": (Role, ("chart", *NAMES, "slug", "aliases"), {"department": NAMES}),
    "functions": (Function, (*NAMES, "slug", "description"), {}),
    "department_duties": (
        DepartmentDuty,
        ("chart", "text", "heading"),
        {"department": (*NAMES, "slug")},
    ),
    "role_duties": (
        RoleDuty,
        ("chart", "text", "heading"),
        {"role": (*NAMES, "slug"), "role__department": NAMES},
    ),
    "hand_offs": (
        HandOff,
        ("chart", "text"),
        {"giver": (*NAMES, "slug"), "receiver": (*NAMES, "slug")},
    ),
    "passages": (Passage, ("heading", "text"), {"article": (*NAMES, "slug")}),
}


@dataclass(frozen=True)
class Found:
    """The keys of what matches, the best first; the lower the grade, the better."""

    kind: str
    pks: list[int]
    grades: list[int]
    charts: dict[int, Chart]

    def rows(self, most: int) -> list[Model]:
        """Return the first records, with what is shown beside them."""
        wanted = self.pks[:most]
        if not wanted:
            return []
        # What was deleted a moment ago is left out.
        read = {row.pk: row for row in rows_of(self.kind).filter(pk__in=wanted)}
        for row in read.values() if self.kind in shelf.IN_A_CHART else ():
            # It is at hand, and its columns are many.
            row.chart = self.charts[row.chart_id]
        return [read[pk] for pk in wanted if pk in read]


def find(
    query: Query, charts: Sequence[Chart], kinds: Sequence[str] = KINDS, most: int | None = None
) -> dict[str, Found]:
    """Return what matches in these charts, and in the library that all charts share.

    With `most`, no more matches of a kind are looked for in a chart.
    """
    rooms = shelf.of_charts(charts) if set(kinds) & set(shelf.IN_A_CHART) else []
    library = shelf.of_library(charts) if set(kinds) & set(shelf.IN_THE_LIBRARY) else {}
    by_key = {chart.pk: chart for chart in charts}
    found = {}
    for kind in kinds:
        places = [library[kind]] if kind in library else [room[kind] for room in rooms]
        graded = [match for place in places for match in matches(place, query, most)]
        # Charts come in their order where two matches are equally good.
        graded.sort(key=lambda match: match[0])
        found[kind] = Found(
            kind, [pk for _grade, pk in graded], [grade for grade, _pk in graded], by_key
        )
    return found


def matches(place: Names | Texts, query: Query, most: int | None) -> list[tuple[int, int]]:
    """Return (grade, key) of what matches the words, or else what they may be read as."""
    for words in (query.sought, query.pieces, query.joined):
        found = list(islice(looked_through(place, words), most))
        if found:
            return found
    return []


def looked_through(place: Names | Texts, words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    return place.matches(words) if words else iter(())


def rows_of(kind: str) -> QuerySet:
    """Return all records of a kind, with what is shown of them and beside them."""
    model, shown, beside = SHOWN[kind]
    fields = [f"{record}__{field}" for record, names in beside.items() for field in names]
    rows = model.objects.only(*shown, *beside, *fields)
    return rows.select_related(*beside) if beside else rows
