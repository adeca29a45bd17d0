"""Stores and removes the posts of watched channels, and corrects the answers that cite them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sync.left_out import LeftOutCounts
from bot.sync.overlap import Heard, OverlapGuard
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.services import Services
    from index.posts import Post


class PostStore:
    """The stored posts of one platform's channels.

    Args:
        services: What a chat platform stands on.
        stored: Is told what was stored.
        is_shared: Whether other processes may hear of the same channels.

    Attributes:
        overlap: What was heard while older messages were on their way.
        left_out: What of the channels is made no post of.
    """

    def __init__(
        self,
        services: Services,
        stored: Callable[[Sequence[Post]], None] = lambda _: None,
        *,
        is_shared: bool = False,
    ) -> None:
        self._library = services.library
        self._channels = services.ledger.channels
        self._corrections = services.corrections
        self._stored = stored
        self.overlap = OverlapGuard(services.ledger.heard if is_shared else None)
        self.left_out = LeftOutCounts(services.ledger)

    async def save(
        self, channel_id: str, posts: Sequence[Post], heard: Heard | None = None
    ) -> Counts:
        """Store what a channel's messages are, unless something newer was heard of them.

        Args:
            channel_id: The channel, as the ledger names it.
            posts: The posts that the messages are.
            heard: What was heard since the messages were asked for.

        Raises:
            NotWatched: The channel is not watched any more.
        """
        current = (heard or Heard()).still_so(posts)
        self._channels.still(channel_id)
        counts = await self.put(current, heard)
        self.left_out.note(channel_id, *["forgotten"] * counts.left_out)
        if counts.changed:
            await self._corrections.correct([post.id for post in current])
        return counts

    async def put(self, posts: Sequence[Post], heard: Heard | None = None) -> Counts:
        """Store posts of whatever channel; answers that cite them are to be corrected.

        Args:
            posts: The posts.
            heard: What was heard since the messages were asked for.
        """
        if not posts:
            return Counts()
        counts = await self._library.save(posts, heard.newer if heard else None)
        self._stored(posts)
        return counts

    async def rename_author(self, author_id: str, beginning: str, name: str) -> None:
        """Put another name above an account's posts whose ids begin like this.

        Also above those that are on their way here under the name that was stored before.
        """
        self.overlap.heard_name(author_id, beginning, name)
        await self._library.rename(author_id, beginning, name)

    async def remove(self, ids: Sequence[str], *, by_author: bool) -> None:
        """Remove posts whose messages are gone; `correct` is to follow.

        Args:
            ids: The posts.
            by_author: It is certain that their authors removed them.
        """
        self.overlap.heard(ids)
        if by_author:
            self._corrections.mark_deleted(ids)
        await self._library.remove(ids)

    async def remove_all(self, ids: Sequence[str]) -> int:
        """Remove posts, correct the answers that cite them, and return how many posts it were."""
        if ids:
            await self.remove(ids, by_author=False)
            await self._corrections.correct(ids)
        return len(ids)
