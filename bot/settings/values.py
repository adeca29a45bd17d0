"""How an installation is set up: the settings as values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import parse_qs, unquote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

DATABASE: Final = "pullquote.db"
"""What the file of all posts is called, in whatever folder it lies."""


LEDGER: Final = "ledger.db"
"""What the file of the ledger is called there."""

_SHARDS: Final = re.compile(r"([0-9]{1,5})(?:-([0-9]{1,5}))?/([0-9]{1,5})")

_LONG: Final = 8
"""A password of so many characters is no part of an ordinary word."""


@dataclass(frozen=True, slots=True)
class Shards:
    """A part of Discord's servers, as Discord divides them by their ids.

    Attributes:
        first: The first shard of the part.
        last: The last one.
        count: Into how many shards all servers are divided.
    """

    first: int
    last: int
    count: int

    def __str__(self) -> str:
        """Return how they are called: `0-3/8`, or `2/8` for a single one."""
        end = "" if self.first == self.last else f"-{self.last}"
        return f"{self.first}{end}/{self.count}"

    @classmethod
    def parsed(cls, value: str) -> Self | None:
        """Return what a text names; None where it names no shards."""
        found = _SHARDS.fullmatch(value)
        if found is None:
            return None
        first, count = int(found[1]), int(found[3])
        last = int(found[2] or first)
        return cls(first, last, count) if first <= last < count else None

    def have(self, server_id: int) -> bool:
        """Return whether a server is of the part; 0 stands for direct messages."""
        return self.first <= (server_id >> 22) % self.count <= self.last

    def goes_with(self, other: Self) -> bool:
        """Return whether two processes may serve both parts: they share no server."""
        is_apart = self.last < other.first or other.last < self.first
        return self.count == other.count and is_apart


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """How Discord is reached.

    Attributes:
        token: The bot's secret.
        api_url: Where its REST interface is.
        gateway_url: Where its gateway is.
        shards: The servers that are served; None for all of them.
        divided: Into how many shards processes divide the servers by themselves; 0 for not at all.
    """

    token: str = field(repr=False)
    api_url: str
    gateway_url: str
    shards: Shards | None = None
    divided: int = 0

    def parts(self) -> list[Self]:
        """Return how each part is served that processes divide by themselves."""
        every = [Shards(number, number, self.divided) for number in range(self.divided)]
        return [replace(self, shards=each, divided=0) for each in every]

    def undivided(self) -> Self:
        """Return how all of them are served where there is one process alone."""
        if not self.divided:
            return self
        return replace(self, shards=Shards(0, self.divided - 1, self.divided), divided=0)


@dataclass(frozen=True, slots=True)
class SlackHttp:
    """How Slack's requests are taken over HTTP.

    Attributes:
        signing_secret: What they are signed with.
        host: The address to listen at.
        port: The port to listen on.
    """

    signing_secret: str = field(repr=False)
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class SlackInstalling:
    """How the app is installed into several workspaces.

    Attributes:
        client_id: The app's id.
        client_secret: The app's secret.
        token_key: What their tokens are encrypted with.
    """

    client_id: str
    client_secret: str = field(repr=False)
    token_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How Slack is reached.

    Attributes:
        bot_token: The secret that speaks for the bot in its workspace.
        app_token: The secret that opens Socket Mode.
        api_url: Where its Web API is.
        admins: Accounts that may look after the posts, beside the workspace's admins.
        http: How its requests are taken, in place of Socket Mode; None for that.
        installing: How the app is installed into several workspaces; None for the token's one.
    """

    bot_token: str = field(repr=False)
    app_token: str = field(repr=False)
    api_url: str
    admins: frozenset[str] = frozenset()
    http: SlackHttp | None = None
    installing: SlackInstalling | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation is set up.

    Attributes:
        data: The folder of the database and of what the bot remembers.
        address: The database on a server that keeps posts and ledger; "" for files in that folder.
        model: `bundled`, a folder, or the name of a sentence-transformers model on a hub.
        language: The language of our own words: `en`, `fr`, or `auto` for the asker's.
        log_level: The least severe records that are logged; None leaves it to the command.
        keep: How long questions and ratings are kept.
        questions_a_minute: How many of them one person may ask.
        discord: How Discord is reached; None where it is not used.
        slack: How Slack is reached; None where it is not used.
        refining: The second model: `e5`, `off`, a folder or a hub name.
        log_format: How log lines look: `text` or `json`.
        is_data_old: Whether no setting names the folder, and data lies where it lay before.
        monitoring_port: Where loopback is told how the bot is; None for nowhere.
        leave: How long the posts of a server or workspace are kept after the bot was removed there.
    """

    data: Path
    model: str
    language: str
    log_level: str | None
    keep: timedelta = timedelta(days=90)
    questions_a_minute: int = 10
    discord: DiscordSettings | None = None
    slack: SlackSettings | None = None
    refining: str = "e5"
    leave: timedelta = timedelta(days=30)
    address: str = field(default="", repr=False)
    log_format: str = "text"
    is_data_old: bool = False
    monitoring_port: int | None = None

    @property
    def secrets(self) -> tuple[str, ...]:
        """What nobody may ever read: tokens and keys."""
        discord, slack = self.discord, self.slack
        http, installing = (slack.http, slack.installing) if slack else (None, None)
        found = [
            *([discord.token] if discord else []),
            *([slack.bot_token, slack.app_token] if slack else []),
            *([http.signing_secret] if http else []),
            *([installing.client_secret, installing.token_key] if installing else []),
            *_passwords(self.address),
        ]
        return tuple(dict.fromkeys(filter(None, found)))

    @property
    def database(self) -> Path:
        """The one database file."""
        return self.data / DATABASE

    @property
    def cache(self) -> Path:
        """The file in which an earlier version kept a copy of the vectors; it is taken away."""
        return self.data / "pullquote.cache"

    @property
    def ledger(self) -> Path:
        """What was asked, rated and begun, where no server keeps it."""
        return self.data / LEDGER

    @property
    def imports(self) -> Path:
        """Where files that were attached in a chat wait to be read."""
        return self.data / "imports"


def _passwords(address: str) -> list[str]:
    """Return what the password of a server's address may be written as, wherever it is told.

    A short one only with the signs around it: without them it may be a part of any word.
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # what is no address is refused where it is to be used
        return []
    own = (parts.password or "", *parse_qs(parts.query).get("password", ()))
    known = {each for password in own for each in (password, unquote(password)) if password}
    around = [f":{parts.password}@"] if parts.password else []
    return [*around, *sorted(each for each in known if len(each) >= _LONG)]
