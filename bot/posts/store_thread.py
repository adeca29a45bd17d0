"""A thread with a connection to the database of its own."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from bot.errors import UnavailableError
from index.crashes import crashes_as_errors
from index.errors import IndexingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.engine import Engine


T = TypeVar("T")


class StoreThread:
    """Does short work on one thread with one connection, in the order in which it comes.

    Args:
        open_store: Opens the database; called on that thread, before the first work, and again
            before the next if it failed.
        name: What the thread is called.
    """

    def __init__(self, open_store: Callable[[], Engine], name: str) -> None:
        self._open_store = open_store
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._store: Engine | None = None

    async def run(self, work: Callable[[Engine], T]) -> T:
        """Return what work comes to.

        Raises:
            UnavailableError: The database cannot be used at the moment.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self.with_own_store, work)

    def call(self, act: Callable[[], None]) -> None:
        """Have something done on the thread once all before it is; nobody hears of its errors."""
        self._thread.submit(act)

    def close(self) -> None:
        """Finish what is in hand, and close the database."""
        self._thread.submit(self._close_store).result()
        self._thread.shutdown()

    def with_own_store(self, work: Callable[[Engine], T]) -> T:
        """Return what work comes to; to be called on the thread itself.

        Raises:
            UnavailableError: The database cannot be used at the moment.
        """
        with unavailable():
            if self._store is None:
                self._store = self._open_store()
            self._store.renew()
            # A damaged database may only show when it is read.
            with self._store.guarded():
                return work(self._store)

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()


@contextmanager
def unavailable() -> Iterator[None]:
    """Say of the index's errors that it is not available, and let no other kind but errors out."""
    try:
        with crashes_as_errors():
            yield
    except IndexingError as error:
        raise UnavailableError(error.sentence) from error
