"""Look after the database file that a connection has open: it may be replaced at any time."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from index.error_sentences import Told, worded
from index.errors import IndexReplaced
from index.sqlite.file_guard.errors import REMEDY, locked
from index.sqlite.file_guard.journal_origin import leave_mark
from index.sqlite.file_guard.overwriting import PROOF_SECONDS, Watch, aside, put_aside
from index.sqlite.file_guard.stamps import counters, stamped
from index.sqlite_files.wal import close_keeping_journal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from index.sqlite.file_guard.stamps import Left


Identity = tuple[int, int]
"""The device and the inode of a file."""

_log: Final = logging.getLogger(__name__)

_TOLD: Final[set[tuple[Identity | None, str]]] = set()
"""What was said of which file, until it is seen in its place again: inodes are given out again."""


class OpenFile:
    """The database file of one connection: which it is, and how the connection left it.

    A connection goes on with a file that was deleted or replaced, and what it writes there is
    lost without an error. Asking whether the file still lies at its path costs a microsecond.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        # The first reading makes the journal, which is then known from any other.
        connection.execute("PRAGMA schema_version").fetchone()
        self.path = path
        self._database = _identity(path)
        self._wal_files = {each: _identity(each) for each in _wal_files(path)}
        self._left: Left | None = None
        self._watch = Watch(path)
        self._is_overwritten = False
        self._is_abandoned = False
        self.forget_told()

    @property
    def is_in_place(self) -> bool:
        """Whether the file that is open still lies at its path."""
        return _identity(self.path) == self._database

    @property
    def left_its_journal(self) -> bool:
        """Whether the journal beside the path is that of the file that is open."""
        lying = [(own, _identity(each)) for each, own in self._wal_files.items()]
        return any(now is not None and own in {None, now} for own, now in lying)

    @property
    def is_in_doubt(self) -> bool:
        """Whether the file was odd at the last look, and not yet found out why."""
        return self._watch.is_in_doubt

    def is_overwritten(
        self, connection: sqlite3.Connection, patience: float | None = PROOF_SECONDS
    ) -> bool:
        """Return whether the file, though the same, got another content while it was open.

        Args:
            connection: The connection that has it open.
            patience: How many seconds to wait while an odd file is read; None for as long as that
                takes.
        """
        if not self._is_overwritten and self.is_in_place:
            self._is_overwritten = self._watch.finds_overwritten(connection, patience)
        return self._is_overwritten

    def abandon(self, connection: sqlite3.Connection) -> IndexReplaced:
        """Close a connection to a file that was overwritten, without writing there; say so."""
        if not self._is_abandoned:
            close_keeping_journal(connection, self.path)
            journal = _wal_files(self.path)[0]
            # Any other journal there is that of a process which began anew with the new content.
            is_own = _identity(journal) == self._wal_files[journal]
            if self._watch.is_other_whole and is_own:
                put_aside(self.path)
        self._is_abandoned = True
        if not self._watch.is_other_whole:
            return self.tell(
                Told(
                    "{path} was overwritten while it was in use, or is damaged: {remedy}",
                    path=self.path,
                    remedy=REMEDY,
                )
            )
        kept = aside(self.path)
        if not kept.exists():
            said = worded("{path} was overwritten while it was in use: restart this process")
            return self.tell(Told(said, path=self.path))
        return self.tell(
            Told(
                "{path} was overwritten while it was in use: restart this process (what was not"
                " yet in the file is kept in {kept})",
                path=self.path,
                kept=kept.name,
            )
        )

    @contextmanager
    def written(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Stamp what is written inside, in a transaction, and refuse it where it would be lost.

        Raises:
            IndexReplaced: The file does not lie at its path any more.
            IndexLocked: It is not yet found out whether it is the same.
        """
        self._must_be_in_place(connection)
        before, changes = counters(connection), connection.total_changes
        yield
        if connection.total_changes > changes:
            leave_mark(connection)
        # If the transaction fails after this, the numbers differ and the next stamp is a new one.
        self._left = stamped(connection, before, self._left)
        self._must_be_in_place(connection)

    def tell(self, sentence: Told) -> IndexReplaced:
        """Log a sentence, once in a process that has several connections; return it as an error."""
        if (self._database, sentence) not in _TOLD:
            _log.warning("%s", sentence)
        _TOLD.add((self._database, sentence))
        return IndexReplaced(sentence)

    def forget_told(self) -> None:
        """Let what happens to the file from now on be logged, also if it happened before."""
        for said in list(_TOLD):  # other threads add to it
            if said[0] == self._database:
                _TOLD.discard(said)

    def _must_be_in_place(self, connection: sqlite3.Connection) -> None:
        if not self.is_in_place or self.is_overwritten(connection):
            raise IndexReplaced(
                Told(
                    "{path} was replaced, overwritten or taken away while it was in use: this was"
                    " not stored",
                    path=self.path,
                )
            )
        if self._watch.is_unproved:
            raise locked(self.path)


def _wal_files(path: Path) -> tuple[Path, Path]:
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def _identity(path: Path) -> Identity | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
