"""Write-ahead journals, so that reading and writing go on side by side: turned on, left alone."""

from __future__ import annotations

import sqlite3
import time
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from index.sqlite_files.connection import READING, connect, is_empty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAUSE_SECONDS: Final = 0.01


def enable_wal(
    connection: sqlite3.Connection, patience: float, clock: Callable[[], float] = time.monotonic
) -> None:
    """Turn the journal; one that is already turned costs a microsecond.

    SQLite gives up at once where another process has the file open just now, whatever timeout
    the connection has (it fears two that wait for each other); so this tries again, for up to
    `patience` seconds.

    Raises:
        sqlite3.OperationalError: The file is still locked, or cannot be written.
    """
    until = clock() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or clock() > until:
                raise
            time.sleep(PAUSE_SECONDS)
        else:
            return


def close_keeping_journal(connection: sqlite3.Connection, path: Path) -> None:
    """Close a connection, and leave the file and its journal as they are.

    The last to close empties the journal into the file, but for one that may not write: such a
    one is open for as long as it takes.
    """
    with ExitStack() as stack:
        with suppress(sqlite3.Error, OSError):
            if is_empty(path):
                last = stack.enter_context(_by_another_name(path))
                last.execute("BEGIN")  # without a journal of its own, it holds no lock else
            else:
                last = stack.enter_context(closing(connect(path, READING)))
            last.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection.close()


def is_alone(path: Path) -> bool:
    """Return whether nobody has a file open that has no bytes, and leave the journal beside it.

    Raises:
        OSError: It cannot be found out.
    """
    try:
        with _by_another_name(path) as holder:
            holder.execute("BEGIN EXCLUSIVE")
            return True
    except sqlite3.Error:
        return False


@contextmanager
def _by_another_name(path: Path) -> Iterator[sqlite3.Connection]:
    # By its own name, SQLite would delete the journal beside it; locks are those of the file.
    with TemporaryDirectory(
        prefix=f"{path.name}.", suffix=".tmp", dir=path.parent, ignore_cleanup_errors=True
    ) as folder:
        other = Path(folder) / path.name
        other.hardlink_to(path.resolve())
        with closing(sqlite3.connect(other, timeout=0, isolation_level=None)) as holder:
            yield holder
