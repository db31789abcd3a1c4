"""The seed for tests: loaded once by `loaddata`, which takes seconds, and copied from then on."""

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from orgchart.seed import models as seeded_models

# The rows of each table as they stood after loaddata, for this process's other tests.
remembered: dict[str, tuple[list[str], list[tuple]]] = {}


def load_seed() -> None:
    """Put the seed into an empty database."""
    if remembered:
        copy_remembered()
        return
    call_command("loaddata", "seed", verbosity=0)
    remembered.update({model._meta.db_table: rows_of(model) for model in seeded_models()})


def rows_of(model) -> tuple[list[str], list[tuple]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")
        return [column[0] for column in cursor.description], cursor.fetchall()


def copy_remembered() -> None:
    quote = connection.ops.quote_name
    # In one transaction, at whose end alone the foreign keys are checked.
    with transaction.atomic(), connection.cursor() as cursor:
        for table, (columns, rows) in remembered.items():
            names = ", ".join(quote(column) for column in columns)
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {quote(table)} ({names}) VALUES ({places})", rows)
        for statement in connection.ops.sequence_reset_sql(no_style(), seeded_models()):
            cursor.execute(statement)
