"""Copies database files while they are in use, and puts copies in their place."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from index.private_files import opener, sync_folder
from index.sqlite_files.connection import IN_USE, Connection, connect, is_empty, says
from index.sqlite_files.inspection import looking
from index.sqlite_files.opening import durable
from index.sqlite_files.wal import is_alone
from index.system_errors import JOURNALS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OF_WRITING: Final = {
    ("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"): errno.ENOSPC,
    ("SQLITE_READONLY",): errno.EROFS,
    ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR", "SQLITE_IOERR_TRUNC"): (
        errno.EIO
    ),
}
"""What the names of SQLite's errors begin with where a file is written, and what the system calls
the same."""


class TargetRefused(OSError):
    """The system refuses the file that a copy is written to, not the one that is copied."""


def copy(path: Path, target: Path) -> None:
    """Copy a database as it is at one moment, by SQLite's backup interface.

    Others read and write meanwhile, and what they write is not in the copy. The copy is one file,
    without a journal, its owner's alone, and on the disk.

    Args:
        path: The database; a journal beside it is read with it.
        target: A file that does not exist yet.

    Raises:
        TargetRefused: The target cannot be made or written.
        OSError: The database cannot be looked at.
        sqlite3.Error: The database cannot be read.
    """
    with _told_of(target):
        os.close(opener(str(target), os.O_CREAT | os.O_EXCL | os.O_RDWR))
    with (
        looking(path) as source,
        closing(sqlite3.connect(target, isolation_level=None, factory=Connection)) as made,
    ):
        durable(made)
        # Inside a transaction nothing is left to wait for: a backup would wait without an end.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        with _told_of(target):
            source.backup(made)
        source.execute("COMMIT")
        with _told_of(target):
            made.execute("PRAGMA journal_mode = DELETE")
    with _told_of(target):
        sync_folder(target.parent)


@contextmanager
def _told_of(target: Path) -> Iterator[None]:
    """Tell of the target what only writing to it may come to: the source is but read.

    Raises:
        TargetRefused: It comes to that.
    """
    try:
        yield
    except OSError as error:
        raise TargetRefused(error.errno, error.strerror, str(target)) from error
    except sqlite3.OperationalError as error:
        for names, number in _OF_WRITING.items():
            if says(error, names):
                raise TargetRefused(number, os.strerror(number), str(target)) from error
        raise


def release(path: Path) -> bool:
    """Bring the journal of a database into its file, and remove it, if nobody has it open.

    SQLite turns the journal of a database only for a connection that is alone. Of a damaged file
    nobody can tell who has it open.

    Returns:
        False where another connection, of this process or another, has it open.
    """
    if is_empty(path):
        return is_alone(path)
    try:
        with closing(connect(path, patience=0)) as alone:
            alone.execute("PRAGMA journal_mode = DELETE")
            alone.execute("BEGIN EXCLUSIVE")
            alone.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        return not says(error, IN_USE)
    return True


def put_in_place(path: Path, made: Path) -> None:
    """Give a copy the name of a database that nobody has open, in one step.

    Raises:
        OSError: It cannot be done.
    """
    for end in JOURNALS:  # SQLite would take the journal of the former file for the copy's
        path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
    made.replace(path)
    sync_folder(path.parent)
