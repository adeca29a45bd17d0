"""Tells an asker alone that posts answer which not everybody in the channel may read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from adapters.chat.answer_notes import withheld_note
from adapters.chat.withheld import tell_withheld
from adapters.discord.access.citable_posts import Place, is_age_restricted
from adapters.discord.rendering.custom_ids import custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button

if TYPE_CHECKING:
    import discord
    from discord import ui

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
        """Tell who wrote a question, directly."""
        if answer is None or not isinstance(message.channel, Place):
            return
        context, view = self._context, _view(answer, wording)
        await tell_withheld(
            context.questions,
            answer,
            partial(
                context.visibility.one,
                message.author,
                message.guild,
                among_adults=is_age_restricted(message.channel),
            ),
            partial(context.sender.send, message.author, view, str(message.id + 2)),
        )

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


def _view(answer: Answer, wording: Wording) -> ui.LayoutView:
    """Return what is told, with the button that shows the posts."""
    said = escaped_line(withheld_note(answer.question, "others", wording))
    shows = plain_button(wording.only_me, custom_id("only_me", answer.question.id))
    return lines_view([said], [shows])
