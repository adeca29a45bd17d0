"""The way to a ledger on a server."""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING, Any, Final

import psycopg

from bot.ledger.postgres.database import PostgresDatabase, translated
from bot.ledger.postgres.hearing import hear
from bot.ledger.postgres.migrations import SCHEMA, lacking, migrate, newer, version
from bot.ledger.schema import MIGRATIONS
from index.error_sentences import NOTHING
from index.postgres.server import connections
from index.postgres.server.silence import Patience

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from psycopg import Connection

    from index.error_sentences import Told

LOCK_SECONDS: Final = 5
"""How long a writer waits for another before it gives up."""

WAIT_SECONDS: Final = 2.0
"""How long a connection is waited for: all that the bot does waits with it."""

GONE: Final = {"connect_timeout": 3, "tcp_user_timeout": 3_000}
"""How soon a server that vanished is taken as gone, in seconds and milliseconds."""

PATIENCE: Final = Patience(2.0, 1)
"""How calm it is while the server says nothing, as where another writes: all else waits with it."""

MOST: Final = 8
"""So many connections of one process at most: the loop has one, and each thread that asks."""

SETTINGS: Final = {
    "search_path": f"{SCHEMA}, public",
    "timezone": "UTC",
    "default_transaction_isolation": "read committed",
    "lock_timeout": f"{LOCK_SECONDS}s",
}
"""What each connection is set to."""


class LedgerOnServer:
    """The schema `pullquote_ledger` of one database.

    Args:
        address: The server, the database and the role, as libpq takes them.

    Attributes:
        home: What the database is called before people.

    Raises:
        IndexMismatch: That is no address.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self.home = connections.place_of(address)

    def is_there(self) -> bool:
        """Return whether the database has a ledger.

        Raises:
            UnavailableError: The server does not answer.
        """
        with self._looking() as connection:
            return version(connection) is not None

    def open(self) -> PostgresDatabase:
        """Bring the tables up to date, and give the database.

        Raises:
            UnavailableError: The server does not answer, is too old, or keeps a newer version's.
        """
        with ExitStack() as unless_it_opens:
            # A pool would only say that nothing came of it, and only after a while.
            with self._looking() as connection:
                migrate(connection, self.home)
            pool = connections.Pool(
                self._address, SETTINGS, GONE,
                most=MOST, wait_seconds=WAIT_SECONDS, away_seconds=0.0, patience=PATIENCE,
            )  # fmt: skip
            unless_it_opens.callback(pool.close)
            pool.open()
            unless_it_opens.pop_all()
        return PostgresDatabase(pool, self.home)

    async def hear(self, told: Callable[[str], None], missed: Callable[[], None]) -> None:
        """Hear what processes tell: see `hear` in `bot/ledger/postgres/hearing.py`."""
        await hear(self._address, told, missed)

    def problem(self) -> Told:
        """Return what is wrong with the ledger, with the remedy; "" for nothing.

        Raises:
            UnavailableError: The server does not answer.
        """
        with self._looking() as connection:
            done = version(connection) or 0
            if done > len(MIGRATIONS):
                return newer(self.home)
            return lacking(connection, self.home) if done == len(MIGRATIONS) else NOTHING

    @contextmanager
    def _looking(self) -> Iterator[Connection[Any]]:
        with (
            translated(self.home),
            closing(
                psycopg.connect(
                    self._address, autocommit=True, **connections.noticing(self._address)
                )
            ) as connection,
        ):
            connection.execute(f"SET search_path = {SCHEMA}, public")
            yield connection
