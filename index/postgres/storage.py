"""The way into a database on a server: opens it, and looks through it."""

from __future__ import annotations

from contextlib import ExitStack, closing
from threading import Lock
from typing import TYPE_CHECKING, Final

import psycopg

from index.error_sentences import NOTHING
from index.errors import IndexMissing
from index.postgres import integrity
from index.postgres.server import connections
from index.postgres.server.errors import translated
from index.postgres.server.migrations import migrate, version
from index.postgres.server.schema import MIGRATIONS
from index.postgres.store import Store

if TYPE_CHECKING:
    from index.clock import Clock
    from index.error_sentences import Told
    from index.statistics import Statistics


class PostgresStorage:
    """The schema `pullquote` of one database.

    Args:
        address: The server, the database and the role, as libpq takes them.
        clock: Tells when posts were changed.

    Attributes:
        home: Where the posts are, as it is said to people.

    Raises:
        IndexMismatch: That is no address.
    """

    def __init__(self, address: str, clock: Clock) -> None:
        self._address = address
        self._clock = clock
        self._connections: connections.Pool | None = None
        self._making = Lock()
        self.home: Final = connections.place_of(address)

    def is_there(self) -> bool:
        """Return whether the database has tables of ours.

        Raises:
            IndexUnreachable: The server does not answer.
        """
        with closing(self._taken()) as store:
            return version(store.connection) is not None

    def open(self, *, create: bool = False) -> Store:
        """Take a connection for the calling thread, and bring the tables up to date.

        Raises:
            IndexMissing: There are none, and `create` was not asked for.
            IndexMismatch: They are damaged or a newer version's, or the server is too old.
            IndexUnreachable: The server does not answer.
        """
        with ExitStack() as unless_it_opens:
            store = unless_it_opens.enter_context(closing(self._taken()))
            unless_it_opens.enter_context(translated(self.home))
            if not create and version(store.connection) is None:
                raise IndexMissing(self.home)
            migrate(store.connection, self.home)
            unless_it_opens.pop_all()
        return store

    def problem(self) -> Told:
        """Return what is wrong with the stored posts, with the remedy; "" for nothing.

        Raises:
            IndexUnreachable: The server does not answer.
        """
        with closing(self._taken()) as store, translated(self.home):
            return integrity.problem(store) if self._is_present(store) else NOTHING

    def statistics(self) -> Statistics | None:
        """Return what is stored, and change nothing; None where an older version made the tables.

        Raises:
            IndexUnreachable: The server does not answer.
            IndexMismatch: The tables cannot be read.
        """
        with closing(self._taken()) as store, translated(self.home):
            return store.statistics() if self._is_present(store) else None

    def close(self) -> None:
        """Close all connections."""
        if self._connections is not None:
            self._connections.close()
            self._connections = None

    def _taken(self) -> Store:
        with translated(self.home):
            return Store(self._pool(), self.home, self._clock)

    def _pool(self) -> connections.Pool:
        """Return the pool, which the first thread that needs it makes for all."""
        with self._making:
            if self._connections is None:
                # A pool would only say that nothing came of it, and only after a while.
                psycopg.connect(self._address, **connections.noticing(self._address)).close()
                self._connections = connections.Pool(self._address)
                self._connections.open()
            return self._connections

    def _is_present(self, store: Store) -> bool:
        return version(store.connection) == len(MIGRATIONS)
