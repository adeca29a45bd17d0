"""Counts the answers that are being worked on, so that a stop can finish them."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class InFlight:
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
