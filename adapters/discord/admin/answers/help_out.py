"""`/posts help-out`: where answers are offered unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

import discord
from discord import app_commands

from adapters.chat.lines.offers import offer_lines
from adapters.discord.access.citable_posts import Place
from adapters.discord.ids import ledger_id
from adapters.discord.locale import said
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view
from bot.ledger.workspace_settings import WAYS

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext

How = Literal["in the thread", "to the asker only", "off"]

_WAYS: Final = dict(zip(get_args(How), (*WAYS, None), strict=True))


class HelpOutCommand:
    """Chooses channels and forums in which answers are offered."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context

    def add_to(self, group: app_commands.Group) -> None:
        """Add the command to `/posts`."""

        @app_commands.command(name="help-out", description=said("posts.help-out"))
        @app_commands.describe(channel=said("help-out.channel"), how=said("help-out.how"))
        async def help_out(
            interaction: discord.Interaction,
            channel: discord.TextChannel | discord.ForumChannel,
            how: How = "in the thread",
        ) -> None:
            await self._change(interaction, channel, how)

        group.add_command(help_out)

    async def _change(
        self,
        interaction: discord.Interaction,
        channel: discord.TextChannel | discord.ForumChannel,
        how: How,
    ) -> None:
        wording, way = self._context.wording(interaction), _WAYS[how]
        records, guild = self._context.services.ledger.settings, ledger_id(channel.guild.id)
        await interaction.response.defer(ephemeral=True, thinking=True)
        if way == "thread" and not _may_write(channel):
            name = escaped_line(f"#{channel.name}")
            line = wording.settings["not_written"].format(channel=name)
        else:
            settings = records.of("discord", guild).with_offers(ledger_id(channel.id), way)
            records.put("discord", guild, settings)
            texts = wording.offering
            line = texts["set" if way else "set.off"].format(
                channel=channel.mention, way=texts[way or "off"]
            )
        await interaction.edit_original_response(view=lines_view([line]), allowed_mentions=NO_PINGS)


def _may_write(channel: discord.TextChannel | discord.ForumChannel) -> bool:
    mine = channel.permissions_for(channel.guild.me)
    is_forum = isinstance(channel, discord.ForumChannel)
    return mine.view_channel and (mine.send_messages_in_threads if is_forum else mine.send_messages)


async def seen_offers(
    context: DiscordContext,
    guild: discord.Guild,
    user: discord.User | discord.Member,
    wording: Wording,
) -> list[str]:
    """Return what was offered unasked, in the channels that somebody sees."""
    seen = []
    for each in context.services.ledger.offers.counts("discord", f"discord:{guild.id}"):
        place = guild.get_channel_or_thread(int(each.channel_id.partition(":")[2]))
        if isinstance(place, Place) and await context.visibility.may_see(user, place):
            seen.append(each)
    return offer_lines(seen, wording, lambda id_: f"<#{id_.partition(':')[2]}>")
