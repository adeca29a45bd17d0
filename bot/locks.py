"""One lock for each key: what has the same key goes one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Lock = TypeVar("Lock")


class KeyedLocks(Generic[Lock]):
    """Locks that are made when they are asked for, and kept while a task holds or awaits them.

    Args:
        make: Makes the lock of a new key.
    """

    def __init__(self, make: Callable[[], Lock]) -> None:
        self._make = make
        self._locks: WeakValueDictionary[Hashable, Lock] = WeakValueDictionary()

    def of(self, key: Hashable) -> Lock:
        """Return the lock of a key."""
        lock = self._locks.get(key)
        if lock is None:
            lock = self._locks[key] = self._make()
        return lock
