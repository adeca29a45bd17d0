"""What people thought of answers: shown to who looks after the posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.chat.lines.ratings import ratings_page
from adapters.chat.lines.unanswered import turns
from adapters.discord.admin.notifications import DiscordAdmin
from adapters.discord.rendering.custom_ids import Pressed, custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button, show_date
from adapters.discord.rendering.lengths import size
from bot.admin.ratings import rated_answers
from bot.ports import ReportReader

if TYPE_CHECKING:
    import discord
    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext


class Ratings:
    """Lists the rated questions of a server, in pages."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self.buttons = {"ratings": self._turn}

    async def show(self, interaction: discord.Interaction) -> None:
        """Show an admin alone how answers were rated."""
        wording = self._context.wording(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        view = await self._list(interaction, wording)
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)

    async def _turn(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        view = await self._list(interaction, wording, pressed.page)
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)

    async def _list(
        self, interaction: discord.Interaction, wording: Wording, number: int = 1
    ) -> ui.LayoutView:
        guild: Any = interaction.guild
        admin = DiscordAdmin(self._context, guild, interaction.user)
        audience = await self._context.readers(interaction, is_private=True)
        reader = ReportReader(
            "discord", f"discord:{guild.id}", audience, admin.may_see, wording.language
        )
        rated = await rated_answers(self._context.services, reader)
        page = ratings_page(rated, number, size, wording, show_date=show_date, escaped=escaped_line)
        buttons = [
            plain_button(label, custom_id("ratings", "page", to))
            for label, to in turns(page, wording)
        ]
        return lines_view(page.lines, buttons)
