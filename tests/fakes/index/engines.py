"""The databases that engines keep: a file, or one on a real server."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from index.clock import utc_now
from index.postgres.storage import PostgresStorage
from index.sqlite.storage import SqliteStorage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.engine.storage import Storage
    from tests.fakes.postgres_server import PostgresServer


class Kept(Protocol):
    """A database, as a test sees it from outside."""

    @property
    def storage(self) -> Storage:
        """What opens it."""
        ...

    @property
    def name(self) -> str:
        """What names it in an error."""
        ...

    def files(self) -> list[bytes]:
        """Return what its files hold."""
        ...

    def state(self) -> object:
        """Return what is another once somebody wrote."""
        ...

    def damage(self) -> None:
        """Take from it what it cannot be without."""
        ...


class KeptInFile:
    """A SQLite file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = str(path)
        self.storage = SqliteStorage(path, utc_now)

    def files(self) -> list[bytes]:
        return [each.read_bytes() for each in self.path.parent.iterdir() if each.is_file()]

    def state(self) -> object:
        return self.files()

    def damage(self) -> None:
        self.path.write_bytes(b"no database at all, though it has some length" * 100)


class KeptOnServer:
    """A database on a PostgreSQL server."""

    def __init__(self, server: PostgresServer, database: str) -> None:
        self._server = server
        self.name = database
        self.address = server.address(database)
        self.storage = PostgresStorage(self.address, utc_now)

    def files(self) -> list[bytes]:
        return self._server.files_of(self.name)

    def state(self) -> object:
        # Whatever writes takes a number.
        return self._server.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())", self.name)

    def damage(self) -> None:
        self.execute("DROP TABLE pullquote.postings")

    def execute(self, query: str) -> None:
        """Run a statement as the superuser."""
        self._server.execute(query, self.name)


@contextmanager
def kept_on(server: PostgresServer) -> Iterator[KeptOnServer]:
    """Give a database without our tables; it is the same one each time, which takes less time."""
    kept = KeptOnServer(server, server.database)
    kept.execute("DROP SCHEMA IF EXISTS pullquote, pullquote_ledger CASCADE")
    try:
        yield kept
    finally:
        kept.storage.close()
