"""The databases that keep a ledger: a file, or one on a real server."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from bot.ledger.ledger import Ledger
from bot.ledger.postgres.migrations import SCHEMA
from bot.ledger.postgres.storage import LedgerOnServer
from bot.ledger.sqlite.storage import LedgerFile
from tests.fakes.bot.ledgers import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.ledger.database import LedgerStorage
    from index.clock import Clock
    from tests.fakes.postgres_server import PostgresServer

KEEP = timedelta(days=90)


class LedgerPlace(Protocol):
    """Where a ledger is, as a test sees it from outside."""

    @property
    def where(self) -> str:
        """The data folder, or the address."""
        ...

    @property
    def storage(self) -> LedgerStorage:
        """What opens it."""
        ...

    def open(self, keep: timedelta = KEEP, clock: Clock = clock, holder: str = "") -> Ledger:
        """Open it."""
        ...

    def files(self) -> bytes:
        """Return what its files hold."""
        ...


class LedgerInFile:
    """A SQLite file."""

    def __init__(self, path: Path) -> None:
        self.where = str(path.parent)
        self.storage = LedgerFile(path)
        self._path = path

    def open(self, keep: timedelta = KEEP, clock: Clock = clock, holder: str = "") -> Ledger:
        return Ledger.over(self.storage.open(), keep, clock, holder)

    def files(self) -> bytes:
        return b"".join(each.read_bytes() for each in sorted(self._path.parent.iterdir()))


class LedgerInSchema:
    """A schema of a database on a server."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self.where = server.address(server.database)
        self.storage = LedgerOnServer(self.where)

    def open(self, keep: timedelta = KEEP, clock: Clock = clock, holder: str = "") -> Ledger:
        return Ledger.over(self.storage.open(), keep, clock, holder)

    def files(self) -> bytes:
        return b"".join(self._server.files_of(self._server.database))

    def execute(self, query: str) -> list[tuple[object, ...]]:
        """Run a statement as the superuser."""
        return self._server.execute(query, self._server.database)


@contextmanager
def ledger_on(server: PostgresServer) -> Iterator[LedgerInSchema]:
    """Give a database without a ledger."""
    place = LedgerInSchema(server)
    place.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
    yield place
