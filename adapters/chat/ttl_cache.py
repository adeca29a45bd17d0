"""Remembers briefly what a platform was asked, so that it is not asked again each time."""

from __future__ import annotations

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
        self._fetching: dict[str, object] = {}

    async def get(self, key: str, fetch: Callable[[], Awaitable[T]]) -> T:
        """Return the value of a key, fetched again once it is too old."""
        found = self.peek(key)
        if found is not None:
            return found
        # Shared by all who fetch it at once: if each took the other's place, none would keep it.
        mark = self._fetching.setdefault(key, object())
        try:
            found = await fetch()
            # What was dropped meanwhile may have been fetched before it changed.
            if self._fetching.get(key) is mark:
                self.put(key, found)
        finally:
            if self._fetching.get(key) is mark:
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
