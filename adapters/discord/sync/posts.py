"""Turns Discord's messages into posts; pure."""

from __future__ import annotations

from typing import Final

import discord

from adapters.discord.access.audience import Place, label_for
from adapters.discord.ids import post_id
from adapters.markup.discord import whole_text
from bot.text import one_line
from index.posts import Post

NOT_THIS: Final = "🚫"
"""In a channel's topic, or as an author's reaction: what is written there is not kept."""


_TOLD: Final = (discord.MessageType.default, discord.MessageType.reply)
"""What people write; all others are notices of Discord's."""

_LONGEST_NAME: Final = 80


def is_told(message: discord.Message, me: discord.abc.Snowflake) -> bool:
    """Says whether somebody told the others something: bots, notices and questions to us do not."""
    return not (
        not isinstance(message.channel, Place)
        or message.author.bot
        or message.type not in _TOLD
        or any(mentioned.id == me.id for mentioned in message.mentions)
        or _answers(message, me)
    )


def to_post(message: discord.Message, me: discord.abc.Snowflake, filed: str = "") -> Post | None:
    """Returns the post that a message is; None where it is none, or empty.

    Args:
        message: The message.
        me: Ourselves.
        filed: What its text files say.
    """
    channel = message.channel
    if not isinstance(channel, Place) or not is_told(message, me):
        return None
    text = "\n\n".join(filter(None, [_text(message, channel), filed]))
    if not text:
        return None
    parent = _parent(message, channel)
    return Post(
        id=post_id(channel.guild.id, channel.id, message.id),
        source=source_name(channel),
        text=text,
        title=channel.name.strip() if isinstance(channel, discord.Thread) else "",
        author=one_line(message.author.display_name) or None,
        url=message.jump_url,
        posted_at=message.created_at,
        parent_id=parent,
        audience=label_for(channel),
        author_id=f"discord:{message.author.id}",
        # Whoever begins a thread titles it; that another renamed it, no message tells.
        titled_by=f"discord:{channel.owner_id}" if isinstance(channel, discord.Thread) else None,
    )


def source_name(channel: Place) -> str:
    """Returns what people call a channel; a thread goes by its channel."""
    own = channel.parent or channel if isinstance(channel, discord.Thread) else channel
    return f"#{one_line(own.name).replace(':', ' ')[:_LONGEST_NAME]}"


def _answers(message: discord.Message, me: discord.abc.Snowflake) -> bool:
    answered = message.reference.resolved if message.reference else None
    return isinstance(answered, discord.Message) and answered.author.id == me.id


def _text(message: discord.Message, channel: Place) -> str:
    """Returns what an archive reader makes of the same message, too.

    Names stand in place of ids; of channels only those that every reader knows.
    """
    parts = [message.content]
    for embed in message.embeds:
        parts += [embed.title or "", embed.description or ""]
        for field in embed.fields:
            parts += [field.name or "", field.value or ""]
    people = {str(each.id): each.display_name for each in message.mentions}
    parent = channel.parent if isinstance(channel, discord.Thread) else None
    known = [each for each in (channel, parent) if each is not None]
    return whole_text(parts, people, {str(each.id): each.name for each in known})


def _parent(message: discord.Message, channel: Place) -> str | None:
    """Returns the post a message belongs to: the root of its thread, or the one it answers."""
    guild_id = channel.guild.id
    if isinstance(channel, discord.Thread):
        # A thread has the id of the message it was begun on. In a forum that message stands in
        # the thread itself; elsewhere in the channel.
        is_forum = isinstance(channel.parent, discord.ForumChannel)
        root = post_id(guild_id, channel.id if is_forum else channel.parent_id, channel.id)
        return None if message.id == channel.id else root
    reference = message.reference
    if message.type is discord.MessageType.reply and reference and reference.message_id:
        return post_id(guild_id, reference.channel_id, reference.message_id)
    return None
