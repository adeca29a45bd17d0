"""Channels, threads and direct messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from tests.fakes.discord.world.messages import Attachment, Message
from tests.fakes.discord.world.snowflakes import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.fakes.discord.world.guilds import Guild, Member, User
    from tests.fakes.discord.world.snowflakes import Json
    from tests.fakes.discord.world.world import World


class Kind(IntEnum):
    """Discord's channel types."""

    TEXT = 0
    DIRECT = 1
    VOICE = 2
    GROUP = 3
    CATEGORY = 4
    ANNOUNCEMENT = 5
    ANNOUNCEMENT_THREAD = 10
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12
    FORUM = 15


@dataclass(slots=True)
class Overwrite:
    """What a role (kind 0) or a member (kind 1) may do here, other than elsewhere."""

    id: int
    kind: int
    allow: int = 0
    deny: int = 0

    def json(self) -> Json:
        allow, deny = str(int(self.allow)), str(int(self.deny))
        return {"id": str(self.id), "type": self.kind, "allow": allow, "deny": deny}


@dataclass(slots=True)
class Tag:
    """What a forum's posts can be tagged with."""

    id: int
    name: str

    def json(self) -> Json:
        rest = {"moderated": False, "emoji_id": None, "emoji_name": None}
        return {"id": str(self.id), "name": self.name, **rest}


@dataclass(eq=False)
class Channel:
    """A place where people write.

    Attributes:
        history: All messages that are there, by id.
        nsfw: It is age-restricted.
        typing: How often the bot said that it is typing.
        recipients: Who else is there, where there is no server.
        tags: What a forum has, or what a post of one is tagged with.
    """

    id: int
    name: str
    kind: Kind
    world: World = field(repr=False)
    guild: Guild | None = field(default=None, repr=False)
    category: Channel | None = field(default=None, repr=False)
    overwrites: list[Overwrite] = field(default_factory=list)
    recipients: list[User] = field(default_factory=list)
    topic: str | None = None
    nsfw: bool = False
    position: int = 0
    typing: int = 0
    history: dict[int, Message] = field(default_factory=dict, repr=False)
    tags: list[Tag] = field(default_factory=list)

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"

    @property
    def messages(self) -> list[Message]:
        """All that can be read here now, oldest first."""
        return [self.history[each] for each in sorted(self.history)]

    def said_by_bot(self) -> list[Message]:
        """Return what the bot under test has written here, oldest first."""
        bot = self.world.bot
        return [each for each in self.messages if each.author is bot and not each.loading]

    def add_message(
        self,
        author: Member | User,
        content: str = "",
        *,
        at: datetime | None = None,
        reply_to: Message | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> Message:
        """Add a message without telling the bot: history."""
        user = self.world.user_of(author)
        message = Message(self.world.snowflakes.make(at), self, user, content)
        message.reply_to = reply_to.id if reply_to else None
        message.reply_pings = reply_to is not None
        for name, data in (files or {}).items():
            message.attachments.append(
                Attachment(self.world.snowflakes.make(), name, data, self.id)
            )
        self.history[message.id] = message
        return message

    def add_thread(
        self,
        name: str,
        owner: Member | User | None = None,
        *,
        starter: Message | None = None,
        private: bool = False,
        members: Iterable[Member] = (),
        archived: bool = False,
    ) -> Thread:
        """Add a thread; from a message if one is given."""
        if self.guild is None:
            raise ValueError("there are no threads in direct messages")
        kind = Kind.PRIVATE_THREAD if private else Kind.PUBLIC_THREAD
        if self.kind is Kind.ANNOUNCEMENT:
            kind = Kind.ANNOUNCEMENT_THREAD
        made = starter.id if starter else self.world.snowflakes.make()
        thread = Thread(made, name, kind, self.world, self.guild, self)
        user = self.world.user_of(owner) if owner else self.world.bot
        thread.owner_id = user.id
        thread.member_ids = {user.id: datetime.now(UTC)}
        thread.member_ids |= {member.id: datetime.now(UTC) for member in members}
        thread.archived = archived
        self.guild.channels[thread.id] = thread
        return thread

    def _common_json(self) -> Json:
        last = max(self.history, default=None)
        return {
            "id": str(self.id),
            "type": int(self.kind),
            "last_message_id": str(last) if last else None,
            "flags": 0,
        }

    def json(self) -> Json:
        """Return the channel as REST and the gateway give it."""
        if self.guild is None:
            recipients = [user.json() for user in self.recipients]
            named = {"name": self.name, "icon": None} if self.kind is Kind.GROUP else {}
            owner = {"owner_id": str(self.recipients[0].id)} if named else {}
            return {**self._common_json(), "recipients": recipients, **named, **owner}
        voice = {"bitrate": 64000, "user_limit": 0} if self.kind is Kind.VOICE else {}
        forum: Json = {
            "available_tags": [each.json() for each in self.tags],
            "default_reaction_emoji": None,
            "default_sort_order": None,
        }
        return {
            **self._common_json(),
            "guild_id": str(self.guild.id),
            "name": self.name,
            "position": self.position,
            "permission_overwrites": [each.json() for each in self.overwrites],
            "nsfw": self.nsfw,
            "parent_id": str(self.category.id) if self.category else None,
            "topic": self.topic,
            "rate_limit_per_user": 0,
            **voice,
            **(forum if self.kind is Kind.FORUM else {}),
        }


@dataclass(eq=False)
class Thread(Channel):
    """A thread, or a forum's post."""

    owner_id: int = 0
    archived: bool = False
    locked: bool = False
    archived_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    member_ids: dict[int, datetime] = field(default_factory=dict)

    @property
    def parent(self) -> Channel:
        if self.category is None:
            raise ValueError("a thread has a parent")
        return self.category

    @property
    def is_private(self) -> bool:
        return self.kind is Kind.PRIVATE_THREAD

    def member_json(self, user_id: int) -> Json:
        """Return what Discord says of a member of this thread."""
        joined = self.member_ids[user_id].isoformat()
        return {"id": str(self.id), "user_id": str(user_id), "join_timestamp": joined, "flags": 0}

    def json(self) -> Json:
        me = self.world.bot.id
        mine = {"member": self.member_json(me)} if me in self.member_ids else {}
        count = len(self.history)
        return {
            **self._common_json(),
            "guild_id": str(self.guild.id) if self.guild else None,
            "parent_id": str(self.parent.id),
            "owner_id": str(self.owner_id),
            "name": self.name,
            "message_count": count,
            "total_message_sent": count,
            "member_count": len(self.member_ids),
            "rate_limit_per_user": 0,
            "applied_tags": [str(each.id) for each in self.tags],
            "thread_metadata": {
                "archived": self.archived,
                "auto_archive_duration": 4320,
                "archive_timestamp": self.archived_at.isoformat(),
                "locked": self.locked,
                "invitable": True,
                "create_timestamp": moment_of(self.id).isoformat(),
            },
            **mine,
        }
