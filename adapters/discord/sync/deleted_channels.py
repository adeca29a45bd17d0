"""Removes the posts of channels and threads that are gone from Discord."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.discord.ids import ledger_id

if TYPE_CHECKING:
    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.channel_reader import DiscordReader
    from bot.sync.post_store import PostStore
    from bot.sync.reading.reconcile import Reconciler


class DeletedChannels:
    """Follows deleted channels; until then nobody can be shown to read them, so nobody does."""

    def __init__(
        self,
        context: DiscordContext,
        reader: DiscordReader,
        store: PostStore,
        reconciler: Reconciler,
    ) -> None:
        self._context = context
        self._reader = reader
        self._store = store
        self._reconciler = reconciler

    async def channel(self, guild_id: int, channel_id: int) -> None:
        """Remove what stands in a deleted channel and its threads, and watch it no longer."""
        with self._context.tasks.answering():
            await self._reconciler.remove_channel(ledger_id(channel_id), ledger_id(guild_id))

    async def thread(self, guild_id: int, thread_id: int) -> None:
        """Remove what stands in a deleted thread, and watch it no longer."""
        self._context.services.ledger.channels.remove(ledger_id(thread_id))
        with self._context.tasks.answering():
            await self._store.remove_all(await self._reader.posts_in(guild_id, thread_id))

    async def kept_out(self, guild_id: int, channel_id: int) -> None:
        """Remove what stands in a watched channel whose topic keeps it out from now on."""
        if self._context.services.ledger.channels.get(ledger_id(channel_id)) is not None:
            with self._context.tasks.answering():
                await self._store.remove_all(
                    await self._reader.in_other_threads(guild_id, channel_id, ())
                )
