"""Knows whether a server is away, so that one call finds it out and the others need not wait.

While it is away a thread of its own tries to connect, and nobody else does.
"""

from __future__ import annotations

import logging
import selectors
from functools import cache
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

import psycopg
from psycopg.errors import ConnectionTimeout
from psycopg.pq import TransactionStatus

from index.postgres.server.brief import BRIEF_SECONDS, Brief, NoAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

PROBE_SECONDS: Final = 0.5
"""How long the thread waits between two tries to connect."""

_log: Final = logging.getLogger(__name__)


class ServerAway(psycopg.OperationalError):
    """The server is known to be away: nothing was sent to it."""


class Reach:
    """Whether one address can be connected to, as far as this process knows.

    All pools over the address share it.

    Args:
        address: The server, the database and the role, as libpq takes them.
        place: What the database is called before people.
        clock: Counts seconds.

    Attributes:
        place: What the database is called before people.
        address: The server, the database and the role, as libpq takes them.
        looking: The thread that tries to connect; None where nothing is known to be wrong.
        age: Grows whenever connections were lost of which nobody is told: what lost one of them
            lost the older ones, too.
    """

    def __init__(self, address: str, place: str, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self.place = place
        self.address = address
        self._changed = Condition()
        self._users = 0
        self._made: WeakSet[psycopg.Connection[Any]] = WeakSet()
        self.looking: Thread | None = None
        self.age = 0
        self._reason: str | None = None
        self._since = 0.0

    @property
    def reason(self) -> str | None:
        """Why it cannot be connected to; None where it can, as far as is known."""
        return self._reason

    def begin(self) -> None:
        """Take it that a pool is over it from now on."""
        with self._changed:
            self._users += 1

    def end(self) -> None:
        """Take it that a pool is no more; after the last one nothing is tried any more."""
        with self._changed:
            self._users -= 1
            if not self._users:
                self._reason = None
            self._changed.notify_all()

    def made(self, connection: psycopg.Connection[Any]) -> None:
        """Take it that a connection was made."""
        with self._changed:
            self._made.add(connection)

    def failed(self, error: psycopg.Error) -> None:
        """Take it that a try to connect failed; say so once.

        A server whose other connections live is there: it may have no room for one more, which
        libpq does not tell from anything else.
        """
        with self._changed:
            if not self._users or self._is_served(error):
                return
            if self._reason is None:
                self._since = self._clock()
                _log.warning("%s is away, and is looked for: %s", self.place, _said(error))
            self._reason = _said(error)
            if self.looking is None:
                self.looking = Thread(target=self._look, name="looking for the server", daemon=True)
                self.looking.start()

    def lost(self, age: int) -> None:
        """Take it that the server, which is there, knows nothing of a connection of this age."""
        with self._changed:
            if age == self.age:
                self.age += 1

    def must_be_there(self, wait_seconds: float = 0.0) -> None:
        """Wait until it can be connected to, so long after it went away.

        Raises:
            ServerAway: It cannot.
        """
        with self._changed:
            while self._reason is not None:
                left = self._since + wait_seconds - self._clock()
                if left <= 0:
                    raise ServerAway(self._reason)
                self._changed.wait(left)

    def _look(self) -> None:
        """Try to connect until that works, or nobody needs it any more."""
        while not self._is_over():
            try:
                with Brief.connect(self.address, connect_timeout=BRIEF_SECONDS) as connection:
                    connection.execute("SELECT 1")
            except psycopg.Error as error:
                with self._changed:
                    if self._is_served(error):
                        break
                    if self._reason is not None:
                        self._reason = _said(error)
                continue
            break
        with self._changed:
            self.looking = None
            if self._reason is not None:
                self._reason = None
                _log.warning("%s is there again", self.place)
            self._changed.notify_all()

    def _is_served(self, error: psycopg.Error) -> bool:
        is_silent = isinstance(error, ConnectionTimeout | NoAnswer)
        return not is_silent and any(map(_lives, self._made))

    def _is_over(self) -> bool:
        """Wait a moment; return whether nobody needs to know any more."""
        with self._changed:
            self._changed.wait_for(lambda: not self._users, PROBE_SECONDS)
            return not self._users


@cache
def reach_to(address: str, place: str) -> Reach:
    """Return what all pools of this process over an address share."""
    return Reach(address, place)


def _lives(connection: psycopg.Connection[Any]) -> bool:
    """Return whether a connection is in use, or nothing came that ended it; nothing is sent."""
    if connection.closed:
        return False
    if connection.pgconn.transaction_status == TransactionStatus.ACTIVE:
        return True
    try:
        with selectors.DefaultSelector() as waiting:
            waiting.register(connection.fileno(), selectors.EVENT_READ)
            return not waiting.select(0)
    except (psycopg.Error, OSError, ValueError):
        return False


def _said(error: psycopg.Error) -> str:
    return " ".join((error.diag.message_primary or str(error)).split())
