"""The ledger's one SQLite file, apart from the posts: it may be lost without losing a post."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Self

from bot.errors import LedgerBusy, UnavailableError
from index.sqlite_files import inspection
from index.sqlite_files.connection import DAMAGED, is_empty, says
from index.sqlite_files.kind import ForeignFile, Kind
from index.sqlite_files.opening import opened
from index.sqlite_files.wal import close_keeping_journal
from index.system_errors import sqlite_refusal, system_refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Times are ISO 8601 in UTC. A message is named as its platform names it (`discord:1/2`), so
# that nothing here knows a platform.
_FIRST: Final = """
CREATE TABLE questions (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    asker_id TEXT NOT NULL,
    asker_name TEXT NOT NULL,
    place TEXT NOT NULL,
    room TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    text TEXT NOT NULL,
    words TEXT NOT NULL,
    context TEXT NOT NULL,
    filters TEXT NOT NULL,
    audience TEXT,
    most INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    is_found INTEGER NOT NULL,
    is_open INTEGER NOT NULL
) STRICT;
CREATE INDEX questions_by_place ON questions (place, asked_at);
CREATE INDEX questions_by_asker ON questions (platform, asker_id, asked_at);
CREATE INDEX open_questions ON questions (platform, room, words) WHERE is_open;
CREATE TABLE replies (
    message TEXT PRIMARY KEY,
    question TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX replies_by_question ON replies (question);
CREATE TABLE citations (
    message TEXT NOT NULL REFERENCES replies (message) ON DELETE CASCADE,
    post TEXT NOT NULL,
    PRIMARY KEY (message, post)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_by_post ON citations (post);
CREATE TABLE ratings (
    question TEXT NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    asker_id TEXT NOT NULL,
    is_good INTEGER NOT NULL,
    comment TEXT NOT NULL,
    rated_at TEXT NOT NULL,
    PRIMARY KEY (question, asker_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE deliveries (
    message TEXT PRIMARY KEY,
    taken_at TEXT NOT NULL,
    is_done INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    room TEXT NOT NULL,
    audience TEXT NOT NULL,
    message TEXT NOT NULL,
    locale TEXT NOT NULL,
    started_at TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE channels (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    room TEXT NOT NULL,
    name TEXT NOT NULL,
    oldest TEXT NOT NULL,
    newest TEXT NOT NULL,
    is_whole INTEGER NOT NULL,
    read_at TEXT NOT NULL,
    error TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

# An answer outlives its question, and its citations go with it; what is struck out has no post.
_ANSWERS: Final = """
CREATE TABLE answers (
    message TEXT PRIMARY KEY,
    question TEXT REFERENCES questions (id) ON DELETE SET NULL,
    page INTEGER NOT NULL,
    names_asker INTEGER NOT NULL,
    posted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_question ON answers (question);
INSERT INTO answers SELECT message, id, 1, 0, asked_at FROM replies JOIN questions ON id = question;
DROP TABLE citations;
DROP TABLE replies;
CREATE TABLE citations (
    message TEXT NOT NULL REFERENCES answers (message) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    post TEXT NOT NULL,
    version TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    state TEXT NOT NULL,
    is_withdrawn INTEGER NOT NULL,
    PRIMARY KEY (message, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_by_post ON citations (post);
"""

_SEEN: Final = """
ALTER TABLE citations ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE citations ADD COLUMN shown TEXT NOT NULL DEFAULT '';
"""

_TIMES: Final = """
ALTER TABLE questions ADD COLUMN elapsed_seconds REAL;
"""

_WATCHERS: Final = """
ALTER TABLE channels ADD COLUMN watched_by TEXT NOT NULL DEFAULT '';
CREATE TABLE channel_groups (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    room TEXT NOT NULL,
    name TEXT NOT NULL,
    watched_by TEXT NOT NULL,
    takes_apps INTEGER
) STRICT, WITHOUT ROWID;
"""

_SETTINGS: Final = """
CREATE TABLE workspace_settings (
    platform TEXT NOT NULL,
    room TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (platform, room, name)
) STRICT, WITHOUT ROWID;
"""

MIGRATIONS: Final = (_FIRST, _ANSWERS, _SEEN, _TIMES, _WATCHERS, _SETTINGS)
"""Each brings a ledger one version further. Never change one that was released: add one."""

APPLICATION: Final = 0x5051544C  # "PQTL": tells a ledger from any other SQLite database

KIND: Final = Kind(APPLICATION, MIGRATIONS)
"""What a ledger is."""

LOCK_SECONDS: Final = 5

REMEDY: Final = (
    "put a backup in its place, or move it away, and what was asked, rated and watched with it"
)


class Database:
    """One connection that all threads of a process share, one at a time.

    Every call reads or writes a few indexed rows: some tens of microseconds. A commit waits until
    it is on the disk (some milliseconds), but for what is written `hastily`.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = threading.RLock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, make it where there is none, and bring its tables up to date.

        Raises:
            UnavailableError: It cannot be used.
        """
        try:
            connection = opened(path, KIND, LOCK_SECONDS, check_same_thread=False)
        except ForeignFile as error:
            raise UnavailableError(f"{path} {error}") from error
        except (OSError, sqlite3.Error) as error:
            raise _unusable(path, error) from error
        return cls(connection, path)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if is_empty(self._path):  # emptied meanwhile: its journal is all that is left
                close_keeping_journal(self._connection, self._path)
            self._connection.close()

    @contextmanager
    def hastily(self) -> Iterator[None]:
        """Let what is written inside wait for no disk, where a power cut may undo it.

        That is so of what happens with every message: one that is taken again, or read again,
        does no harm, and waiting some milliseconds for each would hold up all others.
        """
        with self._lock:
            self.rows("PRAGMA synchronous = NORMAL")
            try:
                yield
            finally:
                self.rows("PRAGMA synchronous = FULL")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make everything inside one transaction; inside of another, a part of that.

        Raises:
            UnavailableError: The file cannot be written.
        """
        with self._lock, self._translated():
            if self._connection.in_transaction:  # no other thread's: it would hold the lock
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:  # SQLite itself gives up on a full disk
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[Any]:
        """Return the rows of a query, or of a statement that returns some.

        Raises:
            UnavailableError: The file cannot be used.
        """
        with self._lock, self._translated():
            return self._connection.execute(query, values).fetchall()

    def run(self, statement: str, *values: object) -> int:
        """Run a statement, and return how many rows it changed.

        Raises:
            UnavailableError: The file cannot be used.
        """
        with self._lock, self._translated():
            return self._connection.execute(statement, values).rowcount

    def compact(self) -> None:
        """Take what was deleted out of the file's bytes.

        Raises:
            LedgerBusy: Another process reads or writes just now; what was deleted may
                still be in the file's bytes.
        """
        self.rows("VACUUM")
        is_busy = self.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]
        if is_busy:  # SQLite says so in a row, not as an error
            raise LedgerBusy(f"another process is using {self._path}: try again later")

    def empty_log(self) -> None:
        """Take what was deleted out of the write-ahead log, where no other process reads it."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _unusable(self._path, error) from error


def damage(path: Path) -> str:
    """Return what is wrong with the file, with the remedy; "" for nothing, or where there is none.

    Reads all of it, and writes nothing.
    """
    return inspection.damage(path, KIND, REMEDY) if inspection.is_there(path) else ""


def _unusable(path: Path, error: Exception) -> UnavailableError:
    said = system_refusal(error) if isinstance(error, OSError) else sqlite_refusal(path, error)
    # What is raised by hand (an empty file, a link that leads nowhere) has no name.
    if not said and isinstance(error, sqlite3.DatabaseError) and says(error, DAMAGED):
        said = f"{path} is damaged ({error}): {REMEDY}"
    helps = "see that it can be written, or move it away"
    return UnavailableError(said or f"{path} cannot be used ({error}): {helps}")
