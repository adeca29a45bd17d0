"""Counts the answers that are being worked on, so that a stop can finish them."""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from uuid import uuid4
from weakref import WeakValueDictionary

from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

_log: Final = logging.getLogger(__name__)


class TaskTracker:
    """The tasks that owe somebody an answer.

    Attributes:
        is_ending: Nothing new is to be begun.
    """

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()
        self.is_ending = False

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Counts the present task for as long as this lasts."""
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
        """Counts the present task until it ends."""
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def finish(self, patience_seconds: float) -> None:
        """Waits for the answers in flight, and ends those that take longer than this."""
        self.is_ending = True
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=patience_seconds)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)


class BackgroundTasks:
    """What is being done, so that it can be finished before we go."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def begin(self, work: Coroutine[None, None, None]) -> None:
        """Does something, apart from what called for it."""
        task = asyncio.create_task(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def turn(self, key: str) -> asyncio.Lock:
        """Returns what lets one at a time through, in the order of their coming."""
        lock = self._turns.get(key)
        if lock is None:
            lock = self._turns[key] = asyncio.Lock()
        return lock

    async def finish(self, seconds: float) -> None:
        """Waits for what is being done, at most so long, and ends the rest."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _guarded(self, work: Coroutine[None, None, None]) -> None:
        try:
            with crashes_as_errors():
                await work
        except Exception:  # noqa: BLE001 - nobody else would hear of it
            _log.exception("error %s", uuid4().hex[:8])
