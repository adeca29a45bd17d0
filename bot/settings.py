"""Reads the settings; the only module that does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dotenv import dotenv_values

from bot.data_folder import default_data_folder
from bot.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

VARIABLES: Final = (
    "PULLQUOTE_DATA",
    "EMBEDDING_MODEL",
    "REFINING_MODEL",
    "PULLQUOTE_LANGUAGE",
    "PULLQUOTE_LOG_LEVEL",
    "PULLQUOTE_KEEP_DAYS",
    "PULLQUOTE_QUESTIONS_A_MINUTE",
    "DISCORD_TOKEN",
    "DISCORD_API_URL",
    "DISCORD_GATEWAY_URL",
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_API_URL",
    "SLACK_ADMINS",
    "SLACK_MODE",
    "SLACK_SIGNING_SECRET",
    "SLACK_HOST",
    "SLACK_PORT",
    "SLACK_CLIENT_ID",
    "SLACK_CLIENT_SECRET",
    "SLACK_ENCRYPTION_KEY",
)
"""Every variable that is read; `.env.example` names exactly these."""
_PREFIXES: Final = ("PULLQUOTE_", "DISCORD_", "SLACK_")
_LANGUAGES: Final = ("auto", "en", "fr")
_SHORTEST_KEY: Final = 32
_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")
_LAST_PORT: Final = 65_535
_COUNT: Final = re.compile(r"[1-9]\d{0,4}|100000", re.ASCII)


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """How Discord is reached.

    Attributes:
        token: The bot's secret.
        api_url: Where its REST interface is.
        gateway_url: Where its gateway is.
    """

    token: str = field(repr=False)
    api_url: str
    gateway_url: str


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
        model: `bundled`, a folder, or the name of a sentence-transformers model on a hub.
        language: The language of our own words: `en`, `fr`, or `auto` for the asker's.
        log_level: The least severe records that are logged; None leaves it to the command.
        keep: How long questions and ratings are kept.
        questions_a_minute: How many of them one person may ask.
        discord: How Discord is reached; None where it is not used.
        slack: How Slack is reached; None where it is not used.
        refining: The second model: `e5`, `off`, a folder or a hub name.
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

    @property
    def database(self) -> Path:
        """The one database file."""
        return self.data / "pullquote.db"

    @property
    def cache(self) -> Path:
        """The file in which an earlier version kept a copy of the vectors; it is taken away."""
        return self.data / "pullquote.cache"

    @property
    def ledger(self) -> Path:
        """What was asked, rated and begun."""
        return self.data / "ledger.db"

    @property
    def imports(self) -> Path:
        """Where files that were attached in a chat wait to be read."""
        return self.data / "imports"


def load(env_file: Path, environ: Mapping[str, str]) -> Settings:
    """Return the settings from a `.env` file and the environment, which wins.

    Raises:
        ConfigError: With one line for every variable that is wrong.
    """
    try:
        stored = dotenv_values(env_file)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{env_file}: cannot be read ({error}): save it as UTF-8"]) from error
    reader = _Reader({**stored, **environ})
    # Other programs' variables may stand in the environment; in our own file none has a place.
    reader.problems += _unknown(stored, _PREFIXES) + _unknown(environ, _PREFIXES[:1])
    settings = _settings(reader, default=str(default_data_folder(environ)))
    if reader.problems:
        raise ConfigError(reader.problems)
    return settings


def _settings(reader: _Reader, default: str) -> Settings:
    return Settings(
        data=Path(
            reader.read("PULLQUOTE_DATA", default, "a folder", lambda at: not Path(at).is_file())
        ),
        model=reader.read("EMBEDDING_MODEL", "bundled", "`bundled`, a folder or a hub name", bool),
        language=reader.choose("PULLQUOTE_LANGUAGE", "auto", _LANGUAGES),
        log_level=reader.choose("PULLQUOTE_LOG_LEVEL", "", _LEVELS) or None,
        keep=timedelta(days=reader.count("PULLQUOTE_KEEP_DAYS", 90)),
        questions_a_minute=reader.count("PULLQUOTE_QUESTIONS_A_MINUTE", 10),
        refining=reader.read("REFINING_MODEL", "e5", "`e5`, `off`, a folder or a hub name", bool),
        discord=_discord(reader),
        slack=_slack(reader),
    )


class _Reader:
    """Reads values one by one, and collects what is wrong with them."""

    def __init__(self, values: Mapping[str, str | None]) -> None:
        self._values = values
        self.problems: list[str] = []

    def get(self, name: str) -> str:
        return self._values.get(name) or ""

    def complain(self, name: str, found: str, expected: str) -> None:
        self.problems.append(f"{name}: found {found}, expected {expected}")

    def read(self, name: str, default: str, expected: str, is_fine: Callable[[str], bool]) -> str:
        value = self.get(name) or default
        if not is_fine(value):
            self.problems.append(f"{name}: found {value!r}, expected {expected}")
        return value

    def choose(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        expected = f"{', '.join(choices[:-1])} or {choices[-1]}"
        return self.read(name, default, expected, (default, *choices).__contains__)

    def port(self, name: str, default: int) -> int:
        value = self.read(name, str(default), "a whole number from 1 to 65535", _is_port)
        return int(value) if _is_port(value) else default

    def count(self, name: str, default: int) -> int:
        value = self.read(name, str(default), "a whole number from 1 to 100000", _is_count)
        return int(value) if _is_count(value) else default

    def url(self, name: str, default: str, schemes: tuple[str, ...]) -> str:
        starts = tuple(f"{scheme}://" for scheme in schemes)
        return self.read(
            name, default, f"an address that begins with {' or '.join(starts)}",
            lambda value: value.startswith(starts),
        )  # fmt: skip

    def secret(self, name: str, start: str = "") -> str:
        """Return a secret without the space around it; a complaint never shows it."""
        value = self.get(name).strip()
        if value and (not value.startswith(start) or any(sign.isspace() for sign in value)):
            shape = f"one that begins with {start}" if start else "one without spaces"
            self.problems.append(f"{name}: found something else than a token, expected {shape}")
        return value


def _discord(reader: _Reader) -> DiscordSettings | None:
    token = reader.secret("DISCORD_TOKEN")
    api_url = reader.url("DISCORD_API_URL", "https://discord.com/api/v10", ("https", "http"))
    gateway_url = reader.url("DISCORD_GATEWAY_URL", "wss://gateway.discord.gg/", ("wss", "ws"))
    return DiscordSettings(token, api_url.rstrip("/"), gateway_url) if token else None


def _slack(reader: _Reader) -> SlackSettings | None:
    bot_token = reader.secret("SLACK_BOT_TOKEN", "xoxb-")
    app_token = reader.secret("SLACK_APP_TOKEN", "xapp-")
    api_url = reader.url("SLACK_API_URL", "https://slack.com/api/", ("https", "http"))
    admins = frozenset(reader.get("SLACK_ADMINS").replace(",", " ").split())
    http, installing = _slack_http(reader), _slack_installing(reader)
    if not (bot_token or app_token or installing):
        return None
    if installing and bot_token:
        reader.complain("SLACK_BOT_TOKEN", "a token", "none beside SLACK_CLIENT_ID")
    if installing and not http:
        reader.complain("SLACK_MODE", "socket", "http beside SLACK_CLIENT_ID")
    if not (installing or bot_token):
        reader.complain("SLACK_BOT_TOKEN", "nothing", "one beside the app token")
    if not (http or app_token):
        reader.complain("SLACK_APP_TOKEN", "nothing", "one beside the bot token")
    return SlackSettings(
        bot_token=bot_token,
        app_token=app_token,
        api_url=f"{api_url.rstrip('/')}/",
        admins=admins,
        http=http,
        installing=installing,
    )


def _slack_http(reader: _Reader) -> SlackHttp | None:
    mode = reader.choose("SLACK_MODE", "socket", ("socket", "http"))
    secret = reader.secret("SLACK_SIGNING_SECRET")
    host, port = reader.get("SLACK_HOST") or "127.0.0.1", reader.port("SLACK_PORT", 3000)
    if mode != "http":
        return None
    if not secret:
        reader.complain("SLACK_SIGNING_SECRET", "nothing", "the one under “Basic Information”")
    return SlackHttp(secret, host, port)


def _slack_installing(reader: _Reader) -> SlackInstalling | None:
    client_id = reader.get("SLACK_CLIENT_ID").strip()
    secret, key = reader.secret("SLACK_CLIENT_SECRET"), reader.secret("SLACK_ENCRYPTION_KEY")
    if not client_id:
        return None
    if not secret:
        reader.complain("SLACK_CLIENT_SECRET", "nothing", "one beside SLACK_CLIENT_ID")
    if len(key) < _SHORTEST_KEY:
        expected = f"at least {_SHORTEST_KEY} characters: `openssl rand -hex 32` makes some"
        reader.complain("SLACK_ENCRYPTION_KEY", f"{len(key)} characters", expected)
    return SlackInstalling(client_id, secret, key)


def _is_port(value: str) -> bool:
    return _is_count(value) and int(value) <= _LAST_PORT


def _is_count(value: str) -> bool:
    return _COUNT.fullmatch(value) is not None


def _unknown(names: Iterable[str], prefixes: tuple[str, ...]) -> list[str]:
    wrong = (name for name in names if name.startswith(prefixes) and name not in VARIABLES)
    near = {name: get_close_matches(name, VARIABLES, n=1, cutoff=0)[0] for name in wrong}
    return [f"{name}: not a setting: did you mean {each}?" for name, each in near.items()]
