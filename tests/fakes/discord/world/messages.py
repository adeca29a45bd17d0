"""Messages, as they are kept and as they are shown."""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.discord.world.snowflakes import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tests.fakes.discord.world.channels import Channel, Thread
    from tests.fakes.discord.world.guilds import User
    from tests.fakes.discord.world.snowflakes import Json


EPHEMERAL = 1 << 6
LOADING = 1 << 7
HAS_THREAD = 1 << 5
COMPONENTS_V2 = 1 << 15
MISSING = object()
"""Stands for a field that is not there, among what is odd."""

_BYTES = "application/octet-stream"
_USER_MENTION = re.compile(r"<@!?(\d+)>")
_ROLE_MENTION = re.compile(r"<@&(\d+)>")


@dataclass(eq=False)
class Attachment:
    """A file that hangs on a message."""

    id: int
    filename: str
    data: bytes
    channel_id: int
    description: str | None = None

    def json(self, base: str) -> Json:
        url = f"{base}/attachments/{self.channel_id}/{self.id}/{self.filename}"
        described = {"description": self.description} if self.description else {}
        return {
            "id": str(self.id),
            "filename": self.filename,
            "size": len(self.data),
            "url": url,
            "proxy_url": url,
            "content_type": mimetypes.guess_type(self.filename)[0] or _BYTES,
            **described,
        }


