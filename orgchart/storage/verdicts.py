"""What editors have decided of duties that are worded alike."""

from collections.abc import Sequence

from departments.models import Department, Likeness


def load_verdicts(
    departments: Sequence[Department],
) -> dict[frozenset[tuple[str, str]], bool]:
    """Return for each decided pair of the departments' duties whether they are the same.

    A duty is named by the keys of its chart and of itself.
    """
    ends = ("first__chart__key", "first__key", "second__chart__key", "second__key")
    rows = Likeness.objects.between(departments).order_by().values_list("verdict", *ends)
    return {
        frozenset({(first_chart, first), (second_chart, second)}): verdict == Likeness.Verdict.SAME
        for verdict, first_chart, first, second_chart, second in rows
    }
