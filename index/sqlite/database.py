"""One connection to the database file: opened, written in transactions, renewed, closed."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, Self

from index.error_sentences import Told
from index.errors import IndexMismatch, IndexMissing
from index.sqlite.file_guard.errors import REMEDY, locked, translated
from index.sqlite.file_guard.journal_origin import leave_mark, must_be_its_own
from index.sqlite.file_guard.open_file import OpenFile
from index.sqlite.file_guard.stamps import counters
from index.sqlite.schema import KIND
from index.sqlite_files.connection import WRITING
from index.sqlite_files.inspection import nothing_to_read
from index.sqlite_files.opening import mode_for, opened
from index.sqlite_files.wal import close_keeping_journal
from index.system_errors import has_no_room, system_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.clock import Clock
    from index.sqlite_files.connection import Connection

LOCK_SECONDS: Final = 30
"""How long a writer waits for another before it gives up with IndexLocked."""


class Database:
    """One connection to the database; belongs to the thread that opened it."""

    def __init__(self, connection: Connection, path: Path, clock: Clock) -> None:
        self.connection = connection
        self.path = path
        self._clock = clock
        self.file = OpenFile(connection, path)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, clock: Clock) -> Self:
        """Open the database, and bring its tables up to date.

        Raises:
            IndexMissing: There is none, and `create` was not asked for.
            IndexMismatch: The file is damaged, a newer version's, or no database of ours; or its
                folder cannot be made.
            IndexLocked: Another process writes and does not stop.
        """
        try:
            if not (path.exists() or path.is_symlink() or create):
                raise IndexMissing(path.parent)
            if path.exists() and not path.is_file():
                raise IndexMismatch(nothing_to_read(path, REMEDY))
            with translated(path):
                connection = opened(path, KIND, LOCK_SECONDS)
                try:
                    must_be_its_own(connection, path)
                except BaseException:
                    close_keeping_journal(connection, path)
                    raise
                return cls(connection, path, clock)
        except OSError as error:
            unusable = Told(
                "{path} cannot be used ({reason})", path=path.parent, reason=error.strerror
            )
            raise IndexMismatch(system_refusal(error) or unusable) from error

    @property
    def place(self) -> str:
        """The file, as it is said to people."""
        return str(self.path)

    def close(self) -> None:
        """Close the connection; what was written through it stands in the file itself by then.

        Only a reader in the middle of something, or another writer, leaves the rest in the
        journal, which is on the disk as well.
        """
        with suppress(sqlite3.Error):
            if self.file.is_overwritten(self.connection, patience=None):
                self.file.abandon(self.connection)
            elif self.file.is_in_doubt:
                close_keeping_journal(self.connection, self.path)
            elif self.connection.total_changes:
                self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self.connection.close()

    @contextmanager
    def writing(self, *, changes_posts: bool = True) -> Iterator[None]:
        """Make everything inside one transaction: all of it is stored, or nothing.

        Args:
            changes_posts: Whether it makes the posts newer than they were.
        """
        with translated(self.path):
            # What takes long is found out before others have to wait for this transaction.
            self.file.is_overwritten(self.connection, patience=None)
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                with self.file.written(self.connection):
                    yield
                    if changes_posts:
                        self.connection.execute(
                            "INSERT OR REPLACE INTO state VALUES ('changed_at', ?)",
                            (self._clock().isoformat(),),
                        )
            except BaseException:
                if self.connection.in_transaction:  # SQLite itself gives up on a full disk
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Show everything inside one and the same state, whatever others write meanwhile."""
        with translated(self.path):
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("COMMIT")

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn what goes wrong inside into errors of the index, with the remedy."""
        with translated(self.path):
            yield

    def version(self) -> tuple[int, ...]:
        """Return two counters that change with the posts, whoever changes them."""
        return counters(self.connection)

    def renew(self) -> None:
        """Open what lies at the path by now, if that is another file; the log says so.

        Raises:
            IndexReplaced: Its content was overwritten, or nothing lies there, or the new file
                cannot be opened beside the journal of the former one, which SQLite would take
                for its own.
        """
        file, path = self.file, self.path
        if file.is_overwritten(self.connection):
            raise file.abandon(self.connection)
        if file.is_in_place:
            file.forget_told()
            self._write_again()
            return
        if not path.exists():
            raise file.tell(
                Told("{path} is gone while it is in use: put it, or a copy of it, back", path=path)
            )
        if file.left_its_journal:
            # Emptied into the former file, the journal can do the new one no harm.
            with suppress(sqlite3.Error):
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.connection.close()
            raise file.tell(
                Told(
                    "{path} was replaced while it was in use, without its journal: restart this"
                    " process",
                    path=path,
                )
            )
        file.tell(
            Told(
                "{path} was replaced while it was in use: from now on the new file is used",
                path=path,
            )
        )
        self._open_again()

    def _write_again(self) -> None:
        """Open the file to be written, where it was opened to be read and that has changed."""
        if self.connection.mode == WRITING or mode_for(self.path) != WRITING:
            return
        if not has_no_room(self.path):
            self._open_again()

    def _open_again(self) -> None:
        # Closed first: closing a file ends all locks that a process has on it.
        self.connection.close()
        fresh = self.open(self.path, clock=self._clock)
        self.connection, self.file = fresh.connection, fresh.file

    def compact(self) -> None:
        """Rewrite the file without what was removed, and empty its journal.

        Raises:
            IndexLocked: Another process reads or writes, so that the journal cannot be emptied.
        """
        with translated(self.path):
            self.connection.execute("VACUUM")
            # The same posts on other pages: the journal of one is not that of the other.
            self.connection.execute("BEGIN IMMEDIATE")
            leave_mark(self.connection)
            self.connection.execute("COMMIT")
            is_busy = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if is_busy:  # SQLite says so in a row, not as an error
            raise locked(self.path)
