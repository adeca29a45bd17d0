"""Hears of all that a process sends to a PostgreSQL server.

psycopg waits for the server in one place: before it waits nothing is sent, and when it waits for
the first time all is sent and nothing is answered. So it is the real client that is heard, with
the real server, in the process under test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from collections.abc import Callable, Generator


def listen(heard: Callable[[int], None]) -> None:
    """Tell of each thing that is sent from now on, before it is sent and before it is answered.

    Args:
        heard: Takes the number of the server's process that serves the connection.
    """
    wait = psycopg.Connection.wait

    def waited(self: psycopg.Connection[Any], sends: Any, *more: Any, **named: Any) -> Any:
        server = self.pgconn.backend_pid
        heard(server)
        return wait(self, _told(sends, lambda: heard(server)), *more, **named)

    psycopg.Connection.wait = waited  # type: ignore[method-assign, assignment]


def _told(sends: Generator[Any, Any, Any], sent: Callable[[], None]) -> Generator[Any, Any, Any]:
    """Do what a generator does, and tell when it first waits."""
    try:
        waits_for = next(sends)
    except StopIteration as done:
        return done.value
    sent()
    while True:
        try:
            waits_for = sends.send((yield waits_for))
        except StopIteration as done:
            return done.value
