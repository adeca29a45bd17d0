"""Takes over what reactions and the tags of forums say of which message answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.discord.ids import ledger_id, post_id
from adapters.markup.post_rules import ANSWER_SIGN, is_solved_tag
from bot.posts.answer_marks import Marker

if TYPE_CHECKING:
    from adapters.discord.context import DiscordContext


class AnswerMarks:
    """Hands on what is said of messages that are stored; of all others nothing is kept."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context
        self._marks = context.services.library.marks

    async def on_reaction(self, payload: discord.RawReactionActionEvent) -> None:
        """Take over a tick that somebody set on a message, or took off."""
        if str(payload.emoji) != ANSWER_SIGN or payload.guild_id is None:
            return
        id_ = post_id(payload.guild_id, payload.channel_id, payload.message_id)
        account, member = ledger_id(payload.user_id), payload.member
        with self._context.tasks.answering():
            if payload.event_type == "REACTION_REMOVE":
                await self._marks.uncheck(id_, account)
            elif member is None or not member.bot:
                trusted = self._context.trusted_by(member)
                await self._marks.check(id_, Marker(account, trusted=trusted))

    async def on_clear(
        self, payload: discord.RawReactionClearEvent | discord.RawReactionClearEmojiEvent
    ) -> None:
        """Take it over that a moderator took all ticks off a message."""
        emoji = getattr(payload, "emoji", ANSWER_SIGN)  # of all reactions none is named
        if str(emoji) == ANSWER_SIGN and payload.guild_id is not None:
            with self._context.tasks.answering():
                await self._marks.uncheck(
                    post_id(payload.guild_id, payload.channel_id, payload.message_id)
                )

    async def on_thread_update(self, payload: discord.RawThreadUpdateEvent) -> None:
        """Take it over that a forum's post was tagged as solved, or is no longer.

        One that is put to rest in the same moment is not remembered: what Discord tells is read.
        """
        guild = self._context.client.get_guild(payload.guild_id)
        forum = guild.get_channel(payload.parent_id) if guild else None
        if not isinstance(forum, discord.ForumChannel):
            return
        solved = {each.id for each in forum.available_tags if is_solved_tag(each.name)}
        applied = {int(each) for each in payload.data.get("applied_tags", ())}
        if solved:
            with self._context.tasks.answering():
                id_ = post_id(payload.guild_id, payload.thread_id, payload.thread_id)
                await self._marks.tag(id_, is_solved=not solved.isdisjoint(applied))
