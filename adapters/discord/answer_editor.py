"""Changes answers that stand in a channel, when what they show has changed or is no longer seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.chat.cards import corrected_card
from adapters.discord.access.citable_posts import Place, label, labels_in
from adapters.discord.ids import place_of
from adapters.discord.rendering.layout import NO_PINGS, card_view
from adapters.discord.sender import FAILURES, reason
from bot.errors import DeliveryError, NotServed
from bot.question_and_answer import Excerpt
from index.error_sentences import Told
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.discord.context import DiscordContext
    from bot.corrections.restatement import RevisedAnswer
    from bot.ledger.questions.answers import PostedAnswer


_FAILURES = (*FAILURES, discord.InvalidData)


class DiscordAnswerEditor:
    """Is told what changed, and changes the messages that the bot's core finds out of date.

    What only one person was shown for a moment cannot be changed any more, and vanishes by itself.
    """

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._corrections = context.services.corrections

    async def run(self) -> None:
        """Correct answers on Discord, until cancelled."""
        await self._context.client.wait_until_ready()
        await self._corrections.serve("discord", self._context.questions, self)

    def mark_deleted(self, post_ids: Sequence[str]) -> None:
        """Is told, before they are removed, that whoever wrote these posts removes them."""
        self._corrections.mark_deleted(post_ids)

    async def correct(self, post_ids: Sequence[str]) -> None:
        """Correct every answer that shows one of these posts, which were changed or removed."""
        await self._corrections.correct(post_ids)

    def look(self) -> None:
        """Have all answers looked at soon."""
        self._corrections.want("discord")

    def look_in(self, channel: discord.abc.GuildChannel) -> None:
        """Have the answers looked at soon that a change of a channel's readers may concern."""
        places = {channel.id, *(each.id for each in getattr(channel, "threads", ()))}
        self._look(channel.guild, frozenset(label(discord.Object(id_)) for id_ in places))

    def look_through(self, guild: discord.Guild) -> None:
        """Have the answers looked at soon that a change of a guild's roles may concern."""
        self._look(guild, labels_in(guild))

    async def readers(self, message: str) -> frozenset[str] | None:
        """Return what all who read a message may see; None where its channel is gone.

        Raises:
            NotServed: Another process serves its server, or direct messages.
            DeliveryError: Discord does not tell at the moment.
        """
        client = self._context.client
        try:
            channel = await self._channel(message)
            if not self._context.serves(channel.guild.id if isinstance(channel, Place) else 0):
                raise NotServed(Told("a server is not available"))
            if isinstance(channel, Place):
                guild = client.get_guild(channel.guild.id)
                if guild is None or guild.unavailable:
                    raise DeliveryError(Told("a server is not available"))
                return await self._context.visibility.everybody_in(channel)
            # What one person may see depends on all servers that they are on.
            if any(guild.unavailable for guild in client.guilds):
                raise DeliveryError(Told("a server is not available"))
            if isinstance(channel, discord.DMChannel) and channel.recipient is not None:
                seen = await self._context.visibility.one(
                    channel.recipient, None, among_adults=True
                )
                return seen | await self._context.visibility.elsewhere()
        except discord.NotFound:
            return None
        except _FAILURES as error:
            raise _translated(error) from error
        return frozenset({EVERYONE})

    async def show(self, message: str, answer: RevisedAnswer) -> bool:
        """Show an answer in place of a message; False where the message is gone.

        Raises:
            DeliveryError: It cannot be changed at the moment.
        """
        channel_id, message_id = place_of(message)
        question = answer.question
        guild = getattr(self._context.client.get_channel(channel_id), "guild", None)
        wording = (
            self._context.wording_for(question, guild)
            if question is not None
            else self._context.wording_of(_said(answer), guild)
        )
        try:
            channel = await self._channel(message)
            heading = []
            if question is not None and question.is_private and isinstance(channel, Place):
                name, text = question.asker.name, question.text
                heading = [wording.shared_by.format(name=name, question=text)]
            view = card_view(corrected_card(answer, wording, heading=heading), wording)
            if isinstance(channel, discord.Thread) and channel.archived:
                await channel.edit(archived=False)  # nothing in it can be changed while it is
            partial = self._context.client.get_partial_messageable(channel_id)
            await partial.get_partial_message(message_id).edit(view=view, allowed_mentions=NO_PINGS)
        except discord.NotFound:
            return False
        except _FAILURES as error:
            raise _translated(error) from error
        return True

    async def remove(self, message: str) -> None:
        """Take a message away, unless it is gone.

        Raises:
            DeliveryError: It cannot be taken away at the moment.
        """
        channel_id, message_id = place_of(message)
        partial = self._context.client.get_partial_messageable(channel_id)
        try:
            await partial.get_partial_message(message_id).delete()
        except discord.NotFound:
            pass
        except _FAILURES as error:
            raise _translated(error) from error

    def _look(self, guild: discord.Guild, labels: frozenset[str]) -> None:
        def is_wanted(posted: PostedAnswer, shown: frozenset[str]) -> bool:
            place = self._context.client.get_channel(place_of(posted.message)[0])
            if isinstance(place, Place):
                return place.guild.id == guild.id
            return bool(shown & labels)  # direct, or in a thread at rest

        self._corrections.want("discord", is_wanted)

    async def _channel(self, message: str) -> object:
        channel_id, client = place_of(message)[0], self._context.client
        channel = client.get_channel(channel_id)
        if channel is None or (isinstance(channel, discord.DMChannel) and not channel.recipient):
            # A thread at rest, or with whom we speak, is not known until it is asked for.
            return await client.fetch_channel(channel_id)
        return channel


def _said(answer: RevisedAnswer) -> str:
    return " ".join(each.text for each in answer.quotes if isinstance(each, Excerpt))


def _translated(error: Exception) -> DeliveryError:
    return DeliveryError(
        Told("Discord does not let an answer be corrected ({reason})", reason=reason(error))
    )
