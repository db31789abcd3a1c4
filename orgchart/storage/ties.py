"""From tables to outlines: what ties departments and roles to each other."""

from collections.abc import Iterable

from django.db.models import F

from departments import models
from orgchart import outline
from orgchart.storage.part import FACT, Part, take
from roles.models import WorkingRelationship


def _hand_offs(part: Part) -> Iterable[outline.HandOff]:
    columns = (*FACT, "text", "medium", "frequency", "deadline")
    columns += ("confirmed_by_giver", "confirmed_by_receiver")
    rows = part.of(models.HandOff, "giver").values(
        *columns,
        *("deliverables", "receiver_id"),
        of=F("giver__key"),
        to=F("receiver__key"),
        function_key=F("function__key"),
    )
    for row in part.inside(rows, "receiver_id"):
        yield outline.HandOff(
            **take(row, columns),
            giver=row["of"],
            receiver=row["to"],
            deliverables=tuple(filter(str.strip, row["deliverables"].splitlines())),
            function=row["function_key"] or "",
        )


def _relations(part: Part) -> Iterable[outline.Relation]:
    rows = part.of(models.Relation, "from_department").values(
        *FACT, "kind", "to_department_id", of=F("from_department__key"), to=F("to_department__key")
    )
    for row in part.inside(rows, "to_department_id"):
        yield outline.Relation(
            **take(row, (*FACT, "kind")), from_department=row["of"], to_department=row["to"]
        )


def _traits(part: Part) -> Iterable[outline.Trait]:
    rows = part.of(models.Trait, "department").values(
        *FACT, "text", aspect_key=F("aspect__key"), of=F("department__key")
    )
    for row in rows:
        yield outline.Trait(
            **take(row, (*FACT, "text")), aspect=row["aspect_key"], department=row["of"]
        )


def _emphases(part: Part) -> Iterable[outline.Emphasis]:
    rows = part.of(models.Emphasis, "department").values(
        *FACT,
        "text",
        stage_key=F("stage__key"),
        of=F("department__key"),
        duty_key=F("duty__key"),
    )
    for row in rows:
        yield outline.Emphasis(
            **take(row, (*FACT, "text")),
            stage=row["stage_key"],
            department=row["of"],
            duty=row["duty_key"] or "",
        )


def _working_relationships(part: Part) -> Iterable[outline.WorkingRelationship]:
    ends = ("role", "department", "counterpart_role", "counterpart_department")
    rows = WorkingRelationship.objects.filter(chart=part.chart).values(
        *FACT,
        *("matter", "direction", "counterpart_text", "department_id", "role__department_id"),
        **{f"{end}_key": F(f"{end}__key") for end in ends},
    )
    for row in rows:
        home = row["department_id"] or row["role__department_id"]
        if part.ids is None or home in part.ids:
            yield outline.WorkingRelationship(
                **take(row, (*FACT, "matter", "direction", "counterpart_text")),
                **{end: row[f"{end}_key"] or "" for end in ends},
            )


TIES = {
    "hand_offs": _hand_offs,
    "relations": _relations,
    "traits": _traits,
    "emphases": _emphases,
    "working_relationships": _working_relationships,
}
ALL_TIES = tuple(TIES)
