"""Hands on what Discord tells of watched channels."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.lines.status import Extent
from adapters.discord.access.citable_posts import is_open_to_all, may_read
from adapters.discord.ids import ledger_id
from adapters.discord.sender import FAILURES
from adapters.discord.sync.channel_reader import HIDDEN
from adapters.discord.sync.channels import Watchable
from adapters.discord.sync.edits_and_deletions import MessageChanges
from adapters.discord.sync.message_to_post import source_name
from adapters.markup.message_times import read_back_to
from bot.errors import BotError
from bot.ledger.channels import Channel
from bot.sync.new_channels import NewChannels
from bot.sync.watching import Watching
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.message_reader import MessageReader
    from bot.ports import Report
    from bot.sync.service import SyncService
    from index.ingest.counts import Counts


_log: Final = logging.getLogger(__name__)


class WatchedChannels:
    """Hands on what Discord tells of watched channels."""

    def __init__(self, context: DiscordContext, reader: MessageReader, sync: SyncService) -> None:
        self._context = context
        self._reader = reader
        self._sync = sync
        self._live = sync.live
        self.new = NewChannels("discord", context.services, sync)
        self.watching = Watching(context.services.ledger.database, sync, self.new)
        self.changes = MessageChanges(context, reader, sync.live)

    async def on_opened(self, channel: object, *, to_all: bool = False) -> bool:
        """Watch a channel that was made or opened, where such ones are; False where they are not.

        A category's channels are watched as far as we may read them, of others the public ones.

        Args:
            channel: The channel.
            to_all: We could read it before, and it is the others that it was opened to.
        """
        if not isinstance(channel, Watchable) or isinstance(channel, discord.Thread):
            return False
        groups = [ledger_id(channel.category_id)] if channel.category_id and not to_all else []
        groups += [ledger_id(channel.guild.id)] if is_open_to_all(channel) else []
        group = self.new.group_of(groups)
        if group is None or not may_read(channel, channel.permissions_for(channel.guild.me)):
            return False
        with self._context.tasks.answering():
            await self.new.begin(replace(record_of(channel), is_whole=True), group)
        return True

    async def _find_new(self, guild: discord.Guild) -> None:
        """Watch the channels that were made while we were away, where new ones are."""
        id_, now = ledger_id(guild.id), self._context.services.ledger.clock()
        self.check_categories(guild)
        since = self.new.unknown_since(id_)
        if since is None:
            return
        for channel in guild.channels:
            is_met = self.new.is_met(id_, ledger_id(channel.id))
            if channel.created_at >= since and not is_met:
                await self.on_opened(channel)
        self.new.looked(id_, now)

    def check_categories(self, guild: discord.Guild) -> None:
        """Take it over that watched categories have other names, or are there no longer."""
        for group in self.new.watched(ledger_id(guild.id)):
            place = guild.get_channel(int(group.id.partition(":")[2])) if group.name else None
            if place is not None and place.name != group.name:
                self.new.rename(group, place.name)
            elif group.name and place is None:
                self.new.leave(group.id)

    async def check_access(self, guild: discord.Guild) -> None:
        """Take it over which watched channels of a server we may read now, and which not."""
        for record in self._context.services.ledger.channels.watched(
            "discord", ledger_id(guild.id)
        ):
            channel = guild.get_channel_or_thread(int(record.id.partition(":")[2]))
            if not isinstance(channel, Watchable):
                continue
            if not may_read(channel, channel.permissions_for(guild.me)):
                await self._sync.access.lost(record.id, HIDDEN)
            elif record.error:
                await self._sync.read(record.id)

    def mark_missed(self, guild_id: int | None = None) -> None:
        """Take it that messages of a server, or of all, were missed, until it has caught up."""
        self._sync.mark_missed(None if guild_id is None else ledger_id(guild_id))

    async def backfill(self, channel_id: str, report: Report) -> Counts:
        """Read a watched channel back: see `Backfill`."""
        return await self._sync.backfill(channel_id, report)

    async def rename_channel(self, channel: discord.abc.GuildChannel) -> None:
        """Take over that a channel has another name."""
        with self._context.tasks.answering():
            guild_id = ledger_id(channel.guild.id)
            await self._sync.rename(ledger_id(channel.id), guild_id, source_name(channel))

    def left_out(self, id_: str) -> Mapping[str, int]:
        """Return what of a channel is made no post of, by the names it is told by."""
        return self._sync.left_out.told(id_)

    def extents(self, channels: Iterable[Channel]) -> dict[str, Extent]:
        """Return how far channels were read back, by their ids."""
        is_cut = self._sync.left_out.is_cut
        return {each.id: Extent(read_back_to(each), is_cut(each.id)) for each in channels}

    def takes_apps(self, id_: str) -> bool:
        """Return whether what apps write in a channel is kept."""
        return self._sync.left_out.takes_apps(id_)

    def compare_soon(self) -> None:
        """Compare all channels in the background: an archive may have held what is gone."""
        self._sync.reconciler.soon()

    async def catch_up(self, guild_id: int | None = None) -> None:
        """Take over what became of the watched channels while we, or their server, were away.

        What is recent first, then, in the background, what became of older messages.
        """
        for guild in self._context.client.guilds:
            if guild_id in {None, guild.id}:
                try:
                    await self._find_new(guild)
                except (BotError, discord.ClientException, *FAILURES) as error:
                    # The next time does it again; what is watched is not to wait for that.
                    _log.warning(
                        "new channels of %s could not be looked for: %s", ledger_id(guild.id), error
                    )
        if await self._sync.catch_up(None if guild_id is None else ledger_id(guild_id)):
            self._sync.reconciler.soon()

    async def on_message(self, message: discord.Message) -> None:
        """Keep a new message, if its channel is watched."""
        record = self.changes.record_of(message.channel)
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


def record_of(channel: Watchable) -> Channel:
    """Return what is remembered of a channel that begins to be watched."""
    return Channel(
        ledger_id(channel.id),
        "discord",
        ledger_id(channel.guild.id),
        source_name(channel),
        newest=str(channel.last_message_id or channel.id),
    )
