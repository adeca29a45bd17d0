"""Tries again what could not be stored, until there is room or the database is there again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, TypeVar

from bot.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.outages import Outage

T = TypeVar("T")

PAUSE_SECONDS: Final = 5.0


class UntilStored:
    """Stores what is told once only, however long that takes, and says once that it has to wait.

    Args:
        outage: Says it.
        pause_seconds: Before it is tried again.
    """

    def __init__(self, outage: Outage, pause_seconds: float | None = None) -> None:
        self._outage = outage
        self._pause_seconds = PAUSE_SECONDS if pause_seconds is None else pause_seconds

    async def do(self, work: Callable[[], Awaitable[T]]) -> T:
        """Return what some work comes to, which is begun again until it can be done.

        Raises:
            Exception: What else it ends with.
        """
        while True:
            try:
                done = await work()
            except UnavailableError as error:
                self._outage.failed(error)
                await asyncio.sleep(self._pause_seconds)
            else:
                self._outage.ended()
                return done
