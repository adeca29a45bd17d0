"""Offers to watch channels that we are let into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.discord.access.citable_posts import is_open_to_all, may_read
from adapters.discord.ids import ledger_id
from adapters.discord.sync.channels import Watchable

if TYPE_CHECKING:
    from adapters.discord.admin.admins import DiscordAdmins
    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.watched_channels import WatchedChannels


class Invitations:
    """Follows where we are let in, and what we are shut out of."""

    def __init__(
        self, context: DiscordContext, admins: DiscordAdmins, watched_channels: WatchedChannels
    ) -> None:
        self._context = context
        self._admins = admins
        self._watched = watched_channels

    async def on_guild(self, guild: discord.Guild) -> None:
        """Offer to watch the public channels of a server that we joined, if none is watched."""
        channels = self._context.services.ledger.channels
        if not channels.watched("discord", ledger_id(guild.id)):
            await self._admins.offer(guild)

    async def on_channel_change(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """Take over who may read a channel now, and offer to watch one that was opened for us.

        Channels that follow their category are offered with it.
        """
        await self._watched.check_access(after.guild)
        was_read = _is_read(before)
        is_public = is_open_to_all(after) and not is_open_to_all(before)
        if not _is_read(after) or (was_read and not is_public):
            return
        is_watched = self._watched.changes.is_watched(after)
        if is_watched or await self._watched.on_opened(after, to_all=was_read) or was_read:
            return
        if after.category is None or not after.permissions_synced:
            await self._admins.offer(after.guild, after)


def _is_read(channel: discord.abc.GuildChannel) -> bool:
    """Return whether we may read a channel, or the channels of a category."""
    if not isinstance(channel, Watchable | discord.CategoryChannel):
        return False
    return may_read(channel, channel.permissions_for(channel.guild.me))
