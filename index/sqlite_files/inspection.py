"""Looks through database files, and says what is damaged; nothing is written."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing, contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Final

from index.sqlite_files.connection import (
    AS_IT_LIES,
    DAMAGED,
    IN_USE,
    READING,
    UNREADABLE,
    WRITING,
    connect,
    is_empty,
    says,
)
from index.sqlite_files.kind import ForeignFile, number
from index.sqlite_files.missing_pages import missing_pages
from index.sqlite_files.opening import mode_for, orphans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.sqlite_files.kind import Kind


LOCK_SECONDS: Final = 30
MOST: Final = 5
"""So many lines are enough to know how bad it is."""


def is_there(path: Path) -> bool:
    """Return whether there is a database, or what is left of one."""
    return path.exists() or path.is_symlink() or bool(orphans(path))


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection to a database whose file stays as it is, whatever is wrong with it.

    Raises:
        sqlite3.Error: It cannot be opened.
    """
    with ExitStack() as stack:

        def connected(mode: str) -> sqlite3.Connection:
            connection = stack.enter_context(closing(connect(path, mode, patience=LOCK_SECONDS)))
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return connection

        if orphans(path):
            # The last to close a database brings a journal that a kill left into the file, but
            # for one that may not write.
            connected(READING)
        connection = connected(mode := mode_for(path))
        connection.execute(f"PRAGMA query_only = {mode != WRITING}")
        yield connection


def is_whole(path: Path, *, with_journal: bool) -> bool | None:
    """Return whether SQLite finds a file sound, all of which it reads; None where it cannot.

    Args:
        path: The file, which may be open and written to.
        with_journal: Whether the journal beside it is read, too.
    """
    if is_empty(path):
        return False
    try:
        with closing(connect(path, READING if with_journal else AS_IT_LIES)) as connection:
            rows = connection.execute(f"PRAGMA integrity_check({MOST})").fetchall()
    except sqlite3.DatabaseError as error:
        return False if says(error, DAMAGED) else None
    # Some versions cannot look through the words of a file that they may only read, and say so.
    return all(said == "ok" or said.startswith("unable to validate") for (said,) in rows)


def damage(
    path: Path,
    kind: Kind,
    remedy: str,
    more: Callable[[sqlite3.Connection], Iterator[str]] = lambda _: iter(()),
) -> str:
    """Return what is wrong with a file as a database of its kind, with the remedy; "" for nothing.

    Args:
        path: The file; all of it is read.
        kind: What it is to be.
        remedy: What helps where it is damaged.
        more: Says what else is wrong with one of the newest version that SQLite finds sound.
    """
    if path.is_symlink() and not path.exists():
        return f"{path} is a link that leads nowhere: put back what it leads to, or remove it"
    if left := [] if path.exists() else orphans(path):
        return f"{path} is gone, but {left[0].name} is still there: {remedy}"
    if path.exists() and is_empty(path):
        return f"{path} is empty: {remedy}"
    try:
        found = _found(path, kind, more)
    except ForeignFile as error:
        return f"{path} {error}"
    except sqlite3.Error as error:
        if says(error, IN_USE):
            return f"{path} is being written to all the time: check it again later"
        found = [str(error)]
    except UNREADABLE as error:
        found = [f"a value in it is not as it was stored: {type(error).__name__}"]
    return f"{path} is damaged ({'; '.join(found)}): {remedy}" if found else ""


def _found(
    path: Path, kind: Kind, more: Callable[[sqlite3.Connection], Iterator[str]]
) -> list[str]:
    with looking(path) as connection:
        if foreign := kind.foreign(connection):
            raise ForeignFile(foreign)
        found = list(islice(_broken(connection, path), MOST))
        if not found and number(connection, "user_version") == kind.newest:
            found = list(islice(more(connection), MOST))
    return found


def _broken(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    if missing := missing_pages(connection, path):
        yield missing
        return  # SQLite would complain of all that stands there
    problems = connection.execute(f"PRAGMA integrity_check({MOST})").fetchall()
    if problems != [("ok",)]:
        yield from (" ".join(row[0].split()) for row in problems)
        return
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {rowid} of {table} belongs to nothing in {parent}"
    yield from _undecodable(connection)


def _undecodable(connection: sqlite3.Connection) -> Iterator[str]:
    tables = connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table'")
    for (table,) in tables.fetchall():
        try:
            for _ in connection.execute(f'SELECT * FROM "{table}"'):
                pass
        except sqlite3.Error as error:
            yield f"{table}: {error}"
