"""Connections that do not wait for ever where a server takes what is sent, and answers nothing.

The system notices a machine that is gone by what is not acknowledged. Something between that
acknowledges all, or a server that stands still, is noticed only by looking: whoever has waited
for a while asks on another connection whether the server answers at all, and whether it is still
at work for this one. So what takes long, as building a graph does, may take as long as it takes.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import psycopg
from psycopg import Connection
from psycopg.errors import ConnectionTimeout

from index.postgres.server.brief import BRIEF_SECONDS, Brief, NoAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from index.postgres.server.reach import Reach

    Waiting = Generator[Any, Any, "T"]

T = TypeVar("T")

_STATE: Final = "SELECT state FROM pg_stat_activity WHERE pid = %s"

_IDLE: Final = "idle"
"""What the states of a process begin with that waits for us: it has answered, or undone all."""

LONGEST_SECONDS: Final = 60.0
"""How long it is not looked after a server that works on something long."""


class Patience(NamedTuple):
    """How long a connection that waits for the server stays calm.

    Attributes:
        seconds: So long nothing is looked after.
        looks: So many looks one after the other find no server before it is given up.
    """

    seconds: float
    looks: int


class Listening(Connection[Any]):
    """A connection that looks after a server which it has waited for.

    Attributes:
        reach: Knows whether the server is away.
        patience: How long it waits before it looks.
        backend: The number of the server's process that serves it; None where a pooler between
            gives another.
        age: Of which age of the connections over its reach it is.
        clock: Counts seconds.
    """

    reach: Reach
    age: int = 0
    patience: Patience
    backend: int | None = None
    clock: Callable[[], float] = staticmethod(monotonic)

    @property
    def is_doubted(self) -> bool:
        """Whether one that was made in its time was lost without a word."""
        return self.age != self.reach.age

    def know_backend(self) -> None:
        """Ask which process serves this connection, by which it is looked after."""
        row = self.execute("SELECT pg_backend_pid()").fetchone()
        if row and row[0] == self.info.backend_pid:
            self.backend = row[0]

    def wait(self, gen: Waiting[T], *limits: Any, **named: Any) -> T:
        """Wait for what one operation comes to.

        Raises:
            NoAnswer: The server is silent, or knows nothing of this connection.
        """
        return super().wait(self._listened(gen), *limits, **named)

    def _listened(self, gen: Waiting[T]) -> Waiting[T]:
        """Go through an operation; psycopg gets here each tenth of a second that nothing comes."""
        silence = _Silence(self)
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if ready:
                    silence = _Silence(self)
                elif silence.is_final():
                    self.pgconn.finish()
                    if silence.is_of_this_connection:
                        self.reach.lost(self.age)
                    raise NoAnswer("the server takes what is sent, and answers nothing")
                wanted = gen.send(ready)
        except StopIteration as ended:
            value: T = ended.value
            return value


class _Silence:
    """What is known of one silence of the server."""

    def __init__(self, connection: Listening) -> None:
        self._connection = connection
        self._next = connection.clock() + connection.patience.seconds
        self._pause = connection.patience.seconds
        self._missed = self._idle = 0

    @property
    def is_of_this_connection(self) -> bool:
        """Whether the server answered others, and knew nothing of this one."""
        return self._idle > 1

    def is_final(self) -> bool:
        """Look after the server where it is time; return whether nothing can come any more."""
        if self._connection.clock() < self._next:
            return False
        is_there, is_at_work = self._looked()
        self._missed = 0 if is_there else self._missed + 1
        # What is done just now is on its way: the next look finds that it arrived, or never does.
        self._idle = 0 if is_at_work or not is_there else self._idle + 1
        if is_there:  # the longer something takes, the longer it may still take
            self._pause = min(2 * self._pause, LONGEST_SECONDS)
        self._next = self._connection.clock() + self._pause
        return self._missed >= self._connection.patience.looks or self.is_of_this_connection

    def _looked(self) -> tuple[bool, bool]:
        """Return whether the server answers, and whether it is at work for the connection."""
        reach, backend = self._connection.reach, self._connection.backend
        if reach.reason is not None:  # somebody else looks for it
            return False, False
        try:
            with Brief.connect(reach.address, connect_timeout=BRIEF_SECONDS) as other:
                row = other.execute(_STATE, (backend,)).fetchone()
        except (ConnectionTimeout, NoAnswer) as error:
            reach.failed(error)
            return False, False
        except psycopg.Error:
            # It has no room for one more, or is gone; of what is gone the system tells us.
            return True, True
        return True, backend is None or (row is not None and not str(row[0]).startswith(_IDLE))
