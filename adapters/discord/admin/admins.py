"""Writes to who looks after the posts of a server, without having been asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import discord

from adapters.chat.error_text import recalled
from adapters.discord.locale import wording_for_locale
from adapters.discord.rendering.custom_ids import custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import lines_view, plain_button
from adapters.discord.sender import FAILURES

if TYPE_CHECKING:
    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from bot.ledger.channels import Channel


class DiscordAdmins:
    """The admins of our servers: who had something watched, and the owners."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context

    async def tell_lost(self, record: Channel) -> bool:
        """Tell an admin that a watched channel cannot be read any more: who had it watched first.

        Who is told may manage the server, and so knows its channels.
        """
        guild = self._context.client.get_guild(int(record.workspace_id.partition(":")[2]))
        if guild is None:
            return False
        wording = self._wording(guild)
        said = wording.watching["lost"].format(
            channel=record.name, reason=recalled(record.error, wording, is_reason=True)
        )
        return await self._tell(guild, record.watched_by, lines_view([escaped_line(said)]))

    async def tell_digest_lost(self, workspace_id: str) -> bool:
        """Tell an admin that we may not post where the weekly digest goes."""
        guild = self._context.client.get_guild(int(workspace_id.partition(":")[2]))
        if guild is None:
            return False
        said = self._wording(guild).settings
        line = said["digest_lost_in"].format(lost=said["digest_lost"])
        return await self._tell(guild, "", lines_view([escaped_line(line)]))

    async def offer(
        self, guild: discord.Guild, channel: discord.abc.GuildChannel | None = None
    ) -> None:
        """Offer the owner to watch a channel, or all public ones, of a server that let us in."""
        said = self._wording(guild).watching
        if channel is None:
            line, label = said["offer_server"].format(server=guild.name), said["watch_public"]
        else:
            line = said["offer"].format(channel=f"#{channel.name}")
            label = said["watch"].format(channel=f"#{channel.name}")
        subject = f"{guild.id}/{channel.id if channel else 0}"
        press = plain_button(label, custom_id("watch", subject), discord.ButtonStyle.primary)
        await self._tell(guild, "", lines_view([escaped_line(line)], [press]))

    def _wording(self, guild: discord.Guild) -> Wording:
        return wording_for_locale(guild.preferred_locale, self._context.language_in(guild))

    async def _tell(self, guild: discord.Guild, first: str, view: ui.LayoutView) -> bool:
        """Tell the first admin who can be told."""
        mark = uuid4().hex  # what is told a second time is news again
        id_ = first.partition(":")[2]
        named = [each.partition(":")[2] for each in sorted(self._context.settings(guild).admins)]
        for each in dict.fromkeys([id_, str(guild.owner_id or ""), *named]):
            try:
                member = await guild.fetch_member(int(each)) if each.isdecimal() else None
                if member is not None and self._context.may_manage(member):
                    await self._context.sender.send(member, view, mark)
                    return True
            except FAILURES:
                continue
        return False
