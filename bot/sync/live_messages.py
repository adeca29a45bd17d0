"""Takes over what is told of single messages: written, edited, deleted."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from bot.errors import UnavailableError
from bot.sync.until_stored import UntilStored
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from bot.outages import Outage
    from bot.services import Services
    from bot.sync.post_store import PostStore
    from index.posts import Post

    Read = Callable[[], Awaitable[Sequence[Post]]]
    """Returns the posts that a message is as it is now: one, or none."""

    Reread = Callable[[], Awaitable[Sequence[Post] | None]]
    """The same; None where the platform does not show the message at the moment."""


class Reaction(NamedTuple):
    """The sign that keeps a message out, set on it or taken back.

    Attributes:
        post_id: The message's post.
        user_id: The account that reacts.
        author_id: The account that wrote the message; None where the platform does not tell.
        is_set: It was set, not taken back.
        by_author: Where the message is still kept out, its author did it.
    """

    post_id: str
    user_id: str
    author_id: str | None
    is_set: bool
    by_author: bool = True


class LiveMessages:
    """Keeps posts as their messages are told to be, wherever the posts came from.

    Args:
        services: What is remembered and stored.
        store: Stores the posts.
        outage: Says where they cannot be stored for a while.
    """

    def __init__(self, services: Services, store: PostStore, outage: Outage) -> None:
        self._library = services.library
        self._corrections = services.corrections
        self._channels = services.ledger.channels
        self._metrics, self._clock = services.metrics, services.ledger.clock
        self._store = store
        self._until_stored = UntilStored(outage)
        self._told: dict[str, object] = {}

    async def on_message(self, channel_id: str, read: Read) -> None:
        """Store a new message of a watched channel; of a channel just unwatched, nothing.

        Raises:
            UnavailableError: It could not be stored, and is to be read again.
        """
        # A question that comes after it waits until it is stored.
        with self._library.doubting(()), self._store.overlap.reading(is_new=True) as heard:
            posts = await read()
            if self._channels.get(channel_id) is not None:  # reading may have taken a while
                await self._store.save(channel_id, posts, heard)
                self._measure(channel_id, posts)

    async def on_edit(
        self, id_: str, read: Reread, *, is_watched: Callable[[], bool], by_author: bool = True
    ) -> None:
        """Store a message as it is now, or remove its post where it is none any more.

        Args:
            id_: The message's post.
            read: Reads the message as it is now.
            is_watched: Returns whether its channel is watched.
            by_author: Where it is none any more, its author did it.
        """

        async def edit() -> Sequence[str]:
            ids = await self._concerned(current(), is_watched)
            return ids if ids and await self._edit(ids, read, by_author=by_author) else ()

        # None of it is quoted meanwhile, however long it takes.
        with self._library.doubting([id_]), self._newest([id_]) as current:
            changed = await self._until_stored.do(edit)
        await self._corrections.correct(changed)

    async def on_name(self, author_id: str, beginning: str, name: str) -> None:
        """Call an account by its new name where its posts' ids begin like this."""
        with suppress(UnavailableError):  # their next message tells it again
            await self._store.rename_author(author_id, beginning, name)

    async def on_delete(
        self, ids: Sequence[str], *, by_author: bool, is_watched: Callable[[], bool]
    ) -> None:
        """Remove the posts of messages that were deleted, or that their authors keep out.

        Args:
            ids: Their posts.
            by_author: It is certain that their authors did it.
            is_watched: Returns whether their channel is watched.
        """

        async def remove() -> Sequence[str]:
            self._store.overlap.heard(ids)
            every = await self._concerned(current(), is_watched)
            if every:
                await self._store.remove(every, by_author=by_author)
            return every

        with self._library.doubting(ids), self._newest(ids) as current:
            removed = await self._until_stored.do(remove)
        await self._corrections.correct(removed)

    async def on_reaction(
        self, reaction: Reaction, read: Reread, *, is_watched: Callable[[], bool]
    ) -> None:
        """Keep a message out, or let it in again, where its author says so by a reaction.

        Args:
            reaction: The reaction, set or taken back.
            read: Reads the message as it is now.
            is_watched: Returns whether its channel is watched.
        """
        id_, author = reaction.post_id, reaction.author_id
        if author is None:
            with self._library.doubting([id_]):
                author = await self._until_stored.do(lambda: self._author(id_))
        if reaction.is_set and author == reaction.user_id:  # nothing need be read, or can fail
            await self.on_delete([id_], by_author=True, is_watched=is_watched)
        elif not reaction.is_set and author in {None, reaction.user_id}:
            by_author = reaction.by_author
            await self.on_edit(id_, read, is_watched=is_watched, by_author=by_author)

    async def _author(self, id_: str) -> str | None:
        known = await self._library.posts(await self._library.with_parts([id_]))
        return next((post.author_id for post in known.values()), None)

    def _measure(self, channel_id: str, posts: Sequence[Post]) -> None:
        written = [post.posted_at for post in posts if post.posted_at is not None]
        if written:
            platform = channel_id.partition(":")[0]
            seconds = (self._clock() - max(written)).total_seconds()
            self._metrics.stored_live(platform, seconds)

    @contextmanager
    def _newest(self, ids: Sequence[str]) -> Iterator[Callable[[], list[str]]]:
        """Give what returns those of some messages of which nothing was told since.

        What waits until it can be stored must undo nothing that was told later and stored before.
        """
        mark = object()
        self._told.update(dict.fromkeys(ids, mark))
        try:
            yield lambda: [each for each in ids if self._told.get(each) is mark]
        finally:
            for each in [each for each in ids if self._told.get(each) is mark]:
                del self._told[each]

    async def _concerned(self, ids: Sequence[str], is_watched: Callable[[], bool]) -> Sequence[str]:
        """Return the posts that messages are or were; none where they concern nobody."""
        every = await self._library.with_parts(ids) if ids else ()
        return every if every and (is_watched() or await self._are_known(every)) else ()

    async def _are_known(self, ids: Sequence[str]) -> bool:
        return bool(await self._library.posts(ids) or await self._library.deleted_at_source(ids))

    async def _edit(self, ids: Sequence[str], read: Reread, *, by_author: bool) -> bool:
        """Return whether anything changed of a message and its parts."""
        self._store.overlap.heard(ids)
        with self._store.overlap.reading() as heard:
            posts = await read()
        if posts is None or ids[0] in heard.ids:  # something newer is being taken over
            return False
        counts = await self._store.put(heard.renamed(posts), heard)
        gone = {*ids} - {post.id for post in posts}
        if posts:  # else all of it is gone, whether it was stored or not
            gone = gone & (await self._library.posts(ids)).keys()
        if gone:
            await self._store.remove(sorted(gone), by_author=by_author)
        return bool(gone or counts != Counts(unchanged=len(posts)))
