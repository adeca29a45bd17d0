"""Tells an asker alone that posts answer which not everybody in the channel may read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from adapters.chat.answer_notes import withheld_note
from adapters.chat.withheld import tell_withheld
from adapters.discord.access.citable_posts import Place, is_age_restricted
from adapters.discord.context import is_among_adults
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

    class _Own(Protocol):
        async def __call__(self, *, among_adults: bool) -> frozenset[str]: ...


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
        context, is_here = self._context, is_age_restricted(channel)
        own = partial(context.visibility.one, message.author, message.guild)

        async def tell() -> None:
            by_age = await self._is_by_age(answer, own, is_here=is_here)
            view = _view(answer, wording, "age_elsewhere" if by_age else "elsewhere", channel.name)
            sent = await context.sender.send(message.author, view, _mark(message))
            await context.keep(answer.with_excerpts(()), sent, is_beside=True)

        await tell_withheld(context.questions, answer, partial(own, among_adults=True), tell)

    def told(self, message: discord.Message) -> list[str]:
        """Return the messages that told who wrote a question something beside its answer."""
        asked = question_id(reference(message.channel.id, message.id))
        return self._context.services.ledger.questions.told_beside(asked)

    async def tell_user(
        self, interaction: discord.Interaction, answer: Answer, wording: Wording
    ) -> None:
        """Tell who used a command, below its answer."""
        context = self._context

        async def tell() -> None:
            is_here = is_among_adults(interaction)
            by_age = await self._is_by_age(answer, own, is_here=is_here)
            view = _view(answer, wording, "age" if by_age else "others")
            await interaction.followup.send(
                view=view, ephemeral=True, wait=True, allowed_mentions=NO_PINGS
            )

        own = partial(context.visibility.one, interaction.user, interaction.guild)
        await tell_withheld(context.questions, answer, partial(own, among_adults=True), tell)

    async def _is_by_age(self, answer: Answer, own: _Own, *, is_here: bool) -> bool:
        """Return whether all that answers is age-restricted, and the place of the question not.

        Args:
            answer: What all were told.
            own: Returns what the asker may see.
            is_here: What is age-restricted may be shown in that place.
        """
        shown = await own(among_adults=is_here)
        if shown == await own(among_adults=True):
            return False
        return not await self._context.questions.is_withheld(answer, shown)


def _view(answer: Answer, wording: Wording, by: WithheldBy, channel: str = "") -> ui.LayoutView:
    """Return what is told, with the button that shows the posts where they may be shown."""
    said = escaped_line(withheld_note(answer.question, by, wording, f"#{channel}"))
    if by == "age":  # what is told stands in the very place that may hold nothing of it
        return lines_view([said])
    return lines_view(
        [said], [plain_button(wording.only_me, custom_id("only_me", answer.question.id))]
    )


def _mark(message: discord.Message) -> str:
    """Return what keeps Discord from showing it twice; what an edited question gets is another."""
    edited = int(message.edited_at.timestamp()) % 10_000 if message.edited_at else 0
    return f"{message.id + 2}e{edited}" if edited else str(message.id + 2)
