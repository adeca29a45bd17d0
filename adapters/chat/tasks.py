"""Work in flight: counted, so that a stop can finish it, or run beside an answer."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from bot.errors import NotGranted
from bot.locks import KeyedLocks
from bot.outages import log_error
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Iterator

_log: Final = logging.getLogger(__name__)


class TaskTracker:
    """The tasks that are to be finished before the process ends.

    Attributes:
        is_ending: Nothing new is to be begun.
    """

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()
        self._turns = KeyedLocks(asyncio.Lock)
        self.is_ending = False

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Count the present task for as long as this lasts."""
        task = asyncio.current_task()
        if task is None or task in self._tasks:
            yield
            return
        self._tasks.add(task)
        try:
            yield
        finally:
            self._tasks.discard(task)

    def count(self) -> None:
        """Count the present task until it ends."""
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def begin(self, work: Coroutine[None, None, None]) -> None:
        """Begin work apart from its caller; its failure is logged."""
        task: asyncio.Task[object] = asyncio.create_task(_guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def turn(self, key: str) -> asyncio.Lock:
        """Return the lock that lets one task at a time through, in the order of their coming."""
        return self._turns.of(key)

    async def finish(self, patience_seconds: float) -> None:
        """Wait for the tasks in flight, and cancel those that take longer than this."""
        self.is_ending = True
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=patience_seconds)
        late |= self._tasks  # a task may begin another
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)


async def _guarded(work: Coroutine[None, None, None]) -> None:
    try:
        with crashes_as_errors():
            await work
    except NotGranted:  # said once, and not for each reply
        pass
    except Exception as error:  # noqa: BLE001 - nobody else would hear of it
        log_error(_log, f"error {uuid4().hex[:8]}", error)


@asynccontextmanager
async def running_beside(
    ornament: Coroutine[None, None, None],
) -> AsyncIterator[asyncio.Task[None]]:
    """Do something for as long as this lasts at most; it is cancelled where it takes longer.

    Yields:
        Its task, which is cancelled afterwards where it did not come to its end.
    """
    task = asyncio.create_task(ornament)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait([task])
