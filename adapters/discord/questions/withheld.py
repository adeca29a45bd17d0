"""Tells an asker alone that posts answer which not everybody in the channel may read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from adapters.chat.answer_notes import withheld_note
from adapters.chat.withheld import tell_withheld
from adapters.discord.access.citable_posts import Place, is_age_restricted
from adapters.discord.ids import reference
from adapters.discord.rendering.custom_ids import custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button
from bot.question_and_answer import question_id

if TYPE_CHECKING:
    import discord
    from discord import ui

    from adapters.chat.answer_notes import WithheldBy
    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from bot.question_and_answer import Answer


class WithheldAnswers:
    """Says what only the asker may know, where nobody else reads it, or not at all."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context

    async def tell_writer(
        self, message: discord.Message, answer: Answer | None, wording: Wording
    ) -> None:
        """Tell who wrote a question, directly, and remember where."""
        channel = message.channel
        if answer is None or not isinstance(channel, Place):
            return
        context, view = self._context, _view(answer, wording, channel.name)

        async def tell() -> None:
            sent = await context.sender.send(message.author, view, _mark(message))
            await context.keep(answer.with_excerpts(()), sent, is_beside=True)

        await tell_withheld(
            context.questions,
            answer,
            partial(
                context.visibility.one,
                message.author,
                message.guild,
                among_adults=is_age_restricted(channel),
            ),
            tell,
        )

    def told(self, message: discord.Message) -> list[str]:
        """Return the messages that told who wrote a question something beside its answer."""
        asked = question_id(reference(message.channel.id, message.id))
        return self._context.services.ledger.questions.told_beside(asked)

    async def tell_user(
        self, interaction: discord.Interaction, answer: Answer, wording: Wording
    ) -> None:
        """Tell who used a command, below its answer."""
        context, send = self._context, interaction.followup.send
        await tell_withheld(
            context.questions,
            answer,
            partial(context.own, interaction),
            partial(
                send, view=_view(answer, wording), ephemeral=True, wait=True,
                allowed_mentions=NO_PINGS,
            ),
        )  # fmt: skip


def _view(answer: Answer, wording: Wording, channel: str = "") -> ui.LayoutView:
    """Return what is told, with the button that shows the posts; elsewhere it names the channel."""
    by: WithheldBy = "elsewhere" if channel else "others"
    said = escaped_line(withheld_note(answer.question, by, wording, f"#{channel}"))
    shows = plain_button(wording.only_me, custom_id("only_me", answer.question.id))
    return lines_view([said], [shows])


def _mark(message: discord.Message) -> str:
    """Return what keeps Discord from showing it twice; what an edited question gets is another."""
    edited = int(message.edited_at.timestamp()) % 10_000 if message.edited_at else 0
    return f"{message.id + 2}e{edited}" if edited else str(message.id + 2)
