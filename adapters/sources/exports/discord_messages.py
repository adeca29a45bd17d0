"""Makes rows of Discord's messages as DiscordChatExporter writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from adapters.markup import discord_post_rules
from adapters.markup.discord_message import Embed, Parts, Poll, Snapshot, said_by, shown, texts
from adapters.markup.post_rules import OPT_OUT_SIGN, source_name, why_left_out
from adapters.markup.text_files import holds_words
from adapters.sources.archive_reading.json_records import (
    id_of,
    name_in_json,
    object_of,
    objects_of,
    text_of,
)
from adapters.sources.dates.parsing import parse_date
from adapters.sources.exports.found_message import Found, Wordless
from adapters.sources.wrong_value import WrongValue

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.markup.others_words import Said
    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.left_out_fields import LeftOut


WRITTEN: Final = frozenset(discord_post_rules.WRITTEN.values())
"""The types of messages that people write, as the exporter calls them."""

_ID: Final = re.compile(r"[0-9]{1,19}")
NO_NUMBER: Final = frozenset({"", "0", "0000"})
"""What stands in the place of the number that an app's account has, where there is none."""


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
        is_closed: Whether its topic, or that of the channel it is in, keeps its messages out.
    """

    guild: str
    id: str
    name: str
    kind: str
    parent: str = ""
    parent_name: str = ""
    is_closed: bool = False

    @property
    def is_direct(self) -> bool:
        """Whether it is a conversation of a few people and not a server's."""
        is_nowhere = self.guild in {"", "0"} and not self.kind.startswith("Guild")
        return self.kind.startswith("Direct") or is_nowhere

    @property
    def is_thread(self) -> bool:
        """Whether it is a thread, or a post in a forum."""
        return self.kind.endswith("Thread")

    @property
    def audience(self) -> str:
        """Names its readers: a public thread has those of its channel."""
        is_open = self.is_thread and self.kind != "GuildPrivateThread" and self.parent
        return f"discord:{self.parent if is_open else self.id}"


def channel_of(header: Record) -> Channel:
    """Return the channel that an export is of."""
    guild, channel = object_of(header.get("guild")), object_of(header.get("channel"))
    kind = text_of(channel.get("type"))
    name, id_ = text_of(channel.get("name")), _number_of(channel.get("id"))
    is_closed = discord_post_rules.is_closed_by(text_of(channel.get("topic")))
    found = Channel(_number_of(guild.get("id")), id_, name, kind, is_closed=is_closed)
    if not found.is_thread:
        return found
    # What is called a category here is the channel that a thread is in.
    parent, parent_name = _number_of(channel.get("categoryId")), text_of(channel.get("category"))
    return replace(found, parent=parent, parent_name=parent_name)


def _number_of(value: object) -> str:
    """Return the id of a server or a channel, and "" for what can be none."""
    found = id_of(value)
    return found if _ID.fullmatch(found) else ""


def titler_in(message: Record, channel: Channel) -> str:
    """Return the account that titled a forum's post, where this is its first message; else ""."""
    author = id_of(object_of(message.get("author")).get("id"))
    is_first = channel.is_thread and id_of(message.get("id")) == channel.id
    return f"discord:{author}" if is_first and author else ""


def message_found(
    message: Record, channel: Channel, root: str | None, *, with_apps: bool = False
) -> Found | Wordless | LeftOut:
    """Return what a message says of a post, or why it is none.

    Args:
        message: As the export has it.
        channel: Where it was written.
        root: The first message of the thread, as the end of an id; None outside of threads.
        with_apps: Whether what apps wrote is wanted.
    """
    author = object_of(message.get("author"))
    if reason := _left_out(message, author, channel, with_apps=with_apps):
        return reason
    said = _said_and_lost(message, channel)
    if not said.texts:
        return Wordless(said)
    id_ = id_of(message.get("id"))
    if not id_:
        return "nameless"
    own = f"{channel.guild}/{channel.id}/{id_}"
    parent = root or _answered(message, channel)
    # The account of a webhook is that of all who speak through it.
    account = "" if author.get("isBot") else id_of(author.get("id"))
    row: Record = {
        "scope": "discord",
        "id": own,
        "source": source_name(channel.parent_name or channel.name),
        "title": channel.name if channel.is_thread else "",
        "text": "\n\n".join(said.own) or said.enclosures[0].text,
        "author": name_in_json(author.get("nickname")) or name_in_json(author.get("name")),
        "url": _link(channel, id_),
        "posted_at": text_of(message.get("timestamp")),
        "parent_id": None if parent == own else parent,
        "audience": channel.audience,
        "author_id": account and f"discord:{account}",
    }
    return Found(row, said)


def _link(channel: Channel, id_: str) -> str:
    is_known = channel.id and channel.guild.strip("0")
    return discord_post_rules.permalink(channel.guild, channel.id, id_) if is_known else ""


