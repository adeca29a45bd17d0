"""From a message or a command to its answer."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

import discord

from adapters.chat.cards import answer_card
from adapters.chat.error_text import sentence
from adapters.discord.access.audience import Place
from adapters.discord.ids import asker, reference
from adapters.discord.locale import wording_for_locale, wording_of
from adapters.discord.questions.translate import asked_text, command_question, to_question
from adapters.discord.questions.typing_indicator import TypingSigns
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, card_view, lines_view
from adapters.discord.sender import FAILURES, LATE
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from adapters.discord.questions.interrupted import InterruptedCommands
    from bot.messages import Answer, Question


_log: Final = logging.getLogger(__name__)

_ASKED: Final = (discord.MessageType.default, discord.MessageType.reply)


class Asked(NamedTuple):
    """A message that is a question to us, and the question before it."""

    message: discord.Message
    before: Question | None


class MessageHandler:
    """Answers messages and the command `/ask`."""

    def __init__(self, context: DiscordContext, interrupted: InterruptedCommands) -> None:
        self._context = context
        self._interrupted = interrupted
        self._signs = TypingSigns()

    def asked(self, message: discord.Message) -> Asked | None:
        """Return the message as a question to us; None where it is none.

        It is one where we are mentioned, in a direct message, in reply to an answer of ours,
        and in a thread that we or somebody began on one.
        """
        me = self._context.me
        if message.author.bot or message.type not in _ASKED or not message.content.strip():
            return None
        before = self._before(message)
        in_private = message.guild is None
        mentioned = f"<@{me.id}>" in message.content or f"<@!{me.id}>" in message.content
        if message.guild is not None and message.guild.self_role is not None:
            # Completion offers our role beside us, under the same name.
            mentioned = mentioned or f"<@&{message.guild.self_role.id}>" in message.content
        to_us = self._is_reply_to_us(message)
        if before is None and (in_private or to_us):
            own = asker(message.author) if in_private else None
            before = self._context.questions.before(f"discord:{message.channel.id}", own)
        is_asked = in_private or mentioned or to_us or before is not None
        return Asked(message, before) if is_asked else None

    async def answer_message(self, asked: Asked) -> None:
        """Answer a message, once, whoever else saw it too."""
        message = asked.message
        name = reference(message.channel.id, message.id)
        if not self._context.services.ledger.deliveries.claim(name):
            return
        with self._context.tasks.answering():
            self._signs.show(message.channel)
            wording = wording_of(message.content, self._context.language)
            try:
                with crashes_as_errors():
                    answer, view = await self._answer(asked, wording)
            except Exception as error:  # noqa: BLE001 - a question that was taken gets its reply
                answer, view = None, lines_view([escaped_line(sentence(error, wording))])
            await self._deliver(message, view, answer, wording)
            self._context.services.ledger.deliveries.finish(name)

    def close(self) -> None:
        """End what is shown beside the answers."""
        self._signs.close()

    async def answer_command(
        self,
        interaction: discord.Interaction,
        text: str,
        filters: Mapping[str, str],
        *,
        is_private: bool,
    ) -> None:
        """Answer `/ask`: acknowledged at once, filled in when the answer is there."""
        with self._context.tasks.answering():
            wording = wording_for_locale(interaction.locale, self._context.language)
            is_late = await self._is_late(interaction, is_private=is_private)
            with self._interrupted.command(interaction, wording):
                await self._fill(
                    interaction, text, filters, wording, is_late=is_late, is_private=is_private
                )

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
                    interaction, text, audience, filters, is_private=is_private
                )
                answer = found = await self._context.questions.ask(question)
                may_share = is_private and isinstance(interaction.channel, Place)
                view = card_view(answer_card(found, wording, may_share=may_share), wording)
        except Exception as error:  # noqa: BLE001 - a question that was taken gets its reply
            view = lines_view([escaped_line(sentence(error, wording))])
        if is_late:
            await self._tell(interaction.user, view, interaction.id, answer)
            return
        sent = await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)
        if answer is not None:
            await self._context.keep(answer, sent)

    async def _is_late(self, interaction: discord.Interaction, *, is_private: bool) -> bool:
        try:
            await interaction.response.defer(ephemeral=is_private, thinking=True)
        except discord.NotFound as error:
            if error.code != LATE:
                raise
            # Discord no longer takes an answer here, so it is brought to the asker.
            return True
        return False

    async def _answer(self, asked: Asked, wording: Wording) -> tuple[Answer | None, ui.LayoutView]:
        message = asked.message
        if message.guild is None:
            audience = await self._context.visibility.one(message.author, None, among_adults=True)
        else:
            audience = await self._context.visibility.everybody_in(message.channel)
        question = to_question(message, self._context.me, audience)
        if question is None:
            return None, lines_view([wording.no_question])
        answer = await self._context.questions.ask(question, asked.before)
        return answer, card_view(answer_card(answer, wording), wording)

    async def _deliver(
        self,
        message: discord.Message,
        view: ui.LayoutView,
        answer: Answer | None,
        wording: Wording,
    ) -> None:
        try:
            sent = await self._context.sender.reply(message, view, str(message.id))
        except discord.Forbidden:
            text = asked_text(message, self._context.me, frozenset())[:200]
            said = escaped_line(wording.answered_in_private.format(question=text))
            # The card was made for all readers of the channel: one of them may read it anywhere.
            await self._tell(message.author, lines_view([said]), message.id + 1)
            await self._tell(message.author, view, message.id, answer)
        except FAILURES as error:
            said = escaped_line(sentence(error, wording))
            with suppress(*FAILURES):
                await self._context.sender.reply(message, lines_view([said]), f"{message.id}e")
        else:
            if answer is not None:
                await self._context.keep(answer, sent)

    async def _tell(
        self,
        user: discord.User | discord.Member,
        view: ui.LayoutView,
        mark: int,
        answer: Answer | None = None,
    ) -> None:
        try:
            sent = await self._context.sender.send(user, view, str(mark))
        except FAILURES:
            _log.warning("an answer could be delivered neither in its channel nor directly")
            return
        if answer is not None:
            await self._context.keep(answer, sent)

    def _is_reply_to_us(self, message: discord.Message) -> bool:
        answered = message.reference.resolved if message.reference else None
        return isinstance(answered, discord.Message) and answered.author.id == self._context.me.id

    def _before(self, message: discord.Message) -> Question | None:
        """Return the question that a reply, or a message in a thread, goes on from."""
        questions, channel = self._context.services.ledger.questions, message.channel
        answered = message.reference
        if answered is not None and answered.message_id is not None:
            found = questions.answered_by(reference(answered.channel_id, answered.message_id))
            if found is not None:
                return found
        if isinstance(channel, discord.Thread):
            begun_on = questions.answered_by(reference(channel.parent_id, channel.id))
            if begun_on is not None:
                return self._context.questions.before(f"discord:{channel.id}") or begun_on
        return None
