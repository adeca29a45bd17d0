"""The ledger's statements on a server: each on a connection of the pool, or all on one inside."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, Final

from psycopg.errors import DiskFull, InsufficientPrivilege, ReadOnlySqlTransaction

from bot.errors import LedgerBusy, UnavailableError
from bot.ledger.database import LedgerNotWritten
from bot.ledger.postgres.dialect import statement
from bot.ledger.postgres.migrations import LOCK, REMEDY, SCHEMA
from bot.ledger.schema import TABLES
from index.errors import IndexingError, IndexLocked
from index.postgres.server import errors
from index.postgres.server.connections import CHANNEL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from psycopg import Connection

    from index.error_sentences import Told
    from index.postgres.server.connections import Pool

_OF_WRITING: Final = (DiskFull, InsufficientPrivilege, ReadOnlySqlTransaction)
"""What is raised where a server can be read and not written."""


@contextmanager
def translated(home: str) -> Iterator[None]:
    """Turn what the server complains of into the ledger's errors, with the remedy."""
    try:
        with errors.translated(home, REMEDY):
            yield
    except IndexLocked as error:
        raise LedgerBusy(error.sentence) from error.__cause__
    except IndexingError as error:
        is_read = isinstance(error.__cause__, _OF_WRITING)
        raise (LedgerNotWritten if is_read else UnavailableError)(error.sentence) from error


class PostgresDatabase:
    """The ledger's schema of one database; each thread has a connection while it needs one.

    Every call waits for the server two or three times, some tenths of a millisecond on one
    machine. A connection is looked at before it is used, so that one that was lost, or a server
    that was replaced by its copy, costs what is in flight alone. While the server is known to be
    away, every call fails at once.

    Attributes:
        home: What it is called before people.
        now: An expression of its SQL: the seconds since 1970 by its own clock.
    """

    now: ClassVar = "extract(epoch FROM clock_timestamp())::float8"

    def __init__(self, pool: Pool, home: str) -> None:
        self.home = home
        self._pool = pool
        self._own = threading.local()

    def away(self) -> Told | None:
        """Return why the server cannot be reached; None where it can, as far as is known."""
        reason = self._pool.reach.reason
        return errors.away(self.home, reason) if reason is not None else None

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    @contextmanager
    def hastily(self) -> Iterator[None]:
        """Let what is written inside wait for no disk, where a crash of the server may undo it."""
        with self._transaction() as connection:
            connection.execute("SET LOCAL synchronous_commit = off")
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make everything inside one transaction; inside of another, a part of that.

        Raises:
            UnavailableError: The database cannot be written.
        """
        with self._transaction() as connection:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Show everything inside as it is at one moment, whatever others write meanwhile.

        Raises:
            UnavailableError: The database cannot be read.
        """
        with self._transaction() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield

    def rows(self, query: str, *values: object) -> list[Any]:
        """Return the rows of a query, or of a statement that returns some.

        Raises:
            UnavailableError: The database cannot be used.
        """
        with self._connection() as connection:
            return connection.execute(statement(query).encode(), values).fetchall()

    def run(self, statement_: str, *values: object) -> int:
        """Run a statement, and return how many rows it changed.

        Raises:
            UnavailableError: The database cannot be used.
        """
        with self._connection() as connection:
            return connection.execute(statement(statement_).encode(), values).rowcount

    def among(self, column: str, texts: Collection[str]) -> tuple[str, object]:
        """Return the condition that a column holds one of these texts, and what is bound to it."""
        return f"{column} = ANY(?::text[])", list(texts)

    def tell(self, text: str) -> None:
        """Tell every process that hears, this one too, once what is written by now is stored.

        Raises:
            UnavailableError: The database cannot be used.
        """
        self.rows("SELECT pg_notify(?, ?)", CHANNEL, text)

    def columns(self, table: str) -> list[str]:
        """Return the names of a table's columns."""
        rows = self.rows(
            "SELECT column_name::text FROM information_schema.columns"
            " WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position",
            SCHEMA,
            table,
        )
        return [row[0] for row in rows]

    def compact(self) -> None:
        """Write the tables again, without what was deleted.

        Raises:
            LedgerBusy: Another process reads or writes just now; what was deleted may
                still be in the bytes.
        """
        self.run(f"VACUUM (FULL) {', '.join((*TABLES, 'heard', 'asked'))}")

    def empty_log(self) -> None:
        """Leave the log to the server: it is its own."""

    @contextmanager
    def _connection(self) -> Iterator[Connection[Any]]:
        inside: Connection[Any] | None = getattr(self._own, "connection", None)
        with translated(self.home):
            if inside is not None:
                yield inside
                return
            with self._pool.connection() as connection:
                yield connection

    @contextmanager
    def _transaction(self) -> Iterator[Connection[Any]]:
        with self._connection() as connection, connection.transaction():
            before = getattr(self._own, "connection", None)
            self._own.connection = connection
            try:
                yield connection
            finally:
                self._own.connection = before
