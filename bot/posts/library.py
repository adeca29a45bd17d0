"""The stored posts as a chat sees them: looked up, brought in, forgotten, without waiting."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from bot.posts.answer_marks import AnswerMarks
from bot.posts.chat_import_sources import Import
from bot.posts.lookups import Lists
from bot.posts.pending import PendingChanges
from bot.posts.store_thread import StoreThread, unavailable
from bot.posts.write_queue import WriteQueue
from index.ingest.counts import Counts
from index.ingest.erasure import ErasureSelection, select_posts_of_person
from index.ingest.indexer import Indexer
from index.post_index import PostIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from bot.ledger.jobs import Way
    from bot.ports import Newer, Report
    from bot.posts.chat_import_sources import SourcesIn
    from index.documents import Known
    from index.embedding.encoder import OpenEncoder
    from index.engine import Engine
    from index.posts import Post


T = TypeVar("T")

SETTLING_SECONDS: Final = 1.0
"""How long a question waits for what was told before it; what is not stored by then is left out."""


@dataclass(frozen=True, slots=True)
class IndexOpener:
    """How the posts are opened.

    Attributes:
        open_store: Opens the database on the calling thread, and makes it if there is none.
        open_encoder: Loads a model by its stored name.
        model_name: The stored name of the model that the settings ask for.
        cache_file: Where an earlier version kept a copy of the vectors.
        sources_in: Gives the post sources in a file while it is read.
    """

    open_store: Callable[[], Engine]
    open_encoder: OpenEncoder
    model_name: str
    cache_file: Path
    sources_in: SourcesIn


class Library(Lists):
    """The stored posts for chats.

    What is short goes three ways, each on a thread with a connection of its own. What channels
    tell of, and whatever must see all of it, is done in order. What people wait for is read at
    once, however much is still to be stored; single posts apart from what lists and counts many.
    What is long (an import, a change of model) runs on another thread and connection each time,
    so that nothing need wait for it.

    Attributes:
        marks: What people say of which message answered.
    """

    def __init__(self, opener: IndexOpener) -> None:
        super().__init__(StoreThread(opener.open_store, "lists"))
        self._opener = opener
        self._writer = StoreThread(opener.open_store, "library")
        self._reader = StoreThread(opener.open_store, "reader")
        self._queue = WriteQueue(self._writer, self._builder)
        self.marks = AnswerMarks(self._queue.run)
        self._pending = PendingChanges()

    async def save(self, posts: Sequence[Post], newer: Newer | None = None) -> Counts:
        """Store what channels tell of; what is never to be stored again is left out.

        So is what is `newer` by then: it is asked when no other process can write.
        """
        told = {post.id: post.fingerprint for post in posts}
        with self._pending.until_stored(told):
            return await self._queue.save(posts, newer)

    async def remove(self, ids: Sequence[str]) -> None:
        """Remove messages that are gone from their channel: no archive brings them back."""
        with self._pending.until_stored(dict.fromkeys(ids)):
            await self._queue.remove(ids)

    def doubting(self, ids: Collection[str]) -> AbstractContextManager[None]:
        """Have no question quote these posts while it is found out what became of them."""
        return self._pending.doubting(ids)

    async def deleted_at_source(self, ids: Sequence[str]) -> set[str]:
        """Return those of these messages that were removed, and did not come back."""
        return await self._by_id(ids, lambda store: store.deleted_at_source(ids))

    async def settled(self) -> None:
        """Wait until what was to be saved and removed before is, but only for a moment."""
        await self._pending.settled(SETTLING_SECONDS)

    async def outdated(self) -> frozenset[str]:
        """Return the posts that must not be quoted as they are stored: they changed since."""
        named = self._pending.named()
        known = await self._reader.run(lambda store: store.known(named)) if named else {}
        return self._pending.outdated(known)

    async def posts(self, ids: Sequence[str]) -> dict[str, Post]:
        """Return these posts by id; unknown ids are left out."""
        return await self._by_id(ids, lambda store: store.posts(ids))

    async def known(self, ids: Collection[str]) -> dict[str, Known]:
        """Return what tells whether these posts changed; unknown ids are left out."""
        return await self._by_id(ids, lambda store: store.known(ids))

    async def ids_under(self, beginning: str, first: str = "") -> list[str]:
        """Return the ids that begin like this, from the one that goes on with `first`."""
        return await self._queue.run(lambda store, _: store.ids_under(beginning, first))

    async def ids_brought_in(self, apart: str, place: str) -> list[str]:
        """Return the ids of what files of one workspace brought in."""
        return await self._queue.run(lambda store, _: store.ids_brought_in(apart, place))

    async def account_names(self, accounts: Collection[str], beginning: str) -> dict[str, str]:
        """Return the names under which accounts have posts whose ids begin like this."""
        return await self._queue.run(lambda store, _: store.account_names(accounts, beginning))

    async def rename(self, author_id: str, beginning: str, name: str) -> list[str]:
        """Put another name above an account's posts whose ids begin like this; return them."""
        return await self._queue.run(lambda _, indexer: indexer.rename(author_id, beginning, name))

    async def move_to_source(self, ids: Sequence[str], source: str) -> None:
        """Give these posts another source: what their channel is called by now."""
        await self._queue.run(lambda _, indexer: indexer.move_to_source(ids, source))

    async def with_parts(self, ids: Collection[str]) -> list[str]:
        """Return these ids, and those of the stored parts of these messages."""
        return await self._queue.run(lambda store, _: store.with_parts(ids))

    async def ids_outside(
        self, audience: frozenset[str], beginning: str, places: Collection[str]
    ) -> list[str]:
        """Return the ids that begin like this, with one of these labels, in other places."""
        return await self._queue.run(
            lambda store, _: store.ids_outside(audience, beginning, places)
        )

    async def ids(
        self,
        *,
        author: str | None = None,
        source: str | None = None,
        post: str | None = None,
        author_id: str | None = None,
        audience: frozenset[str] | None = None,
    ) -> list[str]:
        """Return the ids of an author's, a source's or an account's posts, or of one post.

        Only those with one of these labels, where an audience is given.
        """
        return await self._queue.run(
            lambda store, _: store.posts_by(
                author=author,
                source=source,
                post=post,
                author_id=author_id,
                audience=audience,
            )
        )

    async def select_posts_of_person(
        self, person: str, audience: frozenset[str] | None
    ) -> ErasureSelection:
        """Return what somebody (an account or a name) wrote and titled for these readers."""
        return await self._queue.run(
            lambda store, _: select_posts_of_person(store, person, audience)
        )

    async def erase(self, ids: Sequence[str]) -> None:
        """Remove posts, titles that suppressed accounts gave, and every trace of both.

        Raises:
            UnavailableError: They are removed, but still in the files: to be done again.
        """
        await self._apart(lambda index: index.erase(ErasureSelection(ids), for_good=False))
        self._pending.settle(ids)

    async def suppress(self, *names: str) -> None:
        """Store nothing of these accounts, posts, and threads' titles, whatever brings them."""
        await self._queue.run(lambda store, _: store.suppress(*names))

    async def suppressed_among(self, names: Collection[str]) -> set[str]:
        """Return those of these names that `suppress` was given."""
        return await self._reader.run(lambda store: store.suppressed_among(names))

    async def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the unit vectors of texts, float32[len(texts), dimension].

        Raises:
            UnavailableError: The model cannot be used at the moment.
        """

        def encode() -> NDArray[np.float32]:
            with unavailable():
                opener = self._opener
                return opener.open_encoder(opener.model_name).encode_passages(texts)

        return await asyncio.to_thread(encode)

    async def import_posts(
        self,
        file: Path,
        source: str | None,
        audience: str,
        report: Report,
        may_change: Callable[[str], bool] = lambda _: True,
        *,
        way: Way = "replace",
        apart: str = "",
    ) -> Counts:
        """Store the posts of a file, and drop what an earlier one of the same path held.

        Before it drops anything it may ask, which costs a second reading of the file.

        Args:
            file: The file.
            source: What to call the source; None for the file's own name.
            audience: Who may see the posts of which neither the file nor what is stored says
                that others may.
            report: Hears how far it is.
            may_change: Says of an audience whether its posts, which any file can name, are ours.
            way: How: see `Way`.
            apart: What keeps its posts apart from others' of the same name; "" for nothing.

        Raises:
            Unconfirmed: Nothing was written yet, for somebody is to look at it first.
        """
        request = Import(file, source, audience, report, may_change, way != "add", apart)
        request.owed.update(self._pending.failed())

        def run(index: PostIndex) -> Counts:
            request.confirm(way, self._opener.sources_in, index)
            return request.import_posts(self._opener.sources_in, index)

        imported = await self._apart(run)
        self._pending.settle(request.met)
        return imported

    async def reindex(self, report: Report) -> Counts:
        """Embed what needs it, and return it counted as changed."""

        def run(index: PostIndex) -> Counts:
            done = index.reindex(
                progress=lambda done, total: report(done, total, Counts(changed=done))
            )
            return Counts(changed=done)

        return await self._apart(run)

    def close(self) -> None:
        """Finish what is in hand, and close the database."""
        for each in (self._reader, self._lists, self._writer):
            each.close()

    async def _by_id(self, ids: Collection[str], read: Callable[[Engine], T]) -> T:
        """Return what is read of some posts: at once, unless one of them is about to change."""
        if self._pending.are_in_hand(ids):
            return await self._queue.run(lambda store, _: read(store))
        return await self._reader.run(read)

    async def _apart(self, work: Callable[[PostIndex], T]) -> T:
        return await asyncio.to_thread(self._with_new_store, work)

    def _with_new_store(self, work: Callable[[PostIndex], T]) -> T:
        with unavailable():
            store = self._opener.open_store()
            try:
                with store.guarded():
                    return work(
                        PostIndex(
                            store,
                            self._opener.open_encoder,
                            self._opener.model_name,
                            self._opener.cache_file,
                        )
                    )
            finally:
                store.close()

    def _builder(self, store: Engine) -> Indexer:
        return Indexer(store, self._opener.open_encoder, self._opener.model_name)
