"""What exists on a pretended Slack: workspaces, people, channels, messages and files."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, Literal

from index.clock import utc_now

if TYPE_CHECKING:
    from index.clock import Clock

Json = dict[str, Any]
Kind = Literal["public", "private", "im", "mpim"]

APP_ID = "A0PULLQUOTE"
ALL_SCOPES = (
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "channels:join",
    "channels:read",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:history",
    "groups:read",
    "im:history",
    "im:read",
    "im:write",
    "mpim:history",
    "mpim:read",
    "mpim:write",
    "reactions:read",
    "reactions:write",
    "team:read",
    "usergroups:read",
    "users:read",
    "users:read.email",
)


@dataclass(slots=True, eq=False)
class User:
    """A person or a bot of one workspace.

    Attributes:
        teams: All workspaces of an organisation that they are in; empty outside of one.
    """

    id: str
    name: str
    team_id: str
    real_name: str = ""
    email: str = ""
    locale: str = "en-US"
    tz: str = "Europe/London"
    tz_offset: int = 0
    is_admin: bool = False
    is_guest: bool = False
    is_single_channel_guest: bool = False
    is_deleted: bool = False
    bot_id: str = ""
    app_id: str = ""
    teams: list[str] = field(default_factory=list)

    @property
    def mention(self) -> str:
        """The markup that mentions this user."""
        return f"<@{self.id}>"


@dataclass(slots=True, eq=False)
class File:
    """A file that somebody shared.

    Attributes:
        told_size: What is said of its size, where that is not so.
    """

    id: str
    name: str
    user_id: str
    content: bytes
    mimetype: str
    url: str
    channel_id: str
    told_size: int | None = None


@dataclass(slots=True, eq=False)
class Message:
    """A message as it stands now.

    Attributes:
        arguments: What the bot sent, where a bot sent it: unfurl flags and so on.
        attachments: What its links unfold to.
        shared: Further files, as messages show them.
    """

    channel_id: str
    user_id: str
    team_id: str
    text: str
    ts: str
    thread_ts: str = ""
    subtype: str = ""
    bot_id: str = ""
    blocks: list[Json] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    metadata: Json | None = None
    edited: Json | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    arguments: Json = field(default_factory=dict)
    is_streaming: bool = False
    attachments: list[Json] = field(default_factory=list)
    shared: list[Json] = field(default_factory=list)

    @property
    def is_reply(self) -> bool:
        """Whether it stands below another message."""
        return bool(self.thread_ts) and self.thread_ts != self.ts


@dataclass(slots=True, eq=False)
class Ephemeral:
    """What only one user sees."""

    user_id: str
    message: Message


@dataclass(slots=True, eq=False)
class Channel:
    """A conversation: a channel, a direct message or a group of people."""

    id: str
    name: str
    kind: Kind
    team_id: str
    members: set[str] = field(default_factory=set)
    shared_with: set[str] = field(default_factory=set)
    messages: list[Message] = field(default_factory=list)
    ephemerals: list[Ephemeral] = field(default_factory=list)
    topic: str = ""
    purpose: str = ""
    is_archived: bool = False
    created: int = 1700000000

    @property
    def event_type(self) -> str:
        """The `channel_type` of its message events."""
        return {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}[self.kind]

    @property
    def scope_prefix(self) -> str:
        """What its scopes begin with."""
        return {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}[self.kind]

    def find(self, ts: str) -> Message | None:
        """The message of this time, if it stands here."""
        return next((message for message in self.messages if message.ts == ts), None)

    def replies_to(self, ts: str) -> list[Message]:
        """The replies below a message, oldest first."""
        return [each for each in self.messages if each.is_reply and each.thread_ts == ts]


@dataclass(slots=True, eq=False)
class Team:
    """A workspace and the app as it is installed there.

    Attributes:
        organisation: The one that installed the app for all its workspaces; "" for none.
        groups: Its user groups: the accounts in each, by "ID handle".
    """

    id: str
    name: str
    bot: User
    bot_token: str
    scopes: list[str] = field(default_factory=lambda: list(ALL_SCOPES))
    is_revoked: bool = False
    organisation: str = ""
    groups: dict[str, list[str]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Its address, which every permalink begins with."""
        return f"https://{self.name.lower()}.slack.com/"


class World:
    """All workspaces, with what is in them.

    Attributes:
        hidden_before: What was written before this time is not shown, as on the free plan.
        clock: Tells the time of what is written.
    """

    hidden_before = ""

    def __init__(self) -> None:
        self.clock: Clock = utc_now
        self.teams: dict[str, Team] = {}
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.files: dict[str, File] = {}
        self._numbers = count(100)

    def next_id(self, prefix: str) -> str:
        """An id that nothing else has."""
        return f"{prefix}0{next(self._numbers):08d}"

    def next_ts(self) -> str:
        """A message time later than all others."""
        return f"{int(self.clock().timestamp())}.{next(self._numbers):06d}"

    def add_team(self, name: str) -> Team:
        """Make a workspace with the app installed."""
        team_id = self.next_id("T")
        bot = self.add_user(team_id, "pullquote", bot_id=self.next_id("B"), app_id=APP_ID)
        team = Team(team_id, name, bot, f"xoxb-{team_id}-{next(self._numbers)}")
        self.teams[team_id] = team
        return team

    def add_user(self, team_id: str, name: str, **details: Any) -> User:
        """Add a person or a bot; details are the fields of `User`."""
        details.setdefault("real_name", name.title())
        user = User(self.next_id("U"), name, team_id, **details)
        self.users[user.id] = user
        return user

    def add_channel(self, team_id: str, name: str, kind: Kind, *members: User) -> Channel:
        """Make a conversation of these members."""
        prefix = "D" if kind == "im" else "C"
        channel = Channel(self.next_id(prefix), name, kind, team_id, {each.id for each in members})
        self.channels[channel.id] = channel
        return channel

    def direct(self, team: Team, *users: User) -> Channel:
        """The direct or group conversation of the bot with these users, made if need be."""
        members = {team.bot.id, *(user.id for user in users)}
        kind: Kind = "im" if len(users) == 1 else "mpim"
        for channel in self.channels.values():
            if channel.kind == kind and channel.members == members:
                return channel
        name = "" if kind == "im" else "mpdm-" + "--".join(user.name for user in users) + "-1"
        return self.add_channel(team.id, name, kind, team.bot, *users)
