"""Tells which messages are for us, and what is wanted by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import discord

from adapters.chat.hearing import intent_for
from adapters.discord.ids import asker, reference
from adapters.discord.questions.message_to_question import asked_text
from adapters.discord.sync.message_parts import is_reply_to, replied_to

if TYPE_CHECKING:
    from adapters.discord.context import DiscordContext
    from bot.question_and_answer import Question
    from bot.questions.parsing.intent import Intent


_ASKED: Final = (discord.MessageType.default, discord.MessageType.reply)


class Asked(NamedTuple):
    """A message that is for us, what is wanted, and the question before it."""

    message: discord.Message
    intent: Intent
    before: Question | None


class Hearing:
    """Tells which messages are for us."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context

    def is_addressed(self, message: discord.Message) -> bool:
        """Return whether a message asks us by name, or where nobody else is asked."""
        if message.author.bot or message.type not in _ASKED or not message.content.strip():
            return False
        is_direct = message.guild is None or self._is_mentioned(message)
        return is_direct and self._intent(message, is_direct=True) != "nothing"

    def asked(self, message: discord.Message) -> Asked | None:
        """Return the message as one to us; None where it is none.

        It is one where we are mentioned and in a direct message. In reply to an answer of ours,
        and in a thread that goes on from a question to us, it is where it asks something of us.
        """
        if message.author.bot or message.type not in _ASKED or not message.content.strip():
            return None
        in_private, is_mentioned = message.guild is None, self._is_mentioned(message)
        if _replies_to_others(message, self._context.me) and not (is_mentioned or in_private):
            return None
        before, to_us = self._before(message), is_reply_to(message, self._context.me)
        is_led = is_mentioned and isinstance(message.channel, discord.Thread)
        if before is None and (in_private or to_us or is_led):
            own = asker(message.author) if in_private else None
            before = self._context.questions.before(f"discord:{message.channel.id}", own)
        is_direct = in_private or is_mentioned
        settings = self._context.settings(message.guild)
        goes_on = to_us or (before is not None and settings.goes_on)
        if not is_direct and not (goes_on and self._context.answers_in(message.channel)):
            return None
        intent = self._intent(message, is_direct=is_direct)
        return None if intent == "nothing" else Asked(message, intent, before)

    def _is_mentioned(self, message: discord.Message) -> bool:
        return any(f"<@{id_}>" in message.content for id_ in self._own_ids(message))

    def _intent(self, message: discord.Message, *, is_direct: bool) -> Intent:
        words = asked_text(message, self._context.me, frozenset())
        ids = {id_.lstrip("!&") for id_ in self._own_ids(message)}
        return intent_for(message.content, words, is_direct=is_direct, ours=ids)

    def _own_ids(self, message: discord.Message) -> list[str]:
        """Return what stands in mentions of us."""
        id_ = str(self._context.me.id)
        role = message.guild.self_role if message.guild else None
        # Completion offers our role beside us, under the same name.
        return [id_, f"!{id_}", *([f"&{role.id}"] if role else [])]

    def _before(self, message: discord.Message) -> Question | None:
        """Return the question that a reply, or a message in a thread, goes on from."""
        questions, channel = self._context.services.ledger.questions, message.channel
        answered = message.reference
        if answered is not None and answered.message_id is not None:
            found = questions.answered_by(reference(answered.channel_id, answered.message_id))
            if found is not None:
                return found
        if isinstance(channel, discord.Thread):
            place, writer = f"discord:{channel.id}", asker(message.author)
            for home in (channel.parent_id, channel.id):  # in a forum it stands in the thread
                first = reference(home, channel.id)
                found = self._context.questions.threads.going_on(
                    first, place, writer, message.created_at
                )
                if found:
                    return found
        return None


def _replies_to_others(message: discord.Message, me: discord.abc.Snowflake) -> bool:
    return replied_to(message) is not None and not is_reply_to(message, me)
