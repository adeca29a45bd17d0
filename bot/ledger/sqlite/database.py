"""The ledger's one SQLite file, apart from the posts: it may be lost without losing a post."""

from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from bot.errors import LedgerBusy, UnavailableError
from bot.ledger.schema import MIGRATIONS
from bot.ledger.sqlite.errors import REMEDY, unusable
from bot.ledger.sqlite.file_guard import FileGuard
from index.error_sentences import NOTHING, Told
from index.sqlite_files import inspection
from index.sqlite_files.kind import ForeignFile, Kind
from index.sqlite_files.opening import opened
from index.sqlite_files.wal import close_keeping_journal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

APPLICATION: Final = 0x5051544C  # "PQTL": tells a ledger from any other SQLite database

KIND: Final = Kind(APPLICATION, MIGRATIONS)
"""What a ledger is."""

LOCK_SECONDS: Final = 5


class SqliteDatabase:
    """One connection that all threads of a process share, one at a time.

    Every call reads or writes a few indexed rows: some tens of microseconds. A commit waits until
    it is on the disk (some milliseconds), but for what is written `hastily`.

    Attributes:
        home: What it is called before people.
        now: An expression of its SQL: the seconds since 1970 by its own clock.
    """

    now: ClassVar = "(julianday('now') - 2440587.5) * 86400.0"

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.home = str(path)
        self._connection = connection
        self._path = path
        self._lock = threading.RLock()
        self._guard = FileGuard(path, KIND)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, make it where there is none, and bring its tables up to date.

        Raises:
            UnavailableError: It cannot be used.
        """
        try:
            if odd := inspection.nothing_to_read(path, REMEDY):
                raise UnavailableError(odd)
            connection = opened(path, KIND, LOCK_SECONDS, check_same_thread=False)
        except ForeignFile as error:
            raise UnavailableError(
                Told("{path} {problem}", path=path, problem=error.sentence)
            ) from error
        except (OSError, sqlite3.Error) as error:
            raise unusable(path, error) from error
        return cls(connection, path)

    def away(self) -> None:
        """Return None: a file has no server."""

    def close(self) -> None:
        """Close the file; of one that is not what was opened, nothing is written to."""
        with self._lock:
            with suppress(UnavailableError):
                self._guard.must_be_whole()
            if self._guard.is_overwritten:  # its journal may be all that is left
                close_keeping_journal(self._connection, self._path)
            self._connection.close()

    @contextmanager
    def hastily(self) -> Iterator[None]:
        """Let what is written inside wait for no disk, where a power cut may undo it.

        That is so of what happens with every message: one that is taken again, or read again,
        does no harm, and waiting some milliseconds for each would hold up all others.
        """
        with self._lock:
            self.rows("PRAGMA synchronous = NORMAL")
            try:
                yield
            finally:
                self.rows("PRAGMA synchronous = FULL")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make everything inside one transaction; inside of another, a part of that.

        Raises:
            UnavailableError: The file cannot be written.
        """
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Show everything inside as it is at one moment, whatever others write meanwhile.

        Raises:
            UnavailableError: The file cannot be read.
        """
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._lock, self._translated():
            if self._connection.in_transaction:  # no other thread's: it would hold the lock
                yield
                return
            self._connection.execute(begin)
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:  # SQLite itself gives up on a full disk
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[Any]:
        """Return the rows of a query, or of a statement that returns some.

        Raises:
            UnavailableError: The file cannot be used.
        """
        with self._lock, self._translated():
            return self._connection.execute(query, values).fetchall()

    def tell(self, text: str) -> None:
        """Tell nobody: no other process serves over a file."""

    def run(self, statement: str, *values: object) -> int:
        """Run a statement, and return how many rows it changed.

        Raises:
            UnavailableError: The file cannot be used.
        """
        with self._lock, self._translated():
            return self._connection.execute(statement, values).rowcount

    def among(self, column: str, texts: Collection[str]) -> tuple[str, object]:
        """Return the condition that a column holds one of these texts, and what is bound to it."""
        return f"{column} IN (SELECT value FROM json_each(?))", json.dumps(list(texts))

    def columns(self, table: str) -> list[str]:
        """Return the names of a table's columns."""
        return [row[0] for row in self.rows("SELECT name FROM pragma_table_info(?)", table)]

    def compact(self) -> None:
        """Take what was deleted out of the file's bytes.

        Raises:
            LedgerBusy: Another process reads or writes just now; what was deleted may
                still be in the file's bytes.
        """
        self.rows("VACUUM")
        is_busy = self.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]
        if is_busy:  # SQLite says so in a row, not as an error
            raise LedgerBusy(
                Told("another process is using {path}: try again later", path=self._path)
            )

    def empty_log(self) -> None:
        """Take what was deleted out of the write-ahead log, where no other process reads it."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        self._guard.must_be_whole()
        try:
            yield
        except sqlite3.Error as error:
            raise unusable(self._path, error) from error


def damage(path: Path) -> Told:
    """Return what is wrong with the file, with the remedy; "" for nothing, or where there is none.

    Reads all of it, and writes nothing.
    """
    return inspection.damage(path, KIND, REMEDY) if inspection.is_there(path) else NOTHING
