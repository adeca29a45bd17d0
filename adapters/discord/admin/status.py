"""What is stored and how fresh it is: shown to who looks after the posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.chat.lines.pages import status_page
from adapters.chat.lines.status import status_lines
from adapters.chat.lines.unanswered import turns
from adapters.discord.admin.answers.help_out import seen_offers
from adapters.discord.rendering.custom_ids import Pressed, custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button, show_date
from adapters.discord.rendering.lengths import size
from bot.admin.import_counts import ImportCounts

if TYPE_CHECKING:
    import discord

    from adapters.chat.wording import Wording
    from adapters.discord.admin.channels.watching import WatchCommands
    from adapters.discord.admin.workspace_settings import SettingsCommand
    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.watched_channels import WatchedChannels


class StatusPages:
    """Tells an admin alone what of a server is stored, in pages."""

    def __init__(
        self,
        context: DiscordContext,
        watching: WatchCommands,
        watched_channels: WatchedChannels,
        settings: SettingsCommand,
    ) -> None:
        self._context = context
        self._watching = watching
        self._channel_events = watched_channels
        self._settings = settings
        self.buttons = {"status": self._turn}

    async def show(self, interaction: discord.Interaction) -> None:
        """Tell what is stored that the asker may see, and how fresh it is."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._show(interaction, self._context.wording(interaction), 1)

    async def _turn(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        await self._show(interaction, wording, pressed.page)

    async def _show(self, interaction: discord.Interaction, wording: Wording, number: int) -> None:
        page = status_page(await self._lines(interaction, wording), number, size, wording)
        buttons = [
            plain_button(label, custom_id("status", "page", to))
            for label, to in turns(page, wording)
        ]
        view = lines_view(page.lines, buttons)
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)

    async def _lines(self, interaction: discord.Interaction, wording: Wording) -> list[str]:
        guild: Any = interaction.guild
        services = self._context.services
        audience = await self._context.readers(interaction, is_private=True)
        statistics = await services.library.statistics(audience)
        server = f"discord:{interaction.guild_id}"
        channels = await self._watching.named.watched(interaction)
        offered = await seen_offers(self._context, guild, interaction.user, wording)
        return status_lines(
            statistics,
            channels,
            wording,
            show_date,
            escaped_line,
            refining=services.refining,
            left_out={each.id: self._channel_events.left_out(each.id) for each in channels},
            of_files=ImportCounts(services.ledger).told("discord", server, audience),
            groups=self._channel_events.new.watched(server),
            extents=self._channel_events.extents(channels),
            settings=[*self._settings.lines(guild, wording, chosen_only=True), *offered],
        )
