"""Numbers beside the rows of a list, counted by the database."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def count_of(rows: QuerySet, owner: str) -> Coalesce:
    """Return how many of the rows each outer row owns, as an annotation.

    One subquery each: counting two kinds in one join would multiply them.
    """
    own = rows.filter(**{owner: OuterRef("pk")}).order_by().values(owner)
    return Coalesce(Subquery(own.annotate(number=Count("pk")).values("number")), 0)
