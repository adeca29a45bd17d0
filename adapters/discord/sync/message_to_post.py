"""Turns Discord's messages into posts; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.discord.access.citable_posts import Place, is_known_in, label_for
from adapters.discord.ids import post_id
from adapters.discord.sync.message_parts import is_app, is_reply_to, parts_of
from adapters.markup import post_rules
from adapters.markup.discord_message import said_by, shown
from adapters.markup.discord_post_rules import ANSWERS_TO_COMMANDS, WRITTEN, permalink
from adapters.markup.others_words import posts_of
from adapters.markup.post_rules import is_solved_tag
from adapters.markup.word_files import NOTHING_FILED
from bot.text import one_line
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.markup.others_words import LeftOut, Said
    from adapters.markup.word_files import Filed


def left_out(
    message: discord.Message, me: discord.abc.Snowflake, *, takes_apps: bool = False
) -> LeftOut | None:
    """Return why a message is no post; None where it is one, or a question to us or an answer.

    Args:
        message: The message.
        me: Ourselves.
        takes_apps: What apps write there is kept, too.
    """
    kind, is_ours = message.type.value, message.author.id == me.id
    wanted = {*WRITTEN, *(ANSWERS_TO_COMMANDS if takes_apps else ())}
    is_written = isinstance(kind, int) and kind in wanted
    return post_rules.why_left_out(
        is_notice=not is_written,
        is_by_app=is_app(message) and not takes_apps and not is_ours,
    )


def is_told(
    message: discord.Message, me: discord.abc.Snowflake, *, takes_apps: bool = False
) -> bool:
    """Tell whether somebody told the others something: bots, notices and questions to us do not."""
    return not (
        not isinstance(message.channel, Place)
        or message.author.id == me.id
        or left_out(message, me, takes_apps=takes_apps)
        or any(mentioned.id == me.id for mentioned in message.mentions)
        or is_reply_to(message, me)
    )


def to_posts(
    message: discord.Message,
    me: discord.abc.Snowflake,
    names: Mapping[str, str] | None = None,
    filed: Filed = NOTHING_FILED,
    *,
    takes_apps: bool = False,
) -> list[Post]:
    """Return the posts that a message is; none where it is none, or empty.

    Args:
        message: The message.
        me: Ourselves.
        names: The names under which accounts are stored, by their ids.
        filed: What its files say.
        takes_apps: What apps write there is kept, too.
    """
    channel = message.channel
    if not isinstance(channel, Place) or not is_told(message, me, takes_apps=takes_apps):
        return []
    names = names or {}
    said = _said(message, channel, names)
    own = "\n\n".join(filter(None, [*said.own, filed.own]))
    enclosures = [*said.enclosures, *filed.documents]
    if not (own or enclosures):
        return []
    author = one_line(author_name(message, names)) or None
    post = _post(message, channel, own or enclosures[0].text, author)
    return posts_of(post, own, enclosures)


def _post(message: discord.Message, channel: Place, text: str, author: str | None) -> Post:
    return Post(
        id=post_id(channel.guild.id, channel.id, message.id),
        source=source_name(channel),
        text=text,
        title=one_line(channel.name) if isinstance(channel, discord.Thread) else "",
        author=author,
        url=permalink(channel.guild.id, channel.id, message.id),
        posted_at=message.created_at,
        parent_id=_parent(message, channel),
        audience=label_for(channel),
        # The account of a webhook is that of all who speak through it.
        author_id=None if message.webhook_id else f"discord:{message.author.id}",
        # Whoever begins a thread titles it; that another renamed it, no message tells.
        titled_by=f"discord:{channel.owner_id}" if isinstance(channel, discord.Thread) else None,
        is_solved=_is_solved(message, channel),
    )


def _is_solved(message: discord.Message, channel: Place) -> bool | None:
    """Return whether a forum's post is tagged as solved; None where nothing could say so."""
    if not isinstance(channel, discord.Thread) or message.id != channel.id:
        return None
    if not isinstance(channel.parent, discord.ForumChannel):
        return None
    if not any(is_solved_tag(each.name) for each in channel.parent.available_tags):
        return None
    return any(is_solved_tag(each.name) for each in channel.applied_tags)


def author_name(message: discord.Message, names: Mapping[str, str]) -> str:
    """Return what the author of a message is called: a live one tells the nickname, no other."""
    author = message.author
    if isinstance(author, discord.Member) or message.webhook_id:
        return author.display_name
    return names.get(str(author.id)) or author.display_name


def title_of(message: discord.Message) -> str:
    """Return the title of a post in a forum, as of any message that a thread begins with."""
    channel = message.channel
    is_first = isinstance(channel, discord.Thread) and message.id == channel.id
    return one_line(channel.name) if isinstance(channel, discord.Thread) and is_first else ""


def source_name(channel: Place) -> str:
    """Return what people call a channel; a thread goes by its channel."""
    own = channel.parent or channel if isinstance(channel, discord.Thread) else channel
    return post_rules.source_name(own.name)


def _said(message: discord.Message, channel: Place, names: Mapping[str, str]) -> Said:
    """Return what an archive reader makes of the same message, too.

    Names stand in place of ids: of roles, which every member knows, and of the channels that
    every reader of the message sees.
    """
    # Who has written nothing yet goes by the account's name, live as in the past of a channel.
    people = {
        str(each.id): names.get(str(each.id)) or each.global_name or each.name
        for each in message.mentions
    }
    parent = channel.parent if isinstance(channel, discord.Thread) else None
    known = [each for each in (channel, parent) if each is not None]
    # Of threads only those that are awake are known: a name would come and go with them.
    named = [each for each in message.channel_mentions if not isinstance(each, discord.Thread)]
    known += [each for each in named if is_known_in(each, channel)]
    said = said_by(parts_of(message), is_by_app=is_app(message))
    channels = {str(each.id): each.name for each in known}
    named_roles = map(channel.guild.get_role, message.raw_role_mentions)
    roles = {str(each.id): each.name for each in named_roles if each is not None}
    return shown(said, people, channels, roles)


def _parent(message: discord.Message, channel: Place) -> str | None:
    """Return the post a message belongs to: the root of its thread, or the one it answers."""
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