@dataclass(eq=False)
class Message:
    """A message.

    Attributes:
        sent: What the bot sent to make it or to change it, oldest first; empty for people.
        allowed_mentions: As the bot last sent it; None is Discord's generous default.
        readable: Whether it is still there.
        odd: What its history shows in place of its fields; `MISSING` for one that is not there.
    """

    id: int
    channel: Channel = field(repr=False)
    author: User
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    kind: int = 0
    allowed_mentions: Json | None = None
    nonce: str | None = None
    reply_to: int | None = None
    reply_pings: bool = False
    forwarded: Message | None = field(default=None, repr=False)
    webhook_id: int | None = None
    thread: Thread | None = field(default=None, repr=False)
    edited_at: datetime | None = None
    interaction: Json | None = None
    reactions: dict[str, list[int]] = field(default_factory=dict)
    sent: list[Json] = field(default_factory=list, repr=False)
    readable: bool = True
    odd: Json = field(default_factory=dict, repr=False)

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        return bool(self.flags & LOADING)

    @property
    def buttons(self) -> list[str]:
        """The labels of all buttons, in order."""
        return [each.get("label", "") for each in walk(self.components) if each["type"] == _BUTTON]

    @property
    def links(self) -> list[str]:
        """Where its link buttons lead, in order."""
        return [each["url"] for each in walk(self.components) if "url" in each]

    @property
    def text(self) -> str:
        """All words that are to be read in it: the content, embeds and components."""
        parts = [self.content]
        for embed in self.embeds:
            parts += [str(embed.get(each) or "") for each in ("title", "description")]
            parts += [f"{each['name']}\n{each['value']}" for each in embed.get("fields", [])]
            parts.append(embed.get("footer", {}).get("text", ""))
        parts += [each["content"] for each in walk(self.components) if each["type"] == _TEXT]
        return "\n".join(part for part in parts if part)

    @property
    def mentioned(self) -> list[User]:
        """Who is told of this message."""
        known = self.channel.world.users
        wanted = dict.fromkeys(int(each) for each in _USER_MENTION.findall(self.text))
        people = [known[each] for each in wanted if each in known and self._allows("users", each)]
        answered = self.channel.history.get(self.reply_to or 0)
        if answered and self.reply_pings and answered.author not in people:
            people.append(answered.author)
        return people

    @property
    def mentioned_roles(self) -> list[int]:
        ids = dict.fromkeys(int(each) for each in _ROLE_MENTION.findall(self.text))
        return [each for each in ids if self._allows("roles", each)]

    @property
    def mentions_everyone(self) -> bool:
        called = "@everyone" in self.text or "@here" in self.text
        return called and self._allows("everyone", 0)

    def _allows(self, what: str, who: int) -> bool:
        allowed = self.allowed_mentions
        if allowed is None:
            return True
        return what in allowed.get("parse", []) or str(who) in map(str, allowed.get(what, []))

    def component(self, label: str) -> Json:
        """Return the button or menu with this custom id or label."""
        for each in walk(self.components):
            if label in (each.get("custom_id"), each.get("label")):
                return each
        raise LookupError(f"the message has no component {label!r}")

    def json(self, *, full: bool = True) -> Json:
        """Return the message; without what is written if it is not to be shown in full."""
        world = self.channel.world
        guild = self.channel.guild
        member = guild.members.get(self.author.id) if guild else None
        shown = full or self.author is world.bot or world.bot in self.mentioned
        return {
            "id": str(self.id),
            "channel_id": str(self.channel.id),
            "type": self.kind,
            "author": self.author.json(),
            "content": self.content if shown else "",
            "embeds": self.embeds if shown else [],
            "components": self.components if shown else [],
            "attachments": [each.json(world.base_url) for each in self.attachments if shown],
            "timestamp": moment_of(self.id).isoformat(),
            "edited_timestamp": self.edited_at.isoformat() if self.edited_at else None,
            "tts": False,
            "pinned": False,
            "flags": self.flags,
            "mention_everyone": self.mentions_everyone,
            "mentions": [user.json() for user in self.mentioned],
            "mention_roles": [str(each) for each in self.mentioned_roles],
            **({"guild_id": str(guild.id)} if guild else {}),
            **({"member": member.bare_json()} if member else {}),
            **self._rare_json(full=full),
        }

    def _rare_json(self, *, full: bool) -> Json:
        app = str(self.channel.world.application_id)
        rare: Json = self._origin_json(full=full)
        if self.webhook_id:
            rare["webhook_id"] = str(self.webhook_id)
        if self.nonce:
            rare["nonce"] = self.nonce
        if self.thread:
            rare["thread"] = self.thread.json()
        if self.interaction:
            rare["interaction_metadata"] = self.interaction
            rare |= {"application_id": app, "webhook_id": app}
        if self.reactions:
            rare["reactions"] = [self._reaction_json(each) for each in self.reactions]
        return rare

    def _origin_json(self, *, full: bool) -> Json:
        """Return what is said of the message that is answered or forwarded."""
        if self.forwarded:
            shown = self.forwarded.json(full=full)
            snapshot = {each: shown[each] for each in _SNAPSHOT}
            reference = _reference(1, self.forwarded.id, self.forwarded.channel)
            return {"message_reference": reference, "message_snapshots": [{"message": snapshot}]}
        if self.reply_to:
            answered = self.channel.history.get(self.reply_to)
            shown = answered.json(full=full) if answered else {}
            shown.pop("referenced_message", None)
            reference = _reference(0, self.reply_to, self.channel)
            return {"message_reference": reference, "referenced_message": shown or None}
        return {}

    def _reaction_json(self, emoji: str) -> Json:
        people = self.reactions[emoji]
        return {
            "emoji": emoji_json(emoji),
            "count": len(people),
            "count_details": {"burst": 0, "normal": len(people)},
            "me": self.channel.world.bot.id in people,
            "me_burst": False,
            "burst_colors": [],
        }


_SNAPSHOT = (
    *("type", "content", "embeds", "components", "attachments", "flags"),
    *("timestamp", "edited_timestamp", "mentions", "mention_roles"),
)


def _reference(kind: int, message_id: int, channel: Channel) -> Json:
    place = {"guild_id": str(channel.guild.id)} if channel.guild else {}
    ids = {"message_id": str(message_id), "channel_id": str(channel.id)}
    return {"type": kind, **ids, **place}


def emoji_json(emoji: str) -> Json:
    """Return an emoji: a character, or `name:id` for one of a server's own."""
    name, _, custom = emoji.partition(":")
    return {"id": custom or None, "name": name}


_BUTTON = 2
_TEXT = 10


def walk(components: list[Any]) -> Iterator[Json]:
    """Yield every component, at whatever depth."""
    for each in components:
        yield each
        inner = [*each.get("components", [])]
        inner += [each[name] for name in ("accessory", "component") if each.get(name)]
        yield from walk(inner)
