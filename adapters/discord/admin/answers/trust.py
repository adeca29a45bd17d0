"""`/posts trust`: whose ticks and marks say which message answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from adapters.discord.ids import ledger_id, role_id
from adapters.discord.locale import said
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view
from bot.admin.trust import Trust

if TYPE_CHECKING:
    from adapters.discord.context import DiscordContext


class TrustCommand:
    """Trusts roles and members, and no longer."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._trust = Trust("discord", context.services)

    def add_to(self, group: app_commands.Group) -> None:
        """Add the command to `/posts`."""

        @app_commands.command(name="trust", description=said("posts.trust"))
        @app_commands.describe(who=said("trust.who"), stop=said("trust.stop"))
        async def trust(
            interaction: discord.Interaction,
            who: discord.Role | discord.Member,
            stop: bool = False,
        ) -> None:
            await self._change(interaction, who, is_stopped=stop)

        group.add_command(trust)

    async def _change(
        self,
        interaction: discord.Interaction,
        who: discord.Role | discord.Member,
        *,
        is_stopped: bool,
    ) -> None:
        wording, guild = self._context.wording(interaction), ledger_id(interaction.guild_id or 0)
        await interaction.response.defer(ephemeral=True, thinking=True)
        name = role_id(who.id) if isinstance(who, discord.Role) else ledger_id(who.id)
        if isinstance(who, discord.Member) and who.bot and not is_stopped:
            line = wording.settings["trust.unknown"].format(value=escaped_line(who.display_name))
        else:
            await (self._trust.withdraw if is_stopped else self._trust.give)(guild, [name])
            line = wording.settings["trust.stopped" if is_stopped else "trust.now"]
            line = line.format(value=who.mention, menu=wording.commands["menu.answer"])
        await interaction.edit_original_response(view=lines_view([line]), allowed_mentions=NO_PINGS)
