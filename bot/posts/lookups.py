"""What is listed and counted of the stored posts, apart from what people wait for."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bot.errors import UnavailableError
from bot.posts.answer_marks import question_of
from bot.posts.message_fate import message_fate
from bot.posts.names import wrong_name
from bot.posts.surroundings import around

if TYPE_CHECKING:
    from bot.errors import BadFilter
    from bot.ledger.channels import Channel
    from bot.posts.message_fate import Kept, MessageFate
    from bot.posts.store_thread import StoreThread
    from bot.posts.surroundings import Around
    from index.posts import Post
    from index.search_scope import Named, Scope
    from index.statistics import Statistics


class Lists:
    """Lists and counts, on a thread with a connection of its own."""

    def __init__(self, lists: StoreThread) -> None:
        self._lists = lists

    async def around(
        self, id_: str, audience: frozenset[str], outdated: frozenset[str]
    ) -> Around | None:
        """Return what was said around a message, as far as the audience may see it."""
        return await self._lists.run(lambda store: around(store, id_, audience, outdated))

    async def question_of(self, id_: str, audience: frozenset[str]) -> tuple[Post | None, str]:
        """Return a message as the audience may see it, and how its question begins."""
        return await self._lists.run(lambda store: question_of(store, id_, audience))

    async def fate(
        self, id_: str, record: Channel | None, reason: Kept | None, author_id: str | None
    ) -> MessageFate:
        """Return what became of a message: see `message_fate`."""
        return await self._lists.run(
            lambda store: message_fate(store, id_, record, reason, author_id)
        )

    async def version(self) -> tuple[int, ...]:
        """Return two counters that change with the posts, whoever changes them."""
        return await self._lists.run(lambda store: store.version())

    async def names(self, what: Named, typed: str, audience: frozenset[str] | None) -> list[str]:
        """Return the names that begin like this among the posts the audience may see."""
        return await self._lists.run(lambda store: store.names(what, typed, audience))

    async def audiences(self) -> list[str]:
        """Return the labels that stored posts have."""
        return await self._lists.run(lambda store: store.audiences())

    async def has_none_for(self, labels: frozenset[str]) -> bool:
        """Return whether no post has one of these labels, as far as is known."""
        with suppress(UnavailableError):
            return labels.isdisjoint(await self.audiences())
        return False

    async def is_emptied(self) -> bool:
        """Return whether all that was stored is gone again, as far as is known."""
        with suppress(UnavailableError):
            return not await self.audiences()
        return False

    async def wrong_name(self, scope: Scope, *, suggests: bool) -> BadFilter | None:
        """Return what to say of a filter's name that nothing in a scope has, as far as is known."""
        with suppress(UnavailableError):
            return await self._lists.run(lambda store: wrong_name(store, scope, suggests=suggests))
        return None

    async def statistics(self, audience: frozenset[str] | None) -> Statistics:
        """Count what the audience may see."""
        return await self._lists.run(lambda store: store.statistics(audience))

    async def posts_by_month(self, audience: frozenset[str] | None) -> dict[str, tuple[int, int]]:
        """Return how many posts and comments of an audience each month has."""
        return await self._lists.run(lambda store: store.posts_by_month(audience))

    async def newest(self, audience: frozenset[str], most: int) -> list[Post]:
        """Return the newest posts that the audience may see, comments left out."""
        return await self._lists.run(lambda store: store.newest(audience, most))

    async def written_by(self, author_id: str, audience: frozenset[str], most: int) -> list[Post]:
        """Return the newest posts of an account that the audience may see."""
        return await self._lists.run(lambda store: store.newest_by(author_id, audience, most))
