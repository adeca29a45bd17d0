"""Does something once a day, however often we are started, and where something was missed."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING, Final

from bot.errors import UnavailableError
from bot.outages import is_told
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.ledger.ledger import Ledger


EVERY: Final = timedelta(days=1)

MARGIN: Final = timedelta(days=1)
"""How far before the last moment at which a channel was heard it is compared first of all."""

REST: Final = timedelta(hours=1)
"""Between two times at which something was missed: a connection that is lost again and again."""

_SECONDS_A_LOOK: Final = 600.0

_log: Final = logging.getLogger(__name__)


class DailySchedule:
    """Does some work a day after it was last done.

    Args:
        ledger: Remembers when that was; the first day begins when it knows of none.
        name: What it is remembered by.
        work: What is done.
        clock: Tells how many seconds have passed since some moment.
    """

    def __init__(
        self,
        ledger: Ledger,
        name: str,
        work: Callable[[], Awaitable[None]],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._clock = clock
        self._ledger = ledger
        self._name = name
        self._work = work
        self._is_missed = False
        self._asked = asyncio.Event()
        self._done_at: float | None = None

    def soon(self) -> None:
        """Do it at once, for something may have been missed; again only after a rest."""
        self._is_missed = True
        self._asked.set()

    async def run(self) -> None:
        """Do it whenever it is due, until cancelled."""
        while True:
            self._asked.clear()
            try:
                await self._do_if_due()
            except UnavailableError as error:  # a server may be away for a while
                if not is_told(error):
                    _log.warning("nobody can tell whether %s is due: %s", self._name, error)
            # Not `wait_for`, which before Python 3.12 forgets a cancellation that comes together
            # with what it waits for: we should never end.
            with suppress(TimeoutError):
                async with asyncio.timeout(_SECONDS_A_LOOK):
                    await self._asked.wait()

    async def _do_if_due(self) -> None:
        if not self._is_due():
            return
        self._is_missed = False
        try:
            with crashes_as_errors():
                await self._work()
        except Exception as error:  # noqa: BLE001 - a fault today must not end the days after
            if is_told(error):  # it is begun again at the next look
                self._is_missed = True
                return
            _log.exception("what is done each day failed: %s", self._name)
        self._ledger.note(self._name, self._ledger.clock().isoformat())
        self._done_at = self._clock()

    def _is_due(self) -> bool:
        has_rested = self._done_at is None or self._clock() - self._done_at >= REST.total_seconds()
        if self._is_missed and has_rested:
            return True
        done_at = self._ledger.noted(self._name)
        if not done_at:
            self._ledger.note(self._name, self._ledger.clock().isoformat())
            return False
        # A time to come was noted by a clock that was wrong: waiting for it could take years.
        return not timedelta(0) <= self._ledger.clock() - datetime.fromisoformat(done_at) < EVERY
