"""What kind of database a file is to be, and the migrations that bring it up to date."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from index.error_sentences import NOTHING, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class ForeignFile(Exception):
    """A file is another program's or a newer version's.

    Args:
        sentence: That, without naming the file.
    """

    def __init__(self, sentence: Told) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Kind(NamedTuple):
    """What tells a kind of database.

    Attributes:
        application: The number that SQLite files of this kind bear.
        migrations: Scripts that each bring a database one version further.
        functions: What they call, by name; each turns one value into another.
    """

    application: int
    migrations: tuple[str, ...]
    functions: tuple[tuple[str, Callable[[bytes], bytes]], ...] = ()

    @property
    def newest(self) -> int:
        """The version of the newest tables."""
        return len(self.migrations)

    def foreign(self, connection: sqlite3.Connection, remedy: Told = NOTHING) -> Told:
        """Return why a database is not of this kind, to be said behind its name; "" where it is.

        Args:
            connection: The database.
            remedy: What helps where it does not lie where one of this kind is to be.
        """
        if number(connection, "application_id") != self.application:
            if remedy:
                return Told("was not made by Pullquote: {remedy}", remedy=remedy)
            return Told("was not made by Pullquote: move it away, or set PULLQUOTE_DATA elsewhere")
        if number(connection, "user_version") > self.newest:
            return Told("was made by a newer Pullquote: update this one")
        return NOTHING

    def migrate(self, connection: sqlite3.Connection) -> None:
        """Bring a database to the newest version, in one transaction.

        Raises:
            ForeignFile: It is a newer version's, or another program's.
            sqlite3.Error: It cannot be written.
        """
        if not self._missing(connection):
            return
        for name, function in self.functions:
            connection.create_function(name, 1, function, deterministic=True)
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again under the lock: another process may just have done it.
            for script in self._missing(connection):
                for statement in _statements(script):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {self.application}")
            connection.execute(f"PRAGMA user_version = {self.newest}")
        except BaseException:
            if connection.in_transaction:  # SQLite itself gives up on a full disk
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def _missing(self, connection: sqlite3.Connection) -> tuple[str, ...]:
        has_tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if has_tables and (problem := self.foreign(connection)):
            raise ForeignFile(problem)
        return self.migrations[number(connection, "user_version") :]


def number(connection: sqlite3.Connection, name: str) -> int:
    """Return what a database says of itself under one of SQLite's pragmas."""
    found: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return found


def _statements(script: str) -> Iterator[str]:
    # executescript would commit first and so give up the lock.
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
