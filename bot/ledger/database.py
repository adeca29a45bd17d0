"""The ledger's one SQLite file, apart from the posts: it may be lost without losing a post."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Self

from bot.errors import LedgerBusy, UnavailableError
from bot.ledger.schema import MIGRATIONS
from index.sqlite_files import inspection
from index.sqlite_files.kind import ForeignFile, Kind
from index.sqlite_files.opening import opened
from index.system_errors import sqlite_refusal, system_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION: Final = 0x5051544C  # "PQTL": tells a ledger from any other SQLite database

KIND: Final = Kind(APPLICATION, MIGRATIONS)
"""What a ledger is."""

LOCK_SECONDS: Final = 5

REMEDY: Final = (
    "put a backup in its place, or move it away, and what was asked, rated and watched with it"
)


class Database:
    """One connection that all threads of a process share, one at a time.

    Every call reads or writes a few indexed rows: some tens of microseconds. A commit waits until
    it is on the disk (some milliseconds), but for what is written `hastily`.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = threading.RLock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, make it where there is none, and bring its tables up to date.

        Raises:
            UnavailableError: It cannot be used.
        """
        try:
            connection = opened(path, KIND, LOCK_SECONDS, check_same_thread=False)
        except ForeignFile as error:
            raise UnavailableError(f"{path} {error}") from error
        except (OSError, sqlite3.Error) as error:
            raise _unusable(path, error) from error
        return cls(connection, path)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
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
        with self._lock, self._translated():
            if self._connection.in_transaction:  # no other thread's: it would hold the lock
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
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

    def run(self, statement: str, *values: object) -> int:
        """Run a statement, and return how many rows it changed.

        Raises:
            UnavailableError: The file cannot be used.
        """
        with self._lock, self._translated():
            return self._connection.execute(statement, values).rowcount

    def compact(self) -> None:
        """Take what was deleted out of the file's bytes.

        Raises:
            LedgerBusy: Another process reads or writes just now; what was deleted may
                still be in the file's bytes.
        """
        self.rows("VACUUM")
        is_busy = self.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]
        if is_busy:  # SQLite says so in a row, not as an error
            raise LedgerBusy(f"another process is using {self._path}: try again later")

    def empty_log(self) -> None:
        """Take what was deleted out of the write-ahead log, where no other process reads it."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _unusable(self._path, error) from error


def damage(path: Path) -> str:
    """Return what is wrong with the file, with the remedy; "" for nothing, or where there is none.

    Reads all of it, and writes nothing.
    """
    return inspection.damage(path, KIND, REMEDY) if inspection.is_there(path) else ""


def _unusable(path: Path, error: Exception) -> UnavailableError:
    said = system_refusal(error) if isinstance(error, OSError) else sqlite_refusal(path, error)
    if not said and isinstance(error, sqlite3.DatabaseError) and _is_damage(error):
        said = f"{path} is damaged ({error}): {REMEDY}"
    helps = "see that it can be written, or move it away"
    return UnavailableError(said or f"{path} cannot be used ({error}): {helps}")


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    # What is raised here by hand (an empty file, a link that leads nowhere) has no name.
    name: str = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))
