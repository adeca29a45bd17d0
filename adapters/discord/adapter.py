"""Discord as a chat platform: connects, serves, stops."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Final

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord.voice_client import VoiceClient

from adapters.discord.client import Client
from adapters.discord.reconnects import told_once
from adapters.discord.sender import reason
from adapters.discord.shards import check_others, services_of
from bot.errors import LoginError, PlatformError
from index.error_sentences import Told

if TYPE_CHECKING:
    from pathlib import Path

    from bot.ports import Ask
    from bot.services import Services
    from bot.settings.values import DiscordSettings


PATIENCE_SECONDS: Final = 10.0
"""How long a stop waits for the answers in flight."""

GUILDS_SECONDS: Final = 2.0
"""How long after one guild another may still come, when Discord tells where we are."""

NO_LONGER_OURS: Final = 4004
"""The gateway's code for a token that was replaced."""


_FAULT: Final = 500
_TOO_MANY: Final = 429

NOT_DISCORD: Final = (discord.Forbidden, TypeError, KeyError, ValueError, AttributeError)
"""What is raised where something else answers in Discord's place, by discord.py's reading, too."""


class Discord:
    """Answers on Discord until it is cancelled."""

    name = "discord"
    is_shared = False

    def __init__(
        self,
        settings: DiscordSettings,
        services: Services,
        imports: Path,
        language: str,
        *,
        patience_seconds: float = PATIENCE_SECONDS,
        guilds_seconds: float = GUILDS_SECONDS,
    ) -> None:
        self._settings = settings
        self._services = services_of(settings.shards, services)
        self._imports = imports
        self._language = language
        self._patience_seconds = patience_seconds
        self._guilds_seconds = guilds_seconds
        self.opened = asyncio.Event()

    async def run(self, ask: Ask) -> None:
        """Connect, serve until cancelled, finish the answers in flight.

        Raises:
            LoginError: Discord does not accept the token or the intents.
            PlatformError: Discord cannot be reached, or ends the connection and refuses another;
                or another process serves some of the same servers.
        """
        check_others(self._settings.shards, self._services)
        reach(self._settings)
        client = self._client(ask)
        lost = partial(self._services.metrics.failed_call, self.name, "lost")
        try:
            with told_once(client.outage, lost):
                await client.start(self._settings.token)
        except discord.LoginFailure as error:
            raise _refused() from error
        except discord.PrivilegedIntentsRequired as error:
            raise LoginError(
                Told(
                    "Discord does not let the bot read messages: turn on Message Content Intent on"
                    " the Bot page of your application in the developer portal."
                )
            ) from error
        except NOT_DISCORD as error:
            if self.opened.is_set() and not isinstance(error, discord.Forbidden):
                raise  # a fault of ours, and not of what answered
            raise another(self._settings.api_url, error) from error
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            if isinstance(error, discord.ConnectionClosed) and error.code == NO_LONGER_OURS:
                raise _refused() from error
            if is_another(error):
                raise another(self._settings.api_url, error) from error
            raise _unreachable(self._settings, error) from error
        finally:
            await client.finish(self._patience_seconds)

    def _client(self, ask: Ask) -> Client:
        return Client(
            self._services.question_service(ask),
            self._services,
            self._imports,
            self._language,
            guilds_seconds=self._guilds_seconds,
            opened=self.opened,
            shards=self._settings.shards,
        )


def _unreachable(settings: DiscordSettings, error: Exception) -> PlatformError:
    if isinstance(error, discord.GatewayNotFound):
        return PlatformError(gateway_shut(settings))
    return PlatformError(
        Told(
            "Discord cannot be reached or has ended the connection ({reason}): see that"
            " discord.com can be reached from here, and start again.",
            reason=reason(error),
        )
    )


def gateway_shut(settings: DiscordSettings, why: str = "") -> Told:
    """Return that the gateway does not greet, and for which reason."""
    return Told(
        "the gateway {url} does not open ({reason}): see what stands between, and"
        " DISCORD_GATEWAY_URL",
        url=settings.gateway_url,
        reason=why or Told("no answer"),
    )


def is_another(error: Exception) -> bool:
    """Return whether an answer is none of Discord's, which gives its refusals a code."""
    if not isinstance(error, discord.HTTPException) or error.code:
        return False
    return error.status < _FAULT and error.status != _TOO_MANY


def another(url: str, error: Exception) -> PlatformError:
    """Return that something else answers where Discord is to."""
    return PlatformError(
        Told(
            "{url} does not answer as Discord does ({reason}): see what stands between"
            " (a proxy, a firewall, a page to sign in), and DISCORD_API_URL.",
            url=url,
            reason=_answered(error),
        )
    )


def _answered(error: Exception) -> str:
    """Return why that is no answer of Discord's: never what was answered, which may be a page."""
    if isinstance(error, discord.HTTPException):
        return reason(error)
    return Told("what it says is no JSON of Discord’s")


def _refused() -> LoginError:
    return LoginError(
        Told(
            "Discord does not accept DISCORD_TOKEN: copy it again from the Bot page of your"
            " application in the developer portal."
        )
    )


def reach(settings: DiscordSettings) -> None:
    """Tell discord.py where Discord is; it knows no other way than for the whole process."""
    Route.BASE = settings.api_url
    # We never speak: nobody need hear that it would not work.
    VoiceClient.warn_nacl = VoiceClient.warn_dave = False
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)
