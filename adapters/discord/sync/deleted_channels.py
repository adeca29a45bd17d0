"""Removes the posts of channels and threads that are gone from Discord."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.discord.ids import post_id
from adapters.discord.sender import FAILURES

if TYPE_CHECKING:
    from collections.abc import Collection

    from adapters.discord.context import DiscordContext
    from bot.sync.post_store import PostStore


class DeletedChannels:
    """Follows deleted channels; until then nobody can be shown to read them, so nobody does."""

    def __init__(self, context: DiscordContext, store: PostStore) -> None:
        self._context = context
        self._store = store

    async def channel(self, guild_id: int, channel_id: int) -> int:
        """Removes what stands in a deleted channel and its threads, and watches it no longer."""
        self._context.services.ledger.channels.remove(f"discord:{channel_id}")
        return await self._remove(
            [
                *await self._in(guild_id, channel_id),
                *await self.in_other_threads(guild_id, channel_id, ()),
            ]
        )

    async def thread(self, guild_id: int, thread_id: int) -> int:
        """Removes what stands in a deleted thread, and watches it no longer."""
        self._context.services.ledger.channels.remove(f"discord:{thread_id}")
        return await self._remove(await self._in(guild_id, thread_id))

    async def threads(self, guild_id: int, channel_id: int, there: Collection[int]) -> int:
        """Removes what stands in a channel's threads that Discord says are gone.

        Args:
            guild_id: The server.
            channel_id: The channel.
            there: Threads that need not be asked for, the channel among them.
        """
        ids = await self.in_other_threads(guild_id, channel_id, there)
        places = {_place_in(each) for each in ids}
        # One may have woken up while they were listed, and be in no list at all.
        gone = {each for each in places if await self.is_gone(each)}
        return await self._remove([each for each in ids if _place_in(each) in gone])

    async def kept_out(self, guild_id: int, channel_id: int) -> int:
        """Removes what stands in a watched channel whose topic keeps it out from now on."""
        if self._context.services.ledger.channels.get(f"discord:{channel_id}") is None:
            return 0
        return await self._remove(await self.in_other_threads(guild_id, channel_id, ()))

    async def in_other_threads(
        self, guild_id: int, channel_id: int, there: Collection[int]
    ) -> list[str]:
        """Returns the posts for a channel's readers that stand in none of these places."""
        beginning = f"discord:{guild_id}/"
        ids = await self._context.services.library.ids_outside(
            frozenset({f"discord:{channel_id}"}), beginning, {f"{beginning}{id_}" for id_ in there}
        )
        return [each for each in ids if each.rpartition("/")[2].isdecimal()]

    async def is_gone(self, channel_id: int) -> bool:
        """Asks Discord whether a channel was deleted; one that is only hidden was not."""
        try:
            await self._context.client.fetch_channel(channel_id)
        except discord.NotFound:
            return True
        except FAILURES:
            return False
        return False

    async def _in(self, guild_id: int, place_id: int) -> list[str]:
        return await self._context.services.library.ids_under(post_id(guild_id, place_id, 0)[:-1])

    async def _remove(self, ids: list[str]) -> int:
        with self._context.tasks.answering():
            return await self._store.remove_all(ids)


def _place_in(id_: str) -> int:
    """Returns the channel or thread that a message's post stands in."""
    return int(id_.split("/")[1])
