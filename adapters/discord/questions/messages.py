"""From a message to its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from adapters.chat.cards import answer_card
from adapters.chat.error_text import is_damage, sentence
from adapters.chat.hearing import (
    EDITING_SECONDS,
    INSTEAD,
    is_worth_saying,
    said_instead,
)
from adapters.discord.ids import asker, ledger_id, reference
from adapters.discord.questions.delivery import Delivery
from adapters.discord.questions.hearing import Hearing
from adapters.discord.questions.message_to_question import to_question
from adapters.discord.questions.typing_indicator import TypingSigns
from adapters.discord.questions.withheld import WithheldAnswers
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import card_view, lines_view
from bot.errors import HeldBack, UnavailableError
from bot.question_and_answer import question_id
from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    import discord
    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from adapters.discord.questions.hearing import Asked
    from bot.question_and_answer import Answer


class Reply(NamedTuple):
    """What is said to a question, and the answer that it shows, if it is one."""

    view: ui.LayoutView
    answer: Answer | None = None


class MessageHandler:
    """Answers messages.

    Attributes:
        asked: Returns a message as one to us; None where it is none.
    """

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._hearing = Hearing(context)
        self.asked = self._hearing.asked
        self._signs = TypingSigns()
        self._delivery = Delivery(context)
        self._withheld = WithheldAnswers(context)

    async def on_message(self, message: discord.Message) -> bool:
        """Answer a message if it is one to us; False where it is hardly for us."""
        services, is_ours = self._context.services, self._hearing.is_addressed(message)
        try:
            asked = await services.away.heard(lambda: self.asked(message), is_addressed=is_ours)
        except UnavailableError as error:
            name = reference(message.channel.id, message.id)
            if is_ours and services.ledger.deliveries.claim(name):
                with self._context.tasks.answering():
                    await self._delivery.tell_error(message, error)
                services.ledger.deliveries.finish(name)
            return is_ours
        return asked is not None and await self.answer_message(asked)

    async def answer_message(self, asked: Asked) -> bool:
        """Answer a message, once, whoever else saw it too; False where it was hardly for us."""
        message, deliveries = asked.message, self._context.services.ledger.deliveries
        name = reference(message.channel.id, message.id)
        if not deliveries.claim(name):
            return True
        with self._context.tasks.answering():
            if message.guild is None:
                await self._context.sender.direct.note(message.channel.id, message.author)
            async with self._context.tasks.turn(name):
                is_for_us = await self._take(asked)
                if is_for_us:
                    deliveries.finish(name)
                else:  # people also speak with each other there
                    deliveries.release(name)
        return is_for_us

    async def on_edit(self, message: discord.Message) -> None:
        """Answer an edited question again, in place, if it was asked just now."""
        edited_at, written_at = message.edited_at, message.created_at  # both by Discord's clock
        if edited_at is None or (edited_at - written_at).total_seconds() > EDITING_SECONDS:
            return
        asked, name = self.asked(message), reference(message.channel.id, message.id)
        with self._context.tasks.answering():
            async with self._context.tasks.turn(name):
                if asked is None or asked.intent in INSTEAD:
                    await self._take_back(message, name)
                shown = self._delivery.shown(name)
                if asked and shown:
                    await self._answer_again(asked, shown)
                if asked and not shown:  # what it said before got no answer that could be changed
                    self._context.services.ledger.deliveries.release(name)
        if asked and not shown:
            await self.answer_message(asked)

    async def _take_back(self, message: discord.Message, name: str) -> None:
        """Take the answer to a message away that asks nothing any more."""
        if shown := self._delivery.shown(name):
            beside = self._withheld.told(message)
            self._context.questions.threads.forget(question_id(name), [shown])
            self._delivery.forget(name)
            await self._delivery.take_away([shown, *beside])

    async def on_delete(self, channel_id: int, message_ids: Iterable[int]) -> None:
        """Take the answers to deleted questions away."""
        for each in message_ids:
            name = reference(channel_id, each)
            async with self._context.tasks.turn(name):
                for shown in self._context.questions.threads.take_back(name):
                    await self._delivery.remove(shown)

    async def _answer_again(self, asked: Asked, shown: str) -> None:
        beside = self._withheld.told(asked.message)
        try:
            reply = await self._reply(asked)
        except HeldBack as error:
            await self._tell_held_back(asked, error)
            return
        except UnavailableError as error:
            await self._delivery.tell_error(asked.message, error)
            return
        if self._context.answers_in(asked.message.channel):
            await self._delivery.change(shown, reply.view, reply.answer)
            await self._delivery.take_away(beside)
            await self._withheld.tell_writer(asked.message, reply.answer, self._wording(asked))

    async def _take(self, asked: Asked) -> bool:
        try:
            return await self._take_in(asked)
        except UnavailableError as error:
            if asked.intent == "answer":
                await self._delivery.tell_error(asked.message, error)
            return asked.intent == "answer"

    async def _take_in(self, asked: Asked) -> bool:
        message, wording = asked.message, self._wording(asked)
        if not self._context.answers_in(message.channel):
            await self._tell_quiet(message, wording)
            return True
        if said := said_instead(asked.intent, wording):
            await self._delivery.tell_alone(message, lines_view([said]))
            return True
        try:
            with self._held(message.author, message.channel.id):
                return await self._answer_here(asked, wording)
        except HeldBack as error:
            await self._tell_held_back(asked, error)
            return asked.intent == "answer"

    async def _answer_here(self, asked: Asked, wording: Wording) -> bool:
        message = asked.message
        if asked.intent == "answer":
            self._signs.show(message.channel)
        reply = await self._reply(asked)
        if not is_worth_saying(reply.answer, asked.intent):
            if reply.answer:
                self._context.services.ledger.questions.forget(reply.answer.question.id)
            return False
        await self._delivery.deliver(message, reply.view, reply.answer, wording)
        await self._withheld.tell_writer(message, reply.answer, wording)
        return True

    async def _tell_quiet(self, message: discord.Message, wording: Wording) -> None:
        """Tell who asks where nothing is answered openly, once a minute, and never there."""
        if self._context.services.limits.tells(asker(message.author)):
            view = lines_view([wording.settings["quiet"]])
            await self._delivery.tell(message.author, view, message.id)

    async def _reply(self, asked: Asked) -> Reply:
        """Return what to reply.

        Raises:
            HeldBack: The question is not taken.
            UnavailableError: What is kept cannot be used, which its asker alone is told.
        """
        wording = self._wording(asked)
        try:
            with crashes_as_errors():
                return await self._answer(asked, wording)
        except HeldBack:
            raise
        except Exception as error:  # a question that was taken gets its reply
            if is_damage(error, wording):
                raise
            return Reply(lines_view([escaped_line(sentence(error, wording))]))

    async def _tell_held_back(self, asked: Asked, error: HeldBack) -> None:
        """Tell its asker alone, once a minute, that a question is not taken."""
        limits, writer = self._context.services.limits, asker(asked.message.author)
        if asked.intent == "answer" and limits.tells(writer):
            await self._delivery.tell_error(asked.message, error)

    def _wording(self, asked: Asked) -> Wording:
        return self._context.wording_of(asked.message.content, asked.message.guild)

    def close(self) -> None:
        """End what is shown beside the answers."""
        self._signs.close()

    def _held(
        self, user: discord.User | discord.Member, channel_id: int
    ) -> AbstractContextManager[None]:
        return self._context.questions.held(asker(user), ledger_id(channel_id))

    async def _answer(self, asked: Asked, wording: Wording) -> Reply:
        message = asked.message
        if message.guild is None:
            audience = await self._context.visibility.one(message.author, None, among_adults=True)
        else:
            audience = await self._context.visibility.everybody_in(message.channel)
        question = to_question(message, self._context.me, audience)
        if question is None:
            return Reply(lines_view([wording.how_to_ask]))
        answer = await self._context.questions.ask(question, asked.before)
        return Reply(card_view(answer_card(answer, wording), wording), answer)
