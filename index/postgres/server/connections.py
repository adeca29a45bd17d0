"""The connections to one server: kept in a pool, each set up alike, looked at before each use."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import psycopg
from pgvector.psycopg import register_vector
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import ConnectionPool

from index.error_sentences import Told
from index.errors import IndexMismatch
from index.postgres.server import texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from psycopg import Connection

SCHEMA: Final = "pullquote"
"""The schema of all tables: nothing else in the database is touched."""

CHANNEL: Final = "pullquote"
"""Where processes over one database tell each other what changed."""

MOST: Final = 32
"""So many connections of one process at most; a bot has four, and one for each long job."""

WAIT_SECONDS: Final = 30.0
"""How long a connection is waited for, a server that restarts included."""

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


def pool(
    address: str,
    settings: Mapping[str, str] = SETTINGS,
    *,
    most: int = MOST,
    wait_seconds: float = WAIT_SECONDS,
) -> ConnectionPool[Connection[Any]]:
    """Return a pool that connects when it is first asked.

    Args:
        address: The server, the database and the role, as libpq takes them.
        settings: What each connection is set to.
        most: So many connections at most.
        wait_seconds: How long one is waited for.
    """
    return ConnectionPool(
        address,
        kwargs={"autocommit": True, "application_name": "pullquote", **noticing(address)},
        min_size=0,
        max_size=most,
        timeout=wait_seconds,
        configure=partial(_configure, settings),
        check=ConnectionPool.check_connection,
        reset=_reset,
        open=False,
        name="pullquote",
    )


def noticing(address: str) -> dict[str, Any]:
    """Return what has a connection notice that its server is gone, but what the address says.

    A machine that vanishes says nothing: without these, whoever waits for it waits for ever.
    """
    said = conninfo_to_dict(address)
    return {name: value for name, value in _NOTICING.items() if name not in said}


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


def _reset(connection: Connection[Any]) -> None:
    """Leave nothing of an import for whoever gets the connection next."""
    connection.execute("DISCARD TEMP")
