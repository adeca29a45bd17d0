"""A channel as DiscordChatExporter would write it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.fakes.discord.world.channels import Kind, Thread
from tests.fakes.discord.world.snowflakes import moment_of

if TYPE_CHECKING:
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import User
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.discord.world.snowflakes import Json


_KINDS = {
    Kind.TEXT: "GuildTextChat",
    Kind.FORUM: "GuildForum",
    Kind.PUBLIC_THREAD: "GuildPublicThread",
    Kind.PRIVATE_THREAD: "GuildPrivateThread",
}
_TYPES = {0: "Default", 19: "Reply", 7: "GuildMemberJoin"}


def exported(channel: Channel) -> bytes:
    """Return the file of one channel or thread."""
    assert channel.guild
    parent = channel.parent if isinstance(channel, Thread) else channel.category
    about = {
        "id": str(channel.id),
        "type": _KINDS[channel.kind],
        "categoryId": str(parent.id) if parent else None,
        "category": parent.name if parent else None,
        "name": channel.name,
        "topic": channel.topic,
    }
    whole = {
        "guild": {"id": str(channel.guild.id), "name": channel.guild.name},
        "channel": about,
        "dateRange": {"after": None, "before": None},
        "exportedAt": "2026-11-24T10:00:00+00:00",
        "messages": [_message(each) for each in channel.messages],
    }
    return json.dumps(whole, indent=2).encode()


def _message(message: Message) -> Json:
    reference = {"messageId": str(message.reply_to), "channelId": str(message.channel.id)}
    return {
        "id": str(message.id),
        "type": _TYPES[message.kind],
        "timestamp": moment_of(message.id).isoformat(),
        "content": message.content,
        "author": _person(message.author, message.channel),
        "attachments": [{"id": str(x.id), "fileName": x.filename} for x in message.attachments],
        "embeds": [_embed(each) for each in message.embeds],
        "reactions": [
            {"emoji": {"name": name}, "users": [{"id": str(each)} for each in people]}
            for name, people in message.reactions.items()
        ],
        "mentions": [_person(each, message.channel) for each in message.mentioned],
        **({"reference": reference} if message.reply_to else {}),
    }


def _person(user: User, channel: Channel) -> Json:
    member = channel.guild.members.get(user.id) if channel.guild else None
    nick = (member.nick if member else None) or user.display_name or user.name
    return {"id": str(user.id), "name": user.name, "nickname": nick, "isBot": user.bot}


def _embed(embed: Json) -> Json:
    told = {name: embed.get(name) or "" for name in ("title", "description", "url")}
    return {**told, "fields": [{**each, "isInline": False} for each in embed.get("fields", [])]}
