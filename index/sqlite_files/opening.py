"""Opens database files: makes them whole and private, keeps what is written, spares what is odd."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from index.error_sentences import Told
from index.private_files import make_folder, sync_folder
from index.sqlite_files.connection import AS_IT_LIES, READING, WRITING, connect, says
from index.sqlite_files.kind import ForeignFile, number
from index.sqlite_files.missing_pages import missing_pages
from index.sqlite_files.wal import close_keeping_journal, enable_wal
from index.system_errors import has_no_room

if TYPE_CHECKING:
    from index.sqlite_files.connection import Connection
    from index.sqlite_files.kind import Kind


def opened(
    path: Path, kind: Kind, patience: float, *, check_same_thread: bool = True
) -> Connection:
    """Open a database, and make it where there is none; what is there is never written over.

    One that may not be written is opened to be read. One in its usual state costs some tens of
    microseconds and is not written to. Any other (an older version's, one restored without its
    journal) is looked through before it is changed.

    Args:
        path: The file.
        kind: What it is to be.
        patience: How many seconds to wait for other processes.
        check_same_thread: Whether only this thread uses the connection.

    Raises:
        ForeignFile: It is another program's or a newer version's; or an older one's, where it may
            not be written.
        OSError: Its folder or the file cannot be made.
        sqlite3.Error: The file is damaged (cut off, for one), no database, or cannot be used.
    """
    if path.is_symlink() and not path.exists():
        raise sqlite3.DatabaseError(Told("it is a link that leads nowhere"))
    if not path.exists():
        _make(path, kind, patience)
    connection = first_read(path, patience, check_same_thread=check_same_thread)
    try:
        _must_be_complete(connection, path)
        if connection.mode == WRITING:
            _prepare(connection, path, kind, patience)
        else:
            _must_be_newest(connection, kind)
    except BaseException:
        close_keeping_journal(connection, path)
        raise
    return connection


def first_read(path: Path, patience: float, *, check_same_thread: bool = True) -> Connection:
    """Return a connection that has read once, as `mode_for` says, or as there is room for.

    SQLite makes files beside one that it only reads, too. Where the disk or a limit leaves no room
    for them, nobody else has it open either, and it is read as it lies there.

    Args:
        path: The file.
        patience: How many seconds to wait for other processes.
        check_same_thread: Whether only this thread uses the connection.

    Raises:
        sqlite3.Error: It cannot be read.
    """
    had_journal = bool(orphans(path))
    for mode in (mode_for(path), AS_IT_LIES):
        connection = connect(path, mode, patience=patience, check_same_thread=check_same_thread)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException as error:
            if had_journal:
                close_keeping_journal(connection, path)
            else:  # it takes an empty one away with it
                connection.close()
            if mode == AS_IT_LIES or orphans(path) or not _lacks_room(path, error):
                raise
        else:
            break
    return connection


def _lacks_room(path: Path, error: BaseException) -> bool:
    if not isinstance(error, sqlite3.OperationalError):
        return False
    return says(error, ("SQLITE_IOERR_SHM",)) or has_no_room(path)


def _must_be_complete(connection: sqlite3.Connection, path: Path) -> None:
    if missing := missing_pages(connection, path):
        raise sqlite3.DatabaseError(missing)


def _prepare(connection: sqlite3.Connection, path: Path, kind: Kind, patience: float) -> None:
    durable(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    if not is_usual(connection, kind):
        _look_through(connection)
        kind.migrate(connection)
        try:
            enable_wal(connection, patience)
        except sqlite3.OperationalError:
            if not has_no_room(path):  # otherwise it can still be read
                raise


def mode_for(path: Path) -> str:
    """Return how SQLite is to open a file: so that it is only read, where it may not be written.

    To read beside others it would write into the folder. Where it may not, nothing beside the
    file says that others write: then it is read as it lies there.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return WRITING
    return READING if orphans(path) else AS_IT_LIES


def _must_be_newest(connection: sqlite3.Connection, kind: Kind) -> None:
    if problem := kind.foreign(connection):
        raise ForeignFile(problem)
    if number(connection, "user_version") != kind.newest:
        raise ForeignFile(
            Told(
                "was made by an older Pullquote and cannot be brought up to date here: give a"
                " command once where it may be written"
            )
        )


def durable(connection: sqlite3.Connection) -> None:
    """Let each commit wait until it is on the disk, on a Mac beyond the disk's own memory."""
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")


def orphans(path: Path) -> list[Path]:
    """Return the journals that are left of a database whose file is gone."""
    names = [path.with_name(f"{path.name}{end}") for end in ("-wal", "-journal")]
    return [name for name in names if name.exists() and name.stat().st_size]


def _make(path: Path, kind: Kind, patience: float) -> None:
    """Make a database under another name, and give it its own once it is whole and on the disk."""
    make_folder(path.parent)
    if left := orphans(path):
        # SQLite would take the old journal for the new file's.
        raise sqlite3.DatabaseError(
            Told("it is gone, but {journal} is still there", journal=left[0].name)
        )
    descriptor, name = mkstemp(prefix=f"{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        try:
            with closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
                connection.execute("PRAGMA synchronous = OFF")  # it is synced below, as a whole
                kind.migrate(connection)
                enable_wal(connection, patience)
            os.fsync(descriptor)
        finally:
            # Before it has its name: closing a file ends all locks that a process has on it.
            os.close(descriptor)
        _place(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def _place(temporary: Path, path: Path) -> None:
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        return  # another process was faster
    except OSError:  # a disk without links
        if not path.exists():
            temporary.replace(path)


def is_usual(connection: sqlite3.Connection, kind: Kind) -> bool:
    """Return whether a database is as the newest version leaves it: opened without a look."""
    found = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "journal_mode")
    ]
    return found == [kind.application, kind.newest, "wal"]


def _look_through(connection: sqlite3.Connection) -> None:
    if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise sqlite3.DatabaseError(Told("it has no tables"))
    problem = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if problem != "ok":
        raise sqlite3.DatabaseError(problem)
