"""Brings answers to where they were asked for, changes them there, and takes them away."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.error_text import sentence
from adapters.chat.hearing import EDITING_SECONDS
from adapters.chat.ttl_cache import TtlCache
from adapters.discord.ids import place_of, reference
from adapters.discord.questions.message_to_question import asked_text
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view
from adapters.discord.sender import FAILURES
from bot.question_and_answer import question_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from bot.errors import BotError
    from bot.question_and_answer import Answer


_log: Final = logging.getLogger(__name__)


class Delivery:
    """Sends, changes and removes the replies to messages."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._delivered: TtlCache[str] = TtlCache(EDITING_SECONDS)

    def shown(self, asked: str) -> str:
        """Return the reply to a message; "" where there is none that could be changed.

        What is no answer, as where a filter was refused, is known for as long as a question may
        be edited.
        """
        replies = self._context.services.ledger.questions.replies(
            question_id(asked), is_beside=False
        )
        return next(iter(replies), "") or self._delivered.peek(asked) or ""

    def forget(self, asked: str) -> None:
        """Forget which reply stood below a message."""
        self._delivered.drop(asked)

    async def deliver(
        self,
        message: discord.Message,
        view: ui.LayoutView,
        answer: Answer | None,
        wording: Wording,
    ) -> None:
        """Answer a message in its channel, or its writer alone where we may not write there."""
        try:
            sent = await self._context.sender.reply(message, view, _nonce(message))
        except discord.Forbidden:
            text = asked_text(message, self._context.me, frozenset())[:200]
            said = escaped_line(wording.answered_in_private.format(question=text))
            # The card was made for all readers of the channel: one of them may read it anywhere.
            await self.tell(message.author, lines_view([said]), _nonce(message, 1))
            told = await self.tell(message.author, view, _nonce(message), answer)
            self._note(message, told)
        except FAILURES as error:
            await self._say_failed(message, escaped_line(sentence(error, wording)), answer)
        else:
            self._note(message, sent)
            if answer is not None:
                await self._context.keep(answer, sent)

    def _note(self, message: discord.Message, sent: discord.Message | None) -> None:
        if sent is not None:
            asked = reference(message.channel.id, message.id)
            self._delivered.put(asked, reference(sent.channel.id, sent.id))

    async def _say_failed(self, message: discord.Message, said: str, answer: Answer | None) -> None:
        """Say in place of an answer that it failed, unless Discord has stored it all the same."""
        with suppress(*FAILURES):
            # Under the answer's own nonce Discord takes nothing more, and gives the answer back.
            sent = await self._context.sender.reply(message, lines_view([said]), _nonce(message))
            if answer is not None and not _says(sent, said):
                await self._context.keep(answer, sent)

    async def tell_alone(self, message: discord.Message, view: ui.LayoutView) -> None:
        """Reply where nobody else reads it; in the channel where its writer takes no messages."""
        try:
            place = message.channel if message.guild is None else message.author
            await self._context.sender.send(place, view, _nonce(message))
        except discord.Forbidden:
            with suppress(*FAILURES):
                await self._context.sender.reply(message, view, _nonce(message))
        except FAILURES:
            _log.warning("a private reply could not be delivered")

    async def tell_error(self, message: discord.Message, error: BotError) -> None:
        """Tell the writer of a message alone why it gets no answer."""
        wording = self._context.wording_of(message.content, message.guild)
        view = lines_view([escaped_line(sentence(error, wording))])
        await self.tell_alone(message, view)

    async def tell(
        self,
        user: discord.User | discord.Member,
        view: ui.LayoutView,
        mark: int | str,
        answer: Answer | None = None,
    ) -> discord.Message | None:
        """Send somebody something directly, under a mark that names it; None where that fails."""
        try:
            sent = await self._context.sender.send(user, view, str(mark))
        except FAILURES:
            _log.warning("an answer could be delivered neither in its channel nor directly")
            return None
        if answer is not None:
            await self._context.keep(answer, sent)
        return sent

    async def change(self, name: str, view: ui.LayoutView, answer: Answer | None) -> None:
        """Show something in place of a message of ours; one that is gone stays gone."""
        try:
            sent = await self._message(name).edit(view=view, allowed_mentions=NO_PINGS)
        except FAILURES:
            _log.warning("an answer could not be changed")
            return
        if answer is None:  # it is none that could be corrected any more
            self._context.services.ledger.answers.forget(name)
        else:
            await self._context.keep(answer, sent)

    async def take_away(self, names: Iterable[str]) -> None:
        """Take messages of ours away, and forget that they stood there."""
        for each in names:
            self._context.services.ledger.answers.forget(each)
            await self.remove(each)

    async def remove(self, name: str) -> None:
        """Take a message of ours away."""
        try:
            await self._message(name).delete()
        except FAILURES:
            _log.warning("an answer could not be taken away")

    def _message(self, name: str) -> discord.PartialMessage:
        channel_id, message_id = place_of(name)
        channel = self._context.client.get_partial_messageable(channel_id)
        return channel.get_partial_message(message_id)


def _nonce(message: discord.Message, more: int = 0) -> str:
    """Return what names a reply to a message, by which Discord drops a second one.

    That to an edited message is another one: by the name of the first it would be dropped.
    """
    edited = int(message.edited_at.timestamp()) % 10_000 if message.edited_at else 0
    return f"{message.id + more}e{edited}" if edited else str(message.id + more)


def _says(message: discord.Message, said: str) -> bool:
    """Return whether a message is one of these words."""
    texts = [each for each in message.components if isinstance(each, discord.TextDisplay)]
    return [each.content for each in texts] == [said]
