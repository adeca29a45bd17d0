"""Reads the settings; the only module that does."""

from __future__ import annotations

import re
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dotenv import dotenv_values

from bot.errors import ConfigError
from bot.settings.data_folder import OLD, can_be_folder, default_data_folder
from bot.settings.reader import Reader
from bot.settings.values import (
    DiscordSettings,
    Settings,
    Shards,
    SlackHttp,
    SlackInstalling,
    SlackSettings,
)
from index.error_sentences import Told, reason_of, worded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

VARIABLES: Final = (
    "PULLQUOTE_DATA",
    "PULLQUOTE_DATABASE",
    "EMBEDDING_MODEL",
    "REFINING_MODEL",
    "PULLQUOTE_LANGUAGE",
    "PULLQUOTE_LOG_LEVEL",
    "PULLQUOTE_LOG_FORMAT",
    "PULLQUOTE_MONITORING_PORT",
    "PULLQUOTE_KEEP_DAYS",
    "PULLQUOTE_LEAVE_DAYS",
    "PULLQUOTE_QUESTIONS_A_MINUTE",
    "DISCORD_TOKEN",
    "DISCORD_API_URL",
    "DISCORD_GATEWAY_URL",
    "DISCORD_SHARDS",
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
_LANGUAGES: Final = ("auto", "en", "fr", "es", "de")
_ALL_SHARDS: Final = "auto"
_DIVIDED: Final = re.compile(r"auto/([1-9][0-9]{0,4})")
_SHORTEST_KEY: Final = 32
_NEAR: Final = 0.8
"""How alike two names are of which one is likely a slip of the other, 0 to 1."""
_MODEL: Final = Told("`bundled`, a folder or a hub name")
_REFINING: Final = Told("`e5`, `off`, a folder or a hub name")
_NOTHING: Final = Told("nothing")
_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")


def load(env_file: Path, environ: Mapping[str, str]) -> Settings:
    """Return the settings from a `.env` file and the environment, which wins.

    Raises:
        ConfigError: With one line for every variable that is wrong.
    """
    try:
        stored = dotenv_values(env_file)
    except (OSError, UnicodeDecodeError) as error:
        unreadable = Told(
            "{file}: cannot be read ({reason}): save it as UTF-8",
            file=env_file,
            reason=reason_of(error),
        )
        raise ConfigError([unreadable]) from error
    reader = Reader({**stored, **environ})
    # Other programs' variables may stand in the environment; in our own file none has a place.
    reader.problems += _unknown(stored, _PREFIXES) + _unknown(environ, _PREFIXES[:1])
    # Where a setting names the folder, nothing else is looked at, be it readable or not.
    default = None if reader.get("PULLQUOTE_DATA") else default_data_folder(environ)
    settings = _settings(reader, default)
    reader.problems += _undecodable(environ, {each.values["name"] for each in reader.problems})
    if reader.problems:
        raise ConfigError(reader.problems)
    return settings


def log_format(env_file: Path, environ: Mapping[str, str]) -> str:
    """Return how log lines are to look, be all other settings right or wrong."""
    try:
        stored = dotenv_values(env_file)
    except (OSError, UnicodeDecodeError):
        stored = {}
    return {**stored, **environ}.get("PULLQUOTE_LOG_FORMAT") or ""


def _settings(reader: Reader, default: Path | None) -> Settings:
    data = reader.read("PULLQUOTE_DATA", str(default or ""), Told("a folder"), can_be_folder)
    return Settings(
        data=Path(data),
        is_data_old=default == OLD,
        address=reader.address("PULLQUOTE_DATABASE", ("postgresql", "postgres")),
        model=reader.read("EMBEDDING_MODEL", "bundled", _MODEL, bool),
        language=reader.choose("PULLQUOTE_LANGUAGE", "auto", _LANGUAGES),
        log_level=reader.choose("PULLQUOTE_LOG_LEVEL", "", _LEVELS) or None,
        keep=timedelta(days=reader.count("PULLQUOTE_KEEP_DAYS", 90)),
        leave=timedelta(days=reader.count("PULLQUOTE_LEAVE_DAYS", 30)),
        questions_a_minute=reader.count("PULLQUOTE_QUESTIONS_A_MINUTE", 10),
        refining=reader.read("REFINING_MODEL", "e5", _REFINING, bool),
        log_format=reader.choose("PULLQUOTE_LOG_FORMAT", "text", ("text", "json")),
        monitoring_port=reader.port("PULLQUOTE_MONITORING_PORT", None),
        discord=_discord(reader),
        slack=_slack(reader),
    )


def _discord(reader: Reader) -> DiscordSettings | None:
    token = reader.secret("DISCORD_TOKEN")
    api_url = reader.url("DISCORD_API_URL", "https://discord.com/api/v10", ("https", "http"))
    gateway_url = reader.url("DISCORD_GATEWAY_URL", "wss://gateway.discord.gg/", ("wss", "ws"))
    expected = Told(
        "auto, auto and how many shards there are, like auto/8, or some of them, like 0-3/8"
    )
    shards = reader.read(
        "DISCORD_SHARDS",
        _ALL_SHARDS,
        expected,
        lambda each: each == _ALL_SHARDS or bool(_divided(each) or Shards.parsed(each)),
    )
    if not token:
        return None
    return DiscordSettings(
        token, api_url.rstrip("/"), gateway_url, Shards.parsed(shards), _divided(shards)
    )


def _divided(value: str) -> int:
    """Return into how many shards processes are to divide all servers; 0 where they are not."""
    found = _DIVIDED.fullmatch(value)
    return int(found[1]) if found else 0


def _slack(reader: Reader) -> SlackSettings | None:
    bot_token = reader.secret("SLACK_BOT_TOKEN", "xoxb-")
    app_token = reader.secret("SLACK_APP_TOKEN", "xapp-")
    api_url = reader.url("SLACK_API_URL", "https://slack.com/api/", ("https", "http"))
    admins = frozenset(reader.get("SLACK_ADMINS").replace(",", " ").split())
    http, installing = _slack_http(reader), _slack_installing(reader)
    if not (bot_token or app_token or installing):
        return None
    beside = Told("none beside SLACK_CLIENT_ID")
    if installing and bot_token:
        reader.complain("SLACK_BOT_TOKEN", Told("a token"), beside)
    if installing and not http:
        reader.complain("SLACK_MODE", "socket", Told("http beside SLACK_CLIENT_ID"))
    if not (installing or bot_token):
        reader.complain("SLACK_BOT_TOKEN", _NOTHING, Told("one beside the app token"))
    if not (http or app_token):
        reader.complain("SLACK_APP_TOKEN", _NOTHING, Told("one beside the bot token"))
    return SlackSettings(
        bot_token=bot_token,
        app_token=app_token,
        api_url=f"{api_url.rstrip('/')}/",
        admins=admins,
        http=http,
        installing=installing,
    )


def _slack_http(reader: Reader) -> SlackHttp | None:
    mode = reader.choose("SLACK_MODE", "socket", ("socket", "http"))
    secret = reader.secret("SLACK_SIGNING_SECRET")
    host, port = reader.get("SLACK_HOST") or "127.0.0.1", reader.port("SLACK_PORT", 3000)
    if mode != "http":
        return None
    if not secret:
        expected = Told("the one under “Basic Information”")
        reader.complain("SLACK_SIGNING_SECRET", _NOTHING, expected)
    return SlackHttp(secret, host, port)


def _slack_installing(reader: Reader) -> SlackInstalling | None:
    client_id = reader.get("SLACK_CLIENT_ID").strip()
    secret, key = reader.secret("SLACK_CLIENT_SECRET"), reader.secret("SLACK_ENCRYPTION_KEY")
    if not client_id:
        return None
    if not secret:
        beside = Told("one beside SLACK_CLIENT_ID")
        reader.complain("SLACK_CLIENT_SECRET", _NOTHING, beside)
    if len(key) < _SHORTEST_KEY:
        expected = Told(
            "at least {least} characters: `openssl rand -hex 32` makes some", least=_SHORTEST_KEY
        )
        found = Told("{count} characters", count=len(key))
        reader.complain("SLACK_ENCRYPTION_KEY", found, expected)
    return SlackInstalling(client_id, secret, key)


def nearest_setting(name: str) -> str:
    """Return the setting that a name is likely meant for, "" where none is near."""
    return next(iter(get_close_matches(name.upper(), VARIABLES, n=1, cutoff=_NEAR)), "")


def _undecodable(environ: Mapping[str, str], wrong: Collection[object]) -> list[Told]:
    """Return which settings hold bytes that are no text; the name of a folder may be any bytes.

    Args:
        environ: The environment.
        wrong: The names of which something else is said already.
    """
    told = worded("{name}: found bytes that are no text in UTF-8: write it again")
    read = (name for name in VARIABLES if name != "PULLQUOTE_DATA" and name not in wrong)
    return [Told(told, name=name) for name in read if not _is_text(environ.get(name, ""))]


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unknown(names: Iterable[str], prefixes: tuple[str, ...]) -> list[Told]:
    wrong = (name for name in names if name.startswith(prefixes) and name not in VARIABLES)
    near = {name: get_close_matches(name, VARIABLES, n=1, cutoff=0)[0] for name in wrong}
    told = worded("{name}: not a setting: did you mean {near}?")
    return [Told(told, name=name, near=each) for name, each in near.items()]
