"""Pinned answers: admins pin a message to a question, and take it off in the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from adapters.chat.lines.pinned import SHOWN, pinned_lines
from adapters.discord.ids import id_of, ledger_id
from adapters.discord.locale import said
from adapters.discord.private_replies import fail, say
from adapters.discord.rendering.custom_ids import Pressed, custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button, show_date
from adapters.discord.rendering.modals import form, typed_text
from adapters.markup.styled import title_words
from bot.questions.pinned import PinnedAnswers
from bot.text import one_line
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext


class PinnedCommands:
    """What admins do with the pinned answers of a server."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._pinned = PinnedAnswers(context.services.ledger)
        self.buttons = {"pin": self._pin, "unpin": self._unpin}

    def add_to(self, tree: app_commands.CommandTree[Any], group: app_commands.Group) -> None:
        """Add the menu of messages, and the list to `/posts`."""
        menu = app_commands.ContextMenu(name=said("menu.pin"), callback=self._offer)
        tree.add_command(
            app_commands.guild_only(app_commands.default_permissions(manage_guild=True)(menu))
        )

        @app_commands.command(name="pinned", description=said("posts.pinned"))
        async def pinned(interaction: discord.Interaction) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            view = await self._list(interaction, self._context.wording(interaction))
            await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)

        group.add_command(pinned)

    async def _offer(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Ask to which question a message is to be pinned."""
        wording = self._context.wording(interaction)
        with self._context.tasks.answering():
            try:
                with crashes_as_errors():
                    await self._ask(interaction, id_of(message), wording)
            except Exception as error:  # noqa: BLE001 - who pins gets a reply
                await fail(interaction, error, wording)

    async def _ask(self, interaction: discord.Interaction, id_: str, wording: Wording) -> None:
        if not self._context.may_manage_by(interaction):
            await say(interaction, wording.admins_only)
            return
        audience = await self._context.readers(interaction, is_private=True)
        post, question = await self._context.services.library.question_of(id_, audience)
        if post is None:
            await say(interaction, wording.answering["mark.not_stored"])
            return
        texts, name = wording.answering, custom_id("pin", id_)
        await interaction.response.send_modal(
            form(texts["pin.title"], texts["pin.label"], name, typed=question)
        )

    async def _pin(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        account, guild = ledger_id(interaction.user.id), ledger_id(interaction.guild_id or 0)
        question = one_line(typed_text(interaction))
        is_pinned = await self._pinned.pin(
            "discord", guild, question, pressed.subject, account,
            library=self._context.services.library,
        )  # fmt: skip
        line = wording.answering["pin.done" if is_pinned else "pin.full"]
        await say(interaction, line.format(question=question))

    async def _unpin(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        self._pinned.unpin("discord", ledger_id(interaction.guild_id or 0), pressed.subject)
        view = await self._list(interaction, wording)
        await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)

    async def _list(self, interaction: discord.Interaction, wording: Wording) -> ui.LayoutView:
        pinned = self._pinned.of("discord", ledger_id(interaction.guild_id or 0))
        audience = await self._context.readers(interaction, is_private=True)
        posts = await self._context.services.library.posts([each.post_id for each in pinned])
        lines = pinned_lines(
            pinned,
            posts,
            audience,
            wording,
            show_date=show_date,
            escaped=escaped_line,
            called=title_words,
            menu=wording.commands["menu.pin"],
        )
        label = wording.answering["unpin"]
        buttons = [
            plain_button(label.format(number=number), custom_id("unpin", each.mark))
            for number, each in enumerate(pinned[:SHOWN], start=1)
        ]
        return lines_view(lines, buttons)
