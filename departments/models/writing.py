"""The one lock that every write takes, and what is said when two cross."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import connection, models, transaction
from django.utils.translation import gettext_lazy as _

# Any fixed number; it names the lock in PostgreSQL.
LOCK = 7_266_001


@contextmanager
def writing() -> Iterator[None]:
    """Hold the writers' lock for one transaction.

    mptt numbers the trees of all charts together, so a lock per chart would
    not do. On SQLite the lock is BEGIN IMMEDIATE, which the settings ask for.
    Whatever a write computes from must be read inside. A writer that waits for
    ten seconds raises OperationalError, which the site answers with 503.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = '10s'")
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        yield


class Stale(ValidationError):
    """Raised when a record was changed or deleted after it was read."""

    def __init__(self, record: models.Model) -> None:
        super().__init__(
            _(
                "“%(record)s” was changed or deleted by somebody else after you opened it. "
                "Nothing was saved; open it again and repeat your change."
            ),
            code="stale",
            params={"record": name_of(record)},
        )


def name_of(record: models.Model) -> str:
    """Return the record's name, or its kind where the name went with another record."""
    try:
        return str(record)
    except ObjectDoesNotExist:
        return str(record._meta.verbose_name)
