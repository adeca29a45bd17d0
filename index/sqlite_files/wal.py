"""Write-ahead journals, so that reading and writing go on side by side: turned on, left alone."""

from __future__ import annotations

import sqlite3
import time
from contextlib import ExitStack, closing, suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
    place = f"{path.absolute().as_uri()}?mode=ro"
    with ExitStack() as stack:
        with suppress(sqlite3.Error):
            last = sqlite3.connect(place, uri=True, isolation_level=None)
            stack.enter_context(closing(last))
            last.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection.close()
