"""*Is this stored?*: tells an admin what became of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from adapters.chat.lines.message_fate import fate_line
from adapters.discord.ids import id_of, ledger_id
from adapters.discord.locale import said
from adapters.discord.private_replies import fail, say
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view
from adapters.discord.sync.channels import is_closed
from adapters.discord.sync.message_to_post import is_told, left_out, to_posts
from adapters.markup.post_rules import OPT_OUT_SIGN
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.watched_channels import WatchedChannels
    from bot.posts.message_fate import Kept


class FateCommand:
    """Looks a message up, and what speaks against it."""

    def __init__(self, context: DiscordContext, watched_channels: WatchedChannels) -> None:
        self._context = context
        self._watched = watched_channels

    def add_to(self, tree: app_commands.CommandTree[Any]) -> None:
        """Add the menu of messages."""
        menu = app_commands.ContextMenu(name=said("menu.fate"), callback=self._tell)
        tree.add_command(
            app_commands.guild_only(app_commands.default_permissions(manage_guild=True)(menu))
        )

    async def _tell(self, interaction: discord.Interaction, message: discord.Message) -> None:
        wording = self._context.wording(interaction)
        with self._context.tasks.answering():
            try:
                with crashes_as_errors():
                    if not self._context.may_manage_by(interaction):
                        await say(interaction, wording.admins_only)
                        return
                    await interaction.response.defer(ephemeral=True, thinking=True)
                    line = await self._line(message, wording)
                    view = lines_view([line])
                    await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
            except Exception as error:  # noqa: BLE001 - who asks gets a reply
                await fail(interaction, error, wording)

    async def _line(self, message: discord.Message, wording: Wording) -> str:
        record = self._watched.changes.record_of(message.channel)
        takes_apps = self._watched.takes_apps(record.id) if record else False
        reason = why_left_out(message, self._context.me, takes_apps=takes_apps)
        author = None if message.webhook_id else ledger_id(message.author.id)
        library = self._context.services.library
        fate = await library.fate(id_of(message), record, reason, author)
        return fate_line(fate, wording, escaped_line)


def why_left_out(
    message: discord.Message, me: discord.ClientUser, *, takes_apps: bool
) -> Kept | None:
    """Return why a message is made no post of, as far as it tells that itself."""
    kind = left_out(message, me, takes_apps=takes_apps)
    if kind in {"bot_messages", "notices"}:
        return "bot_messages" if kind == "bot_messages" else "notices"
    if not is_told(message, me, takes_apps=takes_apps):
        return "question"
    is_signed = any(str(each.emoji) == OPT_OUT_SIGN for each in message.reactions)
    if is_closed(message.channel) or is_signed:
        return "kept_out"
    return None if to_posts(message, me, takes_apps=takes_apps) else "wordless"
