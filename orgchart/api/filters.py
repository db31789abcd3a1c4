"""What lists can be narrowed by and put in order by; anything else is refused."""

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_

from django.core.exceptions import ValidationError
from django.db.models import Q, TextChoices
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet, OrderingFilter

from departments.models import Basis, Chart, Department, Involvement, Relation
from roles.models import WorkingRelationship

MOST_WORDS = 10


def at_most_ten_words(text: str) -> None:
    if len(text.split()) > MOST_WORDS:
        raise ValidationError(_("Search for ten words at most."))


class KeyFilter(CharFilter):
    """By the key of what a field points at."""

    def __init__(self, path: str, label: str):
        super().__init__(field_name=f"{path}__key", label=label, max_length=100)


def choose(words: Iterable[str]) -> dict[str, str]:
    """Return what to say about any other word, as a form field wants it."""
    return {"invalid_choice": format_lazy("{} {}", _("Use one of these:"), ", ".join(words))}


class WordFilter(ChoiceFilter):
    """By one of the words that a field may have."""

    def __init__(self, choices: type[TextChoices], label: str):
        super().__init__(
            choices=choices.choices, label=label, error_messages=choose(choices.values)
        )


class Order(OrderingFilter):
    """One of the named orders; the primary key settles the rest, so that pages are stable."""

    def __init__(self, *names: str, **paths: str):
        fields = {name: name for name in names} | {path: name for name, path in paths.items()}
        super().__init__(
            fields=fields,
            label=_("Order of the list; a minus turns it round."),
            error_messages=choose(sorted(fields.values())),
        )

    def filter(self, rows, value):
        ordered = super().filter(rows, value)
        return ordered.order_by(*ordered.query.order_by, "pk") if value else ordered


class Filters(FilterSet):
    """What every list has: by key, by basis, by words."""

    searched: tuple[str, ...] = ("name", "name_en")

    key = CharFilter(label=_("Key of the record."), max_length=100)
    basis = WordFilter(Basis, _("How it follows from its source."))
    search = CharFilter(
        method="containing",
        label=_("Words that must all occur, at most ten."),
        max_length=200,
        validators=[at_most_ten_words],
    )

    def containing(self, rows, name: str, text: str):
        """Keep the rows in which every word occurs somewhere."""
        words = [
            reduce(or_, (Q(**{f"{field}__icontains": word}) for field in self.searched))
            for word in text.split()
        ]
        return rows.filter(reduce(and_, words))


class ContentFilters(Filters):
    chart = KeyFilter("chart", _("Key of the chart."))


class NamedFilters(Filters):
    """For records with a name and an address of their own."""

    slug = CharFilter(label=_("The record's part of its page's address."), max_length=200)


class ChartFilters(NamedFilters):
    searched = ("name", "name_en", "summary")

    kind = WordFilter(Chart.Kind, _("Kind of chart."))
    based_on = CharFilter(method="from_published", label=_("Key of the chart it is based on."))
    ordering = Order("position", "name")

    def from_published(self, rows, name: str, key: str):
        return rows.filter(based_on__in=Chart.objects.published().filter(key=key))


class DepartmentFilters(ContentFilters, NamedFilters):
    searched = ("name", "name_en", "aliases", "mission", "summary")

    parent = KeyFilter("parent", _("Key of the superior department."))
    kind = WordFilter(Department.Kind, _("Kind of department."))
    ordering = Order("name", "position", chart="chart__position")


class RoleFilters(ContentFilters, NamedFilters):
    searched = ("name", "name_en", "aliases", "purpose")

    department = KeyFilter("department", _("Key of the department."))
    reports_to = KeyFilter("reports_to", _("Key of the superior role."))
    ordering = Order("name", "position", chart="chart__position")


class DutyFilters(ContentFilters):
    searched = ("text", "heading")

    function = KeyFilter("function", _("Key of the function."))
    involvement = WordFilter(Involvement, _("How much of the function is done."))


class DepartmentDutyFilters(DutyFilters):
    department = KeyFilter("department", _("Key of the department."))
    ordering = Order("position", chart="chart__position", department="department__name")


class RoleDutyFilters(DutyFilters):
    role = KeyFilter("role", _("Key of the role."))
    department = KeyFilter("role__department", _("Key of the department."))
    carries = KeyFilter("carries", _("Key of the department duty that is carried."))
    ordering = Order("position", chart="chart__position", role="role__name")


class EmphasisFilters(ContentFilters):
    searched = ("text",)

    stage = KeyFilter("stage", _("Key of the life-cycle stage."))
    department = KeyFilter("department", _("Key of the department."))
    duty = KeyFilter("duty", _("Key of the department duty."))
    ordering = Order("position", chart="chart__position", stage="stage__position")


class TraitFilters(ContentFilters):
    searched = ("text",)

    aspect = KeyFilter("aspect", _("Key of the aspect."))
    department = KeyFilter("department", _("Key of the department."))
    ordering = Order(chart="chart__position", aspect="aspect__position")


class HandOffFilters(ContentFilters):
    searched = ("text", "deliverables", "medium")

    giver = KeyFilter("giver", _("Key of the giving department."))
    receiver = KeyFilter("receiver", _("Key of the receiving department."))
    function = KeyFilter("function", _("Key of the function."))
    ordering = Order("position", chart="chart__position", giver="giver__name")


class RelationFilters(ContentFilters):
    searched = ("from_department__name", "to_department__name", "note")

    kind = WordFilter(Relation.Kind, _("Kind of relation."))
    from_department = KeyFilter("from_department", _("Key of the department it starts from."))
    to_department = KeyFilter("to_department", _("Key of the department it leads to."))
    ordering = Order("position", chart="chart__position")


class WorkingRelationshipFilters(ContentFilters):
    searched = ("matter", "counterpart_text")

    role = KeyFilter("role", _("Key of the role."))
    department = KeyFilter("department", _("Key of the department."))
    counterpart_role = KeyFilter("counterpart_role", _("Key of the role on the other side."))
    counterpart_department = KeyFilter(
        "counterpart_department", _("Key of the department on the other side.")
    )
    direction = WordFilter(WorkingRelationship.Direction, _("Who gives, who receives."))
    ordering = Order("position", chart="chart__position")


class TermFilters(NamedFilters):
    searched = ("name", "name_en", "description")

    ordering = Order("position", "name")


class ArticleFilters(NamedFilters):
    searched = ("name", "name_en", "summary")

    ordering = Order("position", "name")
