"""How many there are of something, as a column or a line, with a link to them."""

from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst


def with_counts(rows, names):
    """The rows, each with `<name>_count` for every relation named."""
    return rows.annotate(**{f"{name}_count": counted(rows.model, name) for name in names})


def count_for(rows, names):
    """Give rows that were read the same numbers, by one query a relation."""
    for name in names if rows else ():
        relation = rows[0]._meta.get_field(name)
        column = relation.field.name
        related = relation.related_model._base_manager.filter(**{f"{column}__in": rows}).order_by()
        numbers = dict(related.values_list(column).annotate(number=Count("pk")))
        for row in rows:
            setattr(row, f"{name}_count", numbers.get(row.pk, 0))


def counted(model, name):
    """The number of related records as one subquery; joins would multiply each other."""
    relation = model._meta.get_field(name)
    column = relation.field.name
    related = relation.related_model._base_manager.filter(**{column: OuterRef("pk")})
    number = related.order_by().values(column).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(number), 0)


def count_column(name, description):
    """A column of a list: the number, linked to what it counts."""

    @admin.display(description=description, ordering=f"{name}_count")
    def column(row):
        return count_link(row, name, getattr(row, f"{name}_count"))

    column.relation = name
    return column


def count_link(row, name, number, words=None):
    """A number, with words or without, that leads to the list of what it counts."""
    text = number if words is None else f"{words} {number}"
    address = list_address(row, name)
    return format_html('<a href="{}">{}</a>', address, text) if address and number else text


def list_address(row, name) -> str | None:
    """The address of the list of the related records, if they have one."""
    relation = row._meta.get_field(name)
    if not admin.site.is_registered(relation.related_model):
        return None
    options = relation.related_model._meta
    address = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    return f"{address}?{relation.field.name}__id__exact={row.pk}"


def contents(row, words_by_name):
    """One line: how many of each related kind, with links to them."""
    parts = [
        (count_link(row, name, number(row, name), capfirst(words)),)
        for name, words in words_by_name.items()
    ]
    return format_html_join(" · ", "{}", parts)


def number(row, name) -> int:
    """How many related records there are."""
    relation = row._meta.get_field(name)
    return relation.related_model._base_manager.filter(**{relation.field.name: row.pk}).count()
