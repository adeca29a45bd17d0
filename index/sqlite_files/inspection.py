"""Looks through database files, and says what is damaged; nothing is written."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing, contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal

from index.error_sentences import NOTHING, Told, joined, worded
from index.sqlite_files.connection import (
    AS_IT_LIES,
    DAMAGED,
    IN_USE,
    READING,
    UNREADABLE,
    WRITING,
    connect,
    is_empty,
    reason_in,
    says,
)
from index.sqlite_files.kind import number
from index.sqlite_files.missing_pages import missing_pages
from index.sqlite_files.opening import first_read, is_usual, orphans
from index.system_errors import JOURNALS, NO_FILE, sqlite_refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.sqlite_files.connection import Connection
    from index.sqlite_files.kind import Kind


LOCK_SECONDS: Final = 30
MOST: Final = 5
"""So many lines are enough to know how bad it is."""


def is_there(path: Path) -> bool:
    """Return whether there is a database, or what is left of one."""
    return path.exists() or path.is_symlink() or bool(orphans(path))


def left(path: Path) -> str:
    """Return the name of a journal whose database is gone; "" where there is none."""
    return "" if path.exists() else "".join(each.name for each in orphans(path)[:1])


@contextmanager
def looking(path: Path) -> Iterator[Connection]:
    """Give a connection to a database whose file stays as it is, whatever is wrong with it.

    Raises:
        sqlite3.Error: It cannot be opened.
    """
    with ExitStack() as stack:
        if orphans(path):
            # The last to close a database brings a journal that a kill left into the file, but
            # for one that may not write.
            last = stack.enter_context(closing(connect(path, READING, patience=LOCK_SECONDS)))
            last.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection = stack.enter_context(closing(first_read(path, LOCK_SECONDS)))
        connection.execute(f"PRAGMA query_only = {connection.mode != WRITING}")
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
    remedy: Told,
    more: Callable[[sqlite3.Connection], Iterator[str]] = lambda _: iter(()),
    *,
    opened: Told | None = None,
    refuse: Callable[[sqlite3.Connection], None] = lambda _: None,
    called: Path | None = None,
) -> Told:
    """Return what is wrong with a file as a database of its kind, with the remedy; "" for nothing.

    Args:
        path: The file; all of it is read.
        kind: What it is to be.
        remedy: What helps where it is damaged.
        more: Says what else is wrong with one of the newest version that SQLite finds sound.
        opened: What helps where it is damaged, but can be opened all the same.
        refuse: Raises an error of SQLite's where one of the newest version is not opened.
        called: Of a copy, the path that it was made of, which is told in place of its own.
    """
    name, helps = called or path, remedy
    if told := nothing_to_read(path, remedy, name):
        return told
    try:
        with looking(path) as connection:
            if foreign := kind.foreign(connection, remedy if called else NOTHING):
                return Told("{path} {problem}", path=name, problem=foreign)
            if is_usual(connection, kind) and not missing_pages(connection, path):
                refuse(connection)
                helps = opened or remedy
            found = _found(connection, path, kind, more)
    except sqlite3.Error as error:
        if unread := _unread(path, name, error):
            return unread
        found = [_reason(reason_in(error))]
    except UNREADABLE as error:
        found = [_odd_value(error)]
    damaged = worded("{path} is damaged ({problems}): {remedy}")
    return Told(damaged, path=name, problems=joined(found), remedy=helps) if found else NOTHING


def foreign(path: Path, kind: Kind) -> Told:
    """Return why nothing may take the place of a file; "" where a copy of its kind may.

    Of one that cannot be read, nobody can tell whose it is. What is no file, nothing can replace,
    nor what has the name of one of its journals.
    """
    if path.is_symlink():
        return Told("{path} is a link: set PULLQUOTE_DATA to where it leads", path=path)
    for each in (path, *(path.with_name(f"{path.name}{end}") for end in JOURNALS)):
        if each.exists() and not each.is_file():
            return Told(NO_FILE, path=each)
    if path.exists() and not is_empty(path):
        with suppress(sqlite3.Error, *UNREADABLE), looking(path) as connection:
            if problem := kind.foreign(connection):
                return Told("{path} {problem}", path=path, problem=problem)
    return NOTHING


def unopened(path: Path) -> Literal["", "unreadable", "left"]:
    """Return what stands at a path that nobody can open; "" for what can be, and for nothing.

    That is a file that is empty, cut off or no database ("unreadable"), or a journal without one
    ("left").

    Raises:
        sqlite3.Error: It is in use, or the system refuses it.
    """
    if not path.exists():
        return "left" if left(path) else ""
    if is_empty(path):
        return "unreadable"
    try:
        with looking(path) as connection:
            return "unreadable" if missing_pages(connection, path) else ""
    except sqlite3.DatabaseError as error:
        if _unread(path, path, error):
            raise
        return "unreadable"


def is_damaged(
    connection: Connection,
    path: Path,
    kind: Kind,
    more: Callable[[sqlite3.Connection], Iterator[str]] = lambda _: iter(()),
    refuse: Callable[[sqlite3.Connection], None] = lambda _: None,
) -> bool:
    """Return whether anything is wrong with a database of its kind, all of which is read.

    Args:
        connection: What `looking` gave.
        path: Its file.
        kind: What it is.
        more: See `damage`.
        refuse: See `damage`.

    Raises:
        sqlite3.Error: It cannot be read, or is refused.
    """
    if is_usual(connection, kind) and not missing_pages(connection, path):
        refuse(connection)
    return bool(_found(connection, path, kind, more))


def _unread(path: Path, name: Path, error: sqlite3.Error) -> Told:
    """Return why a file that may be sound cannot be read now; "" where it is damaged."""
    if says(error, IN_USE):
        return Told("{path} is being written to all the time: check it again later", path=name)
    return sqlite_refusal(path, error, name)


def nothing_to_read(path: Path, remedy: Told, called: Path | None = None) -> Told:
    """Return why there is nothing to read or to open; "" where there is something, or no trace.

    Args:
        path: The file.
        remedy: What helps where it is lost.
        called: The path that is told in place of its own.
    """
    name = called or path
    if path.is_symlink() and not path.exists():
        return Told(
            "{path} is a link that leads nowhere: put back what it leads to, or remove it",
            path=name,
        )
    if journal := left(path):
        gone = worded("{path} is gone, but {journal} is still there: {remedy}")
        return Told(gone, path=name, journal=journal, remedy=remedy)
    if path.exists() and not path.is_file():
        return Told(NO_FILE, path=name)
    if path.exists() and is_empty(path):
        return Told("{path} is empty: {remedy}", path=name, remedy=remedy)
    return NOTHING


def _found(
    connection: sqlite3.Connection,
    path: Path,
    kind: Kind,
    more: Callable[[sqlite3.Connection], Iterator[str]],
) -> list[str]:
    found = list(islice(_broken(connection, path), MOST))
    if not found and number(connection, "user_version") == kind.newest:
        found = list(islice(more(connection), MOST))
    return found


def _odd_value(error: Exception) -> Told:
    return Told("a value in it is not as it was stored: {kind}", kind=type(error).__name__)


def _reason(said: str) -> Told:
    """Return what SQLite says as a part of a sentence."""
    return Told("{reason}", reason=said)


def _broken(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    if missing := missing_pages(connection, path):
        yield missing
        return  # SQLite would complain of all that stands there
    problems = connection.execute(f"PRAGMA integrity_check({MOST})").fetchall()
    if problems != [("ok",)]:
        yield from (_reason(" ".join(row[0].split())) for row in problems)
        return
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Told(
            "row {row} of {table} belongs to nothing in {parent}",
            row=rowid,
            table=table,
            parent=parent,
        )
    yield from _undecodable(connection)


def _undecodable(connection: sqlite3.Connection) -> Iterator[str]:
    tables = connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table'")
    for (table,) in tables.fetchall():
        try:
            for _ in connection.execute(f'SELECT * FROM "{table}"'):
                pass
        except sqlite3.Error as error:
            yield Told("{table}: {reason}", table=table, reason=reason_in(error))
