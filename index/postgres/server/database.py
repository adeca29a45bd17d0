"""One connection to the server: taken from the pool, written in transactions, renewed, given back.

Behind the condition that each query has for its readers stands a second one, of the server
itself: what a query may see at all is told to it first.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg_pool import ConnectionPool

from index.engine.storage import POSTS_CHANGED
from index.postgres.server.connections import CHANNEL
from index.postgres.server.errors import translated
from index.postgres.server.migrations import LOCK
from index.postgres.server.silence import Listening

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.clock import Clock
    from index.postgres.server.connections import Pool

    Audience = frozenset[str] | None

LOCK_SECONDS: Final = 30
"""How long a writer waits for another before it gives up with IndexLocked."""

_ALL: Final = "*"

_log: Final = logging.getLogger(__name__)


class Database:
    """One connection; belongs to the thread that took it.

    Attributes:
        connection: The connection, outside of transactions unless one was begun.
    """

    def __init__(self, pool: Pool, place: str, clock: Clock) -> None:
        self._pool = pool
        self._place = place
        self._clock = clock
        self._labels: dict[str, int] = {}
        self._wall: str | None = None
        self.connection = pool.getconn()
        self._is_given_back = False

    @property
    def place(self) -> str:
        """What the database is called before people."""
        return self._place

    def close(self) -> None:
        """Give the connection back."""
        if not self._is_given_back:
            self._is_given_back = True
            self._pool.putconn(self.connection)

    @contextmanager
    def writing(self, *, changes_posts: bool = True) -> Iterator[None]:
        """Make everything inside one transaction: all of it is stored, or nothing.

        One process writes at a time, so that what it reads first still holds when it writes.

        Args:
            changes_posts: Whether it makes the posts newer than they were.
        """
        with translated(self.place), self._transaction("BEGIN"):
            self.connection.execute(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'")
            self.connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
            yield
            if changes_posts:
                self.remember("changed_at", self._clock().isoformat())
                # It is delivered once all of it is stored, and not where it is undone.
                self.change("SELECT pg_notify(%s, %s)", (CHANNEL, POSTS_CHANGED))

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Show everything inside one and the same state, whatever others write meanwhile."""
        with (
            translated(self.place),
            self._transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
        ):
            yield

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn what goes wrong inside into errors of the index, with the remedy."""
        with translated(self.place):
            yield

    def version(self) -> tuple[int, ...]:
        """Return two counters that change with the posts, whoever changes them."""
        return self.row("SELECT passages, removals FROM numbers")

    def renew(self) -> None:
        """Take another connection, where this one was lost.

        Raises:
            IndexUnreachable: The server does not answer.
        """
        if not self._is_given_back and not self._is_lost():
            return
        # Given back once: while the server is away, this is called again and again. It is closed
        # before, or whoever takes it back would wait for its answer.
        self.connection.close()
        self.close()
        self._forget()
        with translated(self.place):
            self.connection = self._pool.getconn()
        self._is_given_back = False
        _log.info("the connection to %s was lost: another was made", self.place)

    def _is_lost(self) -> bool:
        """Ask the server, which alone knows whether it still serves the connection."""
        if isinstance(self.connection, Listening) and self.connection.is_doubted:
            return True
        try:
            ConnectionPool.check_connection(self.connection)
        except psycopg.Error:
            return True
        return False

    def rows(
        self, query: str, values: Sequence[Any] = (), *, audience: Audience = None
    ) -> list[tuple[Any, ...]]:
        """Return the rows of a query.

        Args:
            query: Its SQL; user text is only ever a bound value.
            values: What is bound.
            audience: Whose labels it may see, even where it does not ask for them; None for all.
        """
        self._let_see(audience)
        return self.connection.cursor(binary=True).execute(query.encode(), values).fetchall()

    def row(
        self, query: str, values: Sequence[Any] = (), *, audience: Audience = None
    ) -> tuple[Any, ...]:
        """Return the one row of a query that always has one."""
        (found,) = self.rows(query, values, audience=audience)
        return found

    def change(self, query: str, values: Sequence[Any] = ()) -> int:
        """Run what returns nothing, and return how many rows it changed."""
        self._let_see(None)
        return self.connection.execute(query.encode(), values).rowcount

    def change_each(self, query: str, values: Sequence[Sequence[Any]]) -> None:
        """Run what returns nothing for each of these, all sent at once."""
        self._let_see(None)
        self.connection.cursor().executemany(query.encode(), values)

    @contextmanager
    def set(self, name: str, value: str) -> Iterator[None]:
        """Have a setting of the server be another inside."""
        self.connection.execute("SELECT set_config(%s, %s, false)", (name, value))
        try:
            yield
        finally:
            with suppress(psycopg.Error):  # a transaction that failed undoes it itself
                self.connection.execute(f"RESET {name}".encode())

    def labels(self, audience: frozenset[str]) -> list[int]:
        """Return the numbers of those of these labels that posts have or had."""
        if missing := [label for label in audience if label not in self._labels]:
            query = "SELECT label, number FROM labels WHERE label = ANY(%s::text[])"
            cursor = self.connection.cursor(binary=True)
            self._labels.update(cursor.execute(query, (missing,)).fetchall())
        return sorted(self._labels[label] for label in audience if label in self._labels)

    def remember(self, name: str, value: str) -> None:
        """Store something small under a name, within whatever transaction there is."""
        self.change(
            "INSERT INTO state VALUES (%s, %s)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )

    def _let_see(self, audience: Audience) -> None:
        wall = _ALL
        if audience is not None:
            wall = f"{{{','.join(map(str, self.labels(audience)))}}}"
        if wall != self._wall:
            self._wall = None
            self.connection.execute("SELECT set_config('pullquote.labels', %s, false)", (wall,))
            self._wall = wall

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self.connection.execute(begin.encode())
        try:
            yield
        except BaseException:
            # Labels and settings made inside are undone with all else.
            self._forget()
            with suppress(psycopg.Error):
                self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def _forget(self) -> None:
        self._labels = {}
        self._wall = None
