"""Servers and the people in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.fakes.discord.world.channels import Channel, Kind, Overwrite, Thread
from tests.fakes.discord.world.permissions import ORDINARY, Permission, in_channel, may

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.fakes.discord.world.snowflakes import Json
    from tests.fakes.discord.world.world import World


@dataclass(eq=False)
class User:
    """An account."""

    id: int
    name: str
    display_name: str | None = None
    bot: bool = False

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"

    def json(self) -> Json:
        return {
            "id": str(self.id),
            "username": self.name,
            "discriminator": "0",
            "global_name": self.display_name,
            "avatar": None,
            "avatar_decoration_data": None,
            "bot": self.bot,
            "public_flags": 0,
        }


@dataclass(eq=False)
class Role:
    """A role; its id is the server's for @everyone."""

    id: int
    name: str
    permissions: int = 0
    position: int = 0
    bot_id: int | None = None

    @property
    def mention(self) -> str:
        return f"<@&{self.id}>"

    def json(self) -> Json:
        tags = {"tags": {"bot_id": str(self.bot_id)}} if self.bot_id else {}
        return {
            "id": str(self.id),
            "name": self.name,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "icon": None,
            "unicode_emoji": None,
            "position": self.position,
            "permissions": str(int(self.permissions)),
            "managed": bool(self.bot_id),
            "mentionable": False,
            "flags": 0,
            **tags,
        }


@dataclass(eq=False)
class Member:
    """A person in a server."""

    user: User
    guild: Guild = field(repr=False)
    roles: list[Role] = field(default_factory=list)
    nick: str | None = None
    joined_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def mention(self) -> str:
        return self.user.mention

    def may(self, channel: Channel, *wanted: Permission) -> bool:
        """Return whether the member may do all of this in the channel."""
        return may(channel, self, *wanted)

    def bare_json(self) -> Json:
        """Return the member without the user, as messages carry it."""
        return {
            "roles": [str(role.id) for role in self.roles],
            "nick": self.nick,
            "avatar": None,
            "banner": None,
            "joined_at": self.joined_at.isoformat(),
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
            "communication_disabled_until": None,
        }

    def json(self, channel: Channel | None = None) -> Json:
        """Return the member, with the permissions in a channel if one is given."""
        there = {"permissions": str(in_channel(channel, self))} if channel else {}
        return {**self.bare_json(), "user": self.user.json(), **there}


@dataclass(eq=False)
class Guild:
    """A server."""

    id: int
    name: str
    world: World = field(repr=False)
    owner_id: int = 0
    locale: str = "en-US"
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.roles[self.id] = Role(self.id, "@everyone", ORDINARY)

    @property
    def everyone(self) -> Role:
        return self.roles[self.id]

    @property
    def me(self) -> Member | None:
        """The bot under test, where it is a member."""
        return self.members.get(self.world.bot.id)

    @property
    def threads(self) -> list[Thread]:
        return [each for each in self.channels.values() if isinstance(each, Thread)]

    def add_role(self, name: str, permissions: int = 0, bot_id: int | None = None) -> Role:
        """Add a role above the others."""
        role = Role(self.world.snowflakes.make(), name, int(permissions), len(self.roles), bot_id)
        self.roles[role.id] = role
        return role

    def add_member(self, who: str | User, roles: Iterable[Role] = (), nick: str = "") -> Member:
        """Add a person, known already or by a new name."""
        user = who if isinstance(who, User) else self.world.add_user(who)
        member = Member(user, self, list(roles), nick or None)
        self.members[user.id] = member
        return member

    def add_channel(
        self,
        name: str,
        kind: Kind = Kind.TEXT,
        *,
        readers: Iterable[Role | Member] | None = None,
        parent: Channel | None = None,
        at: datetime | None = None,
    ) -> Channel:
        """Add a channel: for everyone, or only for some roles and members."""
        channel = Channel(self.world.snowflakes.make(at), name, kind, self.world, self, parent)
        channel.position = len(self.channels)
        if readers is not None:
            channel.overwrites.append(Overwrite(self.id, 0, deny=Permission.VIEW_CHANNEL))
            channel.overwrites += [_opened_for(each) for each in readers]
        self.channels[channel.id] = channel
        return channel

    def partial_json(self) -> Json:
        """Return what an interaction says of the server."""
        return {"id": str(self.id), "locale": self.locale, "features": []}

    def json(self) -> Json:
        """Return the server as REST gives it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "icon": None,
            "splash": None,
            "discovery_splash": None,
            "banner": None,
            "description": None,
            "owner_id": str(self.owner_id),
            "region": "deprecated",
            "afk_channel_id": None,
            "afk_timeout": 300,
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "roles": [role.json() for role in self.roles.values()],
            "emojis": [],
            "stickers": [],
            "features": [],
            "mfa_level": 0,
            "nsfw_level": 0,
            "application_id": None,
            "system_channel_id": None,
            "system_channel_flags": 0,
            "rules_channel_id": None,
            "public_updates_channel_id": None,
            "vanity_url_code": None,
            "premium_tier": 0,
            "preferred_locale": self.locale,
            "max_members": 500000,
            "incidents_data": None,
        }


def _opened_for(who: Role | Member) -> Overwrite:
    kind = 1 if isinstance(who, Member) else 0
    return Overwrite(who.id, kind, allow=Permission.VIEW_CHANNEL)
