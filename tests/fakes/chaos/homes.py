"""Where works are done, and what is seen of it from outside: a folder, or a server's database."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import TYPE_CHECKING, Protocol

import psycopg

from index.clock import utc_now
from index.postgres.storage import PostgresStorage
from index.sqlite.storage import SqliteStorage
from tests.fakes.chaos import files, statements
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from contextlib import AbstractContextManager

    from bot.settings.values import Settings
    from index.engine.storage import Storage
    from tests.fakes.postgres_server import PostgresServer


class Home(Protocol):
    """Where posts and ledger are."""

    @property
    def has_server(self) -> bool:
        """Whether a server keeps them, which can be killed as well."""
        ...

    @property
    def settings(self) -> Settings:
        """What says so."""
        ...

    def storage(self) -> AbstractContextManager[Storage]:
        """Give what opens the posts; nothing of it is open any more afterwards."""
        ...

    def fresh(self) -> AbstractContextManager[Storage]:
        """Give what opens another database of the same kind, without any posts."""
        ...

    def listen(self, heard: Callable[[int], None]) -> None:
        """Tell of each thing that this process does, before it is done.

        Args:
            heard: Takes the server's process that it is done by; 0 for this one.
        """
        ...

    def settle(self, servers: Collection[int]) -> None:
        """Wait until these processes of the server have ended what a kill left them with."""
        ...

    def held(self) -> dict[str, bytes]:
        """Return what the files hold, by their names."""
        ...


@dataclass(frozen=True)
class Folder:
    """Files in a data folder."""

    settings: Settings
    has_server: bool = False

    @contextmanager
    def storage(self) -> Iterator[Storage]:
        yield SqliteStorage(self.settings.database, utc_now)

    @contextmanager
    def fresh(self) -> Iterator[Storage]:
        with TemporaryDirectory() as name:
            yield SqliteStorage(Path(name) / "pullquote.db", utc_now)

    def listen(self, heard: Callable[[int], None]) -> None:
        files.listen(self.settings.data, lambda _: heard(0))

    def settle(self, servers: Collection[int]) -> None:
        pass

    def held(self) -> dict[str, bytes]:
        found = self.settings.data.iterdir()
        return {each.name: each.read_bytes() for each in found if each.is_file()}


@dataclass(frozen=True)
class Database:
    """A database on a server that may be killed.

    Attributes:
        name: What it is called there.
        other: Another one, for what is compared with it.
    """

    settings: Settings
    server: PostgresServer
    name: str
    other: str
    has_server: bool = True

    @contextmanager
    def storage(self) -> Iterator[Storage]:
        with _at(self.settings.address) as storage:
            yield storage

    @contextmanager
    def fresh(self) -> Iterator[Storage]:
        self.server.execute("DROP SCHEMA IF EXISTS pullquote CASCADE", self.other)
        with _at(self.server.address(self.other)) as storage:
            yield storage

    def listen(self, heard: Callable[[int], None]) -> None:
        statements.listen(heard)
        files.listen(self.settings.data, lambda _: heard(0))  # where all is copied to

    def settle(self, servers: Collection[int]) -> None:
        among = ",".join(map(str, servers))
        query = f"SELECT 1 FROM pg_stat_activity WHERE pid = ANY('{{{among}}}')"  # noqa: S608
        end = monotonic() + PATIENCE_SECONDS
        while self._is_away_or_finds(query):
            assert monotonic() < end
            sleep(0.01)  # the server tells nobody when one of its processes ends

    def held(self) -> dict[str, bytes]:
        # A server that is killed leaves files that are no table's any more, and no role of ours
        # can tell or remove them.
        self.server.execute("CHECKPOINT")
        query = "SELECT pg_relation_filepath(oid) FROM pg_class WHERE relpersistence <> 't'"
        paths = [path for (path,) in self.server.execute(query, self.name) if path]
        return {path: (self.server.folder / "data" / path).read_bytes() for path in paths}

    def _is_away_or_finds(self, query: str) -> bool:
        try:
            return bool(self.server.execute(query))
        except psycopg.OperationalError:
            return True


@contextmanager
def _at(address: str) -> Iterator[Storage]:
    storage = PostgresStorage(address, utc_now)
    try:
        yield storage
    finally:
        storage.close()
