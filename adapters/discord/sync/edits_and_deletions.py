"""Takes over what becomes of a message after it was written: edited, deleted, kept out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.discord.access.citable_posts import Place
from adapters.discord.ids import ledger_id, post_id
from adapters.discord.sync.channels import Readable, is_closed
from adapters.discord.sync.message_parts import is_app
from adapters.markup.post_rules import OPT_OUT_SIGN
from bot.sync.live_messages import Reaction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.message_reader import MessageReader
    from bot.ledger.channels import Channel
    from bot.sync.live_messages import LiveMessages
    from index.posts import Post


class MessageChanges:
    """Keeps a post as its message is, wherever it came from."""

    def __init__(self, context: DiscordContext, reader: MessageReader, live: LiveMessages) -> None:
        self._context = context
        self._reader = reader
        self._live = live

    async def on_edit(self, message: discord.Message) -> None:
        """Take an edit over, if the channel is watched or an archive held the message."""
        channel = message.channel
        if not isinstance(channel, Place) or message.author.id == self._context.me.id:
            return

        async def read() -> Sequence[Post] | None:
            if is_app(message) and not self._reader.takes_apps(channel):
                return None
            return await self._reader.posts([message])

        with self._context.tasks.answering():
            await self._live.on_edit(
                post_id(channel.guild.id, channel.id, message.id),
                read,
                is_watched=lambda: self.is_watched(channel),
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
            await self._live.on_reaction(
                reaction, read, is_watched=lambda: self.is_watched(channel)
            )

    async def on_delete(
        self, guild_id: int | None, channel_id: int, message_ids: Sequence[int]
    ) -> None:
        """Remove the posts of deleted messages.

        Who deleted them, Discord does not tell. Wherever they
        stood: a thread may be gone by now, and an archive may have held them.
        """
        if guild_id is not None:
            ids = [post_id(guild_id, channel_id, each) for each in message_ids]
            channel = self._context.client.get_channel(channel_id)
            with self._context.tasks.answering():
                await self._live.on_delete(
                    ids, by_author=False, is_watched=lambda: self.is_watched(channel)
                )

    def is_watched(self, channel: object) -> bool:
        """Return whether a channel, or the channel of a thread, is watched."""
        return self.record_of(channel) is not None

    def record_of(self, channel: object) -> Channel | None:
        """Return the record of the watched channel that a place is in; None for any other."""
        if not isinstance(channel, Place):
            return None
        channels = self._context.services.ledger.channels
        own = channels.get(ledger_id(channel.id))
        if own is None and isinstance(channel, discord.Thread) and not channel.is_private():
            return channels.get(ledger_id(channel.parent_id))
        return own
