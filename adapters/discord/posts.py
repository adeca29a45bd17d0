"""Turns Discord's messages into posts; pure."""

from __future__ import annotations

from typing import Final

import discord

from adapters.discord.audience import Place, label_for
from bot.plain import one_line
from index.posts import Post

_TOLD: Final = (discord.MessageType.default, discord.MessageType.reply)
"""What people write; all others are notices of Discord's."""

_LONGEST_NAME: Final = 80


def post_id(guild_id: int, channel_id: int, message_id: int) -> str:
    """Returns the id of the post that a message is, live as in an export."""
    return f"discord:{guild_id}/{channel_id}/{message_id}"


def to_post(message: discord.Message, me: discord.abc.Snowflake) -> Post | None:
    """Returns the post that a message is; None where it is none.

    Bots, notices and empty messages are not posts, nor are questions to us.
    """
    channel = message.channel
    if (
        not isinstance(channel, Place)
        or message.author.bot
        or message.type not in _TOLD
        or any(mentioned.id == me.id for mentioned in message.mentions)
        or _answers(message, me)
    ):
        return None
    # Names in place of ids: a mention would be shown as a number. What a link shows of its page
    # is nothing that the author wrote.
    text = message.clean_content
    if not text.strip():
        return None
    parent = _parent(message, channel)
    return Post(
        id=post_id(channel.guild.id, channel.id, message.id),
        source=source_name(channel),
        text=text,
        title=channel.name if isinstance(channel, discord.Thread) and parent is None else "",
        author=one_line(message.author.display_name) or None,
        url=message.jump_url,
        posted_at=message.created_at,
        parent_id=parent,
        audience=label_for(channel),
        author_id=f"discord:{message.author.id}",
    )


def source_name(channel: Place) -> str:
    """Returns what people call a channel; a thread goes by its channel."""
    own = channel.parent or channel if isinstance(channel, discord.Thread) else channel
    return f"#{one_line(own.name).replace(':', ' ')[:_LONGEST_NAME]}"


def _answers(message: discord.Message, me: discord.abc.Snowflake) -> bool:
    answered = message.reference.resolved if message.reference else None
    return isinstance(answered, discord.Message) and answered.author.id == me.id


def _parent(message: discord.Message, channel: Place) -> str | None:
    """Returns the post a message belongs to: the one it answers, or the root of its thread."""
    guild_id = channel.guild.id
    reference = message.reference
    if message.type is discord.MessageType.reply and reference and reference.message_id:
        return post_id(guild_id, reference.channel_id, reference.message_id)
    if not isinstance(channel, discord.Thread) or message.id == channel.id:
        return None
    # A thread has the id of the message it was begun on. In a forum that message stands in
    # the thread itself; elsewhere in the channel.
    is_forum = isinstance(channel.parent, discord.ForumChannel)
    return post_id(guild_id, channel.id if is_forum else channel.parent_id, channel.id)
