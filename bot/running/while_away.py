"""Has what needs the database wait while its server is away, without holding up anything else."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeVar

from bot.errors import UnavailableError
from bot.outages import is_told
from index.errors import IndexAway, IndexUnreachable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.ledger.database import Database
    from index.error_sentences import Told

T = TypeVar("T")

PATIENCE_SECONDS: Final = 5.0
"""How long somebody who asks waits for the server: a replica is promoted in less."""

HEARD_SECONDS: Final = 15 * 60.0
"""A reply that comes later than this after a message surprises more than it helps."""

LOOK_SECONDS: Final = 0.1
"""How often it is looked whether the server is there again: nobody is asked for that."""


class WhileAway:
    """What waits for the server of a database; over a file nothing ever does.

    Args:
        database: It.
        clock: Counts seconds.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = monotonic) -> None:
        self._database = database
        self._clock = clock

    @property
    def reason(self) -> Told | None:
        """Why the server cannot be reached; None where it can, as far as is known."""
        return self._database.away()

    def error(self) -> UnavailableError | None:
        """Return what a call would end with now; None where the server can be reached."""
        if (reason := self.reason) is None:
            return None
        error = UnavailableError(reason)
        error.__cause__ = IndexAway(reason)
        return error

    def must_be_there(self) -> None:
        """Begin nothing for a user that would have to wait for the server.

        Raises:
            UnavailableError: It is known to be away.
        """
        if absent := self.error():
            raise absent

    async def over(self, seconds: float | None = None) -> bool:
        """Wait until the server is there, so long at most; return whether it is."""
        end = None if seconds is None else self._clock() + seconds
        while self._database.away() is not None:
            if end is not None and self._clock() >= end:
                return False
            await asyncio.sleep(LOOK_SECONDS)
        return True

    async def done(self, work: Callable[[], Awaitable[T]]) -> T:
        """Return what work comes to, which begins again where the server went away over it.

        Raises:
            Exception: What else it ends with.
        """
        has_failed = False
        while True:
            try:
                return await work()
            except UnavailableError as error:
                # A connection that was lost is not yet a server that is away: the next call tells.
                is_lost = error.kind == IndexUnreachable.__name__ and not has_failed
                if not (is_told(error) or is_lost):
                    raise
                has_failed = not is_told(error)
            await self.over()

    async def heard(self, hear: Callable[[], T | None], *, is_addressed: bool) -> T | None:
        """Return what a message is to us, which only the database can tell for sure.

        Args:
            hear: Tells what it is; None for nothing.
            is_addressed: Whether it names us or is ours alone, so that its writer waits.

        Raises:
            UnavailableError: It cannot be told, and its writer waits.
        """
        end = self._clock() + (PATIENCE_SECONDS if is_addressed else HEARD_SECONDS)
        while True:
            await self.over(end - self._clock())
            try:
                return hear()
            except UnavailableError as error:
                if not is_told(error) or (is_addressed and self._clock() >= end):
                    raise
                if self._clock() >= end:  # people speak with each other, and nobody waits
                    return None
