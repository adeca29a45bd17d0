"""The connections to one server: kept in a pool, each set up alike, looked at before each use."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, Self

import psycopg
from pgvector.psycopg import register_vector
from psycopg import Connection
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool, PoolTimeout

from index.error_sentences import Told
from index.errors import IndexMismatch
from index.postgres.server import texts
from index.postgres.server.reach import Reach, reach_to
from index.postgres.server.silence import Listening, Patience

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SCHEMA: Final = "pullquote"
"""The schema of all tables: nothing else in the database is touched."""

CHANNEL: Final = "pullquote"
"""Where processes over one database tell each other what changed."""

MOST: Final = 32
"""So many connections of one process at most; a bot has four, and one for each long job."""

WAIT_SECONDS: Final = 30.0
"""How long a connection is waited for, a server that restarts included."""

LOOK_SECONDS: Final = 0.1
"""How often whoever waits for a connection looks whether the server is away."""

PATIENCE: Final = Patience(5.0, 3)
"""How calm it is while the server says nothing: what is stored or searched may take long."""

CLOSE_SECONDS: Final = 5.0
"""How long the threads of a pool have to end."""

FIRST_SECONDS: Final = 10
"""How long the first connection may take, which says what is wrong with the address."""

_NOTICING: Final = {
    "connect_timeout": FIRST_SECONDS,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""After so many seconds (the last: milliseconds) without a sign of it a server is taken as gone."""

SETTINGS: Final[Mapping[str, str]] = {
    "search_path": f"{SCHEMA}, public",
    "timezone": "UTC",
    "default_transaction_isolation": "read committed",
    "hnsw.ef_search": "400",
    "hnsw.iterative_scan": "relaxed_order",
    "jit": "off",
}
"""What each connection is set to: of the 200 that a question asks for, a graph that looks at 400
finds nine in ten, and nearly all of the first ten; compiling a query would take longer than it."""


class Pool(ConnectionPool["Connection[Any]"]):
    """Connections to a server that may be away: then nobody waits for one for longer than need be.

    Args:
        address: The server, the database and the role, as libpq takes them.
        settings: What each connection is set to.
        gone: How soon it is noticed that the server vanished, but what the address says.
        most: So many connections at most.
        wait_seconds: How long one is waited for.
        away_seconds: How long after the server went away it is waited for.
        patience: How long it is waited for while it says nothing.
        clock: Counts seconds.

    Attributes:
        reach: Knows whether it is away.
    """

    def __init__(
        self,
        address: str,
        settings: Mapping[str, str] = SETTINGS,
        gone: Mapping[str, int] | None = None,
        *,
        most: int = MOST,
        wait_seconds: float = WAIT_SECONDS,
        away_seconds: float = WAIT_SECONDS,
        patience: Patience = PATIENCE,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._clock = clock
        self.reach = reach_of(address)
        self._away_seconds = away_seconds
        super().__init__(
            address,
            connection_class=_noted_by(self.reach, patience),
            kwargs={"autocommit": True, "application_name": "pullquote", **noticing(address, gone)},
            min_size=0,
            max_size=most,
            timeout=wait_seconds,
            # What fails is tried again by whoever asks next, and not after growing pauses.
            reconnect_timeout=0.0,
            configure=partial(_configure, settings),
            check=ConnectionPool.check_connection,
            reset=_reset,
            open=False,
            name="pullquote",
        )
        self._is_used = False
        self._age = self.reach.age

    def open(self, wait: bool = False, timeout: float = WAIT_SECONDS) -> None:
        """Begin to give connections; each is made when it is first needed."""
        super().open(wait, timeout)
        if not self._is_used:
            self._is_used = True
            self.reach.begin()

    def close(self, timeout: float = CLOSE_SECONDS) -> None:
        """Close all connections."""
        super().close(timeout)
        if self._is_used:
            self._is_used = False
            self.reach.end()

    def getconn(self, timeout: float | None = None) -> Connection[Any]:
        """Give a connection that works.

        Raises:
            ServerAway: The server is away.
            PoolTimeout: All connections are in use.
        """
        end = self._clock() + (self.timeout if timeout is None else timeout)
        while True:
            self.reach.must_be_there(self._away_seconds)
            self._drop_lost()
            try:
                return super().getconn(min(LOOK_SECONDS, max(end - self._clock(), 0.0)))
            except PoolTimeout:
                if self._clock() >= end:
                    self.reach.must_be_there()
                    raise

    def _drop_lost(self) -> None:
        """Drop what is older than a connection that was lost, or each would be waited for."""
        if self._age != self.reach.age:
            self._age = self.reach.age
            self.drain()


def reach_of(address: str) -> Reach:
    """Return what knows whether an address can be connected to: one for the whole process."""
    return reach_to(address, place_of(address))


def _noted_by(reach: Reach, patience: Patience) -> type[Connection[Any]]:
    """Return connections of which it is noted whether they can be made, and are answered."""

    class Noted(Listening):
        @classmethod
        def connect(cls, conninfo: str = "", **settings: Any) -> Self:
            age = reach.age
            try:
                connection = super().connect(conninfo, **settings)
            except psycopg.OperationalError as error:
                reach.failed(error)
                raise
            connection.age = age
            reach.made(connection)
            return connection

    Noted.reach, Noted.patience = reach, patience
    return Noted


def noticing(address: str, gone: Mapping[str, int] | None = None) -> dict[str, Any]:
    """Return what has a connection notice that its server is gone, but what the address says.

    A machine that vanishes says nothing: without these, whoever waits for it waits for ever.
    """
    said = conninfo_to_dict(address)
    noticing = {**_NOTICING, **(gone or {})}
    return {name: value for name, value in noticing.items() if name not in said}


def place_of(address: str) -> str:
    """Return a database as it is called before people: without role and password.

    Raises:
        IndexMismatch: That is no address.
    """
    try:
        parts = conninfo_to_dict(address)
    except psycopg.ProgrammingError as error:
        raise IndexMismatch(
            Told(
                "PULLQUOTE_DATABASE is no address of a database: give one like"
                " postgresql://ROLE:PASSWORD@HOST/DATABASE"
            )
        ) from error
    host, name = str(parts.get("host") or ""), parts.get("dbname") or parts.get("user") or ""
    if host.startswith("/"):
        return f"postgresql:///{name}?host={host}"
    # Of several servers, each has a port of its own.
    port = f":{parts['port']}" if parts.get("port") and "," not in host else ""
    return f"postgresql://{host or 'localhost'}{port}/{name}"


def know_vectors(connection: Connection[Any]) -> None:
    """Have a connection send and take vectors, once the server knows them."""
    if psycopg.types.TypeInfo.fetch(connection, "halfvec") is not None:
        register_vector(connection)


def _configure(settings: Mapping[str, str], connection: Connection[Any]) -> None:
    for name, value in settings.items():
        connection.execute("SELECT set_config(%s, %s, false)", (name, value))
    texts.register(connection)
    know_vectors(connection)
    if isinstance(connection, Listening):
        connection.know_backend()


def _reset(connection: Connection[Any]) -> None:
    """Leave nothing of an import for whoever gets the connection next."""
    connection.execute("DISCARD TEMP")
