"""From the command `/ask` to its answer."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.cards import answer_card
from adapters.chat.error_text import sentence
from adapters.chat.hearing import asks_something
from adapters.discord.access.citable_posts import Place
from adapters.discord.ids import asker, ledger_id
from adapters.discord.private_replies import say
from adapters.discord.questions.delivery import Delivery
from adapters.discord.questions.message_to_question import command_question, mentioned_people
from adapters.discord.questions.withheld import WithheldAnswers
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, card_view, lines_view
from adapters.discord.sender import LATE
from bot.errors import AskError, HeldBack
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from adapters.discord.questions.tell_interrupted import InterruptedCommands
    from bot.question_and_answer import Answer

MOST_NAMED: Final = 5
"""Accounts mentioned in one command that Discord is asked about, one by one."""


class AskCommand:
    """Answers the command `/ask`; what cannot be asked so is told to its user alone."""

    def __init__(self, context: DiscordContext, interrupted: InterruptedCommands) -> None:
        self._context = context
        self._interrupted = interrupted
        self._delivery = Delivery(context)
        self._withheld = WithheldAnswers(context)

    async def answer(
        self,
        interaction: discord.Interaction,
        text: str,
        filters: Mapping[str, str],
        *,
        is_private: bool,
    ) -> None:
        """Answer `/ask`: acknowledged at once, filled in when the answer is there."""
        is_private = is_private or not self._context.answers_in(interaction.channel)
        with self._context.tasks.answering():
            wording = self._context.wording(interaction)
            if not text.strip() or not (any(filters.values()) or asks_something(text)):
                help_ = lines_view([wording.how_to_ask])
                await interaction.response.send_message(view=help_, ephemeral=True)
                return
            # Before it is acknowledged: an acknowledgement fixes who reads what comes of it.
            if refused := self._refused(interaction, text, filters, wording):
                await say(interaction, refused)
                return
            try:
                with self._held(interaction.user, interaction.channel_id or 0):
                    is_late = await self._is_late(interaction, is_private=is_private)
                    with self._interrupted.command(interaction, wording):
                        await self._fill(
                            interaction, text, filters, wording,
                            is_late=is_late, is_private=is_private,
                        )  # fmt: skip
            except HeldBack as error:
                await say(interaction, sentence(error, wording))

    def _refused(
        self,
        interaction: discord.Interaction,
        text: str,
        filters: Mapping[str, str],
        wording: Wording,
    ) -> str:
        """Return what is wrong with a question, as far as no post needs to be looked at for it."""
        me = self._context.me
        try:
            command_question(interaction, text, frozenset(), filters, me=me, is_private=True)
        except AskError as error:
            return sentence(error, wording)
        return ""

    def _held(
        self, user: discord.User | discord.Member, channel_id: int
    ) -> AbstractContextManager[None]:
        return self._context.questions.held(asker(user), ledger_id(channel_id))

    async def _fill(
        self,
        interaction: discord.Interaction,
        text: str,
        filters: Mapping[str, str],
        wording: Wording,
        *,
        is_late: bool,
        is_private: bool,
    ) -> None:
        answer: Answer | None = None
        try:
            with crashes_as_errors():
                audience = await self._context.readers(interaction, is_private=is_private)
                question = command_question(
                    interaction, text, audience, filters,
                    me=self._context.me, is_private=is_private,
                    people=await self._people(interaction.guild, text),
                )  # fmt: skip
                answer = found = await self._context.questions.ask(question)
                may_share = is_private and self._may_share_in(interaction.channel)
                view = card_view(answer_card(found, wording, may_share=may_share), wording)
        except Exception as error:  # noqa: BLE001 - a question that was taken gets its reply
            view = lines_view([escaped_line(sentence(error, wording))])
        if is_late:
            await self._delivery.tell(interaction.user, view, interaction.id, answer)
            return
        if answer is not None and answer.wrong_name is not None and not is_private:
            self._context.services.ledger.questions.forget(answer.question.id)
            await self._refuse(interaction, sentence(answer.wrong_name, wording))
            return
        sent = await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
        if answer is not None:
            await self._context.keep(answer, sent)
            await self._withheld.tell_user(interaction, answer, wording)

    async def _people(self, guild: discord.Guild | None, text: str) -> dict[int, str]:
        """Return the names of who is mentioned in a command, which brings the ids alone."""
        named: dict[int, str] = {}
        if guild is None:
            return named
        for id_ in mentioned_people(text, self._context.me)[:MOST_NAMED]:
            with suppress(discord.HTTPException):
                member = guild.get_member(id_) or await guild.fetch_member(id_)
                named[id_] = member.display_name
        return named

    async def _refuse(self, interaction: discord.Interaction, said: str) -> None:
        """Tell its user alone that nothing has a name that was chosen, where all were to read it.

        The first message after an acknowledgement takes its place, and its readers: so it goes.
        """
        with suppress(discord.NotFound):
            await interaction.delete_original_response()
        await say(interaction, said)

    def _may_share_in(self, place: object) -> bool:
        return isinstance(place, Place) and self._context.answers_in(place)

    async def _is_late(self, interaction: discord.Interaction, *, is_private: bool) -> bool:
        try:
            await interaction.response.defer(ephemeral=is_private, thinking=True)
        except discord.NotFound as error:
            if error.code != LATE:
                raise
            # Discord no longer takes an answer here, so it is brought to the asker.
            return True
        return False
