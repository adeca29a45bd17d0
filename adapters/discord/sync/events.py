"""Hands on what Discord tells of watched channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.discord.access.audience import Place
from adapters.discord.ids import ledger_id, post_id
from adapters.discord.sync.channels import Readable, Watchable, is_closed
from adapters.discord.sync.posts import source_name
from adapters.discord.sync.said import is_app
from adapters.markup.post_rules import OPT_OUT_SIGN
from bot.ledger.channels import Channel
from bot.sync.live import Reaction
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.post_reader import PostReader
    from bot.ports import Report
    from bot.sync.service import SyncService
    from index.ingest.counts import Counts
    from index.posts import Post


class ChannelEvents:
    """Hands on what Discord tells of watched channels."""

    def __init__(self, context: DiscordContext, reader: PostReader, sync: SyncService) -> None:
        self._context = context
        self._reader = reader
        self._sync = sync
        self._live = sync.live

    def begin(self, channel: Watchable, *, takes_apps: bool | None = None) -> None:
        """Watch a channel from now on."""
        self._sync.begin(
            Channel(
                ledger_id(channel.id),
                "discord",
                ledger_id(channel.guild.id),
                source_name(channel),
                newest=str(channel.last_message_id or channel.id),
            ),
            takes_apps=takes_apps,
        )

    def end(self, channel: Watchable) -> bool:
        """Watch a channel no longer; False where it was not watched."""
        return self._sync.end(ledger_id(channel.id))

    def mark_missed(self, guild_id: int | None = None) -> None:
        """Take it that messages of a server, or of all, were missed, until it has caught up."""
        self._sync.mark_missed(None if guild_id is None else ledger_id(guild_id))

    async def backfill(self, channel_id: str, report: Report) -> Counts:
        """Read a watched channel back: see `Backfill`."""
        return await self._sync.backfill(ledger_id(int(channel_id)), report)

    async def rename_channel(self, channel: discord.abc.GuildChannel) -> None:
        """Take over that a channel has another name."""
        with self._context.tasks.answering():
            guild_id = ledger_id(channel.guild.id)
            await self._sync.rename(ledger_id(channel.id), guild_id, source_name(channel))

    def left_out(self, id_: str) -> Mapping[str, int]:
        """Return what of a channel is made no post of, by the names it is told by."""
        return self._sync.left_out.told(id_)

    def compare_soon(self) -> None:
        """Compare all channels in the background: an archive may have held what is gone."""
        self._sync.reconciler.soon()

    async def catch_up(self, guild_id: int | None = None) -> None:
        """Take over what became of the watched channels while we, or their server, were away.

        What is recent first, then, in the background, what became of older messages.
        """
        if await self._sync.catch_up(None if guild_id is None else ledger_id(guild_id)):
            self._sync.reconciler.soon()

    async def on_message(self, message: discord.Message) -> None:
        """Keep a new message, if its channel is watched."""
        record = self._record_of(message.channel)
        if record is not None:
            with self._context.tasks.answering():
                await self._sync.on_message(
                    record.id, str(message.id), lambda: self._reader.posts([message])
                )
                await self._rename(message)

    async def _rename(self, message: discord.Message) -> None:
        """Give what somebody wrote before the name that they have by now on their server."""
        author = message.author
        if isinstance(author, discord.Member) and not author.bot:
            name, beginning = one_line(author.display_name), f"discord:{author.guild.id}/"
            await self._live.on_name(f"discord:{author.id}", beginning, name)

    async def on_edit(self, message: discord.Message) -> None:
        """Take an edit over, if the channel is watched or an archive held the message."""
        channel = message.channel
        if not isinstance(channel, Place) or message.author.id == self._context.me.id:
            return
        if is_app(message) and not self._reader.takes_apps(channel):
            return
        with self._context.tasks.answering():
            await self._live.on_edit(
                post_id(channel.guild.id, channel.id, message.id),
                lambda: self._reader.posts([message]),
                is_watched=self._is_watched(channel),
                by_author=not is_closed(channel),  # its topic is not their author's word
            )

    async def on_reaction(self, payload: discord.RawReactionActionEvent) -> None:
        """Keep a message out, or let it in again, when its author says so by a reaction."""
        channel = self._context.client.get_channel(payload.channel_id)
        if str(payload.emoji) != OPT_OUT_SIGN or not isinstance(channel, Readable):
            return
        author = payload.message_author_id  # told of a reaction that is set
        reaction = Reaction(
            post_id(channel.guild.id, channel.id, payload.message_id),
            f"discord:{payload.user_id}",
            f"discord:{author}" if author else None,
            is_set=payload.event_type == "REACTION_ADD",
            by_author=not is_closed(channel),
        )

        async def read() -> Sequence[Post]:
            return await self._reader.posts([await channel.fetch_message(payload.message_id)])

        with self._context.tasks.answering():
            await self._live.on_reaction(reaction, read, is_watched=self._is_watched(channel))

    async def on_delete(
        self, guild_id: int | None, channel_id: int, message_ids: Sequence[int]
    ) -> None:
        """Remove the posts of deleted messages.

        Who deleted them, Discord does not tell. Wherever they
        stood: a thread may be gone by now, and an archive may have held them.
        """
        if guild_id is not None:
            ids = [post_id(guild_id, channel_id, each) for each in message_ids]
            is_watched = self._is_watched(self._context.client.get_channel(channel_id))
            with self._context.tasks.answering():
                await self._live.on_delete(ids, by_author=False, is_watched=is_watched)

    def _is_watched(self, channel: object) -> bool:
        return self._record_of(channel) is not None

    def _record_of(self, channel: object) -> Channel | None:
        if not isinstance(channel, Place):
            return None
        channels = self._context.services.ledger.channels
        own = channels.get(ledger_id(channel.id))
        if own is None and isinstance(channel, discord.Thread) and not channel.is_private():
            return channels.get(ledger_id(channel.parent_id))
        return own
