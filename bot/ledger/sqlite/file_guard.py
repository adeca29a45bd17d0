"""Notice that the ledger's file was taken away or overwritten, which SQLite does not."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from bot.errors import UnavailableError
from index.error_sentences import NOTHING, Told
from index.sqlite_files.connection import AS_IT_LIES, DAMAGED, connect, is_empty, says
from index.sqlite_files.kind import number

if TYPE_CHECKING:
    from pathlib import Path

    from index.sqlite_files.kind import Kind

Identity = tuple[int, int]
"""The device and the inode of a file."""

Touched = tuple[int, int]
"""When a file was last changed, in nanoseconds, and its size."""

_log: Final = logging.getLogger(__name__)


class FileGuard:
    """Whether the file that a connection has open still lies at its path, and is a database.

    A connection goes on with a file that is gone, and with what it remembers of one that was
    overwritten; what it writes then is lost without an error. To ask costs some microseconds, and
    some tenths of a millisecond after the file was written to, which only checkpoints do.

    Args:
        path: The file, which is open and sound.
        kind: What it is.

    Attributes:
        is_overwritten: Whether it was overwritten: what the connection has open goes with nothing
            that may be put there later.
    """

    def __init__(self, path: Path, kind: Kind) -> None:
        self._path = path
        self._kind = kind
        self._identity, self._touched = _seen(path)
        self._told = NOTHING
        self.is_overwritten = False

    def must_be_whole(self) -> None:
        """Refuse a file that is not what was opened; say so once.

        Raises:
            UnavailableError: Another lies there, or none; or it was overwritten.
        """
        identity, touched = _seen(self._path)
        if self._was_overwritten(identity, touched):
            said = Told(
                "{path} was overwritten while it was in use: stop this process, then put a backup"
                " in its place with `pullquote restore`, or move it away with its journal",
                path=self._path,
            )
        elif identity != self._identity:
            said = Told(
                "{path} was replaced or taken away while it was in use: put the same file back, or"
                " stop this process, then put a backup in its place with `pullquote restore`",
                path=self._path,
            )
        else:
            self._told = NOTHING
            return
        if said != self._told:
            _log.error("%s", said)
            self._told = said
        raise UnavailableError(said)

    def _was_overwritten(self, identity: Identity | None, touched: Touched | None) -> bool:
        if not self.is_overwritten and identity == self._identity and touched != self._touched:
            self.is_overwritten = not _is_of(self._kind, self._path)
            self._touched = touched
        return self.is_overwritten


def _is_of(kind: Kind, path: Path) -> bool:
    """Return whether a file begins like a database of a kind; its first page alone is read."""
    if is_empty(path):
        return False
    # SQLite's own descriptor: closing any other would end the locks of the open connection.
    try:
        with closing(connect(path, AS_IT_LIES)) as connection:
            return number(connection, "application_id") == kind.application
    except sqlite3.Error as error:
        return not says(error, DAMAGED)


def _seen(path: Path) -> tuple[Identity | None, Touched | None]:
    try:
        status = path.stat()
    except OSError:
        return None, None
    return (status.st_dev, status.st_ino), (status.st_mtime_ns, status.st_size)
