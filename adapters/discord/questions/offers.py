"""Offers answers to new messages on Discord, and does what the buttons under them say."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.cards import offer_card
from adapters.chat.hearing import is_to_others
from adapters.chat.offer_actions import OfferActions
from adapters.discord.access.citable_posts import Place
from adapters.discord.ids import id_of, ledger_id, reference
from adapters.discord.private_replies import say
from adapters.discord.questions.buttons import DiscordPress
from adapters.discord.questions.message_to_question import question_in
from adapters.discord.rendering.layout import card_view
from adapters.discord.sender import FAILURES
from adapters.discord.sync.message_to_post import to_posts
from bot.offers.service import OfferService
from bot.text import one_line

if TYPE_CHECKING:
    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from adapters.discord.rendering.custom_ids import Pressed
    from bot.question_and_answer import Answer, Question
    from index.posts import Post

LOOKED_AT: Final = 20
"""So many of the messages after a question are looked at for one by somebody else."""

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NewOnDiscord:
    """A message that somebody wrote just now (a `NewMessage`)."""

    context: DiscordContext
    message: discord.Message
    channel: Place

    @property
    def name(self) -> str:
        """What it is called in the ledger."""
        return reference(self.channel.id, self.message.id)

    @property
    def workspace_id(self) -> str:
        """The server."""
        return ledger_id(self.channel.guild.id)

    @property
    def channel_id(self) -> str:
        """The channel, or that of its thread."""
        return ledger_id(getattr(self.channel, "parent_id", None) or self.channel.id)

    async def post(self) -> Post | None:
        """Return the post that it is; None where it is none."""
        found = to_posts(self.message, self.context.me)
        return next((each for each in found if each.part is None), None)

    async def question(self, text: str) -> Question:
        """Return a question for all who read its channel."""
        audience = await self.context.visibility.everybody_in(self.channel)
        asked = question_in(self.message, text, audience)
        return replace(asked, without=id_of(self.message))

    async def is_answered(self) -> bool:
        """Return whether somebody else wrote there since, or began a thread on it."""
        author, channel = self.message.author.id, self.channel
        begun = channel.guild.get_thread(self.message.id)
        if begun is not None and begun.id != channel.id:
            return True
        if not isinstance(channel, discord.abc.Messageable):
            return True
        try:
            since = await self.context.history.since(channel, self.message.id, LOOKED_AT)
            return any(each.author.id != author and not each.author.bot for each in since)
        except (*FAILURES, discord.InvalidData):
            return True

    async def show(self, offer: Answer, id_: str, *, is_alone: bool) -> str | None:
        """Offer an answer below it, or directly to its author."""
        message, sender = self.message, self.context.sender
        wording = self.context.wording_of(message.content, message.guild)
        channel = one_line(self.channel.name) if is_alone else ""
        view = card_view(offer_card(offer, id_, wording, channel=channel), wording)
        try:
            if is_alone:
                sent = await sender.send(message.author, view, str(message.id))
            else:
                sent = await sender.reply(message, view, str(message.id))
        except FAILURES:
            _log.warning("an answer could not be offered")
            return None
        return reference(sent.channel.id, sent.id)


class HelpOut:
    """Offers answers unasked, where admins chose that."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._offers = OfferService("discord", context.questions, context.services)
        self._actions = OfferActions(context.services)
        self.buttons = {"helped": self._helped, "not_this": self._not_this}

    async def on_message(self, message: discord.Message) -> None:
        """Offer an answer to a message that speaks to nobody in particular."""
        channel, me = message.channel, self._context.me
        if not isinstance(channel, Place) or message.author.bot:
            return
        if me in message.mentions or is_to_others(message.content, ()):
            return
        new = NewOnDiscord(self._context, message, channel)
        with self._context.tasks.answering():
            async with self._context.tasks.turn(new.name):
                await self._offers.on_message(new)

    async def _helped(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        press = DiscordPress(self._context, interaction, wording)
        is_admin = self._is_admin(interaction)
        await say(
            interaction, await self._actions.helped(press, pressed.subject, is_admin=is_admin)
        )

    async def _not_this(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        await interaction.response.defer()
        press = DiscordPress(self._context, interaction, wording)
        is_admin = self._is_admin(interaction)
        said = await self._actions.not_this(press, pressed.subject, is_admin=is_admin)
        await say(interaction, said)

    def _is_admin(self, interaction: discord.Interaction) -> bool:
        return interaction.guild is not None and self._context.may_manage_by(interaction)
