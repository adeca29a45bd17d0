"""The queue in which what channels tell of is stored: together, in order, each with its outcome."""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from bot.posts.chat_import_sources import GivenPosts
from index.crashes import crashes_as_errors
from index.errors import IndexingError
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from bot.ports import Newer
    from bot.posts.store_thread import StoreThread
    from index.documents import Known
    from index.engine import Engine
    from index.ingest.indexer import Indexer
    from index.posts import Post

    Work = Callable[[Engine, Indexer], object]

T = TypeVar("T")

MOST: Final = 200
"""Posts that are stored together: what comes next need not wait for more."""


@dataclass(eq=False, slots=True)
class _Change:
    """Something that is to be done, and whoever waits for it.

    Attributes:
        posts: What is to be saved.
        ids: What is to be removed.
        work: What else is to be done.
        newer: Returns those of the posts that are not to be saved: see `Library.save`.
        outcome: What it comes to.
    """

    posts: Sequence[Post] = ()
    ids: Collection[str] = ()
    work: Work | None = None
    newer: Newer | None = None
    outcome: Future[Any] = field(default_factory=Future)

    @property
    def named(self) -> list[str]:
        """The ids that are saved or removed."""
        return [*(post.id for post in self.posts), *self.ids]


class WriteQueue:
    """Does one thing after the other on one thread, and what can be done together at once.

    What waits when the thread is free is stored in one transaction: a message that comes alone
    is stored at once, and many cost hardly more than one. What was told of one post later is
    stored later.

    Args:
        thread: Where it is done.
        builder: Makes what writes into the database.
    """

    def __init__(self, thread: StoreThread, builder: Callable[[Engine], Indexer]) -> None:
        self._thread = thread
        self._builder = builder
        self._waiting: deque[_Change] = deque()

    async def save(self, posts: Sequence[Post], newer: Newer | None = None) -> Counts:
        """Store posts, and return what became of these.

        Args:
            posts: The posts.
            newer: Returns those that are not to be saved: see `Library.save`.

        Raises:
            UnavailableError: The database cannot be used at the moment.
        """
        counts: Counts = await self._put(_Change(posts=posts, newer=newer))
        return counts

    async def remove(self, ids: Collection[str]) -> None:
        """Remove messages that are gone from their channel.

        Raises:
            UnavailableError: The database cannot be used at the moment.
        """
        await self._put(_Change(ids=ids))

    async def run(self, work: Callable[[Engine, Indexer], T]) -> T:
        """Return what work comes to that is done after all before it.

        Raises:
            UnavailableError: The database cannot be used at the moment.
        """
        result: T = await self._put(_Change(work=work))
        return result

    async def _put(self, change: _Change) -> Any:
        self._waiting.append(change)
        self._thread.call(self._take_up)
        return await asyncio.wrap_future(change.outcome)

    def _take_up(self) -> None:
        """Do what waits and can be done together; nothing where an earlier call did it."""
        batch = [each for each in self._batch() if each.outcome.set_running_or_notify_cancel()]
        if not batch:
            return
        try:
            with crashes_as_errors():
                outcomes = self._thread.with_own_store(lambda store: self._do(store, batch))
        except BaseException as error:  # noqa: BLE001 - whoever waits hears of it
            outcomes = [error] * len(batch)
        for each, outcome in zip(batch, outcomes, strict=True):
            if isinstance(outcome, BaseException):
                each.outcome.set_exception(outcome)
            else:
                each.outcome.set_result(outcome)

    def _batch(self) -> list[_Change]:
        batch: list[_Change] = []
        ids: set[str] = set()
        while self._waiting and (not batch or _go_together(batch, ids, self._waiting[0])):
            batch.append(self._waiting.popleft())
            ids.update(batch[-1].named)
        return batch

    def _do(self, store: Engine, batch: Sequence[_Change]) -> Sequence[object]:
        first, indexer = batch[0], self._builder(store)
        if first.work is not None:
            return [first.work(store, indexer)]
        if len(batch) == 1:
            return [_do(indexer, first)]
        ids = [id_ for each in batch for id_ in each.named]
        before = store.known(ids)
        failed = _failed(store, indexer, batch)
        after = store.known(ids)
        return [failed.get(each) or _counts(each, before, after) for each in batch]


def _go_together(batch: Sequence[_Change], ids: set[str], change: _Change) -> bool:
    """Return whether a change may be stored in one transaction with those before it."""
    first, named = batch[0], change.named
    if first.work or change.work or bool(first.posts) != bool(change.posts):
        return False
    if len(ids) + len(named) > MOST:
        return False
    if not change.posts:
        return True
    # Of one post told of twice the later one holds: each time it is a change of its own.
    own = [each.id for each in (*first.posts, *change.posts)]
    return len(own) == len(set(own)) and ids.isdisjoint(named)


def _joined(batch: Sequence[_Change]) -> _Change:
    posts = [post for each in batch for post in each.posts]
    ids = [id_ for each in batch for id_ in each.ids]
    if all(each.newer is None for each in batch):
        return _Change(posts, ids)

    def newer(_: Collection[str]) -> set[str]:
        return {id_ for each in batch if each.newer for id_ in each.newer(each.named)}

    return _Change(posts, ids, newer=newer)


def _do(indexer: Indexer, change: _Change) -> Counts:
    if change.posts:
        if change.newer is not None:
            indexer = indexer.leaving(change.newer)
        return indexer.import_posts([GivenPosts(change.posts)], opens=True)
    indexer.mark_deleted(list(change.ids))
    return Counts()


def _failed(
    store: Engine, indexer: Indexer, batch: Sequence[_Change]
) -> Mapping[_Change, Exception]:
    """Do all of a batch, and return those of it that could not be done.

    Raises:
        IndexingError: The database cannot be used: none of it could be.
    """
    failed = {}
    try:
        with crashes_as_errors(), store.guarded():
            _do(indexer, _joined(batch))
    except IndexingError:
        raise
    except Exception:  # noqa: BLE001 - it costs only the one that it belongs to
        for each in batch:
            try:
                with crashes_as_errors(), store.guarded():
                    _do(indexer, each)
            except IndexingError:
                raise
            except Exception as error:  # noqa: BLE001 - whoever waits for it hears of it
                failed[each] = error
    return failed


def _counts(change: _Change, before: Mapping[str, Known], after: Mapping[str, Known]) -> Counts:
    """Return what became of the posts of one change among several."""
    counts = Counts()
    for post in change.posts:
        was, now = before.get(post.id), after.get(post.id)
        if now is None:
            counts += Counts(left_out=1)
        elif was is None:
            counts += Counts(new=1)
        else:
            is_same = was.fingerprint == now.fingerprint
            counts += Counts(unchanged=1) if is_same else Counts(changed=1)
    return counts
