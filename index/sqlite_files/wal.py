"""Turns a database's journal to write-ahead, so that reading and writing go on side by side."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

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