def _left_out(
    message: Record, author: Record, channel: Channel, *, with_apps: bool
) -> LeftOut | None:
    # A webhook has no number and no role; that its message answers a command, nothing tells.
    has_number = text_of(author.get("discriminator")) not in NO_NUMBER
    is_app = discord_post_rules.is_by_app(
        is_bot=bool(author.get("isBot")),
        by_webhook=bool(author.get("isBot")) and not (has_number or author.get("roles")),
        answers_command=False,
        is_spoken=any(map(message.get, ("content", "attachments", "stickers"))),
    )
    return why_left_out(
        is_notice=text_of(message.get("type")) not in WRITTEN,
        is_by_app=is_app and not with_apps,
        is_kept_out=channel.is_closed or _is_kept_out(message, author),
    )


def _is_kept_out(message: Record, author: Record) -> bool:
    return any(
        object_of(reaction.get("emoji")).get("name") == OPT_OUT_SIGN
        and author.get("id") in [user.get("id") for user in objects_of(reaction.get("users"))]
        for reaction in objects_of(message.get("reactions"))
    )


def _said_and_lost(message: Record, channel: Channel) -> Said:
    said = _said(message, channel)
    lost: list[Literal["dates"]] = ["dates"] * _dates_lost(message)
    return replace(said, left_out=(*said.left_out, *lost))


def _said(message: Record, channel: Channel) -> Said:
    people = {
        id_of(each.get("id")): text_of(each.get("nickname")) or text_of(each.get("name"))
        for each in objects_of(message.get("mentions"))
    }
    channels = {channel.id: channel.name, channel.parent: channel.parent_name}
    forwarded = message.get("forwardedMessage")
    parts = Parts(
        text_of(message.get("content")),
        tuple(map(_embed, objects_of(message.get("embeds")))),
        texts(text_of(each.get("description")) for each in objects_of(message.get("attachments"))),
        texts(text_of(each.get("name")) for each in objects_of(message.get("stickers"))),
        poll=_poll(object_of(message.get("poll"))),
        snapshots=(_snapshot(forwarded),) if isinstance(forwarded, dict) else (),
        unread=_unread(message),
    )
    return shown(said_by(parts), people, channels)


def _embed(embed: Record) -> Embed:
    return Embed(
        text_of(embed.get("title")),
        text_of(embed.get("description")),
        tuple(
            (text_of(each.get("name")), text_of(each.get("value")))
            for each in objects_of(embed.get("fields"))
        ),
        text_of(object_of(embed.get("author")).get("name")),
        text_of(embed.get("url")),
        text_of(object_of(embed.get("footer")).get("text")),
        _moment(embed.get("timestamp")),
    )


def _snapshot(message: Record) -> Snapshot:
    return Snapshot(
        text_of(message.get("content")),
        tuple(map(_embed, objects_of(message.get("embeds")))),
        texts(text_of(each.get("name")) for each in objects_of(message.get("stickers"))),
        texts(text_of(each.get("description")) for each in objects_of(message.get("attachments"))),
        _unread(message),
        _moment(message.get("timestamp")),
    )


def _moment(written: object) -> datetime | None:
    """Return when a part of a message was written; None where that cannot be told."""
    try:
        return parse_date(text_of(written))
    except WrongValue:
        return None


def _dates_lost(message: Record) -> int:
    """Count the dates of a message and its parts that are there and cannot be told.

    That of the message itself, where it is a text, is refused with its sentence. What is passed on
    without one has none: it was not written when it was passed on.
    """
    forwarded = object_of(message.get("forwardedMessage"))
    parts = [*objects_of(message.get("embeds")), forwarded, *objects_of(forwarded.get("embeds"))]
    whole = message.get("timestamp")
    is_whole_lost = whole is not None and not isinstance(whole, str)
    is_untold = bool(forwarded) and forwarded.get("timestamp") in (None, "")
    return sum(_is_lost(each.get("timestamp")) for each in parts) + is_whole_lost + is_untold


def _is_lost(written: object) -> bool:
    return written is not None and written != "" and _moment(written) is None


def _unread(message: Record) -> int:
    """Count the files that hold words: an export has no more than their names."""
    files = objects_of(message.get("attachments"))
    return sum(holds_words(text_of(each.get("fileName"))) for each in files)


def _poll(poll: Record) -> Poll | None:
    """Return a poll, as Discord itself describes it."""
    question = text_of(object_of(poll.get("question")).get("text"))
    if not question:
        return None
    results = object_of(poll.get("results"))
    found = objects_of(results.get("answer_counts")) if results.get("is_finalized") else []
    counts = {_key(each.get("id")): each.get("count") for each in found}
    answers = []
    for each in objects_of(poll.get("answers")):
        key = _key(each.get("answer_id"))
        # Votes of nobody knows what may be this answer's: then none is said to have got none.
        is_counted = key is not None and found and None not in counts
        count = counts.get(key, 0) if is_counted else None
        text = text_of(object_of(each.get("poll_media")).get("text"))
        answers.append((text, count if isinstance(count, int) else None))
    return Poll(question, tuple(answers))


def _key(id_: object) -> str | int | None:
    """Return what names an answer; None for what cannot."""
    return id_ if isinstance(id_, str | int) else None


def _answered(message: Record, channel: Channel) -> str | None:
    reference = object_of(message.get("reference"))
    answered = id_of(reference.get("messageId"))
    if text_of(message.get("type")) != "Reply" or not _ID.fullmatch(answered):
        return None
    return f"{channel.guild}/{id_of(reference.get('channelId')) or channel.id}/{answered}"
