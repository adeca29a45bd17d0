"""Brings a ledger's tables on a server up to date, one process at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bot.ledger.postgres.dialect import script
from bot.ledger.schema import FOR_NOW, MIGRATIONS, TABLES
from index.error_sentences import NOTHING, Told
from index.errors import IndexMismatch
from index.postgres.server.errors import damaged
from index.postgres.server.migrations import check_server

if TYPE_CHECKING:
    from psycopg import Connection

SCHEMA: Final = "pullquote_ledger"
"""The schema of all tables of the ledger; those of the posts have their own."""

LOCK: Final = 0x5051544C
"""Who makes tables, or writes more than one row, has this lock until the transaction ends."""

REMEDY: Final = Told(
    "restore the server's own backup, or drop the schema `{schema}`, and what was asked, rated"
    " and watched with it",
    schema=SCHEMA,
)

# The planner's notes on what texts hold would keep words that were erased.
_TAKE_NO_NOTES: Final = f"""
DO $$ DECLARE each record; BEGIN
    FOR each IN SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = '{SCHEMA}' AND data_type = 'text'
    LOOP
        EXECUTE format('ALTER TABLE {SCHEMA}.%I ALTER COLUMN %I SET STATISTICS 0',
            each.table_name, each.column_name);
    END LOOP;
END $$
"""


def version(connection: Connection[Any]) -> int | None:
    """Return how many migrations a ledger has had; None where there is none."""
    # Not by `to_regclass`: what it did not find once, it may not find for the whole transaction.
    row = connection.execute(
        "SELECT 1 FROM pg_tables WHERE schemaname = %s AND tablename = 'migrations'", (SCHEMA,)
    ).fetchone()
    if row is None:
        return None
    query = f"SELECT coalesce(max(number), 0) FROM {SCHEMA}.migrations"
    found = connection.execute(query).fetchone()
    return int(found[0]) if found else 0


def migrate(connection: Connection[Any], home: str) -> None:
    """Make what is missing.

    Raises:
        IndexMismatch: The server is too old, or the tables are a newer version's or damaged.
    """
    if version(connection) != len(MIGRATIONS):
        check_server(connection, home)
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            _make_tables(connection, home)
    if said := lacking(connection, home):
        raise IndexMismatch(said)


def lacking(connection: Connection[Any], home: str) -> Told:
    """Return what a ledger lacks of its tables, with the remedy; "" for nothing."""
    rows = connection.execute(
        "SELECT name FROM unnest(%s::text[]) AS name WHERE to_regclass(%s || name) IS NULL",
        ([*TABLES, *FOR_NOW], f"{SCHEMA}."),
    ).fetchall()
    names = ", ".join(row[0] for row in rows)
    lacks = Told("its ledger lacks {names}", names=names)
    return damaged(home, lacks, REMEDY) if names else NOTHING


def newer(home: str) -> Told:
    """Return what is said of a ledger that a later version made."""
    return Told("{place} holds the ledger of a newer version: update Pullquote", place=home)


def _make_tables(connection: Connection[Any], home: str) -> None:
    done = version(connection)  # asked again under the lock
    if done is None:
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        connection.execute(f"CREATE TABLE {SCHEMA}.migrations (number int4 PRIMARY KEY)")
    if (done or 0) > len(MIGRATIONS):
        raise IndexMismatch(newer(home))
    for number, each in enumerate(MIGRATIONS[done or 0 :], start=(done or 0) + 1):
        connection.execute(script(each).encode())
        connection.execute(f"INSERT INTO {SCHEMA}.migrations VALUES (%s)", (number,))
    connection.execute(_TAKE_NO_NOTES)
