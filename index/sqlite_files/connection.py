"""Connections to database files: any damage is an error of SQLite's, no empty file is opened.

Python's own module turns what SQLite says into text before it raises an error of it. Where a name
that it quotes is damaged, that fails, and the error is none of SQLite's.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, Final, Self
from weakref import WeakSet

from index.error_sentences import Told, reason_of
from index.system_errors import JOURNALS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

WRITING: Final = "mode=rw"
"""How SQLite opens a file that may be written."""

READING: Final = "mode=ro"
"""How SQLite opens one that is only read, and its journal with it."""

AS_IT_LIES: Final = "mode=ro&immutable=1"
"""How SQLite reads a file without its journal, and without a look at who else has it open."""

IN_USE: Final = ("SQLITE_BUSY", "SQLITE_LOCKED")
DAMAGED: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
"""What the names of SQLite's errors begin with."""

_NOT_UTF8: Final = Told("a name or a text in it is not UTF-8")

UNREADABLE: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What is raised where a value is not of the kind that was stored: damage can make it any other."""


class Cursor(sqlite3.Cursor):
    """A cursor that raises SQLite's errors alone, whatever bytes stand in the file."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        """Run a statement."""
        try:
            return super().execute(sql, parameters)
        except UnicodeDecodeError as error:
            raise _damage() from error

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Self:
        """Run a statement with each of these parameters."""
        try:
            return super().executemany(sql, parameters)
        except UnicodeDecodeError as error:
            raise _damage() from error

    def fetchone(self) -> Any:
        """Return the next row; None after the last."""
        return next(self, None)

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """Return as many of the rows that are left."""
        try:
            return super().fetchmany(size)
        except UnicodeDecodeError as error:
            raise _damage() from error

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        try:
            return super().fetchall()
        except UnicodeDecodeError as error:
            raise _damage() from error

    def __next__(self) -> Any:
        """Return the next row."""
        try:
            return super().__next__()
        except UnicodeDecodeError as error:
            raise _damage() from error


class Connection(sqlite3.Connection):
    """A connection that raises SQLite's errors alone, whatever bytes stand in the file.

    It is closed when `close` says so: SQLite itself would wait for the last cursor, which an error
    that is still looked at may hold, and then bring a journal into the file that is to stay.
    """

    mode = WRITING
    """How it was opened."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._cursors: WeakSet[Cursor] = WeakSet()

    def cursor(self, factory: Any = Cursor) -> Any:
        """Return a cursor."""
        made = super().cursor(factory)
        self._cursors.add(made)
        return made

    def close(self) -> None:
        """Close all cursors, and the connection."""
        for each in list(self._cursors):
            each.close()
        super().close()

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """Run a statement."""
        cursor: Cursor = self.cursor()
        return cursor.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Cursor:
        """Run a statement with each of these parameters."""
        cursor: Cursor = self.cursor()
        return cursor.executemany(sql, parameters)

    def backup(self, target: sqlite3.Connection, **options: Any) -> None:
        """Copy all to another database."""
        try:
            super().backup(target, **options)
        except UnicodeDecodeError as error:
            raise _damage() from error


def connect(
    path: Path, mode: str = WRITING, *, patience: float = 5, check_same_thread: bool = True
) -> Connection:
    """Return a connection to a file that is there; each statement is a transaction of its own.

    Args:
        path: The file.
        mode: How SQLite opens it.
        patience: How many seconds to wait for other processes.
        check_same_thread: Whether only this thread uses the connection.

    Raises:
        sqlite3.Error: It cannot be opened, or has no bytes: SQLite would take such a file for a
            new database, and delete the journal beside it.
    """
    if is_empty(path):
        raise sqlite3.DatabaseError(Told("the file is empty"))
    _must_not_wait(path)
    made = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=check_same_thread,
        factory=Connection,
    )
    made.mode = mode
    return made


def _must_not_wait(path: Path) -> None:
    """Refuse a pipe in the place of a journal: SQLite would wait for ever for who writes to it."""
    if any(path.with_name(f"{path.name}{end}").is_fifo() for end in JOURNALS):
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorname = "SQLITE_CANTOPEN"
        raise error


def is_empty(path: Path) -> bool:
    """Return whether a file has no bytes."""
    return path.is_file() and not path.stat().st_size


def says(error: BaseException, names: tuple[str, ...]) -> bool:
    """Return whether SQLite's name for an error begins like one of these."""
    return getattr(error, "sqlite_errorname", "").startswith(names)


def reason_in(error: sqlite3.Error) -> str:
    """Return what an error says of a file, without the text of a post that it may quote."""
    said = reason_of(error)
    return _NOT_UTF8 if said.startswith("Could not decode") else said


def _damage() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(_NOT_UTF8)
    error.sqlite_errorname = "SQLITE_CORRUPT"
    return error
