"""Makes rows of Discord's messages as DiscordChatExporter writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from adapters.markup.discord import whole_text
from adapters.sources.archives.json_records import object_of, objects_of, text_of

if TYPE_CHECKING:
    from adapters.sources.archives.json_records import Record


WRITTEN: Final = ("Default", "Reply")
"""The types of messages that somebody wrote; the others are notices."""

_ID: Final = re.compile(r"[0-9]{1,19}")
_OPTED_OUT: Final = "\N{NO ENTRY SIGN}"


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel or thread whose messages are posts.

    Attributes:
        guild: The id of its server.
        id: Its own id.
        name: Its name.
        kind: Its type, as the export calls it.
        parent: For a thread, the id of the channel or forum it is in.
        parent_name: For a thread, the name of that.
    """

    guild: str
    id: str
    name: str
    kind: str
    parent: str = ""
    parent_name: str = ""

    @property
    def is_direct(self) -> bool:
        """Says whether it is a conversation of a few people and not a server's."""
        return self.kind.startswith("Direct") or self.guild in {"", "0"}

    @property
    def is_thread(self) -> bool:
        """Says whether it is a thread, or a post in a forum."""
        return self.kind.endswith("Thread")

    @property
    def audience(self) -> str:
        """Names its readers: a public thread has those of its channel."""
        is_open = self.is_thread and self.kind != "GuildPrivateThread" and self.parent
        return f"discord:{self.parent if is_open else self.id}"


def channel_of(header: Record) -> Channel:
    """Returns the channel that an export is of."""
    guild, channel = object_of(header.get("guild")), object_of(header.get("channel"))
    kind = text_of(channel.get("type"))
    name, id_ = text_of(channel.get("name")), text_of(channel.get("id"))
    found = Channel(text_of(guild.get("id")), id_, name, kind)
    if not found.is_thread:
        return found
    # What is called a category here is the channel that a thread is in.
    parent, parent_name = text_of(channel.get("categoryId")), text_of(channel.get("category"))
    return Channel(found.guild, id_, name, kind, parent, parent_name)


def titler_in(message: Record, channel: Channel) -> str:
    """Returns the account that titled a forum's post, where this is its first message; else ""."""
    author = text_of(object_of(message.get("author")).get("id"))
    is_first = channel.is_thread and text_of(message.get("id")) == channel.id
    return f"discord:{author}" if is_first and author else ""


def message_row(message: Record, channel: Channel, root: str | None) -> Record | None:
    """Returns what a message says of a post, or None where it is none.

    Args:
        message: As the export has it.
        channel: Where it was written.
        root: The first message of the thread, as the end of an id; None outside of threads.
    """
    author = object_of(message.get("author"))
    if not _is_written(message, author):
        return None
    text = _whole_text(message, channel)
    if not text:
        return None
    own = f"{channel.guild}/{channel.id}/{text_of(message.get('id'))}"
    parent = root or _answered(message, channel)
    return {
        "scope": "discord",
        "id": own,
        "source": f"#{channel.parent_name or channel.name}",
        "title": channel.name if channel.is_thread else "",
        "text": text,
        "author": text_of(author.get("nickname")) or text_of(author.get("name")),
        "url": f"https://discord.com/channels/{own}",
        "posted_at": text_of(message.get("timestamp")),
        "parent_id": None if parent == own else parent,
        "audience": channel.audience,
        "author_id": f"discord:{text_of(author.get('id'))}" if author.get("id") else None,
    }


def _is_written(message: Record, author: Record) -> bool:
    if text_of(message.get("type")) not in WRITTEN or author.get("isBot"):
        return False
    return not any(
        object_of(reaction.get("emoji")).get("name") == _OPTED_OUT
        and author.get("id") in [user.get("id") for user in objects_of(reaction.get("users"))]
        for reaction in objects_of(message.get("reactions"))
    )


def _whole_text(message: Record, channel: Channel) -> str:
    """Returns the text, and what its links unfold to."""
    parts = [text_of(message.get("content"))]
    for embed in objects_of(message.get("embeds")):
        parts += [text_of(embed.get("title")), text_of(embed.get("description"))]
        for field in objects_of(embed.get("fields")):
            parts += [text_of(field.get("name")), text_of(field.get("value"))]
    people = {
        text_of(each.get("id")): text_of(each.get("nickname")) or text_of(each.get("name"))
        for each in objects_of(message.get("mentions"))
    }
    channels = {channel.id: channel.name, channel.parent: channel.parent_name}
    return whole_text(parts, people, channels)


def _answered(message: Record, channel: Channel) -> str | None:
    reference = object_of(message.get("reference"))
    answered = text_of(reference.get("messageId"))
    if text_of(message.get("type")) != "Reply" or not _ID.fullmatch(answered):
        return None
    return f"{channel.guild}/{text_of(reference.get('channelId')) or channel.id}/{answered}"
