"""Remembers briefly what a platform was asked, so that it is not asked again each time."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")


class TtlCache(Generic[T]):
    """Values that are true for a while.

    Args:
        seconds: How long.
        clock: Tells the time in seconds.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._values: dict[str, tuple[float, T]] = {}
        self._fetching: dict[str, asyncio.Task[T]] = {}

    async def get(self, key: str, fetch: Callable[[], Awaitable[T]]) -> T:
        """Return the value of a key, fetched again once it is too old.

        All who want it at once wait for the same fetching: a burst is one question to the platform.
        """
        found = self.peek(key)
        if found is not None:
            return found
        fetching = self._fetching.get(key)
        if fetching is None:
            fetching = asyncio.ensure_future(self._fetch(key, fetch))
            fetching.add_done_callback(_heard)
            self._fetching[key] = fetching
        return await asyncio.shield(fetching)  # who gives up takes it from nobody else

    async def _fetch(self, key: str, fetch: Callable[[], Awaitable[T]]) -> T:
        own = asyncio.current_task()
        try:
            found = await fetch()
            # What was dropped meanwhile may have been fetched before it changed.
            if self._fetching.get(key) is own:
                self.put(key, found)
        finally:
            if self._fetching.get(key) is own:
                del self._fetching[key]
        return found

    def peek(self, key: str) -> T | None:
        """Return the value of a key if it is known and true."""
        now = self._clock()
        for each, (until, _) in list(self._values.items()):
            if until > now:
                break  # they stand in the order in which they end
            del self._values[each]
        found = self._values.get(key)
        return found[1] if found else None

    def put(self, key: str, value: T) -> None:
        """Keep a value as of now."""
        self._values.pop(key, None)
        self._values[key] = (self._clock() + self._seconds, value)

    def drop(self, key: str) -> None:
        """Forget the value of a key, because it changed."""
        self._fetching.pop(key, None)
        self._values.pop(key, None)

    def clear(self) -> None:
        """Forget all values, because any may have changed."""
        self._fetching.clear()
        self._values.clear()


def _heard(fetching: asyncio.Task[T]) -> None:
    """Take note of an error that nobody waits for any more."""
    if not fetching.cancelled():
        fetching.exception()
