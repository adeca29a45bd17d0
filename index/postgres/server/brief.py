"""Connections that ask a server whether it answers, and wait for that but a moment."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TypeVar

import psycopg
from psycopg import Connection

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    Waiting = Generator[Any, Any, "T"]

T = TypeVar("T")

BRIEF_SECONDS: Final = 3
"""How long connecting may take, and each answer."""


class NoAnswer(psycopg.OperationalError):
    """The server took what was sent, and answered nothing."""


class Brief(Connection[Any]):
    """A connection whose every operation is done in a moment, or given up.

    Attributes:
        clock: Counts seconds.
    """

    clock: Callable[[], float] = staticmethod(monotonic)

    def wait(self, gen: Waiting[T], *limits: Any, **named: Any) -> T:
        """Wait for what one operation comes to.

        Raises:
            NoAnswer: It takes too long.
        """
        return super().wait(self._bounded(gen), *limits, **named)

    def _bounded(self, gen: Waiting[T]) -> Waiting[T]:
        """Go through an operation; psycopg gets here each tenth of a second that nothing comes."""
        end = self.clock() + BRIEF_SECONDS
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if not ready and self.clock() > end:
                    self.pgconn.finish()
                    raise NoAnswer("the server takes connections, and answers nothing")
                wanted = gen.send(ready)
        except StopIteration as ended:
            value: T = ended.value
            return value
