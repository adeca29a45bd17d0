"""Has one of several processes do something, and another take it over where that one ends.

Who does it has a lease in the ledger, which is gone on with every few seconds. A process that
cannot go on with it stops before the lease is over, so that two never do the same.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bot.errors import UnavailableError
from bot.outages import Outage
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.ledger.leases import Leases

_THREADS: Final = 4
"""Leases that are asked for at the same time."""

_log: Final = logging.getLogger(__name__)


class Timings(NamedTuple):
    """How long things take, in seconds.

    A dead process is replaced after `lease` and `look` at the latest. What is in hand when a
    lease cannot be gone on with has the rest of it to be finished.

    Attributes:
        lease: For how long a lease is taken.
        renewal: How often it is gone on with, and how long that may take.
        retry: How long after a try that failed the next one is made.
        give_up: So long after that last worked the work is stopped.
        look: How often another process asks for the lease.
    """

    lease: float = 25.0
    renewal: float = 5.0
    retry: float = 0.5
    give_up: float = 10.0
    look: float = 2.5


class Standby:
    """What one process takes over, or waits for.

    Args:
        leases: Say who does what.
        holder: Names this process and no other.
        timings: How long things take.
        clock: Counts seconds.

    Attributes:
        holder: Names this process and no other.
    """

    def __init__(
        self,
        leases: Leases,
        holder: str,
        timings: Timings = Timings(),  # noqa: B008 - frozen
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._leases = leases
        self.holder = holder
        self._timings = timings
        self._clock = clock
        # Of its own: what else waits for a thread must not cost the lease.
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="lease")

    async def serve(
        self,
        name: str,
        work: Callable[[], Coroutine[None, None, None]],
        waits: Callable[[], None] = lambda: None,
    ) -> None:
        """Do some work while no other process does it, until it ends or is cancelled.

        Where the lease is lost, the work is cancelled, and begun again once it is had again.

        Args:
            name: What the work is called.
            work: Begins it.
            waits: Called once where another process does it already.

        Raises:
            Exception: What the work ended with.
        """
        outage = Outage(f"the lease of {name}")
        while True:
            try:  # whoever is cancelled may just have been given it
                taken_at = await self._taken(name, waits, outage)
                if await self._is_done(name, work, taken_at, outage):
                    return
            finally:
                await self._give_back(name, outage)
            _log.warning("%s is given up until its lease can be had again", name)

    async def _taken(self, name: str, waits: Callable[[], None], outage: Outage) -> float:
        """Wait until the lease is ours, and return when that was asked for."""
        is_told = False
        while True:
            asked_at = self._clock()
            try:
                is_ours = await self._take(name, self._timings.renewal)
                outage.ended()
                if is_ours:
                    return asked_at
            except UnavailableError as error:
                outage.failed(error)
            else:
                if not is_told:
                    is_told = True
                    waits()
            await asyncio.sleep(self._timings.look)

    async def _is_done(
        self,
        name: str,
        work: Callable[[], Coroutine[None, None, None]],
        taken_at: float,
        outage: Outage,
    ) -> bool:
        """Return whether the work ended by itself; else the lease is lost, and it is stopped."""
        doing = asyncio.create_task(work(), name=name)
        holding = asyncio.create_task(self._held(name, taken_at, outage), name=f"holding {name}")
        try:
            await asyncio.wait({doing, holding}, return_when=asyncio.FIRST_COMPLETED)
            if doing.done():
                await doing
                return True
            return False
        finally:
            doing.cancel()
            await asyncio.wait({doing})  # the lease is gone on with until all is finished
            holding.cancel()
            await asyncio.wait({holding})

    async def _held(self, name: str, taken_at: float, outage: Outage) -> None:
        """Go on with the lease until that cannot be done."""
        timings, last = self._timings, taken_at
        pause = timings.renewal
        while (left := last + timings.give_up - self._clock()) > 0:
            await asyncio.sleep(min(pause, left))
            asked_at = self._clock()
            left = last + timings.give_up - asked_at
            if left <= 0:
                return
            try:
                if not await self._take(name, min(timings.renewal, left)):
                    return
                last, pause = asked_at, timings.renewal
                outage.ended()
            except UnavailableError as error:
                pause = timings.retry
                outage.failed(error)

    async def _take(self, name: str, seconds: float) -> bool:
        take, lease = self._leases.take, self._timings.lease
        loop = asyncio.get_running_loop()
        taking = loop.run_in_executor(self._threads, take, name, self.holder, lease)
        return await _bounded(taking, seconds)

    async def _give_back(self, name: str, outage: Outage) -> None:
        give_back, loop = self._leases.give_back, asyncio.get_running_loop()
        giving = loop.run_in_executor(self._threads, give_back, name, self.holder)
        try:
            await _bounded(giving, self._timings.renewal)
        except UnavailableError as error:  # it ends by itself
            outage.failed(error)


async def _bounded(running: asyncio.Future[Any], seconds: float) -> bool:
    """Wait for what a thread does, so long; a thread that was begun is not left behind.

    Raises:
        UnavailableError: It takes longer.
    """
    running.add_done_callback(lambda done: done.cancelled() or done.exception())
    try:
        done, _ = await asyncio.wait({running}, timeout=seconds)
    except asyncio.CancelledError:
        await asyncio.wait({running}, timeout=seconds)
        raise
    if not done:
        raise UnavailableError(Told("the ledger does not answer"))
    return bool(running.result())
