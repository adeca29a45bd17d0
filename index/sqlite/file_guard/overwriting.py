"""Notice that the content of an open database was overwritten, which SQLite does not.

Beside a journal, only checkpoints write to the file itself, and each takes it further: versions
and numbers there never go back, and its last stamp is one that the open database has. A checkpoint
that is stopped or killed half-way leaves a file that is none of this, and a journal that has all:
the two together are whole, and SQLite goes on with them.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
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


PROOF_SECONDS: Final = 1.0
"""So long a question waits while an odd file is read."""

Touched = tuple[int, int]
"""When a file was last changed, in nanoseconds, and its size."""

Proof = tuple[bool, bool | None]
"""Whether a file alone is a whole database, and whether it is one with its journal."""

_prover: Final = ThreadPoolExecutor(1, thread_name_prefix="proof")
_proofs: Final[dict[Path, tuple[Touched | None, Future[Proof]]]] = {}
_beginning: Final = threading.Lock()


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
    mostly a checkpoint that another process is at, or was killed at; only then is all of it read,
    on another thread and once for all connections: a question waits for it but a moment.

    Attributes:
        is_other_whole: Whether the file was found to be a whole database of another state, so
            that the journal is not its own. Otherwise the journal may hold the only good copy.
        is_in_doubt: Whether it was odd at the last look, and not yet found out why.
        is_unproved: Whether that is because it is still being read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._touched = _touched(path)
        self._reached = look(path)
        self.is_other_whole = self.is_in_doubt = self.is_unproved = False

    def finds_overwritten(self, connection: sqlite3.Connection, patience: float | None) -> bool:
        """Return whether the file is not any more what the connection has open.

        Args:
            connection: The connection.
            patience: How many seconds to wait while an odd file is read; None for as long as that
                takes.
        """
        self.is_in_doubt = self.is_unproved = False
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
        self.is_in_doubt = _touched(self._path) != first
        return not self.is_in_doubt and self._is_proved(first, patience)

    def _is_proved(self, touched: Touched | None, patience: float | None) -> bool:
        try:
            self.is_other_whole, with_journal = _proof(self._path, touched).result(patience)
        except TimeoutError:
            self.is_in_doubt = self.is_unproved = True
            return False
        if self.is_other_whole or with_journal is False:
            return True
        if with_journal:
            self._touched = touched
        self.is_in_doubt = not with_journal
        return False

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


def _proof(path: Path, touched: Touched | None) -> Future[Proof]:
    """Return what is found out of a file since it was last changed: the last time, or anew."""
    with _beginning:
        before = _proofs.get(path)
        if before is None or before[0] != touched or _is_vain(before[1]):
            _proofs[path] = (touched, _prover.submit(_prove, path))
        return _proofs[path][1]


def _is_vain(proof: Future[Proof]) -> bool:
    return proof.done() and (proof.exception() is not None or proof.result() == (False, None))


def _prove(path: Path) -> Proof:
    # Half of a checkpoint makes no whole database; with its journal it is one.
    before = _touched(path)
    is_other = is_whole(path, with_journal=False) is True
    with_journal = None if is_other else is_whole(path, with_journal=True)
    return (is_other, with_journal) if _touched(path) == before else (False, None)


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


def _touched(path: Path) -> Touched | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
