"""Brings a database's tables up to date, one process at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import psycopg

from index.error_sentences import Told
from index.errors import IndexMismatch
from index.postgres.server.connections import SCHEMA, know_vectors
from index.postgres.server.errors import damaged, said
from index.postgres.server.schema import MIGRATIONS, TABLES

if TYPE_CHECKING:
    from psycopg import Connection

OLDEST_SERVER: Final = 150_000
OLDEST_EXTENSION: Final = (0, 8)

LOCK: Final = 0x50515431
"""Who makes tables, or writes posts, has this lock of the database until the transaction ends."""


def version(connection: Connection[Any]) -> int | None:
    """Return how many migrations a database has had; None where it was never Pullquote's."""
    name = f"{SCHEMA}.migrations"
    row = connection.execute("SELECT to_regclass(%s) IS NOT NULL", (name,)).fetchone()
    if not (row and row[0]):
        return None
    found = connection.execute(f"SELECT coalesce(max(number), 0) FROM {name}").fetchone()
    return int(found[0]) if found else 0


def migrate(connection: Connection[Any], place: str) -> None:
    """Make what is missing, and see that nothing else is.

    Raises:
        IndexMismatch: The server is too old, lacks pgvector, or the tables are a newer version's
            or damaged.
    """
    if version(connection) != len(MIGRATIONS):
        check_server(connection, place)
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            _make_extension(connection, place)
            _make_tables(connection, place)
        know_vectors(connection)
    rows = connection.execute(
        "SELECT name FROM unnest(%s::text[]) AS name WHERE to_regclass(%s || name) IS NULL",
        (list(TABLES), f"{SCHEMA}."),
    ).fetchall()
    if rows:
        names = ", ".join(row[0] for row in rows)
        lacks = Told("it lacks {names}", names=names)
        raise IndexMismatch(damaged(place, lacks))


def check_server(connection: Connection[Any], place: str) -> None:
    """See that a server can keep what is ours.

    Raises:
        IndexMismatch: It is too old, or its database is for another encoding of texts.
    """
    if connection.info.server_version < OLDEST_SERVER:
        raise IndexMismatch(
            Told("{place} is kept by an older server: use PostgreSQL 15 or newer", place=place)
        )
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise IndexMismatch(
            Told(
                "{place} keeps texts as {encoding}: make one with ENCODING 'UTF8' TEMPLATE"
                " template0",
                place=place,
                encoding=encoding,
            )
        )


def _make_extension(connection: Connection[Any], place: str) -> None:
    known = _extension(connection)
    if known is None:
        try:
            with connection.transaction():
                connection.execute("CREATE EXTENSION IF NOT EXISTS vector")
        except psycopg.DatabaseError as error:
            raise IndexMismatch(
                Told(
                    "{place} lacks pgvector ({reason}): have whoever looks after the server run"
                    " CREATE EXTENSION vector there",
                    place=place,
                    reason=said(error),
                )
            ) from error
        known = _extension(connection) or ""
    if tuple(map(int, known.split(".")[:2])) < OLDEST_EXTENSION:
        raise IndexMismatch(
            Told(
                "{place} has pgvector {version}, 0.8 or newer is needed: run ALTER EXTENSION vector"
                " UPDATE there",
                place=place,
                version=known,
            )
        )


def _extension(connection: Connection[Any]) -> str | None:
    query = "SELECT extversion FROM pg_extension WHERE extname = 'vector'"
    row = connection.execute(query).fetchone()
    return str(row[0]) if row else None


def _make_tables(connection: Connection[Any], place: str) -> None:
    done = version(connection)  # asked again under the lock
    if done is None:
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        connection.execute(f"CREATE TABLE {SCHEMA}.migrations (number int4 PRIMARY KEY)")
    if (done or 0) > len(MIGRATIONS):
        raise IndexMismatch(
            Told("{place} was made by a newer version: update Pullquote", place=place)
        )
    for number, script in enumerate(MIGRATIONS[done or 0 :], start=(done or 0) + 1):
        connection.execute(script)
        connection.execute(f"INSERT INTO {SCHEMA}.migrations VALUES (%s)", (number,))
