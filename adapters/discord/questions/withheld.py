"""Tells an asker alone that posts answer which not everybody in the channel may read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from adapters.chat.answer_notes import withheld_note
from adapters.discord.access.audience import Place, is_age_restricted
from adapters.discord.rendering.custom_ids import custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button
from adapters.discord.sender import FAILURES
from bot.errors import BotError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import discord
    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from adapters.discord.questions.delivery import Delivery
    from bot.question_and_answer import Answer


_log: Final = logging.getLogger(__name__)


class WithheldAnswers:
    """Says what only the asker may know, where nobody else reads it, or not at all."""

    def __init__(self, context: DiscordContext, delivery: Delivery) -> None:
        self._context = context
        self._delivery = delivery

    async def tell_writer(
        self, message: discord.Message, answer: Answer | None, wording: Wording
    ) -> None:
        """Tell who wrote a question, directly."""
        if answer is None or not isinstance(message.channel, Place):
            return
        among_adults = is_age_restricted(message.channel)
        view = await self._view(
            answer,
            lambda: self._context.visibility.one(
                message.author, message.guild, among_adults=among_adults
            ),
            wording,
        )
        if view is not None:
            await self._delivery.tell(message.author, view, message.id + 2)

    async def tell_user(
        self, interaction: discord.Interaction, answer: Answer, wording: Wording
    ) -> None:
        """Tell who used a command, below its answer."""
        view = await self._view(answer, lambda: self._context.own(interaction), wording)
        if view is not None:
            await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NO_PINGS)

    async def _view(
        self, answer: Answer, own: Callable[[], Awaitable[frozenset[str]]], wording: Wording
    ) -> ui.LayoutView | None:
        """Return what is told, with the button that shows the posts; None where nothing is."""
        if answer.found:
            return None
        try:
            is_withheld = await self._context.questions.is_withheld(answer, await own())
        except (BotError, *FAILURES) as error:  # the question is answered as it is
            _log.info("what is withheld could not be told (%s)", type(error).__name__)
            return None
        if not is_withheld:
            return None
        question = answer.question
        said = escaped_line(withheld_note(question, "others", wording))
        shows = plain_button(wording.only_me, custom_id("only_me", question.id))
        return lines_view([said], [shows])
