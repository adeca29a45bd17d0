"""Knows whether a server is away, so that one call finds it out and the others need not wait.

While it is away a thread of its own tries to connect, and nobody else does.
"""

from __future__ import annotations

import logging
from functools import cache
from threading import Condition, Thread
from time import monotonic
from typing import Any, Final

import psycopg
from psycopg import errors

PROBE_SECONDS: Final = 0.5
"""How long the thread waits between two tries to connect."""

PROBE_CONNECT_SECONDS: Final = 3
"""How long each of its tries may take."""

_LIMITED: Final = (errors.TooManyConnections, errors.ConfigurationLimitExceeded)
"""What is said of a server that is there, and has no room for one more connection."""

_log: Final = logging.getLogger(__name__)


class ServerAway(psycopg.OperationalError):
    """The server is known to be away: nothing was sent to it."""


class Reach:
    """Whether one address can be connected to, as far as this process knows.

    All pools over the address share it.

    Args:
        address: The server, the database and the role, as libpq takes them.
        place: What the database is called before people.

    Attributes:
        place: What the database is called before people.
    """

    def __init__(self, address: str, place: str) -> None:
        self.place = place
        self._address = address
        self._changed = Condition()
        self._users = 0
        self._reason: str | None = None
        self._since = 0.0
        self._probe: Thread | None = None

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

    def failed(self, error: psycopg.Error) -> None:
        """Take it that a try to connect failed; say so once."""
        if isinstance(error, _LIMITED):
            return
        with self._changed:
            if not self._users:
                return
            if self._reason is None:
                self._since = monotonic()
                _log.warning("%s is away, and is looked for: %s", self.place, _said(error))
            self._reason = _said(error)
            if self._probe is None:
                self._probe = Thread(target=self._look, name="looking for the server", daemon=True)
                self._probe.start()

    def must_be_there(self, wait_seconds: float = 0.0) -> None:
        """Wait until it can be connected to, so long after it went away.

        Raises:
            ServerAway: It cannot.
        """
        with self._changed:
            while self._reason is not None:
                left = self._since + wait_seconds - monotonic()
                if left <= 0:
                    raise ServerAway(self._reason)
                self._changed.wait(left)

    def _look(self) -> None:
        """Try to connect until that works, or nobody needs it any more."""
        while not self._is_over():
            try:
                self._connect().close()
            except _LIMITED:
                break
            except psycopg.Error as error:
                with self._changed:
                    if self._reason is not None:
                        self._reason = _said(error)
                continue
            break
        with self._changed:
            self._probe = None
            if self._reason is not None:
                self._reason = None
                _log.warning("%s is there again", self.place)
            self._changed.notify_all()

    def _connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(self._address, connect_timeout=PROBE_CONNECT_SECONDS)

    def _is_over(self) -> bool:
        """Wait a moment; return whether nobody needs to know any more."""
        with self._changed:
            self._changed.wait_for(lambda: not self._users, PROBE_SECONDS)
            return not self._users


@cache
def reach_to(address: str, place: str) -> Reach:
    """Return what all pools of this process over an address share."""
    return Reach(address, place)


def _said(error: psycopg.Error) -> str:
    return " ".join((error.diag.message_primary or str(error)).split())
