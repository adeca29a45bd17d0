"""Notice that the content of an open database was overwritten, which SQLite does not.

Beside a journal, only checkpoints write to the file itself, and each takes it further: versions
and numbers there never go back, and its last stamp is one that the open database has. A checkpoint
that is stopped or killed half-way leaves a file that is none of this, and a journal that has all:
the two together are whole, and SQLite goes on with them.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from index.sqlite.file_guard.stamps import counters
from index.sqlite_files.connection import AS_IT_LIES, connect
from index.sqlite_files.inspection import is_whole

if TYPE_CHECKING:
    from pathlib import Path

LOOKS: Final = 5
PAUSE_SECONDS: Final = 0.1
"""Another process may be in the middle of a checkpoint: what is odd must stay so this long."""


class OnDisk(NamedTuple):
    """How far the file itself is, whatever stands in the journal."""

    numbers: tuple[int, int, int, int]
    stamp: str


def look(path: Path) -> OnDisk | None:
    """Return how far the file itself is; None where it cannot be read."""
    # SQLite's own descriptor: closing any other would end the locks of the open connections.
    try:
        with closing(connect(path, AS_IT_LIES)) as connection:
            return _state(connection)
    except sqlite3.Error:
        return None


class Watch:
    """Looks whether a file was overwritten, as soon as its size or time of change is another.

    A look costs some tenths of a millisecond, and none a microsecond. What is odd in the file is
    mostly a checkpoint that another process is at, or was killed at; only then is all of it read.

    Attributes:
        is_other_whole: Whether the file was found to be a whole database of another state, so
            that the journal is not its own. Otherwise the journal may hold the only good copy.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._touched = _touched(path)
        self._reached = look(path)
        self.is_other_whole = False

    def finds_overwritten(self, connection: sqlite3.Connection) -> bool:
        """Return whether the file is not any more what the connection has open."""
        if _touched(self._path) == self._touched:
            return False
        first = touched = _touched(self._path)
        for number in range(LOOKS):
            if number:
                time.sleep(PAUSE_SECONDS)
                touched = _touched(self._path)
            found = look(self._path)
            if not self._is_odd(found, connection):
                self._touched, self._reached = touched, found
                return False
        # What is still being written to is looked at again the next time.
        return _touched(self._path) == first and self._is_proved(first)

    def _is_proved(self, touched: tuple[int, int] | None) -> bool:
        # Half of a checkpoint makes no whole database; with its journal it is one.
        self.is_other_whole = is_whole(self._path, with_journal=False) is True
        if self.is_other_whole:
            return True
        with_journal = is_whole(self._path, with_journal=True)
        if with_journal:
            self._touched = touched
        return with_journal is False

    def _is_odd(self, found: OnDisk | None, connection: sqlite3.Connection) -> bool:
        if found is None or self._reached is None:
            return self._reached is not None
        if any(now < then for now, then in zip(found.numbers, self._reached.numbers, strict=True)):
            return True
        sequence = found.numbers[-1]
        query = "SELECT stamp FROM stamps WHERE sequence = ?"
        try:
            own = connection.execute(query, (sequence,)).fetchone()
            newest = _state(connection)
        except sqlite3.Error:
            return True
        if newest is None:
            return True
        is_ahead = any(a > b for a, b in zip(found.numbers, newest.numbers, strict=True))
        return is_ahead or (own is not None and own[0] != found.stamp)


def put_aside(path: Path) -> None:
    """Put the journal aside, that nobody takes it for that of the present content."""
    journal = path.with_name(f"{path.name}-wal")
    with suppress(OSError):
        if journal.stat().st_size:
            journal.rename(aside(path))


def aside(path: Path) -> Path:
    """Return where the journal of content that was overwritten is put."""
    return path.with_name(f"{path.name}-wal.former")


def _state(connection: sqlite3.Connection) -> OnDisk | None:
    schema: int = connection.execute("PRAGMA schema_version").fetchone()[0]
    query = "SELECT sequence, stamp FROM stamps ORDER BY sequence DESC LIMIT 1"
    newest = connection.execute(query).fetchone()
    return newest and OnDisk((schema, *counters(connection), newest[0]), newest[1])


def _touched(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
